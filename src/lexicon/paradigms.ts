/** Tagged paradigms of the words that the lexicon uses, as scripts/morphology/update.ts writes them (build time only). */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lang } from '../engine/types';
import type { Gender } from './form-set';
import type { NameTables } from './names';

/** Variants by case, in the order of CASE_BITS; an empty cell has no variant. */
export type Cells = readonly (readonly string[])[];
export type Noun = {
  readonly kind: 'noun';
  /** Absent for words that have no singular. */
  readonly gender?: Gender;
  readonly sg?: Cells;
  readonly pl?: Cells;
};
/** French has no cases: one cell for each of m and f, and one for the plural, masculine before feminine. */
export type Adjective = {
  readonly kind: 'adj';
  /** The form without an ending, under which German cites it («russisch»). */
  readonly base?: string;
  readonly m: Cells;
  readonly f: Cells;
  readonly n: Cells;
  readonly pl: Cells;
  /** Plural of men, where a language has one of its own: «rosyjscy dziennikarze» beside «rosyjskie media». */
  readonly virile?: Cells;
};
/**
 * Cells of a verb: infinitive, 3rd person singular and plural, past by gender, past plural, converbs, impersonal.
 * French: `m` and `past` are the imparfait and the passé simple, `impers` the participle.
 */
export const VERB_CELLS = ['inf', 'sg', 'pl', 'm', 'f', 'n', 'past', 'conv', 'impers'] as const;
export type VerbCell = (typeof VERB_CELLS)[number];
export type Verb = {
  readonly kind: 'verb';
  readonly cells: Readonly<Record<VerbCell, readonly string[]>>;
  /** What a German verb puts at the end of its clause: «teilte … mit». The cells have it in front («mitteilte»). */
  readonly particle?: string;
};
/** Makes the cells of a verb, one by one. */
export function verbCells(of: (cell: VerbCell) => readonly string[]): Verb['cells'] {
  return {
    inf: of('inf'),
    sg: of('sg'),
    pl: of('pl'),
    m: of('m'),
    f: of('f'),
    n: of('n'),
    past: of('past'),
    conv: of('conv'),
    impers: of('impers'),
  };
}

/** A word that does not inflect: an adverb, a preposition. */
export type Other = { readonly kind: 'other' };
export type Lexeme = Noun | Adjective | Verb | Other;

/** Irregular words of English. */
export type English = {
  readonly verbs: Readonly<Record<string, { past?: string; participle?: string; s?: string; ing?: string }>>;
  readonly plurals: Readonly<Record<string, string>>;
  readonly prepositions: readonly string[];
};

/** Closed lists of German, from morph/german.yml. */
export type German = {
  readonly auxiliaries: Readonly<Record<'have' | 'become', readonly string[]>>;
  readonly reflexive: string;
  readonly articles: readonly string[];
  readonly indefinite: readonly string[];
  readonly prepositions: readonly string[];
  readonly particles: readonly string[];
  readonly prefixes: readonly string[];
  readonly names: readonly string[];
};

/** French: what no dictionary tells of a noun phrase (see morph/french.yml). */
export type French = {
  readonly prepositions: readonly string[];
  readonly before: readonly string[];
  readonly persons: readonly string[];
  readonly things: readonly string[];
};

export type Paradigms = {
  /** Lexemes that have the word as a nominative or an infinitive. */
  readonly lookup: (word: string) => readonly Lexeme[];
  readonly names: NameTables;
  /** Words that make a phrase stay as it is when it begins with them. */
  readonly prepositions: ReadonlySet<string>;
  readonly english: English;
  readonly german: German;
  readonly french: French;
};

/** One lexeme as it is stored: cells are strings, blanks between cases, slashes between variants, «-» for none. */
export type StoredLexeme = Readonly<Record<string, string>>;
export type StoredParadigms = { readonly words: Readonly<Record<string, readonly StoredLexeme[]>> };

/** Reads `morph/<lang>.json`, `names.yml` and `english.yml` from beside this file. */
export function loadParadigms(lang: Lang): Paradigms {
  const file = beside(`${lang}.json`);
  const stored: StoredParadigms = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as StoredParadigms)
    : { words: {} };
  return { lookup: indexed(stored), ...loadTables(lang) };
}

/** Everything but the words: name classes and closed lists. */
export function loadTables(lang: Lang): Omit<Paradigms, 'lookup'> {
  const names = parse(readFileSync(beside('names.yml'), 'utf8')) as Record<
    string,
    NameTables & { prepositions: string[] }
  >;
  const english = parse(readFileSync(beside('english.yml'), 'utf8')) as English;
  const german = parse(readFileSync(beside('german.yml'), 'utf8')) as German;
  const french = parse(readFileSync(beside('french.yml'), 'utf8')) as French;
  const own = names[lang];
  return {
    names: own ?? { script: 'Latin', given: [], family: [], patronymic: [] },
    prepositions: new Set(own?.prepositions ?? english.prepositions),
    english,
    german,
    french,
  };
}

