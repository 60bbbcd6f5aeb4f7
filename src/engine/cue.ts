/** What a cue does in its sentence: does it report at all, and who stands where it needs its source? */
import { isInsideSpeech } from './content';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent, type Mention } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import { type Speaker, speakerAt } from './speaker';
import { reportsAfter } from './statement';
import { findSubject } from './subject';
import { CLAUSE_END, GAP, isCapitalised, sentenceEnd } from './syntax';
import { T } from './terms';
import { verbPhrase } from './verb';

/** «Про що говорили Лавров і Рубіо, невідомо»: a conjunction without its comma asks rather than reports. */
export function isAsked(page: Page, verb: Hit): boolean {
  const before = verb.first - 1;
  const { inverts, commaBeforeThat } = grammarOf(page.lang);
  if (inverts && !commaBeforeThat && isQuestion(page, verb)) return true;
  const isJoined = before > 0 && commaBeforeThat && (page.syntax.gaps[before] ?? 0) === 0;
  return isJoined && hitAt(page, before, T.THAT) !== undefined && !hitAt(page, before, T.DISTANCE);
}

/** «Que dit le Kremlin ?»: the sentence begins with the conjunction and its verb, and ends in a question mark. */
function isQuestion(page: Page, verb: Hit): boolean {
  const { bounds, sentences, starts, ends, raw } = page.syntax;
  const sentence = sentences[verb.first] ?? 0;
  const next = bounds[sentence + 1] ?? page.syntax.count;
  if (verb.first - 1 !== bounds[sentence] || !hitAt(page, verb.first - 1, T.THAT, T.RELATIVE)) return false;
  return raw.slice(ends[next - 1] ?? 0, starts[next] ?? raw.length).includes('?');
}

/** «…», lance-t-il: right behind what is said, its subject after it. */
export function isTag(page: Page, verb: Hit, subject: Speaker): boolean {
  const gap = page.syntax.gaps[verb.first] ?? 0;
  const isBehindSpeech = (gap & (GAP.QUOTE_CLOSE | GAP.DASH)) !== 0 || isInsideSpeech(page, verb);
  return isBehindSpeech && subject.first >= verb.first;
}

/** Nothing but words of the lexicon's cues lies between the name and the cue. */
export function standBySide(page: Page, mention: Mention, cue: Hit): boolean {
  const [from, to] = mention.last <= cue.first ? [mention.last, cue.first] : [cue.last, mention.first];
  for (let word = from; word < to; word += 1) if (!hitOver(page, word, ...BESIDE)) return false;
  return true;
}
const BESIDE = [T.TIME, T.OUTLET_KIND, T.LABEL, T.DETERMINER, T.RUSSIAN, T.SHORT, T.DISTANCE, T.NEGATION] as const;

/**
 * «the claim», «das erklärte Ziel»: after a determiner a form that looks like a verb is none. Where nouns have capitals,
 * a capital behind it tells; «Das erklärte der Kreml» has none.
 */
export function isNounPhrase(page: Page, verb: Hit): boolean {
  const { syntax } = page;
  if (verb.first === 0 || !hitAt(page, verb.first - 1, T.DETERMINER)) return false;
  if (!grammarOf(page.lang).capitalNouns) return true;
  const next = verb.last;
  return isAdjacent(syntax, next) && isCapitalised(syntax, next) && !page.mentionAt[next];
}

/** Words of the longest negation with its companion. */
const CLOSING = 6;

/** «Peskow kommentierte das nicht.»: the negation closes the clause of its verb. */
export function isNegatedAfter(page: Page, verb: Hit): boolean {
  const { gaps, count } = page.syntax;
  if (!grammarOf(page.lang).verbSecond) return false;
  const limit = sentenceEnd(page.syntax, verb.first);
  let end = verb.last;
  while (end < limit && ((gaps[end] ?? 0) & (CLAUSE_END | GAP.QUOTE_OPEN)) === 0) end += 1;
  for (let word = Math.max(verb.last, end - CLOSING); word < end; word += 1) {
    const negation = hitAt(page, word, T.NEGATION);
    const after = negation && hitAt(page, negation.last, T.COMPANION) ? negation.last + 1 : negation?.last;
    if (after !== undefined && (after >= count || ((gaps[after] ?? 0) & CLAUSE_END) !== 0)) return true;
  }
  return false;
}

