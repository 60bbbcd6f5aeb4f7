/** Engines of all languages behind one door: each article goes to the engine of its language. */
import { createEngine, type Engine } from './engine';
import { type Profile, tellLanguage } from './language';
import type { Tables } from './terms';
import type { Lang } from './types';

/**
 * @param tablesOf is asked for a language when its first article comes; the engine made of it is kept
 * @param profiles by what the language of an article is told
 */
export function createPolyglot(tablesOf: (lang: Lang) => Tables, profiles: readonly Profile[]): Engine {
  const engines = new Map<Lang, Engine>();
  return {
    scan(passages) {
      const lang =
        passages.find((passage) => passage.lang)?.lang ??
        tellLanguage(
          passages.map(({ text }) => text),
          profiles,
        );
      const engine = engines.get(lang) ?? createEngine(tablesOf(lang));
      engines.set(lang, engine);
      return engine.scan(passages);
    },
  };
}
