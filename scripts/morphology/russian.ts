/** Russian words from `az`, which carries the OpenCorpora dictionary with full grammar. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Reading } from '../../src/lexicon/homographs';
import type { Adjective, Noun, Verb, VerbCell } from '../../src/lexicon/paradigms';
import type { Found } from './found';
import type { ReadForms } from './homographs';

type Tag = Readonly<Record<string, unknown>>;
type Parse = {
  readonly tag: Tag;
  readonly score: number;
  readonly parser: string;
  /** Absent when the parse is not from a paradigm. */
  readonly formCnt?: number;
  inflect(at: number): Parse;
  toString(): string;
};
type Morph = ((word: string) => Parse[]) & { init(folder: string, done: (error?: unknown) => void): void };
type Form = { readonly text: string; readonly tag: Tag };

/** Marks of archaic, colloquial or misspelt twins of a form, and of vocatives and patronymics. */
const LEFT_OUT = [
  'V-oy',
  'V-ey',
  'V-ej',
  'V-bi',
  'V-be',
  'V-ie',
  'V-sh',
  'V-en',
  'Infr',
  'Slng',
  'Arch',
  'Erro',
  'Dist',
  'voct',
  'Patr',
  'Init',
  'Abbr',
];
/** Names: their homographs are namesakes, which the engine tells apart itself. */
const PROPER = ['Surn', 'Name', 'Patr', 'Geox', 'Orgn', 'Trad'];
const CASES = [
  ['nomn'],
  ['gent', 'gen1', 'gen2'],
  ['datv'],
  ['accs', 'acc2'],
  ['ablt'],
  ['loct', 'loc1', 'loc2'],
] as const;
const GENDERS = { m: 'masc', f: 'femn', n: 'neut' } as const;

type Russian = {
  /** Finds lexemes by any nominative or infinitive. */
  readonly lookup: (word: string) => readonly Found[];
  readonly readForms: ReadForms;
};

/** Opens the dictionary. */
export async function openRussian(folder: URL): Promise<Russian> {
  const { Morph } = createRequire(new URL('package.json', folder))('./dist/az.js') as { Morph: Morph };
  await new Promise<void>((resolve, reject) => {
    Morph.init(fileURLToPath(new URL('dicts', folder)), (error) => (error ? reject(error) : resolve()));
  });
  const lookup = (word: string): readonly Found[] => {
    const parses = Morph(word).filter((parse) => parse.formCnt !== undefined);
    const known = parses.filter(({ parser }) => parser === 'Dictionary');
    // Names of persons have classes of their own (names.yml); a common noun is the better reading.
    const common = known.filter(({ tag }) => !tag.Surn && !tag.Name);
    const read = (tier: readonly Parse[]): readonly Found[] => tier.flatMap((parse) => toFound(parse, word));
    const found =
      [read(common), read(known), known.length > 0 ? [] : read(parses).slice(0, 1)].find((tier) => tier.length > 0) ??
      [];
    const distinct = new Map(found.map((one) => [`${one.lemma} ${JSON.stringify(one.lexeme)}`, one]));
    if (distinct.size > 0) return [...distinct.values()];
    const isInvariable = Morph(word).some(({ tag, parser }) => parser === 'Dictionary' && isOther(tag));
    return isInvariable ? [{ lemma: word.toLowerCase(), lexeme: { kind: 'other' } }] : [];
  };
  const readForms = (): ((form: string) => readonly Reading[]) => (form) =>
    Morph(form)
      .filter(({ tag, parser }) => parser === 'Dictionary' && !PROPER.some((mark) => tag[mark]))
      .filter(({ tag }) => !LEFT_OUT.some((mark) => tag[mark]))
      .map((parse) => toReading(parse));
  return { lookup, readForms };
}

function toReading(parse: Parse): Reading {
  const { tag } = parse;
  const isVerb = ['VERB', 'INFN', 'GRND', 'PRTF', 'PRTS'].some((part) => tag[part]);
  const lemma = (parse.formCnt === undefined ? parse : parse.inflect(0)).toString();
  return { lemma, isVerb, opens: isVerb || isOther(tag) || Boolean(tag.nomn) };
}

function toFound(parse: Parse, word: string): readonly Found[] {
  const read = toLexeme(parse, word);
  if (!read) return [];
  return [{ ...read, ...(parse.parser !== 'Dictionary' && { guessed: true as const }) }];
}

function isOther(tag: Tag): boolean {
  return ['PREP', 'ADVB', 'CONJ', 'PRCL', 'PRED', 'COMP', 'INTJ', 'NPRO', 'NUMR'].some((part) => tag[part]);
}

