/** Reading in steps: the same reading, with a pause after the work on each passage. */
import { describe, expect, it } from 'vitest';
import { PIECES } from '../../tests/pieces';
import { readRows } from '../../tests/sentences/read';
import { profiles } from '../lexicon';
import { tablesFor } from '../lexicon/disk';
import { createPolyglot, drain } from '.';
import { LANGS, type Lang, type Passage } from './types';

const engine = createPolyglot(tablesFor, profiles);
const rows = readRows();

/** All sentences of a language as one article: pronouns, quotations and debunks meet whatever stands before them. */
const article = (lang: Lang): readonly Passage[] =>
  rows.filter((row) => row.lang === lang).flatMap(({ passages }) => passages.map((text) => ({ text, lang })));

/** How often each passage is gone over: cut, looked up, named, placed, attributed, refuted, framed, judged, settled. */
const PASSES = 9;

function pausesIn(passages: readonly Passage[]): number {
  const steps = engine.read(passages);
  let pauses = 0;
  while (!steps.next().done) pauses += 1;
  return pauses;
}

describe.each(LANGS)('steps in %s', (lang) => {
  it('come to the same reading as a scan', () => {
    const passages = article(lang);
    const whole = engine.scan(passages, 'wide');
    expect(whole.flags.length).toBeGreaterThan(20);
    expect(drain(engine.read(passages, 'wide'))).toEqual(whole);
  });

  it('disturb no other reading that runs in turns with them', () => {
    const texts = article(lang);
    const other = PIECES[lang].plain.map((text) => ({ text, lang }));
    const [a, b] = [engine.read(texts), engine.read(other)];
    let [one, two] = [a.next(), b.next()];
    while (!one.done || !two.done) {
      if (!one.done) one = a.next();
      if (!two.done) two = b.next();
    }
    expect([one.value, two.value]).toEqual([engine.scan(texts), engine.scan(other)]);
  });

  it('pause after each passage in each pass', () => {
    const passages = PIECES[lang].plain.map((text) => ({ text, lang }));
    expect(pausesIn(passages)).toBe(PASSES * passages.length);
  });
});