/** «Angaben des Kremls zufolge», «ihm zufolge»: the source ends right before the cue, a speech noun may lie between. */
export function sourceBefore(page: Page, cue: Hit): Speaker | undefined {
  let word = cue.first - 1;
  if (word >= 0 && hitOver(page, word, T.SPEECH_NOUN)) word -= 1;
  if (word < 0 || !isAdjacent(page.syntax, word + 1)) return undefined;
  const speaker = speakerAt(page, word);
  if (isAdjacent(page.syntax, cue.first)) return speaker;
  // «Dem Botschafter in Berlin, Sergej Netschajew, zufolge»: a name between two commas.
  const { gaps } = page.syntax;
  const isApposed = gaps[cue.first] === GAP.COMMA && speaker?.mention && gaps[speaker.first] === GAP.COMMA;
  return isApposed ? speaker : undefined;
}

/** «…, so Peskow am Montag.»: nothing of weight lies between the source and the end of its clause. */
export function closesClause(page: Page, { last }: Speaker): boolean {
  const { gaps, count } = page.syntax;
  for (let word = last; word < count; word += 1) {
    if (((gaps[word] ?? 0) & (CLAUSE_END | GAP.QUOTE_OPEN)) !== 0) return true;
    // «…, so Peskow gegenüber Journalisten»: a preposition right behind the source opens the rest.
    if (word === last && hitAt(page, word, T.OBLIQUE, T.FROM)) return true;
    if (!hitOver(page, word, T.TIME)) return false;
  }
  return true;
}

/** Is there a reported clause behind the verb, or a quotation beside it? */
export function quotesOrReports(page: Page, verb: Hit): boolean {
  const { gaps } = page.syntax;
  const isQuoted = ((gaps[verb.first] ?? 0) & GAP.QUOTE_CLOSE) !== 0 || ((gaps[verb.last] ?? 0) & GAP.QUOTE_OPEN) !== 0;
  return isQuoted || reportsAfter(page, verb);
}

/** Does the sentence begin with it? */
export function opensSentence({ syntax }: Page, { first }: Hit): boolean {
  return first === syntax.bounds[syntax.sentences[first] ?? 0];
}

/** «Pour Lavrov, l'Europe « cherche la guerre ».»: a comma ends the source, and its sentence quotes words. */
export function isQuotedAfter({ syntax }: Page, { last }: Speaker): boolean {
  if (last >= syntax.count || ((syntax.gaps[last] ?? 0) & GAP.COMMA) === 0) return false;
  const end = syntax.bounds[(syntax.sentences[last] ?? 0) + 1] ?? syntax.count;
  for (let word = last; word < end; word += 1) if (((syntax.gaps[word] ?? 0) & GAP.QUOTE_OPEN) !== 0) return true;
  return false;
}

/** « Nous sommes prêts, a dit Lavrov, à discuter. »: between two commas of a quotation the author names its speaker. */
export function isIncise(page: Page, hit: Hit): boolean {
  const { incises } = grammarOf(page.lang);
  if (hit.kind !== T.SAY) return false;
  const phrase = verbPhrase(page, hit);
  if (!phrase || ((page.syntax.gaps[phrase.verb.first] ?? 0) & incises) === 0) return false;
  const subject = phrase.pronoun === undefined ? findSubject(page, phrase.verb) : speakerAt(page, phrase.pronoun);
  if (!subject || subject.last <= phrase.verb.first) return false;
  let last = Math.max(subject.last, hit.last);
  const isEnd = () =>
    last >= page.syntax.count || ((page.syntax.gaps[last] ?? 0) & (CLAUSE_END | GAP.QUOTE_CLOSE)) !== 0;
  while (!isEnd()) {
    const time = hitAt(page, last, T.TIME);
    if (!time) return false;
    last = time.last;
  }
  return true;
}
