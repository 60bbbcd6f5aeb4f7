import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CASES, F } from '../engine/features';
import { CASE_BITS, type Expansion, GENDER_BITS, type Gender } from './form-set';
import { createInflector, loadParadigms } from './inflect';

type Noun = { readonly g: Gender | '-'; readonly sg?: string; readonly pl?: string };
type Rows = Readonly<Record<string, string>>;
type Gold = {
  readonly nouns: Readonly<Record<string, Noun>>;
  readonly adjectives: Readonly<Record<string, Rows>>;
  readonly verbs: Readonly<Record<string, Rows>>;
};

const gold = parse(readFileSync(new URL('./morph/gold.yml', import.meta.url), 'utf8')) as Record<
  'uk' | 'ru' | 'pl',
  Gold
>;
const inflectors = {
  uk: createInflector('uk', loadParadigms('uk')),
  ru: createInflector('ru', loadParadigms('ru')),
  pl: createInflector('pl', loadParadigms('pl')),
};

const VERB_BITS: Readonly<Record<string, number>> = {
  sg: F.PRES | F.SG,
  pl: F.PRES | F.PL,
  m: F.PAST | F.M | F.SG,
  f: F.PAST | F.F | F.SG,
  n: F.PAST | F.N | F.SG,
  past: F.PAST | F.PL,
  conv: F.CONV,
  impers: F.IMPERS,
};

/** Forms and bits of a row of six cells. */
function cells(row: string | undefined, features: number): [string, number][] {
  const cases = row?.split(' ') ?? [];
  return cases.flatMap((cell, at) =>
    cell.split('/').map((text): [string, number] => [text, (CASE_BITS[at] ?? 0) | features]),
  );
}

function joined(pairs: readonly [string, number][]): Record<string, number> {
  const bits: Record<string, number> = {};
  for (const [text, features] of pairs) bits[text] = (bits[text] ?? 0) | features;
  return bits;
}

function bitsOf({ forms, problems }: Expansion): Record<string, number> {
  expect(problems).toEqual([]);
  return joined(forms.map(({ text, features }) => [text, features]));
}

function withCase(expansion: Expansion, bits: number): string[] {
  return expansion.forms.filter(({ features }) => (features & bits) === bits).map(({ text }) => text);
}

describe.each(['uk', 'ru', 'pl'] as const)('gold paradigms of %s', (lang) => {
  const inflector = inflectors[lang];

  it.each(Object.entries(gold[lang].nouns))('declines the noun %s', (word, { g, sg, pl }) => {
    const singular = F.SG | (g === '-' ? 0 : GENDER_BITS[g]);
    expect(bitsOf(inflector.phrase(word))).toEqual(joined([...cells(sg, singular), ...cells(pl, F.PL)]));
  });

  it.each(Object.entries(gold[lang].adjectives))('declines the adjective %s', (word, { m, f, n, pl, virile }) => {
    const singular = [...cells(m, F.M | F.SG), ...cells(f, F.F | F.SG), ...cells(n, F.N | F.SG)];
    // Polish has a plural for men beside the other.
    const plural = [...cells(pl, F.PL), ...cells(virile, F.PL)];
    expect(bitsOf(inflector.adjective(word))).toEqual(joined([...singular, ...plural]));
  });

  it.each(Object.entries(gold[lang].verbs))('conjugates the verb %s', (word, rows) => {
    const pairs = Object.entries(rows)
      .filter(([, row]) => row !== '-')
      .flatMap(([cell, row]) => row.split('/').map((text): [string, number] => [text, VERB_BITS[cell] ?? 0]));
    expect(bitsOf(inflector.verb(word))).toEqual(joined([[word, F.INF], ...pairs]));
  });
});

