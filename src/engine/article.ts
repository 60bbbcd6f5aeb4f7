/** Articles: where a noun does not show its case, they do («der Agentur TASS», «den Kreml»). */
import { CASES, F, GENDERS, NUMBERS } from './features';
import type { Hit } from './hits';
import { isAdjacent } from './mentions';
import { hitAt, type Page } from './reading';
import { isCapitalised } from './syntax';
import { T } from './terms';

/** How many adjectives are passed over to reach the article of a noun. */
const ADJECTIVES = 3;

export type Article = { readonly first: number; readonly cases: number };

/**
 * The article of the noun phrase whose noun or adjective is at `first`, and the cases that it leaves open.
 * @param features gender and number of the noun, where they are known
 */
export function articleOf(page: Page, first: number, features: number): Article | undefined {
  for (let word = first - 1; word >= 0 && word >= first - 1 - ADJECTIVES; word -= 1) {
    if (!isAdjacent(page.syntax, word + 1)) return undefined;
    const articles = page.at.get(word)?.filter(({ kind }) => kind === T.ARTICLE) ?? [];
    if (articles.length > 0) {
      const fitting = articles.filter((article) => agree(article, features));
      const cases = (fitting.length > 0 ? fitting : articles).reduce((bits, one) => bits | (one.features & CASES), 0);
      return { first: word, cases };
    }
    const isKnown = page.at.has(word) && !hitAt(page, word, ...BEFORE_NOUN);
    if (isKnown || isCapitalised(page.syntax, word) || page.mentionAt[word]) return undefined;
  }
  return undefined;
}
/** Words of the lexicon that may stand between an article and its noun. */
const BEFORE_NOUN = [T.RUSSIAN, T.FOREIGN, T.LABEL, T.DISTANCE] as const;

function agree({ features }: Hit, noun: number): boolean {
  const numbers = noun & NUMBERS;
  const common = features & numbers;
  if (numbers !== 0 && common === 0) return false;
  if (common === F.PL) return true;
  return (noun & GENDERS) === 0 || (features & noun & GENDERS) !== 0;
}
