/**
 * Writes src/lexicon/morph/uk.json and ru.json: tagged paradigms of the words that the lexicon uses, and of no others.
 * The only step that touches dictionaries. Run after adding words to the lexicon: npx tsx scripts/morphology/update.ts
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createInflector } from '../../src/lexicon/inflect';
import { type Lexeme, loadTables, readLexeme, type StoredLexeme, storeLexeme } from '../../src/lexicon/paradigms';
import { expandAll } from './citations';
import type { Found } from './found';
import { openRussian } from './russian';
import { distinct, openUkrainian, ukrainianAdjective } from './ukrainian';

type Slavic = 'uk' | 'ru';
type Own = {
  readonly animate?: readonly string[];
  readonly prefixes: readonly string[];
  readonly words: Readonly<Record<string, readonly StoredLexeme[]>>;
};
type Lookup = (word: string) => readonly Found[];

const here = new URL('./', import.meta.url);
const SOURCES = { uk: 'dictionary-uk', ru: 'az' } as const;
/** Shorter rests («росія» without «рос») are chance. */
const SHORTEST_REST = 4;

const own = parse(readFileSync(new URL('words.yml', here), 'utf8')) as Record<Slavic, Own>;
install();
let total = 0;
for (const lang of ['uk', 'ru'] as const) total += await update(lang);
process.exitCode = total > 0 ? 1 : 0;

function install(): void {
  const missing = Object.values(SOURCES).some((name) => !existsSync(new URL(`node_modules/${name}/package.json`, here)));
  if (missing) execFileSync('npm', ['ci'], { cwd: here, stdio: 'inherit' });
}

/** Runs the compiler's own expansion over the dictionary, keeps what it asked for, and reports what it could not find. */
async function update(lang: Slavic): Promise<number> {
  const folder = new URL(`node_modules/${SOURCES[lang]}/`, here);
  const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { version: string };
  const dictionary = lang === 'uk' ? openUkrainian(folder, new Set(own.uk.animate)) : await openRussian(folder);
  const lookup = withOwnWords(dictionary, lang);
  const asked = new Map<string, readonly Found[]>();
  const remember = (word: string): readonly Lexeme[] => {
    const found = asked.get(word) ?? lookup(word);
    asked.set(word, found);
    return found.map(({ lexeme }) => lexeme);
  };
  const problems = expandAll(lang, createInflector(lang, { lookup: remember, ...loadTables(lang) }));
  const words = [...asked.values()].flat();
  write(lang, `${SOURCES[lang]} ${version}`, words);
  const guessed = [...new Set(words.filter((one) => one.guessed).map(({ lemma }) => lemma))].sort();
  console.log(`${lang}: ${new Set(words.map(({ lemma }) => lemma)).size} words, ${problems.length} problems`);
  if (guessed.length > 0) console.log(`  declined by their endings, please read in the diff: ${guessed.join(', ')}`);
  for (const problem of problems) console.log(`  ${problem}`);
  return problems.length;
}

/** Hand-written words first, then the dictionary, then a known prefix, then the ending of an adjective. */
function withOwnWords(dictionary: Lookup, lang: Slavic): Lookup {
  const byHand = new Map(
    Object.entries(own[lang].words).map(([lemma, stored]) => [
      lemma,
      stored.map((one): Found => ({ lemma, lexeme: readLexeme(one) })),
    ]),
  );
  return (word) => {
    const mine = byHand.get(word) ?? byHand.get(word.toLowerCase());
    if (mine) return mine;
    const found = dictionary(word);
    if (found.length > 0 && !found.every(({ guessed }) => guessed)) return found;
    const prefixed = withPrefix(word, dictionary, own[lang].prefixes);
    if (prefixed.length > 0) return prefixed;
    return found.length > 0 || lang === 'ru' ? found : guessAdjective(word);
  };
}

function withPrefix(word: string, dictionary: Lookup, prefixes: readonly string[]): readonly Found[] {
  const lower = word.toLowerCase();
  const prefix = prefixes.find((one) => lower.startsWith(one) && lower.length - one.length >= SHORTEST_REST);
  if (prefix === undefined) return [];
  const known = dictionary(lower.slice(prefix.length)).filter((one) => !one.guessed && one.lexeme.kind !== 'other');
  return distinct(
    known.map(({ lemma, lexeme }) => {
      const stored = Object.entries(storeLexeme(lexeme, lemma)).map(([key, text]) => [key, prefixedCells(key, text, prefix)]);
      return { lemma: prefix + lemma, lexeme: readLexeme(Object.fromEntries(stored)), guessed: true as const };
    }),
  );
}

function prefixedCells(key: string, text: string, prefix: string): string {
  return key === 'noun' || key === 'adj' ? text : text.replace(/[^ /-][^ /]*/g, (form) => prefix + form);
}

/** Adjectives in -ський and -ний are regular even if new: «путінський». */
function guessAdjective(word: string): readonly Found[] {
  if (!/([сзц]ьк|н|ов)(ий|а|е|і)$/.test(word) || word.length < 7 || word !== word.toLowerCase()) return [];
  const lexeme = ukrainianAdjective(word.replace(/(а|е|і)$/, 'ий'));
  return lexeme ? [{ lemma: lexeme.m[0]?.[0] ?? word, lexeme, guessed: true }] : [];
}

/** One word a line, sorted, so that a reviewer sees each paradigm in the diff. */
function write(lang: Slavic, source: string, found: readonly Found[]): void {
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
