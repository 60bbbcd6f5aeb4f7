/** Ways to name a speaker other than as the subject of a verb: by owner, by a mark. */

import { officeBehind } from './apposition';
import { isSpeech } from './content';
import { CASES, F } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent, type Mention } from './mentions';
import { hitAt, hitOver, opensRelative, opensReport, type Page } from './reading';
import { asSpeaker, hasCases, type Speaker, speakerAt } from './speaker';
import { GAP, isCapitalised } from './syntax';
import { BEFORE_CLAUSE, GROUP, T } from './terms';

/** Words that may lie between a cue phrase and the speaker: titles, labels, kinds of outlet, adjectives of country. */
export const BETWEEN = [T.HONORIFIC, T.LABEL, T.OUTLET_KIND, T.RUSSIAN, T.SHORT, T.TIME, T.FOREIGN] as const;

/** «Пєсков – про графік: …»: the topic between dash and colon is this long at most. In words. */
const TOPIC_WORDS = 8;

/** «слова Путіна», "Putin's claim", «заява відомства»: the official or the short reference whose speech the noun names. */
export function ownerOf(page: Page, noun: Hit): Speaker | undefined {
  const place = grammarOf(page.lang).owner;
  const before = place === 'after' ? undefined : possessorBefore(page, noun);
  const owner = before ?? (place === 'before' ? undefined : (genitiveAfter(page, noun) ?? namedAfter(page, noun)));
  if (!owner) return place === 'after' ? shortAfter(page, noun) : shortBefore(page, noun);
  const isBacked = noun.ref !== BEFORE_CLAUSE || opensReport(page, Math.max(noun.last, owner.last));
  return isBacked && owner.group === GROUP.OFFICIAL && (noun.x === 0 || hasContent(page, noun, owner.last))
    ? asSpeaker(owner)
    : undefined;
}

/** «слова дипломата»: a short reference in the genitive. */
function shortAfter(page: Page, noun: Hit): Speaker | undefined {
  if (noun.x !== 0 || !hasCases(page) || !isAdjacent(page.syntax, noun.last)) return undefined;
  let first = noun.last;
  // «слова свого російського візаві»
  while (first < noun.last + 3 && hitAt(page, first, T.RUSSIAN, T.TIME) && isAdjacent(page.syntax, first + 1))
    first += 1;
  const owner = speakerAt(page, first);
  return owner?.first === first && owner.kind === 'short' && (owner.features & F.GEN) !== 0 ? owner : undefined;
}

/** "in the spokesman's words": a short reference with the ending of an owner. */
function shortBefore(page: Page, noun: Hit): Speaker | undefined {
  if (noun.x !== 0 || noun.first === 0 || !isAdjacent(page.syntax, noun.first)) return undefined;
  const owner = speakerAt(page, noun.first - 1);
  const isBacked = noun.ref !== BEFORE_CLAUSE || opensReport(page, noun.last);
  return isBacked && owner?.kind === 'short' && (owner.features & F.GEN) !== 0 ? owner : undefined;
}

/** «стаття Путіна: …», «у виступі Путіна йдеться»: what is no word of its own has its words beside it. */
function hasContent(page: Page, noun: Hit, last: number): boolean {
  const { gaps, count, sentences } = page.syntax;
  const isIn = (noun.features & F.LOC) !== 0;
  const from = isIn ? Math.max(0, noun.first - CONTENT_REACH) : last;
  for (let word = from; word < count && word < last + CONTENT_REACH; word += 1) {
    if (sentences[word] !== sentences[noun.first]) continue;
    if (isIn && page.at.get(word)?.some((hit) => hit.kind === T.SAY && (hit.features & F.IMPERS) !== 0)) return true;
    if (word >= last && (opensReport(page, word) || ((gaps[word] ?? 0) & (GAP.COLON | GAP.QUOTE_OPEN)) !== 0))
      return true;
  }
  return ((gaps[last] ?? 0) & GAP.COLON) !== 0;
}
const CONTENT_REACH = 6;

function possessorBefore(page: Page, noun: Hit): Mention | undefined {
  const before = page.mentionAt[noun.first - 1] ?? page.mentionAt[noun.first - 2];
  // «Putins Worte»: the genitive has an ending of its own.
  const isOwner = before?.possessive || (before && (before.features & CASES) === F.GEN);
  return isOwner && noun.first - before.last <= 1 ? before : undefined;
}

