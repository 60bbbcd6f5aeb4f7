import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { F } from '../engine/features';
import type { Form } from './form-set';
import { createInflector, loadParadigms } from './inflect';

type Gold = {
  readonly nouns: Readonly<Record<string, { readonly sg?: string; readonly pl?: string }>>;
  readonly adjectives: Readonly<Record<string, string>>;
  readonly verbs: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

const { de: gold } = parse(readFileSync(new URL('./morph/gold.yml', import.meta.url), 'utf8')) as { de: Gold };
const de = createInflector('de', loadParadigms('de'));
const CASES = [F.NOM, F.GEN, F.DAT, F.ACC];
const VERBS: Readonly<Record<string, number>> = {
  sg: F.PRES | F.SG,
  pl: F.PRES | F.PL,
  past: F.PAST | F.SG,
  pasts: F.PAST | F.PL,
};

const SHOWN = F.NOM | F.GEN | F.DAT | F.ACC | F.SG | F.PL;

/** Bits of each form of two rows of cells; a form of several cells has them all. */
function bitsOf(rows: readonly (readonly [row: string | undefined, number: number])[]): Record<string, number> {
  const bits: Record<string, number> = {};
  for (const [row, number] of rows) {
    for (const [at, cell] of (row?.split(' ') ?? []).entries()) {
      for (const text of cell.split('/')) bits[text] = (bits[text] ?? 0) | (CASES[at] ?? 0) | number;
    }
  }
  return bits;
}

const having = (forms: readonly Form[], bits: number): string =>
  forms
    .filter(({ features }) => (features & bits) === bits)
    .map(({ text, beside }) => (beside?.closes ? `${text}…${beside.words.join()}` : text))
    .join('/') || '-';

describe('gold paradigms of de', () => {
  it.each(Object.entries(gold.nouns))('declines the noun %s', (word, { sg, pl }) => {
    const { forms, problems } = de.phrase(word);
    expect(problems).toEqual([]);
    const expected = bitsOf([
      [sg, F.SG],
      [pl, F.PL],
    ]);
    expect(Object.fromEntries(forms.map(({ text, features }) => [text, features & SHOWN]))).toEqual(expected);
  });

  it.each(Object.entries(gold.adjectives))('declines the adjective %s', (word, expected) => {
    expect(de.adjective(word).forms.map(({ text }) => text)).toEqual(expected.split(' '));
  });

  it.each(Object.entries(gold.verbs))('conjugates the verb %s', (word, cells) => {
    const { forms } = de.verb(word);
    for (const [cell, expected] of Object.entries(cells)) {
      const found =
        cell === 'participle'
          ? having(
              forms.filter(({ beside }) => beside && !beside.closes),
              F.IMPERS,
            )
          : having(forms, VERBS[cell] ?? 0);
      expect(found).toBe(expected);
    }
  });
});

describe('phrases', () => {
  const texts = (citation: string): string[] => de.phrase(citation).forms.map(({ text }) => text);

  it('let adjectives agree in all declensions and leave out the article', () => {
    const ministry = ['russische', 'russisches'].map((one) => `${one} Außenministerium`);
    expect(texts('das russische Außenministerium').slice(0, 2)).toEqual(ministry);
    expect(texts('russisches Außenministerium')).toContain('russischen Außenministeriums');
    expect(texts('russische Staatsmedien')).not.toContain('russisches Staatsmedium');
  });

  it('leave what follows the head, and towns in -er before it', () => {
    expect(texts('Sprecher des Kremls')).toEqual([
      'Sprecher des Kremls',
      'Sprechers des Kremls',
      'Sprechern des Kremls',
    ]);
    expect(texts('Kiewer Regime')).toContain('Kiewer Regimes');
  });

  it('leave clauses and what begins with a preposition as they are', () => {
    expect(texts('Selenskyj will keinen Frieden')).toEqual(['Selenskyj will keinen Frieden']);
    expect(texts('bis zum letzten Ukrainer')).toEqual(['bis zum letzten Ukrainer']);
  });

  it('give names a genitive, and a title leaves the bare name in every case', () => {
    expect(de.surname('Sergej Lawrow', 'm').forms).toEqual([
      { text: 'Lawrow', features: F.NOM | F.GEN | F.DAT | F.LOC | F.ACC | F.SG | F.M },
      { text: 'Lawrows', features: F.GEN | F.SG | F.M },
    ]);
  });

  it('name the word that no dictionary has', () => {
    expect(de.phrase('russisches abrakadabra').problems[0]?.token).toBe('russisches');
    expect(de.verb('abrakadabern').problems[0]?.token).toBe('abrakadabern');
  });
});