function beside(file: string): URL {
  return new URL(`./morph/${file}`, import.meta.url);
}

/** Letters as they are compared: dictionaries write «кремлёвский», authors «кремлевский». */
export function foldLetters(word: string): string {
  return word.toLowerCase().replace(/ё/g, 'е');
}

/** Looks words up by every nominative, so that «інтереси» finds «інтерес». */
function indexed(stored: StoredParadigms): (word: string) => readonly Lexeme[] {
  const index = new Map<string, Lexeme[]>();
  for (const lexeme of Object.values(stored.words).flat()) {
    const read = readLexeme(lexeme);
    const cited = read.kind === 'other' ? [lexeme.other ?? ''] : citedAs(read);
    for (const word of new Set(cited.map(foldLetters))) {
      const known = index.get(word);
      if (known) known.push(read);
      else index.set(word, [read]);
    }
  }
  return (word) => index.get(foldLetters(word)) ?? [];
}

/** The forms under which authors may cite a lexeme. */
export function citedAs(lexeme: Lexeme): readonly string[] {
  switch (lexeme.kind) {
    case 'noun':
      return [...(lexeme.sg?.[0] ?? []), ...(lexeme.pl?.[0] ?? [])];
    case 'adj':
      return [
        lexeme.base ?? [],
        ...[lexeme.m, lexeme.f, lexeme.n, lexeme.pl, lexeme.virile].map((cells) => cells?.[0] ?? []),
      ].flat();
    case 'verb':
      return lexeme.cells.inf;
    case 'other':
      return [];
  }
}

/** Parses a stored lexeme. */
export function readLexeme(stored: StoredLexeme): Lexeme {
  if (stored.verb !== undefined) {
    const infinitive = stored.verb;
    return {
      kind: 'verb',
      cells: verbCells((cell) => (cell === 'inf' ? [infinitive] : readVariants(stored[cell] ?? '-'))),
      ...(stored.particle !== undefined && { particle: stored.particle }),
    };
  }
  if (stored.other !== undefined) return { kind: 'other' };
  if (stored.noun !== undefined) {
    const gender = stored.noun as Gender | '-';
    return {
      kind: 'noun',
      ...(gender !== '-' && { gender }),
      ...(stored.sg !== undefined && { sg: readCells(stored.sg) }),
      ...(stored.pl !== undefined && { pl: readCells(stored.pl) }),
    };
  }
  const cells = (key: string): Cells => readCells(stored[key] ?? '- - - - - -');
  const base = stored.adj === undefined || stored.adj === '+' ? {} : { base: stored.adj };
  const virile = stored.virile === undefined ? {} : { virile: cells('virile') };
  return { kind: 'adj', ...base, m: cells('m'), f: cells('f'), n: cells('n'), pl: cells('pl'), ...virile };
}

function readCells(text: string): Cells {
  return text.split(' ').map(readVariants);
}

function readVariants(text: string): readonly string[] {
  return text === '-' ? [] : text.split('/');
}

/** The inverse of readLexeme, for the file that is reviewed. */
export function storeLexeme(lexeme: Lexeme, word: string): StoredLexeme {
  const cells = (value: Cells): string => value.map(storeVariants).join(' ');
  switch (lexeme.kind) {
    case 'noun':
      return {
        noun: lexeme.gender ?? '-',
        ...(lexeme.sg && { sg: cells(lexeme.sg) }),
        ...(lexeme.pl && { pl: cells(lexeme.pl) }),
      };
    case 'adj':
      return {
        adj: lexeme.base ?? '+',
        m: cells(lexeme.m),
        f: cells(lexeme.f),
        n: cells(lexeme.n),
        pl: cells(lexeme.pl),
        ...(lexeme.virile && { virile: cells(lexeme.virile) }),
      };
    case 'verb': {
      const rest = VERB_CELLS.slice(1).map((cell) => [cell, storeVariants(lexeme.cells[cell])] as const);
      const particle = lexeme.particle === undefined ? {} : { particle: lexeme.particle };
      return { verb: word, ...particle, ...Object.fromEntries(rest.filter(([, text]) => text !== '-')) };
    }
    case 'other':
      return { other: word };
  }
}

function storeVariants(variants: readonly string[]): string {
  return variants.length === 0 ? '-' : variants.join('/');
}
