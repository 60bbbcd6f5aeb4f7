/** Which words are attributed: the quotation, or the clause on the other side of the cue. */
import type { Hit } from './hits';
import type { Quote } from './quotes';
import { hitAt, hitOver, opensReport, type Page } from './reading';
import { CLAUSE_END, GAP, isCapitalised, quotesFrom, spanOf, wordFrom, wordsIn } from './syntax';
import { T } from './terms';
import type { Span } from './types';

/** A quotation of fewer words is a term or a name, not speech. */
const SPEECH_WORDS = 4;
/** So few words behind cue and speaker say no more than when and where. */
const CLOSING_WORDS = 6;
/** So few words before a subject and its verb open the sentence, and what is said comes behind. */
const OPENING_WORDS = 3;

/** Words of the page that belong to one cue and its speaker; `cue` is the cue's first. */
export type Frame = { readonly first: number; readonly last: number; readonly cue: number };

/**
 * @param frame the words of cue and speaker together
 * @returns the attributed words as a span of the passage, or undefined where only cue and speaker are there
 */
export function contentOf(page: Page, frame: Frame): Span | undefined {
  const { syntax } = page;
  const sentence = syntax.sentences[frame.first] ?? 0;
  const start = syntax.bounds[sentence] ?? 0;
  const end = syntax.bounds[sentence + 1] ?? syntax.count;
  const first = phraseStart(page, frame.first, start);
  const before = syntax.gaps[first] ?? 0;
  // «…», – сказав він: everything before, up to the sentence's start.
  if (saysBefore(page, frame, first, start, end) && isClosing(page, frame, end)) {
    return spanOf(syntax, start, isAside(page, frame, end) ? end : first);
  }
  for (let word = frame.last; word < Math.min(end, frame.last + 12); word += 1) {
    if (opensReport(page, word)) return spanOf(syntax, Math.min(word + 1, end - 1), end);
    // "accused the West of X and claimed that Y": both verbs have their own words.
    if (hitAt(page, word, T.SAY)) break;
  }
  if (frame.last < end) return spanOf(syntax, frame.last, end);
  return first > start && (before & APART) === 0 ? spanOf(syntax, start, first) : undefined;
}
const APART = GAP.COLON | GAP.SEMICOLON | GAP.STOP;

/** Before its articles and titles: "…, the Russian minister said". */
function phraseStart(page: Page, from: number, start: number): number {
  let first = from;
  while (first > start && (page.syntax.gaps[first] ?? 0) === 0 && hitAt(page, first - 1, ...BEFORE_NAME)) first -= 1;
  return first;
}
const BEFORE_NAME = [T.DETERMINER, T.ARTICLE, T.HONORIFIC, T.RUSSIAN, T.LABEL] as const;

/** Are there words before the frame that it may attribute? "On Monday, Lavrov said …": a few words say only when. */
function saysBefore(page: Page, frame: Frame, first: number, start: number, end: number): boolean {
  const gap = first > start ? (page.syntax.gaps[first] ?? 0) : 0;
  if ((gap & GAP.DASH) !== 0) return true;
  // A name in quotation marks right before the speaker is part of the office: «глава «ДНР» Пушилін».
  const inside = page.syntax.quotes[page.syntax.quoteOf[first - 1] ?? -1];
  const isSaid =
    (gap & GAP.COMMA) !== 0 || frame.cue === frame.first || (inside !== undefined && isSpeech(page, inside));
  if ((gap & GAP.QUOTE_CLOSE) !== 0) return isSaid;
  const isFull = frame.cue === frame.first || frame.last >= end || first - start > OPENING_WORDS;
  return (gap & GAP.COMMA) !== 0 && isFull;
}

