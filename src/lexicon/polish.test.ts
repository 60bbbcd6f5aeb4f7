import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CASES, F } from '../engine/features';
import { CASE_BITS, type Expansion, GENDER_BITS, type Gender } from './form-set';
import { createInflector, loadParadigms } from './inflect';

type Rows = Readonly<Record<string, string>>;
type Gold = {
  readonly nouns: Readonly<Record<string, { readonly g: Gender | '-'; readonly sg?: string; readonly pl?: string }>>;
  readonly adjectives: Readonly<Record<string, Rows>>;
  readonly verbs: Readonly<Record<string, Rows>>;
};

const { pl: gold } = parse(readFileSync(new URL('./morph/gold.yml', import.meta.url), 'utf8')) as { pl: Gold };
const pl = createInflector('pl', loadParadigms('pl'));

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

/** Forms of a row of six cells, with the bits of their case. */
function cells(row: string | undefined, features: number): readonly (readonly [string, number])[] {
  const cases = row?.split(' ') ?? [];
  return cases.flatMap((cell, at) => cell.split('/').map((text) => [text, (CASE_BITS[at] ?? 0) | features] as const));
}

function joined(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  const bits: Record<string, number> = {};
  for (const [text, features] of pairs) bits[text] = (bits[text] ?? 0) | features;
  return bits;
}

function bitsOf({ forms, problems }: Expansion): Record<string, number> {
  expect(problems).toEqual([]);
  return joined(forms.map(({ text, features }) => [text, features]));
}

function withBits({ forms, problems }: Expansion, bits: number): string[] {
  expect(problems).toEqual([]);
  return forms.filter(({ features }) => (features & bits) === bits).map(({ text }) => text);
}

/** Variants of each case joined by slashes, cases by blanks. */
function row(expansion: Expansion): string {
  return CASE_BITS.map((bit) => withBits(expansion, bit).join('/')).join(' ');
}

describe('gold paradigms', () => {
  it.each(Object.entries(gold.nouns))('declines the noun %s', (word, { g, sg, pl: plural }) => {
    const singular = F.SG | (g === '-' ? 0 : GENDER_BITS[g]);
    expect(bitsOf(pl.phrase(word))).toEqual(joined([...cells(sg, singular), ...cells(plural, F.PL)]));
  });

  it.each(Object.entries(gold.adjectives))('declines the adjective %s', (word, { m, f, n, pl: things, virile }) => {
    const singular = [...cells(m, F.M | F.SG), ...cells(f, F.F | F.SG), ...cells(n, F.N | F.SG)];
    expect(bitsOf(pl.adjective(word))).toEqual(joined([...singular, ...cells(things, F.PL), ...cells(virile, F.PL)]));
  });

  it.each(Object.entries(gold.verbs))('conjugates the verb %s', (word, rows) => {
    const pairs = Object.entries(rows).flatMap(([cell, forms]) =>
      forms.split('/').map((text) => [text, VERB_BITS[cell] ?? 0] as const),
    );
    expect(bitsOf(pl.verb(word))).toEqual(joined([[word, F.INF], ...pairs]));
  });
});

describe('phrases', () => {
  it('give men a plural of their own', () => {
    expect(withBits(pl.phrase('rosyjski dziennikarz'), F.NOM | F.PL)).toEqual(['rosyjscy dziennikarze']);
    expect(withBits(pl.phrase('rosyjscy dziennikarze'), F.ACC)).toEqual(['rosyjskich dziennikarzy']);
    expect(withBits(pl.phrase('rosyjskie media'), F.ACC)).toEqual(['rosyjskie media']);
    expect(withBits(pl.phrase('rosyjski dziennik'), F.NOM | F.PL)).toEqual(['rosyjskie dzienniki']);
  });

  it('take the accusative of the adjective from the noun', () => {
    expect(withBits(pl.phrase('rosyjski dziennik'), F.ACC | F.SG)).toEqual(['rosyjski dziennik']);
    expect(withBits(pl.phrase('rosyjski dziennikarz'), F.ACC | F.SG)).toEqual(['rosyjskiego dziennikarza']);
  });

  it('let adjectives after the head agree, and leave what follows them', () => {
    expect(withBits(pl.phrase('siły zbrojne Rosji'), F.INS)).toEqual(['siłami zbrojnymi Rosji']);
    expect(withBits(pl.phrase('specjalna operacja wojskowa'), F.GEN | F.SG)).toEqual(['specjalnej operacji wojskowej']);
    expect(withBits(pl.phrase('rosyjskie ministerstwo spraw zagranicznych'), F.LOC | F.SG)).toEqual([
      'rosyjskim ministerstwie spraw zagranicznych',
    ]);
    expect(withBits(pl.phrase('siły zbrojne{=}'), F.INS)).toEqual(['siłami zbrojne']);
  });

  it('let a family name behind an office follow it, and leave a place behind a common noun', () => {
    expect(withBits(pl.phrase('uzurpator{sg} Zełenski{+}{m}'), F.INS)).toEqual(['uzurpatorem Zełenskim']);
    expect(withBits(pl.phrase('wojna Kijowa'), F.INS | F.SG)).toEqual(['wojną Kijowa']);
  });

  it('decline the last part of an adjective with a hyphen', () => {
    expect(withBits(pl.phrase('wojna rosyjsko-ukraińska'), F.GEN | F.SG)).toEqual(['wojny rosyjsko-ukraińskiej']);
  });

  it('tell a name from a word by its capital', () => {
    expect(row(pl.phrase('Kreml'))).toBe('Kreml Kremla Kremlowi Kreml Kremlem Kremlu');
    expect(withBits(pl.phrase('państwo'), F.GEN | F.SG)).toEqual(['państwa']);
  });

  it('leave names that no dictionary has', () => {
    expect(bitsOf(pl.phrase('Russia Today'))).toEqual({ 'Russia Today': CASES | F.SG });
    expect(pl.phrase('rosyjski abrakadabrus').problems[0]?.token).toBe('abrakadabrus');
  });
});

