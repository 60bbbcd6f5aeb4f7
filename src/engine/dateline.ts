/** "MOSCOW, March 4. /TASS/.": in the report of a Russian wire a ministry without a country is Russia's. */
import type { Hit, Lexicon } from './hits';
import { GAP, type Syntax } from './syntax';
import { GROUP, NAME, T } from './terms';

/** A dateline stands within the first words of a passage. */
const WORDS = 8;

/** Does the passage begin with a place in Russia and, between two slashes, with one of its outlets? */
export function hasRussianDateline({ gaps }: Syntax, hits: readonly Hit[], { entries }: Lexicon): boolean {
  const isSlash = (word: number) => ((gaps[word] ?? 0) & GAP.SLASH) !== 0;
  const isCredit = ({ kind, first, last, ref, x }: Hit) =>
    first < WORDS &&
    kind === T.NAME &&
    (x & NAME.WEAK) === 0 &&
    entries[ref]?.group === GROUP.OUTLET &&
    isSlash(first) &&
    isSlash(last);
  const credit = hits.find(isCredit);
  return credit !== undefined && hits.some(({ kind, first }) => kind === T.RUSSIAN && first < credit.first);
}
