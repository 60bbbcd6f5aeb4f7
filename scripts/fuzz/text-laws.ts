/** Laws of folding, words, sentences and quotations: what all rules of the engine stand on. */
import { BREAK, fold, foldKey, isWordCode } from '../../src/engine/fold';
import { parse, type Syntax } from '../../src/engine/syntax';
import type { Lang } from '../../src/engine/types';
import { readWords, type Words } from '../../src/engine/words';
import { lexiconOf } from './engines';
import { noisy, withoutNoise } from './noise';
import { holds, type Sample } from './sample';

export function foldLaws({ texts }: Sample): void {
  for (const text of texts) {
    const codes = fold(text);
    holds(codes.length === text.length + 1, 'one code for each unit and one at the end');
    holds(codes[text.length] === BREAK, 'the last code ends any match');
    holds(
      codes.every((code) => code > 0),
      'no code is nought',
      () => `unit ${codes.indexOf(0)}`,
    );
    holds(String(fold(text)) === String(codes), 'folding twice is the same');
    const key = foldKey(text);
    holds(foldKey(noisy(text)) === key, 'unseen signs change no key', () => JSON.stringify(noisy(text)));
  }
}

const shape = ({ count, starts, ends, ranks, between }: Words): string =>
  JSON.stringify([starts.slice(0, count), ends.slice(0, count), ranks.slice(0, count), between.slice(0, count + 1)]);

export function syntaxLaws({ lang, texts }: Sample): void {
  const { words: finder } = lexiconOf(lang);
  for (const text of texts) {
    // The lists of one reading are the next one's: each is told before the other comes.
    const quick = shape(finder.read(text));
    holds(
      quick === shape(readWords(text, finder.rankOf)),
      'the short way through a text gives what the long way gives',
    );
    const syntax = parse(finder.read(text));
    wellFormed(syntax, text, lang);
  }
}

function wellFormed(
  { starts, ends, count, bounds, sentences, quotes, quoteOf, gaps }: Syntax,
  text: string,
  lang: Lang,
): void {
  const { words: finder } = lexiconOf(lang);
  let last = 0;
  for (let word = 0; word < count; word += 1) {
    const [start = -1, end = -1] = [starts[word], ends[word]];
    holds(last <= start && start < end && end <= text.length, 'words stand in order in the text', () => `word ${word}`);
    last = end;
  }
  holds(gaps.length === count + 1 && sentences.length === count, 'a gap and a sentence for each word');
  holds(bounds.at(-1) === count && (count === 0 || bounds[0] === 0), 'sentences reach from end to end');
  holds(
    bounds.every((bound, at) => at === 0 || bound > (bounds[at - 1] ?? 0)),
    'no sentence is empty',
    () => String(bounds),
  );
  holds(
    sentences.every((sentence, word) => (bounds[sentence] ?? 0) <= word && word < (bounds[sentence + 1] ?? 0)),
    'a word stands in its sentence',
  );
  for (const [at, { start, end, depth }] of quotes.entries()) {
    holds(0 <= start && start < end && end <= text.length && depth >= 0, 'quotations stand in the text');
    holds(at === 0 || (quotes[at - 1]?.start ?? 0) <= start, 'quotations stand in order');
  }
  holds(
    quoteOf.every((quote) => quote >= -1 && quote < quotes.length),
    'a word stands in a quotation that there is',
  );
  const codes = fold(text);
  for (let word = 0; word < count; word += 1)
    holds(
      isWordCode(codes[starts[word] ?? 0] ?? 0) ||
        finder.rankOf(codes, starts[word] ?? 0, ends[word] ?? 0) >= 0 ||
        withoutNoise(text.slice(starts[word], ends[word])) !== '',
      'a word has a letter',
    );
}