describe('names', () => {
  it.each<[string, 'm' | 'f', string]>([
    ['Siergiej Ławrow', 'm', 'Ławrow Ławrowa Ławrowowi Ławrowa Ławrowem Ławrowie'],
    ['Władimir Putin', 'm', 'Putin Putina Putinowi Putina Putinem Putinie'],
    ['Dmitrij Pieskow', 'm', 'Pieskow Pieskowa Pieskowowi Pieskowa Pieskowem Pieskowie'],
    ['Wołodymyr Zełenski', 'm', 'Zełenski Zełenskiego Zełenskiemu Zełenskiego Zełenskim Zełenskim'],
    ['Władimir Miedinskij', 'm', 'Miedinskij Miedinskiego Miedinskiemu Miedinskiego Miedinskim Miedinskim'],
    ['Siergiej Kirijenko', 'm', 'Kirijenko Kirijenki Kirijence Kirijenkę Kirijenką Kirijence'],
    ['Siergiej Szojgu', 'm', 'Szojgu Szojgu Szojgu Szojgu Szojgu Szojgu'],
    ['Wasilij Niebienzia', 'm', 'Niebienzia Niebienzi Niebienzi Niebienzię Niebienzią Niebienzi'],
    ['Piotr Tołstoj', 'm', 'Tołstoj Tołstoja Tołstojowi Tołstoja Tołstojem Tołstoju'],
    ['Leonid Pasiecznik', 'm', 'Pasiecznik Pasiecznika Pasiecznikowi Pasiecznika Pasiecznikiem Pasieczniku'],
    ['Maria Zacharowa', 'f', 'Zacharowa Zacharowej Zacharowej Zacharową Zacharową Zacharowej'],
    [
      'Maria Lwowa-Biełowa',
      'f',
      'Lwowa-Biełowa Lwowej-Biełowej Lwowej-Biełowej Lwową-Biełową Lwową-Biełową Lwowej-Biełowej',
    ],
    ['Walentina Matwijenko', 'f', Array(6).fill('Matwijenko').join(' ')],
    ['Margarita Simonjan', 'f', Array(6).fill('Simonjan').join(' ')],
    [
      'Elwira Nabiullina',
      'f',
      'Nabiullina Nabiulliny/Nabiullinej Nabiullinej/Nabiullinie Nabiullinę/Nabiulliną Nabiulliną Nabiullinej/Nabiullinie',
    ],
  ])('decline %s (%s)', (name, gender, expected) => {
    expect(row(pl.surname(name, gender))).toBe(expected);
  });

  it.each<[string, 'm' | 'f', string]>([
    ['Siergiej', 'm', 'Siergiej Siergieja Siergiejowi Siergieja Siergiejem Siergieju'],
    ['Dmitrij', 'm', 'Dmitrij Dmitrija Dmitrijowi Dmitrija Dmitrijem Dmitriju'],
    ['Władimir', 'm', 'Władimir Władimira Władimirowi Władimira Władimirem Władimirze'],
    ['Wiaczesław', 'm', 'Wiaczesław Wiaczesława Wiaczesławowi Wiaczesława Wiaczesławem Wiaczesławie'],
    ['Michaił', 'm', 'Michaił Michaiła Michaiłowi Michaiła Michaiłem Michaile'],
    ['Oleg', 'm', 'Oleg Olega Olegowi Olega Olegiem Olegu'],
    ['Nikita', 'm', 'Nikita Nikity Nikicie Nikitę Nikitą Nikicie'],
    ['Maria', 'f', 'Maria Marii Marii Marię Marią Marii'],
    ['Margarita', 'f', 'Margarita Margarity Margaricie Margaritę Margaritą Margaricie'],
    ['Olga', 'f', 'Olga Olgi Oldze Olgę Olgą Oldze'],
  ])('decline %s (%s)', (name, gender, expected) => {
    const forms = pl.person(`${name} Szojgu`, gender);
    expect(
      row(forms)
        .replaceAll(/ ([^ ]+) Szojgu/g, ' $1')
        .replace(' Szojgu', ''),
    ).toBe(expected);
  });
});