/** Nothing but a few words lies between the frame and the end of its sentence, or a new clause begins there. */
function isClosing(page: Page, frame: Frame, end: number): boolean {
  if (frame.last >= end) return true;
  const { gaps } = page.syntax;
  if (opensReport(page, frame.last)) return false;
  if (((gaps[frame.last] ?? 0) & CLAUSE_END) !== 0 || end - frame.last <= CLOSING_WORDS) return true;
  // «…, заявив Лавров після …», "…, the ministry reported in its bulletin on …": when and where follow, not the words.
  if (!isTag(page, frame) && !hitOver(page, frame.last, ...CIRCUMSTANCE)) return false;
  const last = tagEnd(page, frame, end);
  return last >= end || ((gaps[last] ?? 0) & (GAP.COMMA | GAP.STOP)) !== 0;
}
const CIRCUMSTANCE = [T.IN, T.OBLIQUE, T.TIME] as const;

/** The word behind the clause of cue and speaker, or the next verb of speech in it. */
function tagEnd(page: Page, frame: Frame, end: number): number {
  let word = frame.last;
  while (
    word < end &&
    ((page.syntax.gaps[word] ?? 0) & CLAUSE_END) === 0 &&
    !hitAt(page, word, T.SAY, T.REPORT, T.THAT)
  ) {
    word += 1;
  }
  return word;
}

/** A verb before its speaker, behind the words that it attributes: «…, заявив Лавров». */
const isTag = (page: Page, { first, cue }: Frame) => cue === first && hitAt(page, cue, T.SAY, T.REPORT) !== undefined;

/** «СВО, за словами Пєскова, триває», «Так, – сказав він, – буде»: the words go on behind the source. */
function isAside(page: Page, frame: Frame, end: number): boolean {
  const next = isTag(page, frame) ? tagEnd(page, frame, end) : frame.last;
  const after = next < end ? (page.syntax.gaps[next] ?? 0) : 0;
  if ((after & GAP.DASH) !== 0) return true;
  const isSource = isTag(page, frame) || hitAt(page, frame.cue, T.PREPOSITION, T.POSSESSIVE_CUE) !== undefined;
  return (after & GAP.COMMA) !== 0 && isSource;
}

/** The outer quotation of speech that shares words with the span, if any. */
export function speechIn(page: Page, span: Span): Quote | undefined {
  const { syntax } = page;
  const around = syntax.quotes[syntax.quoteOf[wordFrom(syntax, span.start)] ?? -1];
  const candidates = around
    ? [around, ...quotesFrom(syntax, span.start, span.end)]
    : quotesFrom(syntax, span.start, span.end);
  return candidates.find((q) => q.depth === 0 && isSpeech(page, q));
}

/** Is it a quotation of speech rather than a term or a name in quotation marks? */
export function isSpeech(page: Page, quote: Span): boolean {
  const { first, last } = wordsIn(page.syntax, quote);
  return last - first >= SPEECH_WORDS;
}

/**
 * Is this verb said inside someone's quoted speech? Then it is not the author's attribution. A paragraph that is one
 * quotation (a claim that is refuted below) has no author beside it: who speaks in it is named in it.
 */
export function isInsideSpeech(page: Page, hit: Hit): boolean {
  const { quoteOf, quotes, count } = page.syntax;
  const quote = quotes[quoteOf[hit.first] ?? -1];
  if (quote === undefined || !isSpeech(page, quote)) return false;
  const { first, last } = wordsIn(page.syntax, quote);
  return quote.depth > 0 || first > 0 || last < count;
}

/** «Нехай говорять», "Let Them Talk": a verb within the marks of a title, which has a capital and words beside the verb. */
export function isInTitle(page: Page, hit: Hit): boolean {
  const { syntax } = page;
  const quote = syntax.quotes[syntax.quoteOf[hit.first] ?? -1];
  if (!quote?.closed || isSpeech(page, quote)) return false;
  const { first, last } = wordsIn(syntax, quote);
  const isBehindColon = ((syntax.gaps[first] ?? 0) & (GAP.COLON | GAP.STOP)) !== 0;
  return last - first > hit.last - hit.first && first > 0 && !isBehindColon && isCapitalised(syntax, first);
}
