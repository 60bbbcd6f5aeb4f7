/** Engines of all languages behind one door: each article goes to the engine of its language. */
import { createEngine, type Engine } from './engine';
import { type Profile, tellLanguage } from './language';
import type { Tables } from './terms';
import type { Lang, Passage } from './types';

/**
 * @param tablesOf is asked for a language when its first article comes; the engine made of it is kept
 * @param profiles by what the language of an article is told
 */
export function createPolyglot(tablesOf: (lang: Lang) => Tables, profiles: readonly Profile[]): Engine {
  const engines = new Map<Lang, Engine>();
  const engineOf = (passages: readonly Passage[]): Engine => {
    const lang = languageOf(passages, profiles);
    const engine = engines.get(lang) ?? createEngine(tablesOf(lang));
    engines.set(lang, engine);
    return engine;
  };
  return {
    scan: (passages, strictness) => engineOf(passages).scan(passages, strictness),
    read: (passages, strictness) => engineOf(passages).read(passages, strictness),
  };
}

/** The language that a passage names, else the one that the texts are told to be in. */
export function languageOf(passages: readonly Passage[], profiles: readonly Profile[]): Lang {
  return (
    passages.find((passage) => passage.lang)?.lang ??
    tellLanguage(
      passages.map(({ text }) => text),
      profiles,
    )
  );
}
