/** Scare quotes: marks on a phrase alone, as against marks around speech. */
import type { Page } from './reading';
import { quotesFrom, spanOf, wordsIn } from './syntax';
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
