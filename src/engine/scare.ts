/** Scare quotes: marks on a phrase alone, as against marks around speech. */
import { isAdjacent } from './mentions';
import { hitAt, type Page } from './reading';
import { CLAUSE_END, gapBetween, isCapitalised, quotesFrom, spanOf, wordsIn } from './syntax';
import { T } from './terms';
import type { Span } from './types';

/** Words beside a phrase within quotation marks that still leave them scare quotes («так званий «київський режим»»). */
const SCARE_EXTRA = 1;
/** The opening mark of scare quotes is at most this many units before the phrase: one long word. */
const SCARE_REACH = 40;

/** The quotation that holds just these words, give or take one: scare quotes rather than speech. */
export function scareQuotes(page: Page, first: number, last: number): Span | undefined {
  const { syntax } = page;
  const span = spanOf(syntax, first, last);
  for (const quote of quotesFrom(syntax, span.start - SCARE_REACH, span.end)) {
    if (!quote.closed || quote.end <= span.start) continue;
    const words = wordsIn(syntax, quote);
    const extra = Math.max(0, first - words.first) + Math.max(0, words.last - last);
    // The marks may also hold only part of the phrase: «братніх» народів.
    if (extra <= SCARE_EXTRA && words.last - words.first <= last - first + SCARE_EXTRA)
      return { start: quote.start, end: quote.end };
  }
  return undefined;
}

/** A title in quotation marks («заступник міністра оборони ДНР») has at most this many words. */
const TITLE_WORDS = 8;

/**
 * Marks around a name or a title that holds the words: «"міністр оборони ДНР" Іван Гай», «"офіційні особи ДНР" мовчали».
 * They begin in lower case, hold no clause, and open with an office or stand right before a name.
 */
export function titleQuotes(page: Page, first: number, last: number): Span | undefined {
  const { syntax } = page;
  const quote = syntax.quotes[syntax.quoteOf[first] ?? -1];
  if (!quote?.closed || quote.end < (syntax.ends[last - 1] ?? 0)) return undefined;
  const words = wordsIn(syntax, quote);
  if (isCapitalised(syntax, words.first) || words.last - words.first > TITLE_WORDS) return undefined;
  if ((gapBetween(syntax, words.first, words.last - 1) & CLAUSE_END) !== 0) return undefined;
  const isNamed = isAdjacent(syntax, words.last) && isCapitalised(syntax, words.last);
  return isNamed || hitAt(page, words.first, T.SHORT, T.HONORIFIC) ? { start: quote.start, end: quote.end } : undefined;
}
