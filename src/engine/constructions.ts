/** Ways to name a speaker other than as the subject of a verb: by place, by owner, by a mark. */

import { CASES, F } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent, type Mention } from './mentions';
import { hitAt, hitOver, opensReport, type Page } from './reading';
import { CLAUSE_END, GAP } from './syntax';
import { BEFORE_CLAUSE, GROUP, T } from './terms';

/** Words that may lie between a cue phrase and the speaker: titles, labels, kinds of outlet, adjectives of country. */
export const BETWEEN = [T.HONORIFIC, T.LABEL, T.OUTLET_KIND, T.RUSSIAN, T.SHORT, T.TIME, T.FOREIGN] as const;

/** How far from its verb a place is looked for, before and after it. In words. */
const PLACE_BEFORE = 8;
const PLACE_AFTER = 5;
/** «Пєсков – про графік: …»: the topic between dash and colon is this long at most. In words. */
const TOPIC_WORDS = 8;

/** «у Кремлі заявили», «заявили в МЗС РФ»: a body in the locative beside a verb without a subject. */
export function findPlace(page: Page, verb: Hit): Mention | undefined {
  const { gaps } = page.syntax;
  for (let word = verb.first - 1; word >= 0 && word >= verb.first - PLACE_BEFORE; word -= 1) {
    if (((gaps[word + 1] ?? 0) & CLAUSE_END & ~GAP.COMMA) !== 0) break;
    const place = placeAt(page, word);
    if (place) return place;
  }
  for (let word = verb.last; word < page.syntax.count && word <= verb.last + PLACE_AFTER; word += 1) {
    if (((gaps[word] ?? 0) & CLAUSE_END) !== 0) break;
    const place = placeAt(page, word);
    if (place) return place;
  }
  return undefined;
}

function placeAt(page: Page, word: number): Mention | undefined {
  const mention = page.mentionAt[word];
  if (!mention || mention.group === GROUP.OUTLET || mention.first === 0) return undefined;
  const cases = mention.features & CASES;
  const isLocated = cases === 0 || (cases & F.LOC) !== 0;
  return isLocated && hitOver(page, mention.first - 1, T.IN) ? mention : undefined;
}

/** «слова Путіна», "Putin's claim": the official whose speech the noun names. */
export function ownerOf(page: Page, noun: Hit): Mention | undefined {
  const place = grammarOf(page.lang).owner;
  const before = place === 'after' ? undefined : possessorBefore(page, noun);
  const owner = before ?? (place === 'before' ? undefined : (genitiveAfter(page, noun) ?? namedAfter(page, noun)));
  if (owner?.group !== GROUP.OFFICIAL) return undefined;
  const isBacked = noun.ref !== BEFORE_CLAUSE || opensReport(page, Math.max(noun.last, owner.last));
  return isBacked ? owner : undefined;
}

function possessorBefore(page: Page, noun: Hit): Mention | undefined {
  const before = page.mentionAt[noun.first - 1] ?? page.mentionAt[noun.first - 2];
  // «Putins Worte»: the genitive has an ending of its own.
  const isOwner = before?.possessive || (before && (before.features & CASES) === F.GEN);
  return isOwner && noun.first - before.last <= 1 ? before : undefined;
}

function genitiveAfter(page: Page, noun: Hit): Mention | undefined {
  let first = hitAt(page, noun.last, T.ARTICLE) && isAdjacent(page.syntax, noun.last) ? noun.last + 1 : noun.last;
  if (hitAt(page, first, ...BETWEEN)) first += 1;
  const owner = isAdjacent(page.syntax, first) ? page.mentionAt[first] : undefined;
  return owner?.first === first && (owner.features & F.GEN) !== 0 ? owner : undefined;
}

/** «les propos du ministre Lavrov»: a preposition shows the owner. */
function namedAfter(page: Page, noun: Hit): Mention | undefined {
  const of = isAdjacent(page.syntax, noun.last) ? hitAt(page, noun.last, T.OF) : undefined;
  for (let word = of?.last ?? page.syntax.count; word < page.syntax.count; word += 1) {
    if (!isAdjacent(page.syntax, word)) return undefined;
    const owner = page.mentionAt[word];
    if (owner) return owner.first === word ? owner : undefined;
    if (!hitAt(page, word, T.DETERMINER, ...BETWEEN)) return undefined;
  }
  return undefined;
}

/** "quoted Peskov": the official whose words the verb gives. */
export function quotedBy(page: Page, verb: Hit): Mention | undefined {
  for (let word = verb.last; word < page.syntax.count && isAdjacent(page.syntax, word); word += 1) {
    const mention = page.mentionAt[word];
    // "cited Russia as an example": a country alone is no voice here.
    if (mention) return mention.group !== GROUP.OFFICIAL || mention.possessive || mention.weak ? undefined : mention;
    if (!hitOver(page, word, T.DETERMINER, ...BETWEEN)) return undefined;
  }
  return undefined;
}

/** «Лавров: …» or «Лавров – про графік: …» at the start of a sentence, «… – Лавров» at the end of a headline. */
export function speaksByMark(page: Page, mention: Mention): boolean {
  const { syntax } = page;
  const cases = mention.features & CASES;
  if ((mention.group === GROUP.OTHER && mention.maybe === undefined) || (cases !== 0 && (cases & F.NOM) === 0))
    return false;
  if (mention.last === syntax.count) {
    return page.passage.role === 'headline' && ((syntax.gaps[mention.first] ?? 0) & GAP.DASH) !== 0;
  }
  const start = syntax.bounds[syntax.sentences[mention.first] ?? 0] ?? 0;
  const after = syntax.gaps[mention.last] ?? 0;
  if (mention.first - start > 1) return false;
  return (after & GAP.COLON) !== 0 || ((after & GAP.DASH) !== 0 && isColonWithin(page, mention.last));
}

/** «…», – Лавров. «…до весны — Минобороны РФ»: a name after a dash closes the sentence or the post, without a verb. */
export function signsOff({ syntax }: Page, mention: Mention): boolean {
  const cases = mention.features & CASES;
  if (mention.group === GROUP.OTHER && mention.maybe === undefined) return false;
  if (cases !== 0 && (cases & F.NOM) === 0) return false;
  const before = syntax.gaps[mention.first] ?? 0;
  if ((before & GAP.DASH) === 0) return false;
  if (mention.last === syntax.count) return true;
  return (before & GAP.QUOTE_CLOSE) !== 0 && ((syntax.gaps[mention.last] ?? 0) & GAP.STOP) !== 0;
}

function isColonWithin(page: Page, from: number): boolean {
  for (let word = from + 1; word <= from + TOPIC_WORDS && word < page.syntax.count; word += 1) {
    const gap = page.syntax.gaps[word] ?? 0;
    if ((gap & GAP.COLON) !== 0) return true;
    if ((gap & (GAP.STOP | GAP.DASH)) !== 0) return false;
  }
  return false;
}
