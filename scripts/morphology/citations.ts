/** Expands every citation form of the lexicon; files that are not finished yet do not stop the others. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lang } from '../../src/engine/types';
import { Expander } from '../../src/lexicon/expand';
import type { Inflector } from '../../src/lexicon/inflector';

type Entries = readonly never[];

const data = new URL('../../src/lexicon/data/', import.meta.url);
/** Keys that Expander wants to be there. */
const EMPTY_CUES = {
  prepositions: [],
  quotes_from: [],
  pronouns: [],
  possessive: [],
  short: {},
  distance: [],
  labels: [],
  debunk: {},
};

/** Returns the problems, one line each. */
export function expandAll(lang: Lang, inflector: Inflector): readonly string[] {
  const expander = new Expander(lang, inflector);
  const failures: string[] = [];
  const guard = (what: string, run: () => void): void => {
    try {
      run();
    } catch (error) {
      failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const folder of ['outlets', 'officials', 'others'] as const) {
    for (const entry of entriesOf(folder, failures)) guard(folder, () => expander.speaker(entry, 0));
  }
  for (const entry of entriesOf('narratives', failures))
    guard('narratives', () => expander.narrative(entry, 0, () => -1));
  const classes = read(`classes/${lang}.yml`, failures);
  for (const [id, words] of Object.entries(classes)) guard(`class ${id}`, () => expander.class(id, words as never, 0));
  const cues = { ...EMPTY_CUES, ...read(`cues/${lang}.yml`, failures) };
  guard('cues', () => expander.cues(cues as never, () => 0));
  const gold = read('../morph/gold.yml', failures) as Readonly<Record<string, Readonly<Record<string, object>>>>;
  const lookUp = { nouns: inflector.phrase, adjectives: inflector.adjective, verbs: inflector.verb };
  for (const [kind, expand] of Object.entries(lookUp)) {
    for (const word of Object.keys(gold[lang]?.[kind] ?? {})) expand(word);
  }
  for (const phrase of Object.values(gold[lang]?.phrases ?? [])) inflector.phrase(phrase);
  return [
    ...failures,
    ...new Set(expander.problems.map(({ from, token, message }) => `${from}: ${token}: ${message}`)),
  ];
}

function entriesOf(folder: string, failures: string[]): Entries {
  return list(folder).flatMap((file) => {
    const entries = read(`${folder}/${file}`, failures);
    return Array.isArray(entries) ? (entries as unknown as Entries) : [];
  });
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(new URL(`${folder}/`, data))
      .filter((file) => file.endsWith('.yml'))
      .sort();
  } catch {
    return [];
  }
}

function read(file: string, failures: string[]): object {
  try {
    return (parse(readFileSync(new URL(file, data), 'utf8')) as object | null) ?? {};
  } catch (error) {
    failures.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return {};
  }
}
