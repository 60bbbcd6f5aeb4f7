/** Outlets that a line only credits: photographs, sources, datelines, the agency's name at the end of a report. */
import type { Hit } from './hits';
import type { Mention } from './mentions';
import { hitOver, type Page } from './reading';
import { GAP, isCapitalised, spanOf } from './syntax';
import { T } from './terms';
import type { Span } from './types';

/** A dateline stands within the first words of a passage («МОСКВА, 20 червня — РИА Новости»). */
const DATELINE_WORDS = 8;
/** Words between the opening of a credit and the outlet («скриншот з ефіру телеканалу «Росія 1»»). */
const CREDIT_REACH = 5;
/** Letters of the longest abbreviation that opens a line of credit. */
const ABBREVIATION = 3;
/** An author's name behind the agency's («TASS / Jan Nowak») has this many words at most. */
const AUTHOR_WORDS = 3;
const LINE_START = GAP.STOP | GAP.BRACKET | GAP.SLASH;

/**
 * «Фото: РИА Новости», «/ТАСС/», "(BelTA)", «МОСКВА, 20 июн — РИА Новости.»
 * @param first first word of the outlet's noun phrase
 */
export function credited(page: Page, mention: Mention, first: number): Span | undefined {
  const { syntax } = page;
  const own = spanOf(syntax, mention.first, mention.last);
  const credit = creditBefore(page, mention, first);
  if (credit) return spanOf(syntax, credit.first, credit.last);
  const before = syntax.gaps[first] ?? 0;
  const after = syntax.gaps[mention.last] ?? 0;
  if ((before & GAP.SLASH) !== 0 && (after & GAP.SLASH) !== 0) return own;
  // "A retweet (RT) is not …": two letters credit nobody in the midst of a sentence.
  const mayCredit = !mention.weak || mention.last === syntax.count || (after & GAP.STOP) !== 0;
  if (mayCredit && (before & GAP.BRACKET) !== 0 && (after & GAP.BRACKET) !== 0) return own;
  const opensText = first < DATELINE_WORDS && (before & GAP.DASH) !== 0 && (after & (GAP.STOP | GAP.DASH)) !== 0;
  if (opensText && hasDigit(page, first)) return own;
  return (before & GAP.STOP) !== 0 && isSigned(page, mention) ? own : undefined;
}

/** The word of credit before the outlet: with a colon or a slash behind it, or alone with the outlet in its line. */
function creditBefore(page: Page, mention: Mention, first: number): Hit | undefined {
  const { syntax } = page;
  for (let word = first - 1; word >= 0 && word >= first - CREDIT_REACH; word -= 1) {
    if (((syntax.gaps[word + 1] ?? 0) & (GAP.STOP | GAP.SEMICOLON)) !== 0) {
      const abbreviated = hitOver(page, word, T.CREDIT);
      return abbreviated && isAbbreviated(page, abbreviated) ? abbreviated : undefined;
    }
    const credit = hitOver(page, word, T.CREDIT);
    if (!credit) continue;
    if (((syntax.gaps[credit.last] ?? 0) & (GAP.COLON | GAP.SLASH | GAP.DASH)) !== 0 || isAbbreviated(page, credit))
      return credit;
    const opensLine = credit.first === 0 || ((syntax.gaps[credit.first] ?? 0) & LINE_START) !== 0;
    return opensLine && endsLine(page, mention.last) ? credit : undefined;
  }
  return undefined;
}

const endsLine = ({ syntax }: Page, word: number) =>
  word >= syntax.count || ((syntax.gaps[word] ?? 0) & LINE_START) !== 0;

/** «… TASS / Jan Nowak»: the text ends with the outlet's name alone, or with its author's beside it. */
function isSigned({ syntax }: Page, { last }: Mention): boolean {
  if (last === syntax.count) return true;
  if (syntax.count - last > AUTHOR_WORDS || ((syntax.gaps[last] ?? 0) & GAP.SLASH) === 0) return false;
  for (let word = last; word < syntax.count; word += 1) if (!isCapitalised(syntax, word)) return false;
  return true;
}

/** «Fot. TASS»: the full stop of a short abbreviation stands for the colon. */
function isAbbreviated({ syntax }: Page, credit: Hit): boolean {
  const { start, end } = spanOf(syntax, credit.first, credit.last);
  return end - start <= ABBREVIATION && syntax.raw.charAt(end) === '.';
}

function hasDigit(page: Page, before: number): boolean {
  for (let word = 0; word < before; word += 1)
    if (/\d/.test(page.syntax.raw.charAt(page.syntax.starts[word] ?? 0))) return true;
  return false;
}
