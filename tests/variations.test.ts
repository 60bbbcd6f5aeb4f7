/**
 * Our own sentences in all variations of one step: a word left out, two words that change places, a comma more, a word in
 * quotation marks. Most of them are no sentences any more; what the engine says of them is not judged, but held: a change
 * of the engine that was to change one construction shows here how far it reaches. A line holds the sums of a sentence and
 * of all that is said of its variations. After a look at `eval --compare`, the option `-u` of vitest writes it down anew.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPolyglot } from '../src/engine';
import { LANGS, type Lang } from '../src/engine/types';
import { profiles } from '../src/lexicon';
import { tablesFor } from '../src/lexicon/disk';
import { readRows } from './sentences/read';
import { told } from './told';

const engine = createPolyglot(tablesFor, profiles);
const rows = readRows();

const sum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Every text that is one step from this one. */
function* variations(text: string): Generator<string> {
  const words = text.split(' ');
  for (const [i, word] of words.entries()) {
    const [before, after] = [words.slice(0, i), words.slice(i + 1)];
    yield [...before, ...after].join(' ');
    yield [...before, `«${word}»`, ...after].join(' ');
    if (after.length === 0) continue;
    yield [...before, `${word},`, ...after].join(' ');
    yield [...before, after[0], word, ...after.slice(1)].join(' ');
  }
}

/** What is said of a row with one of its passages varied. */
function saidOf(passages: readonly string[], lang: Lang): string {
  const all = passages.flatMap((text, i) => [...variations(text)].map((other) => passages.with(i, other)));
  return all
    .flatMap((texts) => {
      const article = texts.map((text) => ({ text, lang }));
      return told(article, engine.scan(article, 'wide'));
    })
    .join('\n');
}

describe.each(LANGS)('in %s', (lang) => {
  it('the engine says of variations what it said before', async () => {
    const lines = rows
      .filter((row) => row.lang === lang)
      .map(({ passages }) => `${sum(passages.join(' ¶ '))} ${sum(saidOf(passages, lang))}`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`fixtures/variations/${lang}.txt`);
  });
});
