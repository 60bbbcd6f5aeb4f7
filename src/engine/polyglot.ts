/** Engines of all languages behind one door: each article goes to the engine of its language. */
import { type BareEngine, createEngine, type Engine } from './engine';
import { type Profile, tellLanguage } from './language';
import type { OwnEntry } from './own';
import type { Tables } from './terms';
import type { Lang, Passage } from './types';

/**
 * @param tablesOf is asked for a language when its first article comes; the engine made of it is kept
 * @param profiles by what the language of an article is told
 */
export function createPolyglot(tablesOf: (lang: Lang) => Tables, profiles: readonly Profile[]): BareEngine {
  const bareOf = kept((lang) => createEngine(tablesOf(lang)));
  const behind = (engineOf: (lang: Lang) => Engine): Engine => ({
    scan: (passages, strictness) => engineOf(languageOf(passages, profiles)).scan(passages, strictness),
    read: (passages, strictness) => engineOf(languageOf(passages, profiles)).read(passages, strictness),
  });
  return {
    ...behind(bareOf),
    with: (own: readonly OwnEntry[]) => behind(kept((lang) => bareOf(lang).with(own))),
  };
}

/** Makes each language's engine once. */
function kept<E>(make: (lang: Lang) => E): (lang: Lang) => E {
  const engines = new Map<Lang, E>();
  return (lang) => {
    const engine = engines.get(lang) ?? make(lang);
    engines.set(lang, engine);
    return engine;
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
