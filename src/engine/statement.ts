/** Is a verb of speech a statement of its subject here, or something done to it, an act, a silence? */

import { F } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent } from './mentions';
import { hitAt, hitOver, opensReport, type Page } from './reading';
import type { Speaker } from './speaker';
import { CLAUSE_END, GAP, isCapitalised } from './syntax';
import { BEFORE_CLAUSE, T } from './terms';

/** How far behind its auxiliary a participle stands, in words. */
const PASSIVE_REACH = 5;
/** How far behind a verb its reported clause begins, and the noun that names what was said. In words. */
const REPORT_REACH = 4;
const NOUN_REACH = 5;

/** "Lavrov was accused of lying", "has been told": what the verb says is done to its subject. */
export function isPassive(page: Page, verb: Hit): boolean {
  if (grammarOf(page.lang).inverts || (verb.features & F.PAST) === 0) return false;
  let isUnknown = false;
  for (let word = verb.first - 1; word >= 0 && word >= verb.first - PASSIVE_REACH; word -= 1) {
    if (((page.syntax.gaps[word + 1] ?? 0) & CLAUSE_END) !== 0) return false;
    const auxiliary = hitAt(page, word, T.AUXILIARY);
    if (auxiliary) return auxiliary.x === 1;
    if (hitOver(page, word, T.TIME, T.NEGATION, T.DISTANCE)) continue;
    // One adverb that the lexicon does not know: "is widely believed".
    if (isUnknown || page.at.has(word) || page.mentionAt[word] || isCapitalised(page.syntax, word)) return false;
    isUnknown = true;
  }
  return false;
}

/** Does a reported clause begin within a few words after the verb? */
export function reportsAfter(page: Page, verb: Hit): boolean {
  for (let word = verb.last; word < Math.min(page.syntax.count, verb.last + REPORT_REACH); word += 1)
    if (opensReport(page, word)) return true;
  return false;
}

/** "released a statement": what an outlet does with news is speech of an official only with a noun of speech, or a clause. */
function namesSpeech(page: Page, verb: Hit): boolean {
  if (reportsAfter(page, verb) || takesSpeechNoun(page, verb)) return true;
  for (let word = verb.last; word < page.syntax.count && word < verb.last + NOUN_REACH; word += 1)
    if (!isAdjacent(page.syntax, word)) return ((page.syntax.gaps[word] ?? 0) & (GAP.COLON | GAP.QUOTE_OPEN)) !== 0;
  return false;
}

/** "issued a sharp warning": the object is a noun of speech; "made no comment" is silence. */
export function takesSpeechNoun(page: Page, verb: Hit): boolean {
  for (let word = verb.last; word < page.syntax.count && word < verb.last + NOUN_REACH; word += 1) {
    if (!isAdjacent(page.syntax, word) || hitAt(page, word, T.NEGATION)) return false;
    if (page.at.get(word)?.some(({ kind, ref }) => kind === T.SPEECH_NOUN && ref !== BEFORE_CLAUSE)) return true;
  }
  return false;
}

/** "recalled its ambassador", "called Trump on Monday": a plain object makes an act of verbs that also speak. */
export function isBareAct(page: Page, verb: Hit): boolean {
  const { gaps, count } = page.syntax;
  if (!hitAt(page, verb.first, T.BARE) || reportsAfter(page, verb)) return false;
  // "what Moscow calls terrorism".
  if (((gaps[verb.first] ?? 0) & GAP.QUOTE_CLOSE) !== 0 || hitOver(page, verb.first, T.DISTANCE)) return false;
  const start = hitAt(page, verb.last, T.DETERMINER) ? verb.last + 1 : verb.last;
  let word = verb.last;
  for (; word < count && ((gaps[word] ?? 0) & (CLAUSE_END | GAP.QUOTE_OPEN)) === 0; word += 1) {
    if (word - start >= COMPLEMENT) return false;
    if (word > start && hitOver(page, word, T.TIME, T.OBLIQUE)) break;
  }
  if (word < count && ((gaps[word] ?? 0) & (GAP.QUOTE_OPEN | GAP.COLON)) !== 0) return false;
  return word - start < COMPLEMENT;
}
/** "called the report | a lie": what is called something has a second noun behind it. In words. */
const COMPLEMENT = 2;

/** Is what an outlet would report something that an official says ("released a statement", "was quoted")? */
export function isSpoken(page: Page, cue: Hit): boolean {
  const { cases } = grammarOf(page.lang);
  return hitAt(page, cue.first, T.SAY, ...(cases ? [] : [T.QUOTE])) !== undefined || namesSpeech(page, cue);
}

/** "It suggests that …": a fact, a step or a paper does this as well as a speaker. */
export const isFact = (page: Page, { features }: Speaker, cue: Hit) =>
  (features & F.N) !== 0 && hitAt(page, cue.first, T.FACTUAL) !== undefined;
