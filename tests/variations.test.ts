/**
 * Our own sentences in all variations of one step: a word left out, two words that change places, another sign between
 * them, more words, a word in quotation marks, half of another sentence; and articles mixed of them. Most are no sentences
 * any more; what the engine says of them is not judged, but held: a change of the engine that was to change one
 * construction shows here how far it reaches. A line holds the sums of a sentence and of all that is said of its
 * variations. After a look at `eval --compare`, the option `-u` of vitest writes it down anew.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPolyglot } from '../src/engine';
import { LANGS, type Lang, type Passage } from '../src/engine/types';
import { profiles } from '../src/lexicon';
import { tablesFor } from '../src/lexicon/disk';
import { type Row, readRows } from './sentences/read';
import { told } from './told';

const engine = createPolyglot(tablesFor, profiles);
const rows = readRows();

const sum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** What may stand between two words; each word of a sentence has its turn with one of them. */
const GAPS = [' – ', ': ', '. ', '; ', ' / ', ' (', ') ', '? «', '!» ', ', – '];
/** Words that no lexicon has, in letters of the language's own script. */
const FILLER = { uk: 'тамо', ru: 'тамо', en: 'tamo', pl: 'tamo', de: 'tamo', fr: 'tamo' } satisfies Record<
  Lang,
  string
>;
/** Reaches of the engine are counted in words; so far is looked. */
const FAR = 14;

const recased = (word: string): string => {
  const [first = '', rest] = [word.slice(0, 1), word.slice(1)];
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + rest;
};

/** Every text that is one step from this one. @param other the sentence that others begin or end like */
function* variations(text: string, other: string, lang: Lang): Generator<string> {
  const words = text.split(' ');
  const foreign = other.split(' ');
  for (const [i, word] of words.entries()) {
    const [before, after] = [words.slice(0, i), words.slice(i + 1)];
    yield [...before, ...after].join(' ');
    yield [...before, `«${word}»`, ...after].join(' ');
    yield [...before, recased(word), ...after].join(' ');
    yield [...before, ...foreign.slice(Math.min(i, foreign.length - 1))].join(' ');
    yield [...foreign.slice(0, i + 1), word, ...after].join(' ');
    if (after.length === 0) continue;
    yield [...before, `${word},`, ...after].join(' ');
    yield [...before, after[0], word, ...after.slice(1)].join(' ');
    yield [...before, `${word}${GAPS[(i + text.length) % GAPS.length]}${after.join(' ')}`].join(' ');
    yield [...before, word, ...Array(((i + text.length) % FAR) + 1).fill(FILLER[lang]), ...after].join(' ');
  }
}

const saidOfArticle = (article: readonly Passage[]): string => told(article, engine.scan(article, 'wide')).join('\n');

/** What is said of a row with one of its passages varied. */
function saidOf({ passages, lang }: Row, other: Row): string {
  return passages
    .flatMap((text, i) => [...variations(text, other.passages[0] ?? '', lang)].map((made) => passages.with(i, made)))
    .map((texts) => saidOfArticle(texts.map((text) => ({ text, lang }))))
    .join('\n');
}

const ROLES = ['headline', 'body', 'body', 'caption', 'body'] as const;
/** Passages of a mixed article, and rows in one of its passages. */
const PASSAGES = 9;
const JOINED = 3;

/** Articles of rows that have nothing to do with each other: who spoke before decides what comes after. */
function* mixed(own: readonly Row[]): Generator<Passage[]> {
  // Three orders that are the same in each run.
  for (const order of ['a', 'b', 'c']) {
    const texts = [...own]
      .sort((one, two) => sum(order + one.passages).localeCompare(sum(order + two.passages), 'en'))
      .map(({ passages }) => passages.join(' '));
    const joined = texts.flatMap((_, i) => (i % JOINED === 0 ? [texts.slice(i, i + (i % 4) + 1).join(' ')] : []));
    for (let i = 0; i < joined.length; i += PASSAGES)
      yield joined
        .slice(i, i + PASSAGES)
        .map((text, n): Passage => ({ text, lang: own[0]?.lang ?? 'uk', role: ROLES[n % ROLES.length] ?? 'body' }));
  }
}

describe.each(LANGS)('in %s', (lang) => {
  const own = rows.filter((row) => row.lang === lang);

  it('the engine says of variations what it said before', async () => {
    const lines = own.map((row, i) => {
      const other = own[(i + 7) % own.length] ?? row;
      return `${sum(row.passages.join(' ¶ '))} ${sum(saidOf(row, other))}`;
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`fixtures/variations/${lang}.txt`);
  });

  it('the engine says of mixed articles what it said before', async () => {
    const lines = [...mixed(own)].map((article) => `${sum(JSON.stringify(article))} ${sum(saidOfArticle(article))}`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`fixtures/variations/mixed-${lang}.txt`);
  });
});