describe('phrases', () => {
  const { uk, ru } = inflectors;

  it('makes adjectives agree with the head in case, number and gender', () => {
    const regime = uk.phrase('київський режим');
    expect(regime.problems).toEqual([]);
    expect(withCase(regime, F.SG)).toEqual([
      'київський режим',
      'київського режиму',
      'київському режимові',
      'київському режиму',
      'київським режимом',
      'київському режимі',
    ]);
    expect(withCase(regime, F.PL | F.INS)).toEqual(['київськими режимами']);
    expect(withCase(ru.phrase('внешнеполитическое ведомство'), F.SG | F.INS)).toEqual([
      'внешнеполитическим ведомством',
    ]);
  });

  it('takes the accusative of the adjective from the noun: things as nominative, persons as genitive', () => {
    expect(withCase(uk.phrase('російський режим'), F.ACC | F.SG)).toEqual(['російський режим']);
    expect(withCase(uk.phrase('російський журналіст'), F.ACC | F.SG)).toEqual(['російського журналіста']);
    expect(withCase(ru.phrase('российский министр'), F.ACC | F.PL)).toEqual(['российских министров']);
  });

  it('keeps two adjectives alike before a noun that does not change', () => {
    const forms = withCase(uk.phrase('російські державні ЗМІ{=}{pl}'), F.ACC);
    expect(forms).toEqual(['російські державні ЗМІ', 'російських державних ЗМІ']);
  });

  it('leaves what stands right of the head', () => {
    const ministry = uk.phrase('Міністерство закордонних справ РФ');
    expect(withCase(ministry, F.INS)).toEqual(['Міністерством закордонних справ РФ']);
    expect(withCase(ministry, F.PL)).toEqual([]);
  });

  it('keeps a cited plural plural', () => {
    expect(withCase(uk.phrase('російські журналісти'), F.SG)).toEqual([]);
    expect(withCase(uk.phrase('російські журналісти'), F.GEN)).toEqual(['російських журналістів']);
  });

  it('gives every case to words that do not change', () => {
    const all = CASES | F.SG;
    expect(bitsOf(uk.phrase('РІА{=} Новости{=}'))).toEqual({ 'РІА Новости': all });
    expect(bitsOf(uk.phrase('ТАСС'))).toEqual({ ТАСС: all });
    expect(bitsOf(uk.phrase('МЗС{=} Росії'))).toEqual({ 'МЗС Росії': all });
    expect(bitsOf(uk.phrase('Russia Today'))).toEqual({ 'Russia Today': all });
  });

  it('declines adjectives before an abbreviation', () => {
    expect(withCase(uk.phrase('російське МЗС{n}'), F.GEN)).toEqual(['російського МЗС']);
    expect(withCase(uk.phrase('російські ЗМІ{=}{pl}'), F.GEN)).toEqual(['російських ЗМІ']);
  });

  it('declines an abbreviation like the word it is told to', () => {
    expect(withCase(ru.phrase('МИД{like:режим} РФ'), F.INS)).toEqual(['МИДом РФ']);
  });

  it('gives a head in -а the gender that the entry says', () => {
    const head = uk.phrase('російський глава{m}');
    expect(head.problems).toEqual([]);
    expect(withCase(head, F.GEN | F.M)).toEqual(['російського глави']);
  });

  it('lets verbs of both genders agree with a noun that means men and women', () => {
    expect(withCase(uk.phrase('глава{sg} МЗС'), F.NOM | F.M | F.F)).toEqual(['глава МЗС']);
    expect(withCase(uk.phrase('так званий глава'), F.NOM | F.M)).toEqual(['так званий глава']);
    expect(withCase(uk.phrase('так званий глава'), F.F)).toEqual([]);
  });

  it('reads the number of a noun that is alike in both from its adjective', () => {
    expect(withCase(uk.phrase('мирні зусилля'), F.GEN)).toEqual(['мирних зусиль']);
  });

  it('passes over a name that depends on the adjective', () => {
    expect(withCase(uk.phrase('підконтрольні Кремлю телеканали'), F.INS)).toEqual([
      'підконтрольними Кремлю телеканалами',
    ]);
  });

  it('refuses an adjective that does not agree', () => {
    expect(uk.phrase('російський держава').problems[0]?.token).toBe('держава');
  });

  it('declines both parts of an apposition with a hyphen', () => {
    expect(withCase(uk.phrase('держава-агресор'), F.INS | F.SG)).toEqual(['державою-агресором']);
  });

  it('makes a word with {+} follow the head', () => {
    expect(withCase(uk.phrase('держава агресор{+}'), F.GEN | F.SG)).toEqual(['держави агресора']);
  });

  it('leaves a phrase that begins with a preposition', () => {
    expect(bitsOf(uk.phrase('за вказівкою Кремля'))).toEqual({ 'за вказівкою Кремля': 0 });
  });

  it('inflects the verb of a verb phrase and leaves the rest', () => {
    expect(withCase(uk.phrase('заявити про перемогу'), F.PAST | F.F)).toEqual(['заявила про перемогу']);
  });

  it('names the word it does not know and how to mend the entry', () => {
    const [problem] = uk.phrase('російський абракадабрус').problems;
    expect(problem?.token).toBe('абракадабрус');
    expect(uk.phrase('абракадабрус').problems[0]?.message).toContain('{like:…}');
    expect(uk.verb('абракадабрити').problems[0]?.message).toContain('{like:…}');
  });

  it('declines a family name that stands in a phrase', () => {
    expect(withCase(uk.phrase('Путін{m}'), F.INS)).toEqual(['Путіним']);
  });
});
