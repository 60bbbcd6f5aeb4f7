/** Expands citation forms into all surface forms with their grammar. Runs at build time only. */
import { englishInflector } from './english';
import type { Inflector } from './inflector';
import type { Language, Paradigms } from './paradigms';
import { slavicInflector } from './slavic';

export { type Language, loadParadigms, type Paradigms } from './paradigms';

/** Makes the inflector of a language from its paradigms (see loadParadigms). */
export function createInflector(lang: Language, paradigms: Paradigms): Inflector {
  return lang === 'en' ? englishInflector(paradigms) : slavicInflector(paradigms);
}
