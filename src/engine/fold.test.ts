import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECES } from '../../tests/pieces';
import { BREAK, fold, foldKey, IGNORE, isCapital, keyWords, latinTwin } from './fold';
import { LANGS } from './types';
import { readWords } from './words';

describe('fold', () => {
  it.each([
    ['letter case', 'КИЇВ', 'київ'],
    ['ё and е', 'Ещё Ёж', 'еще еж'],
    ['three apostrophes', "п'ять п’ять пʼять", "п'ять п'ять п'ять"],
    ['no-break space and several spaces', 'a\u00a0 b', 'a b'],
    ['hyphen as space', 'Росія-1', 'росія 1'],
    ['soft hyphen', 'Крем\u00adля', 'кремля'],
    ['zero-width space and joiner', 'Крем\u200bл\u2060я', 'кремля'],
    ['stress mark', 'Кремля\u0301', 'кремля'],
    ['decomposed й, ї and é', 'и\u0306 і\u0308 cafe\u0301', 'й ї café'],
    ['quotation marks of five kinds', '«а» "б" „в“ “г” ‹ґ›', 'а б в г ґ'],
    ['Latin letters in a Cyrillic word', 'Лaвpoв', 'лавров'],
    ['Cyrillic letters in a Latin word', 'Lаvrоv', 'lavrov'],
    ['an apostrophe at the edge of a word is a quotation mark', "'new regions'", 'new regions'],
  ])('makes one of %s', (_, raw, key) => {
    expect(foldKey(raw)).toBe(key);
  });

  it('leaves a word alone whose letters have no twins', () => {
    expect(foldKey('Zвезда')).toBe('zвезда');
  });

  it('gives one code for each unit of the text, so offsets need no map', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const codes = fold(raw);
        expect(codes.length).toBe(raw.length + 1);
        expect(codes[raw.length]).toBe(BREAK);
      }),
    );
  });

  it('maps back: each word of a text lies after the one before, and folds by itself as it did in the text', () => {
    const piece = fc.constantFrom(...LANGS.flatMap((lang) => [...PIECES[lang].plain, ...PIECES[lang].bound]));
    const noise = fc.constantFrom('', ' ', '\u00ad', '\u200b', '\u0301', '\u00a0', '’', '«', ', ');
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, noise, fc.nat(40)), { minLength: 1, maxLength: 4 }), (list) => {
        const text = list.map(([words, dirt, at]) => words.slice(0, at) + dirt + words.slice(at)).join('. ');
        const { starts, ends, count } = readWords(text);
        const codes = fold(text);
        for (let word = 0; word < count; word += 1) {
          const [start, end] = [starts[word] ?? 0, ends[word] ?? 0];
          expect(start).toBeGreaterThanOrEqual(word === 0 ? 0 : (ends[word - 1] ?? 0));
          expect(end).toBeGreaterThan(start);
          const seen = [...codes.subarray(start, end)].filter((code) => code !== IGNORE);
          const key = foldKey(text.slice(start, end));
          expect([key, foldKey(key)]).toEqual(new Array(2).fill(String.fromCharCode(...seen)));
        }
      }),
    );
  });

  it('folds what is folded to itself', () => {
    const text = fc
      .array(fc.constantFrom(...'Кремля ЇїЁё-«»"\'’ʼ\u00ad\u200b\u0301\u0306abcTA1.,', 'и\u0306'), { maxLength: 40 })
      .map((x) => x.join(''));
    fc.assert(
      fc.property(text, (raw) => {
        expect(foldKey(foldKey(raw))).toBe(foldKey(raw));
      }),
    );
  });

  it('marks what does not count in place', () => {
    expect([...fold('а\u00adб')]).toEqual([0x430, IGNORE, 0x431, BREAK]);
  });
});

describe('isCapital', () => {
  it('knows capitals of the languages read', () => {
    expect([...'АЇҐЁŁÄÉZ'].every((c) => isCapital(c.charCodeAt(0)))).toBe(true);
    expect([...'аїґёłäéz1«'].some((c) => isCapital(c.charCodeAt(0)))).toBe(false);
  });
});

describe('latinTwin', () => {
  it('is the same name in Latin letters, where every letter has a twin', () => {
    expect(latinTwin('тасс')).toBe('tacc');
    expect(latinTwin('риа')).toBeUndefined();
  });
});

describe('an apostrophe', () => {
  it.each([
    [
      'cuts an elided word off',
      "l'agence d'après lorsqu'il n'a",
      ['l', 'agence', 'd', 'après', 'lorsqu', 'il', 'n', 'a'],
    ],
    [
      'stays within other words',
      "aujourd'hui o'clock putin's x's м'яч",
      ["aujourd'hui", "o'clock", "putin's", "x's", "м'яч"],
    ],
    ['stays before an English s', "d's d'souza", ["d's", 'd', 'souza']],
  ])('%s', (_, key, expected) => {
    expect(keyWords(key)).toEqual(expected);
  });
});
