/** Laws of the reader's own forms, for any forms and any text: what is found is what a plain comparison finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tablesFor } from '../lexicon/disk';
import { createEngine, OwnFinder, readForm } from '.';
import { foldKey, twinOf } from './fold';
import { KINDS } from './types';
import { joins, readWords } from './words';

const PIECES = [
  'мир',
  'миру',
  'мирна',
  'примус',
  'при',
  'ТАСС',
  'TACC',
  'cіль',
  'сіль',
  'Ёж',
  'еж',
  'rt',
  'a',
  "п'ять",
  'п’ять',
];
const word = fc.constantFrom(...PIECES);
const formWord = fc.tuple(word, fc.constantFrom('', '', '*')).map((parts) => parts.join(''));
const form = fc.oneof(
  { weight: 4, arbitrary: fc.array(formWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'аяb*- .\u00ad\'"'), maxLength: 20 }) },
);
const forms = fc.array(fc.record({ forms: fc.array(form, { minLength: 1, maxLength: 5 }) }), { maxLength: 4 });
const gap = fc.constantFrom(' ', ' ', ' ', '-', ' «', '\u00a0', ', ', '. ', '.');
const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.tuple(word, gap), { maxLength: 30 }).map((parts) => parts.flat().join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** Compares every form with every place of the text, word by word. */
function naive(entries: readonly { readonly forms: readonly string[] }[], raw: string): Set<string> {
  const words = readWords(raw);
  const starts = words.starts.slice(0, words.count);
  const ends = words.ends.slice(0, words.count);
  const own = { ...words, starts, ends, between: words.between.slice(0, words.count + 1) };
  const keys = starts.map((start, at) => foldKey(raw.slice(start, ends[at])));
  const bare = keys.map((key) => (key.length > 2 ? key.replace(/'s$/, '') : key));
  const found = new Set<string>();
  for (const [entry, { forms }] of entries.entries()) {
    for (const form of forms) {
      const read = readForm(form);
      if (typeof read === 'string') continue;
      const key = read.map((one) => one.key).join(' ');
      const twin = read.some(({ isOpen }) => isOpen) ? undefined : twinOf(form, key)?.split(' ');
      for (let first = 0; first + read.length <= keys.length; first += 1) {
        const isAt = (wanted: readonly string[]) =>
          read.every(({ isOpen }, at) => {
            const place = first + at;
            if (at > 0 && !joins(own, place)) return false;
            const isSame = (key: string | undefined) =>
              isOpen ? key?.startsWith(wanted[at] ?? '') : key === wanted[at];
            return isSame(keys[place]) || (at === read.length - 1 && isSame(bare[place]));
          });
        if (isAt(read.map((one) => one.key)) || (twin && isAt(twin)))
          found.add(`${entry} ${first} ${first + read.length}`);
      }
    }
  }
  return found;
}

describe('OwnFinder', () => {
  it('finds what a plain comparison finds, each once', () => {
    fc.assert(
      fc.property(forms, text, (entries, raw) => {
        const found = new OwnFinder(entries).find(readWords(raw));
        const places = found.map(({ entry, first, last }) => `${entry} ${first} ${last}`);
        expect(new Set(places)).toEqual(naive(entries, raw));
        expect(places).toHaveLength(new Set(places).size);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an engine with own entries', () => {
  const engine = createEngine(tablesFor('uk'));
  it('never throws, and all it says is within the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.array(form, { minLength: 1, maxLength: 5 })), { maxLength: 4 }),
        text,
        (list, raw) => {
          const own = list.map(([kind, forms], at) => ({ id: `own_${at}`, kind, forms, langs: [] }));
          for (const { span, paint } of engine.with(own).scan([{ text: raw }], 'wide').flags) {
            expect(0 <= paint.start && paint.start <= span.start && span.start < span.end).toBe(true);
            expect(span.end <= paint.end && paint.end <= raw.length).toBe(true);
          }
        },
      ),
    );
  });
});
