/** Where neither cases nor commas show the subject, as in French, its place among the words does. */
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import type { Speaker } from './speaker';
import { CLAUSE_END, GAP } from './syntax';
import { T } from './terms';

/** Neither cases nor commas show the subject, and the verb may stand before it. */
export const isFree = (page: Page) => {
  const { cases, commaBeforeThat, inverts } = grammarOf(page.lang);
  return !cases && !commaBeforeThat && inverts;
};

/** «accuse Lavrov de mentir»: a name that such a preposition follows is an object. */
export function isObjectOf(page: Page, { kind, last }: Speaker): boolean {
  return isFree(page) && kind === 'mention' && isAdjacent(page.syntax, last) && hitAt(page, last, T.OF) !== undefined;
}

/** «l'homme qui a défié Poutine»: what follows the verb of a relative clause is its object. */
export function isInRelative(page: Page, { first }: Speaker): boolean {
  let hasVerb = false;
  for (let word = first - 1; word >= 0 && word >= first - RELATIVE_REACH; word -= 1) {
    if (((page.syntax.gaps[word + 1] ?? 0) & CLAUSE_END) !== 0) return false;
    if (hitAt(page, word, T.RELATIVE) && !hitAt(page, word, T.THAT)) return hasVerb;
    if (!hitOver(page, word, ...LIGHT, T.DETERMINER, T.HONORIFIC)) hasVerb = true;
  }
  return false;
}
const RELATIVE_REACH = 7;

/** First word of what stands between two commas right before the verb, if it is short and says nothing. */
export function asideBefore(page: Page, verb: Hit): number | undefined {
  const { gaps } = page.syntax;
  const mark = (word: number) => (gaps[word] ?? 0) & (CLAUSE_END | GAP.QUOTE_CLOSE);
  if (mark(verb.first) !== GAP.COMMA) return undefined;
  for (let word = verb.first - 1; word > 0 && word >= verb.first - ASIDE; word -= 1) {
    if (hitAt(page, word, T.SAY, T.REPORT)) return undefined;
    if (mark(word) !== 0) return mark(word) === GAP.COMMA ? word : undefined;
  }
  return undefined;
}
/** Longest aside between a subject and its verb, in words. */
const ASIDE = 10;

/** Nothing but adverbs and pronouns. */
export function isLight(page: Page, from: number, to: number): boolean {
  for (let word = from; word < to; word += 1) if (!hitOver(page, word, ...LIGHT)) return false;
  return true;
}
const LIGHT = [T.TIME, T.PRONOUN, T.NEGATION, T.CLITIC] as const;
