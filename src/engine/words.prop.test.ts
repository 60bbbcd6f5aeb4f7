/** The short way through a passage gives what the long way gives, for every unit that text can have. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsIn } from '../../tests/forms';
import { PIECES } from '../../tests/pieces';
import { tablesFor } from '../lexicon/disk';
import { LANGS } from './types';
import { createWordFinder, readWords, type Words } from './words';

/** As text, which compares fast. */
const shape = ({ count, starts, ends, ranks, between }: Words): string[] =>
  [starts.slice(0, count), ends.slice(0, count), ranks.slice(0, count), between.slice(0, count + 1)].map(String);

/** Units that change what stands beside them: marks, joiners, apostrophes, look-alikes, ends of addresses. */
const ODD = [
  "'",
  '’',
  '`',
  '\u00ad',
  '\u0301',
  '\u0306',
  '\u200b',
  '\ufeff',
  'і',
  'i',
  'o',
  'о',
  'ё',
  'İ',
  '中',
  '😀',
  '7',
];
const BETWEEN = [
  ' ',
  ' ',
  '\u00a0',
  '-',
  '.',
  ', ',
  ': ',
  '» ',
  ' «',
  '\n',
  '://',
  'https://',
  ' www.',
  '/',
  '.)',
  "' ",
];

it('are the same with each unit within a word, before one and behind one', () => {
  const finder = createWordFinder(tablesFor('uk').words);
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  for (const raw of [units.map((unit) => `ро${unit}сія`), units.map((unit) => `${unit}росія ${unit} tass${unit}`)])
    expect(shape(finder.read(raw.join(' ')))).toEqual(shape(readWords(raw.join(' '), finder.rankOf)));
});

describe.each(LANGS)('words of %s', (lang) => {
  const tables = tablesFor(lang);
  const finder = createWordFinder(tables.words);
  const forms = formsIn(tables);
  const whole = fc.oneof(fc.constantFrom(...forms), fc.constantFrom(...PIECES[lang].plain));
  const broken = fc
    .tuple(whole, fc.nat(), fc.constantFrom(...ODD))
    .map(([text, at, odd]) => text.slice(0, at % (text.length + 1)) + odd + text.slice(at % (text.length + 1)));
  const text = fc
    .array(fc.tuple(fc.oneof(whole, broken, fc.constantFrom(...ODD)), fc.constantFrom(...BETWEEN, '')), {
      maxLength: 12,
    })
    .map((parts) => parts.flat().join(''));

  it('are the same read at once and step by step', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (raw) => {
        expect(shape(finder.read(raw))).toEqual(shape(readWords(raw, finder.rankOf)));
      }),
      { numRuns: 200 },
    );
  });
});
