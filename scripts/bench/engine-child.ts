/**
 * One measurement in a process of its own, for `engine.ts`, which builds this file first: what runs is what a build runs.
 * Arguments: what is done, and then a set of forms or a language's tables as files. Prints JSON.
 */
import { readFileSync } from 'node:fs';
import { createEngine } from '../../src/engine';
import { fold } from '../../src/engine/fold';
import { openLexicon, readHits } from '../../src/engine/hits';
import { parse } from '../../src/engine/syntax';
import type { Tables } from '../../src/engine/terms';
import { ahoCorasick, alternation, fastscan, includes, oracle, regexp } from './contenders';
import { cost, interleave, type Times } from './cost';
import type { FormSet } from './form-sets';
import { createMatcher, type Matcher } from './matcher';
import { flat, type Kind, type NewsLang, newsOf, plainNews } from './text';

const ROUNDS = 20;
/** Of a whole reading, which is long code and takes longer to be optimised. */
const READING_ROUNDS = 40;
const WARM_UNITS = 65_536;
const FEW_UNITS = 2048;
const MANY_UNITS = 1_048_576;
const COLD_UNITS = 80_000;

export type Warm = {
  readonly times: Record<'limit' | 'lower' | 'own' | 'ahoCorasick' | 'fastscan' | 'regexp', Times>;
  /** Hits in the text. */
  readonly hits: number;
  /** Our time as a multiple of the limit, on the shorter and on the longer text. */
  readonly few: number;
  readonly many: number;
};
/** `match`: folding, words, sentences and the meanings of all forms; `scan`: the whole reading. */
export type Reading = {
  readonly times: Record<'limit' | 'lower' | 'fold' | 'match' | 'scan', Times>;
  readonly flags: number;
};
/** Milliseconds until the tables can be searched, and of the first search. */
export type Cold = { readonly load: number; readonly scan: number };
/** How many hits we and the RegExp have together, and how many only one of us has. */
export type Agreement = { readonly common: number; readonly lonely: number };

function lookAtEach(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

const packed = (path: string): string => readFileSync(path, 'utf8');
const passagesOf = (text: string, lang: NewsLang) => text.split('\n').map((line) => ({ text: flat(line), lang }));

/** Everyone finds the same words in the text, or nothing is worth measuring. */
function mustAgree(matchers: Readonly<Record<string, Matcher>>, forms: readonly string[], text: string): number {
  const right = oracle(forms)(text);
  for (const [name, match] of Object.entries(matchers)) {
    if (match(text).join() !== right.join()) throw new Error(`${name} finds other words than a naive search`);
  }
  return right.length / 2;
}

function warm(path: string): Warm {
  const set = JSON.parse(packed(path)) as FormSet;
  const text = plainNews(set.lang, 'ordinary', WARM_UNITS);
  const own = createMatcher(set);
  const matchers = {
    own,
    ahoCorasick: ahoCorasick(set.forms),
    fastscan: fastscan(set.forms),
    regexp: regexp(set.source),
  };
  const hits = mustAgree(matchers, set.forms, text);
  const times = interleave(
    {
      limit: () => lookAtEach(text),
      lower: () => text.toLowerCase(),
      own: () => own(text),
      ahoCorasick: () => matchers.ahoCorasick(text),
      fastscan: () => matchers.fastscan(text),
      regexp: () => matchers.regexp(text),
    },
    ROUNDS,
  );
  const ratioAt = (units: number): number => {
    const other = plainNews(set.lang, 'ordinary', units);
    const { limit, mine } = interleave({ limit: () => lookAtEach(other), mine: () => own(other) }, ROUNDS);
    return mine.min / limit.min;
  };
  return { times, hits, few: ratioAt(FEW_UNITS), many: ratioAt(MANY_UNITS) };
}

function reading(path: string, lang: NewsLang, kind: Kind): Reading {
  const tables = JSON.parse(packed(path)) as Tables;
  const text = newsOf(lang, kind, WARM_UNITS);
  const passages = passagesOf(text, lang);
  const lexicon = openLexicon(tables);
  const engine = createEngine(tables);
  const times = interleave(
    {
      limit: () => lookAtEach(text),
      lower: () => text.toLowerCase(),
      fold: () => passages.map((one) => fold(one.text)),
      match: () => passages.map((one) => readHits(parse(lexicon.words.read(one.text)), lexicon)),
      scan: () => engine.scan(passages),
    },
    READING_ROUNDS,
  );
  return { times, flags: engine.scan(passages).flags.length };
}

/** Loads and then searches; what is read from the disk is there before the clock starts, as in a page. */
function timed<Loaded>(load: () => Loaded, search: (loaded: Loaded) => unknown): Cold {
  let loaded: Loaded | undefined;
  const first = cost(() => {
    loaded = load();
  });
  return { load: first, scan: cost(() => search(loaded as Loaded)) };
}

const BUILDERS = { ahoCorasick, fastscan, alternation, includes } as const;
export type Builder = keyof typeof BUILDERS;

function cold(path: string, who: 'own' | 'regexp' | Builder): Cold {
  const set = JSON.parse(packed(path)) as FormSet;
  const text = plainNews(set.lang, 'ordinary', COLD_UNITS);
  const search = (match: Matcher) => match(text);
  if (who === 'regexp') return timed(() => regexp(set.source), search);
  if (who === 'own') {
    const { words, phrases } = set;
    const tables = JSON.stringify({ words, phrases });
    return timed(() => createMatcher(JSON.parse(tables) as FormSet), search);
  }
  const forms = JSON.stringify(set.forms);
  return timed(() => BUILDERS[who](JSON.parse(forms) as string[]), search);
}

function coldReading(path: string, lang: NewsLang): Cold {
  const tables = packed(path);
  const passages = passagesOf(newsOf(lang, 'ordinary', COLD_UNITS), lang);
  return timed(
    () => createEngine(JSON.parse(tables) as Tables),
    (engine) => engine.scan(passages),
  );
}

function agreement(path: string): Agreement {
  const set = JSON.parse(packed(path)) as FormSet;
  const [own, search] = [createMatcher(set), regexp(set.source)];
  let [common, lonely] = [0, 0];
  for (const kind of ['ordinary', 'dense'] as const) {
    const text = plainNews(set.lang, kind, WARM_UNITS);
    mustAgree({ regexp: search }, set.forms, text);
    const pairs = (hits: readonly number[]) =>
      new Set(hits.flatMap((start, i) => (i % 2 === 0 ? [`${start} ${hits[i + 1]}`] : [])));
    const [mine, theirs] = [pairs(own(text)), pairs(search(text))];
    const both = [...mine].filter((pair) => theirs.has(pair)).length;
    common += both;
    lonely += mine.size + theirs.size - 2 * both;
  }
  return { common, lonely };
}

// Browsers decode base64 themselves, which this Node may not.
if (!('fromBase64' in Uint8Array))
  Object.assign(Uint8Array, { fromBase64: (text: string) => new Uint8Array(Buffer.from(text, 'base64')) });

const [, , what, path = '', ...rest] = process.argv;
const tasks: Readonly<Record<string, () => unknown>> = {
  warm: () => warm(path),
  reading: () => reading(path, rest[0] as NewsLang, rest[1] as Kind),
  cold: () => cold(path, rest[0] as Builder),
  coldReading: () => coldReading(path, rest[0] as NewsLang),
  agreement: () => agreement(path),
};
const task = tasks[what ?? ''];
if (!task) throw new Error(`nothing is called ${what}`);
console.log(JSON.stringify(task()));
