/** Whom a sentence is about where it is nobody of the lexicon's: «Bürgermeister Klaus Meier besuchte …», «Adwokatka przybyła …». */
import { isAdjacent } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import { isFullStranger, isStranger, type Speaker, speakerAt } from './speaker';
import { isCapitalised } from './syntax';
import { T } from './terms';

/** Words of the phrase that may stand before its noun. */
const BEFORE = 3;
const LEADING = [T.DETERMINER, T.FOREIGN, T.RUSSIAN, T.LABEL, T.ARTICLE] as const;
/** What opens a phrase that is no subject, or a clause. */
const OTHERWISE = [T.OBLIQUE, T.IN, T.FROM, T.PREPOSITION, T.SAY, T.REPORT, T.THAT] as const;

/** The person that the sentence begins with, if no entry of the lexicon is meant. */
export function topicOf(page: Page, sentence: number): Speaker | undefined {
  const { bounds, count } = page.syntax;
  const start = bounds[sentence] ?? count;
  for (let word = start; word < Math.min(count, start + BEFORE); word += 1) {
    if (page.mentionAt[word] || (word > start && !isAdjacent(page.syntax, word))) return undefined;
    if (hitAt(page, word, ...OTHERWISE)) return undefined;
    const speaker = speakerAt(page, word);
    const title = hitOver(page, word, T.HONORIFIC);
    if (title && page.mentionAt[title.last]) return undefined;
    if (speaker?.kind === 'other' || speaker?.kind === 'short') return speaker;
    if (title) return { kind: 'other', first: title.first, last: title.last, features: title.features };
    if (isName(page, word)) return { kind: 'unknown', first: word, last: word + 2, features: 0 };
    if (!hitAt(page, word, ...LEADING)) return undefined;
  }
  return undefined;
}

/** Given and family name, neither of them known. */
function isName(page: Page, word: number): boolean {
  if (!isCapitalised(page.syntax, word) || page.at.has(word)) return false;
  return isStranger(page, word) && isFullStranger(page, word) && isStranger(page, word + 1);
}