function genitiveAfter(page: Page, noun: Hit): Mention | undefined {
  let first = hitAt(page, noun.last, T.ARTICLE) && isAdjacent(page.syntax, noun.last) ? noun.last + 1 : noun.last;
  // «слова російської омбудсменки»: what stands between is no part of the owner.
  while (!page.mentionAt[first] && isAdjacent(page.syntax, first) && hitAt(page, first, ...BETWEEN)) first += 1;
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

/** "quoted Peskov", «цитує дипломата»: whose words the verb gives. */
export function quotedBy(page: Page, verb: Hit): Speaker | undefined {
  if (hasCases(page)) return objectOf(page, verb);
  const mention = namedBehind(page, verb);
  return mention && asSpeaker(mention);
}

/** The official or the short reference in the accusative right behind its verb. */
function objectOf(page: Page, verb: Hit): Speaker | undefined {
  let word = verb.last;
  const isTitle = (at: number) => !page.mentionAt[at] && hitAt(page, at, ...BETWEEN) && page.mentionAt[at + 1];
  while (isAdjacent(page.syntax, word) && isTitle(word)) word += 1;
  const object = isAdjacent(page.syntax, word) ? speakerAt(page, word) : undefined;
  if (object?.first !== word || (object.features & (F.NOM | F.ACC)) !== F.ACC) return undefined;
  return object.kind === 'short' || object.mention?.group === GROUP.OFFICIAL ? object : undefined;
}

function namedBehind(page: Page, verb: Hit): Mention | undefined {
  for (let word = verb.last; word < page.syntax.count && isAdjacent(page.syntax, word); word += 1) {
    const mention = page.mentionAt[word];
    // "cited Russia as an example": a country alone is no voice here.
    if (mention) return mention.group === GROUP.OTHER || mention.possessive || mention.weak ? undefined : mention;
    // "quoted Ivan Petrov, a spokesman for the ministry".
    const isName = isCapitalised(page.syntax, word) && !page.at.has(word);
    if (isName && !isAdjacent(page.syntax, word + 1)) return officeBehind(page, word + 1);
    if (!isName && !hitOver(page, word, T.DETERMINER, ...BETWEEN)) return undefined;
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
  // "Zakharova on the note: “…”": with no dash, the quotation tells that the topic is spoken of.
  if (after === 0 && hitAt(page, mention.last, T.OBLIQUE)) return isSpeechWithin(page, mention.last);
  if (after === 0 && isPlacedColon(page, mention.last)) return true;
  return (after & GAP.COLON) !== 0 || ((after & GAP.DASH) !== 0 && isColonWithin(page, mention.last));
}

/** «…», – Лавров. A name after a dash closes the quotation's sentence without a verb; a body also a post without quotation. */
export function signsOff(page: Page, mention: Mention): boolean {
  const { syntax } = page;
  const cases = mention.features & CASES;
  if (mention.group === GROUP.OTHER && mention.maybe === undefined) return false;
  if (cases !== 0 && (cases & F.NOM) === 0) return false;
  const before = syntax.gaps[mention.first] ?? 0;
  if ((before & GAP.DASH) === 0) return false;
  const isLast = mention.last === syntax.count;
  if ((before & GAP.QUOTE_CLOSE) === 0) return isLast && (!mention.isPerson || (before & GAP.COMMA) !== 0);
  // “…” – Lavrov on the treaty.
  return (
    isLast || ((syntax.gaps[mention.last] ?? 0) & GAP.STOP) !== 0 || hitAt(page, mention.last, T.OBLIQUE) !== undefined
  );
}

/** «Лавров у Telegram: …», «Лавров сьогодні: «…»»: only when and where stand before the colon; without a place of publication it needs a quotation. */
function isPlacedColon(page: Page, from: number): boolean {
  const { gaps, count } = page.syntax;
  let word = from;
  while (word < count && word < from + TOPIC_WORDS && (word === from || gaps[word] === 0)) {
    const time = hitAt(page, word, T.TIME);
    if (!time) break;
    word = time.last;
  }
  const gap = gaps[word] ?? 0;
  if (word === from || (gap & GAP.COLON) === 0) return false;
  return (gap & GAP.QUOTE_OPEN) !== 0 || hitOver(page, word - 1, ...PUBLICATION) !== undefined;
}

/** Words that end a place of publication: «у своєму каналі», «на брифінгу», «у заяві». */
const PUBLICATION = [T.OUTLET_KIND, T.SHORT, T.SPEECH_NOUN, T.MEDIA] as const;

function isSpeechWithin(page: Page, from: number): boolean {
  for (let word = from + 1; word <= from + TOPIC_WORDS && word < page.syntax.count; word += 1) {
    const gap = page.syntax.gaps[word] ?? 0;
    const quote = page.syntax.quotes[page.syntax.quoteOf[word] ?? -1];
    if ((gap & GAP.COLON) !== 0) return (gap & GAP.QUOTE_OPEN) !== 0 && quote !== undefined && isSpeech(page, quote);
    if ((gap & ~(GAP.QUOTE_OPEN | GAP.QUOTE_CLOSE)) !== 0) return false;
  }
  return false;
}

/** «…до весни — Минобороны РФ», «Зустрічі не буде, – Пєсков.»: a body at the end of a post, a person after a clause of speech. */
export function closesPost(page: Page, mention: Mention): boolean {
  const { gaps, count, sentences, bounds, raw, ends } = page.syntax;
  if (mention.group !== GROUP.OFFICIAL || mention.isState || mention.weak || !signsOff(page, mention)) return false;
  const start = bounds[sentences[mention.first] ?? 0] ?? 0;
  if (mention.first - start < POST_WORDS) return false;
  const before = gaps[mention.first] ?? 0;
  // «Той, хто почав, – Путін»: a dash that stands for "is".
  for (let word = start; word < mention.first; word += 1) if (opensRelative(page, word)) return false;
  if ((before & (GAP.COMMA | GAP.QUOTE_CLOSE)) !== 0) return true;
  const isOpen = mention.last === count && raw.slice(ends[mention.last - 1] ?? 0).trim() === '';
  return isOpen && !mention.isPerson;
}
/** A clause before the dash has so many words at least. */
const POST_WORDS = 3;

function isColonWithin(page: Page, from: number): boolean {
  for (let word = from + 1; word <= from + TOPIC_WORDS && word < page.syntax.count; word += 1) {
    const gap = page.syntax.gaps[word] ?? 0;
    if ((gap & GAP.COLON) !== 0) return true;
    if ((gap & (GAP.STOP | GAP.DASH)) !== 0) return false;
  }
  return false;
}
