/// <reference path="./raw.d.ts" />
/** Rupor's engine as a package: passages of an article in, flags out. Knows no DOM, no Node, no network. */

import { createPolyglot, languageOf, type OwnEntry, type Steps, type Tables } from '../engine';
import { LANGS, type Lang, type Passage, type Reading, type Strictness } from '../engine/types';
import { profiles, lexiconVersion as version } from '../lexicon';
import { checkLanguage, checkOwn, checkPassages, checkStrictness } from './check';

export { drain, type OwnEntry, type Steps } from '../engine';
export type {
  Confidence,
  Evidence,
  Flag,
  FramingFlag,
  Kind,
  Lang,
  OfficialFlag,
  OutletFlag,
  Passage,
  PassageRole,
  Reading,
  Span,
  Stance,
  Strictness,
  Voice,
} from '../engine/types';

/** The day that the lexicon in this package is of, `YYYY-MM-DD`. */
export const lexiconVersion: string = version;

/** All languages that there are tables for. */
export const LANGUAGES: readonly Lang[] = LANGS;

/** The lexicon of one language. What else is in it is the engine's own and may change with any version. */
export type LanguageTables = { readonly lang: Lang };

/** Reads articles. Keeps nothing between them, so one engine serves any number of articles. */
export type NewsEngine = {
  /** What it was opened for. */
  readonly languages: readonly Lang[];
  /** The language that the first passage with a `lang` names; without one, the one that the texts are told to be in. */
  languageOf(passages: readonly Passage[]): Lang;
  /**
   * Reads the passages of one article in order; pronouns look back across them.
   * @param strictness how well founded flags must be, `normal` without it; what a stricter one shows, a wider one shows as well
   * @returns flags and voices in reading order; offsets are UTF-16 units, half-open, into `passages[flag.passage].text`
   * @throws TypeError for what is no passage; LanguageNotOpened for an article in another language
   */
  scan(passages: readonly Passage[], strictness?: Strictness): Reading;
  /**
   * The same in steps, for a thread that has other things to do: `next()` until `done`. No step is longer than the work
   * on one passage. The passages must not change meanwhile; several readings may run in turns.
   */
  read(passages: readonly Passage[], strictness?: Strictness): Steps<Reading>;
  /**
   * The same engine with these entries beside the lexicon's, in place of others that it was given before.
   * @throws TypeError for an entry that cannot be looked for
   */
  with(own: readonly OwnEntry[]): NewsEngine;
};

/** An article in a language that the engine was not opened for. */
export class LanguageNotOpened extends Error {
  override readonly name = 'LanguageNotOpened';
  /** The article's language. */
  readonly lang: Lang;

  constructor(lang: Lang, opened: readonly Lang[]) {
    super(
      `The article is in "${lang}", and the engine was opened for ${opened.join(', ')}: open it for "${lang}" too.`,
    );
    this.lang = lang;
  }
}

/** A bundler makes a file of each, which is loaded when it is asked for. */
const FILES: { readonly [L in Lang]: () => Promise<{ readonly default: LanguageTables }> } = {
  uk: () => import('./tables/uk'),
  ru: () => import('./tables/ru'),
  en: () => import('./tables/en'),
  pl: () => import('./tables/pl'),
  de: () => import('./tables/de'),
  fr: () => import('./tables/fr'),
};

/**
 * Loads the tables of these languages out of the package, and opens the engine.
 * @param options.languages of the articles that will be read; all without it
 */
export async function openEngine({
  languages = LANGUAGES,
}: {
  readonly languages?: readonly Lang[];
} = {}): Promise<NewsEngine> {
  for (const [at, lang] of languages.entries()) checkLanguage(`languages[${at}]`, lang);
  const files = await Promise.all([...new Set(languages)].map((lang) => FILES[lang]()));
  return createEngine(files.map((file) => file.default));
}

/** The engine for tables that are at hand, as `rupor-engine/tables/uk` gives them: where nothing can be awaited. */
export function createEngine(tables: readonly LanguageTables[]): NewsEngine {
  const byLang = new Map(tables.map((table) => [table.lang, table as Tables]));
  const languages = [...byLang.keys()];
  if (languages.length === 0) throw new TypeError(`An engine needs a language: ${LANGUAGES.join(', ')}.`);
  const bare = createPolyglot((lang) => {
    const table = byLang.get(lang);
    if (!table) throw new LanguageNotOpened(lang, languages);
    return table;
  }, profiles);
  const checked = (engine: Pick<NewsEngine, 'scan' | 'read'>): NewsEngine => ({
    languages,
    languageOf(passages) {
      checkPassages(passages);
      return languageOf(passages, profiles);
    },
    scan(passages, strictness) {
      checkPassages(passages);
      checkStrictness(strictness);
      return engine.scan(passages, strictness);
    },
    read(passages, strictness) {
      checkPassages(passages);
      checkStrictness(strictness);
      return engine.read(passages, strictness);
    },
    with(own) {
      checkOwn(own);
      return checked(bare.with(own));
    },
  });
  return checked(bare);
}
