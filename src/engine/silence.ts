/** Where a verb of speech says nothing: negated, an act rather than words, a supposition, everyday talk. */
import { isSpeech } from './content';
import { F, NUMBERS } from './features';
import type { Hit } from './hits';
import { hitAt, hitOver, opensReport, type Page } from './reading';
import type { Speaker } from './speaker';
import { CLAUSE_END, GAP } from './syntax';
import { DEED, GROUP, T } from './terms';

/** How far behind its verb a reported clause or a quotation begins. In words. */
const WORDS_REACH = 12;
/** How far before a verb the word that opens its clause is looked for. */
const CLAUSE_REACH = 8;

/** «не згадав», "did not mention" is silence; «не вважає, що» is an opinion. */
export function isSilence(page: Page, verb: Hit): boolean {
  return !hitAt(page, verb.first, T.OPINION);
}

/** «показав фото», «Москва визнала республіку»: acts, unless the words stand beside them; of an outlet («передає») always speech. */
function isDeed(page: Page, verb: Hit, { mention }: Speaker): boolean {
  const deed = mention?.group === GROUP.OUTLET ? undefined : hitAt(page, verb.first, T.DEED);
  if (!deed || (deed.x === DEED.STATES && mention?.isPerson !== false) || hasWords(page, verb)) return false;
  return deed.x !== DEED.TALK || !isAbout(page, verb);
}

/** «говорив про мир», «про це говорив»: within the verb's clause. */
function isAbout(page: Page, verb: Hit): boolean {
  const { gaps, count } = page.syntax;
  for (let word = verb.last; word < Math.min(count, verb.last + WORDS_REACH); word += 1) {
    if (((gaps[word] ?? 0) & CLAUSE_END) !== 0) break;
    if (hitAt(page, word, T.ABOUT)) return true;
  }
  for (let word = verb.first - 1; word >= 0 && word >= verb.first - CLAUSE_REACH; word -= 1) {
    if (hitAt(page, word, T.ABOUT)) return true;
    if (((gaps[word] ?? 0) & CLAUSE_END) !== 0) return false;
  }
  return false;
}

/** «окупанти просять документи», «якщо росіяни скажуть»: people, not their state. */
function isEveryday(page: Page, verb: Hit, { mention }: Speaker): boolean {
  if (!mention?.isState) return false;
  const isPeople = mention.form === 'name' && (mention.features & NUMBERS) === F.PL;
  if (!isPeople) return false;
  if (hitAt(page, verb.first, T.CROWD) && !hasWords(page, verb)) return true;
  return isSupposed(page, Math.min(verb.first, mention.first));
}

/** «у Росії скаржаться на ціни»: of a country as a place, talk counts only beside its words. */
export function isSmallTalk(page: Page, verb: Hit, place: Speaker): boolean {
  const isCrowd = place.mention?.isState === true && hitAt(page, verb.first, T.CROWD)?.x === 0;
  return (isCrowd && !hasWords(page, verb)) || statesNothing(page, verb, place);
}

/** Does the verb of this speaker state nothing? */
export const statesNothing = (page: Page, verb: Hit, speaker: Speaker) =>
  isDeed(page, verb, speaker) || isEveryday(page, verb, speaker);

/** Does its clause begin with «якщо» or «коли»? */
function isSupposed(page: Page, first: number): boolean {
  for (let word = first - 1; word >= 0 && word >= first - CLAUSE_REACH; word -= 1) {
    if (hitOver(page, word, T.IF)) return true;
    if (((page.syntax.gaps[word + 1] ?? 0) & CLAUSE_END) !== 0) return false;
  }
  return false;
}

/** Do the words that were said stand before the verb, or begin behind it? */
export function hasWords(page: Page, verb: Hit): boolean {
  const { gaps, count, quoteOf, quotes } = page.syntax;
  const before = gaps[verb.first] ?? 0;
  // «Jak przekazał resort, most jest zamknięty»: the words stand beside a clause of comparison.
  if (hitAt(page, verb.first - 1, T.THAT)) return true;
  if (verb.first > 0 && (before & (GAP.QUOTE_CLOSE | GAP.DASH | GAP.COMMA)) !== 0) return true;
  // A colon behind a comma belongs to another clause.
  let isBroken = false;
  for (let word = verb.last; word < Math.min(count, verb.last + WORDS_REACH); word += 1) {
    const gap = gaps[word] ?? 0;
    if (opensReport(page, word) || ((gap & GAP.COLON) !== 0 && !isBroken)) return true;
    isBroken ||= (gap & GAP.COMMA) !== 0;
    const quote = (gap & GAP.QUOTE_OPEN) !== 0 ? quotes[quoteOf[word] ?? -1] : undefined;
    if (quote && isSpeech(page, quote)) return true;
    if ((gap & (GAP.STOP | GAP.SEMICOLON)) !== 0) return false;
  }
  return false;
}
