/** Which words are attributed: the quotation, or the clause on the other side of the cue. */
import type { Hit } from './hits';
import type { Quote } from './quotes';
import { hitAt, hitOver, opensReport, type Page } from './reading';
import { CLAUSE_END, GAP, quotesFrom, spanOf, wordFrom, wordsIn } from './syntax';
import { T } from './terms';
import type { Span } from './types';

/** A quotation of fewer words is a term or a name, not speech. */
const SPEECH_WORDS = 4;
/** So few words behind cue and speaker say no more than when and where. */
const CLOSING_WORDS = 6;

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
  const before = syntax.gaps[frame.first] ?? 0;
  // «…», – сказав він: everything before, up to the sentence's start.
  if (frame.first > start && (before & (GAP.QUOTE_CLOSE | GAP.DASH | GAP.COMMA)) !== 0 && isClosing(page, frame, end)) {
    return spanOf(syntax, start, isAside(page, frame, end) ? end : frame.first);
  }
  for (let word = frame.last; word < Math.min(end, frame.last + 12); word += 1) {
    if (opensReport(page, word)) return spanOf(syntax, Math.min(word + 1, end - 1), end);
    // "accused the West of X and claimed that Y": both verbs have their own words.
    if (hitAt(page, word, T.SAY)) break;
  }
  if (frame.last < end) return spanOf(syntax, frame.last, end);
  return frame.first > start ? spanOf(syntax, start, frame.first) : undefined;
}

/** Nothing but a few words lies between the frame and the end of its sentence, or a new clause begins there. */
function isClosing(page: Page, frame: Frame, end: number): boolean {
  if (frame.last >= end) return true;
  const { gaps } = page.syntax;
  if (opensReport(page, frame.last)) return false;
  if (((gaps[frame.last] ?? 0) & CLAUSE_END) !== 0 || end - frame.last <= CLOSING_WORDS) return true;
  // «…, заявив Лавров після …», "…, the ministry reported in its bulletin on …": when and where follow, not the words.
  const isTag = frame.cue === frame.first && hitAt(page, frame.cue, T.SAY, T.REPORT) !== undefined;
  if (!isTag && !hitOver(page, frame.last, ...CIRCUMSTANCE)) return false;
  let word = frame.last + 1;
  while (word < end && ((gaps[word] ?? 0) & CLAUSE_END) === 0 && !hitAt(page, word, T.SAY, T.REPORT, T.THAT)) word += 1;
  return word >= end || ((gaps[word] ?? 0) & (GAP.COMMA | GAP.STOP)) !== 0;
}

/** «СВО, за словами Пєскова, триває»: the words go on behind the source; so they do behind a second dash. */
function isAside(page: Page, frame: Frame, end: number): boolean {
  const after = frame.last < end ? (page.syntax.gaps[frame.last] ?? 0) : 0;
  if ((after & GAP.DASH) !== 0) return true;
  return (after & GAP.COMMA) !== 0 && hitAt(page, frame.cue, T.PREPOSITION, T.POSSESSIVE_CUE) !== undefined;
}
const CIRCUMSTANCE = [T.IN, T.OBLIQUE, T.TIME] as const;

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

/** Is this verb said inside someone's quoted speech? Then it is not the author's attribution. */
export function isInsideSpeech(page: Page, hit: Hit): boolean {
  const index = page.syntax.quoteOf[hit.first] ?? -1;
  const quote = page.syntax.quotes[index];
  return quote !== undefined && isSpeech(page, quote);
}