function toLexeme(parse: Parse, word: string): Found | undefined {
  const forms: Form[] = Array.from({ length: parse.formCnt ?? 0 }, (_, at) => parse.inflect(at)).map((form) => ({
    text: form.toString(),
    tag: form.tag,
  }));
  const usable = forms.filter(({ tag }) => !LEFT_OUT.some((mark) => tag[mark]));
  const cited = (texts: readonly string[]): boolean => texts.some((text) => fold(text) === fold(word));
  if (parse.tag.NOUN) {
    const noun = toNoun(usable);
    const [singular, plural] = [noun.sg?.[0] ?? [], noun.pl?.[0] ?? []];
    const lemma = singular[0] ?? plural[0];
    return lemma !== undefined && cited([...singular, ...plural]) ? { lemma, lexeme: noun } : undefined;
  }
  if (parse.tag.ADJF || parse.tag.PRTF) {
    const adjective = toAdjective(usable.filter(({ tag }) => sameAdjective(tag, parse.tag)));
    const nominatives = [adjective.m, adjective.f, adjective.n, adjective.pl].flatMap((row) => row[0] ?? []);
    const lemma = nominatives[0];
    return lemma !== undefined && cited(nominatives) ? { lemma, lexeme: adjective } : undefined;
  }
  if (parse.tag.INFN)
    return cited([parse.toString()])
      ? { lemma: parse.toString(), lexeme: toVerb(usable, parse.toString()) }
      : undefined;
  return undefined;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/ё/g, 'е');
}

/** Participles share a paradigm with their verb, superlatives with their adjective («новейший»). */
function sameAdjective(tag: Tag, cited: Tag): boolean {
  return ['ADJF', 'PRTF', 'past', 'pres', 'actv', 'pssv', 'Supr'].every(
    (mark) => Boolean(tag[mark]) === Boolean(cited[mark]),
  );
}

function row(forms: readonly Form[]): Adjective['m'] {
  return CASES.map((names) => [
    ...new Set(forms.filter(({ tag }) => names.some((name) => tag[name])).map(({ text }) => text)),
  ]);
}

function toNoun(forms: readonly Form[]): Noun {
  const all = forms.filter(({ tag }) => tag.NOUN);
  // Family names have both genders in one lexeme; the first is the one cited.
  const other = all[0]?.tag.masc ? 'femn' : 'masc';
  const nouns = all.filter(({ tag }) => !tag.Surn || !tag[other]);
  const sg = nouns.filter(({ tag }) => tag.sing);
  const pl = nouns.filter(({ tag }) => tag.plur);
  const gender = (['m', 'f', 'n'] as const).find((one) => nouns[0]?.tag[GENDERS[one]]);
  return {
    kind: 'noun',
    ...(gender && { gender }),
    ...(sg.length > 0 && { sg: row(sg) }),
    ...(pl.length > 0 && { pl: row(pl) }),
  };
}

function toAdjective(forms: readonly Form[]): Adjective {
  const of = (mark: string): Adjective['m'] =>
    row(forms.filter(({ tag }) => tag[mark] && (mark === 'plur' || tag.sing)));
  return { kind: 'adj', m: ordered(of('masc')), f: of('femn'), n: of('neut'), pl: ordered(of('plur')) };
}

/** The accusative lists the form of things first, then that of persons. */
function ordered(cells: Adjective['m']): Adjective['m'] {
  const [nominative = [], genitive = []] = cells;
  return cells.map((variants, at) => (at === 3 && variants.length > 1 ? [...nominative, ...genitive] : variants));
}

function toVerb(forms: readonly Form[], infinitive: string): Verb {
  const pick = (...marks: string[]): string[] => [
    ...new Set(forms.filter(({ tag }) => marks.every((mark) => tag[mark])).map(({ text }) => text)),
  ];
  const cells: Record<VerbCell, readonly string[]> = {
    inf: [infinitive],
    sg: pick('VERB', '3per', 'sing'),
    pl: pick('VERB', '3per', 'plur'),
    m: pick('VERB', 'past', 'masc'),
    f: pick('VERB', 'past', 'femn'),
    n: pick('VERB', 'past', 'neut'),
    past: pick('VERB', 'past', 'plur'),
    conv: pick('GRND'),
    // The present ones are homographs of «мы считаем».
    impers: pick('PRTS', 'pssv', 'past'),
  };
  return { kind: 'verb', cells };
}
