/** Where something is said: «у Кремлі заявили», «в министерстве добавили», «йдеться на сайті відомства». */
import { BETWEEN } from './constructions';
import { CASES, F } from './features';
import type { Hit } from './hits';
import { isAdjacent } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import { hasCases, type Speaker, speakerAt } from './speaker';
import { CLAUSE_END, GAP } from './syntax';
import { GROUP, T } from './terms';

/** How far from its verb a place is looked for, before and after it. In words. */
const BEFORE = 8;
const AFTER = 5;
/** Words between «у» and the place: «в самом российском министерстве», «у так званій адміністрації». */
const WITHIN = 3;

/** A body in the locative beside a verb without a subject. */
export function findPlace(page: Page, verb: Hit): Speaker | undefined {
  const { gaps, count } = page.syntax;
  for (let word = verb.first - 1; word >= 0 && word >= verb.first - BEFORE; word -= 1) {
    if (((gaps[word + 1] ?? 0) & CLAUSE_END & ~GAP.COMMA) !== 0) break;
    const place = placeAt(page, word, verb);
    if (place) return place;
  }
  for (let word = verb.last; word < count && word <= verb.last + AFTER; word += 1) {
    if (((gaps[word] ?? 0) & CLAUSE_END) !== 0) break;
    const place = placeAt(page, word, verb);
    if (place) return place;
  }
  return undefined;
}

function placeAt(page: Page, word: number, verb: Hit): Speaker | undefined {
  const speaker = speakerAt(page, word);
  if (!speaker || speaker.first === 0) return undefined;
  if (speaker.kind !== 'mention' && (speaker.kind !== 'short' || !hasCases(page))) return undefined;
  const cases = speaker.features & CASES;
  if ((cases === 0 || (cases & F.LOC) !== 0) && isWithin(page, speaker.first))
    return isHeld(page, speaker) ? undefined : speaker;
  if (speaker.mention?.group === GROUP.OUTLET) return undefined;
  return hasCases(page) && (cases & F.GEN) !== 0 && isOwner(page, speaker, verb) ? speaker : undefined;
}

/** «на сайті міністерства»: the place is somebody's, who is looked for next. */
function isHeld(page: Page, { kind, last }: Speaker): boolean {
  const owner = kind === 'short' && isAdjacent(page.syntax, last) ? speakerAt(page, last) : undefined;
  return owner?.first === last && (owner.features & F.GEN) !== 0;
}

/** Does «у» stand before the noun phrase? */
function isWithin(page: Page, first: number): boolean {
  for (let word = first - 1; word >= 0 && word >= first - 1 - WITHIN; word -= 1) {
    if (!isAdjacent(page.syntax, word + 1)) return false;
    if (hitOver(page, word, T.IN)) return true;
    if (!hitOver(page, word, T.RUSSIAN, T.LABEL, T.DISTANCE, T.TIME) || page.mentionAt[word]) return false;
  }
  return false;
}

/** «у відділі народної міліції», «на сайті міністерства», «в заявлении Путина»: the place is its owner's. */
function isOwner(page: Page, speaker: Speaker, verb: Hit): boolean {
  const isCountry = speaker.mention?.isState === true && speaker.last - speaker.first === 1;
  const isBody = speaker.kind === 'short' || (speaker.mention?.isPerson === false && !isCountry);
  const isImpersonal = (verb.features & F.IMPERS) !== 0;
  let head = speaker.first - 1;
  while (head > 0 && isAdjacent(page.syntax, head + 1) && hitOver(page, head, ...BETWEEN) && !locative(page, head))
    head -= 1;
  if (head < 1 || !isAdjacent(page.syntax, head + 1)) return false;
  if (hitOver(page, head, T.FROM)) return isImpersonal;
  const noun = locative(page, head);
  // A word that the lexicon does not know has no case: only a body's own place («у штабі ФСБ») is told by its owner.
  const fits = noun ? isImpersonal || isBody : isBody && speaker.kind === 'mention' && !page.at.has(head);
  return fits && (isWithin(page, head) || (isAdjacent(page.syntax, head) && isWithin(page, head - 1)));
}

const locative = (page: Page, word: number) => {
  const noun = hitAt(page, word, T.SPEECH_NOUN, T.SHORT, T.OUTLET_KIND);
  return noun && (noun.features & F.LOC) !== 0 ? noun : undefined;
};
