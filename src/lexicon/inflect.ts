/** Expands citation forms into all surface forms with their grammar. Runs at build time only. */
import type { Lang } from '../engine/types';
import { englishInflector } from './english';
import { frenchInflector } from './french';
import { germanInflector } from './german';
import type { Inflector } from './inflector';
import type { Paradigms } from './paradigms';
import { slavicInflector } from './slavic';

export { loadParadigms, type Paradigms } from './paradigms';

const INFLECTORS: Readonly<Record<Lang, (paradigms: Paradigms) => Inflector>> = {
  uk: slavicInflector,
  ru: slavicInflector,
  en: englishInflector,
  pl: slavicInflector,
  de: germanInflector,
  fr: frenchInflector,
};

/** Makes the inflector of a language from its paradigms (see loadParadigms). */
export function createInflector(lang: Lang, paradigms: Paradigms): Inflector {
  return INFLECTORS[lang](paradigms);
}
