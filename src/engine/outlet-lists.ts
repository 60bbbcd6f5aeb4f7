/** Outlets that a sentence names side by side: what makes one of them a source, or an outlet at all, holds for the rest. */
import type { Mention } from './mentions';
import { hitOver, type Page } from './reading';
import { GAP } from './syntax';
import { GROUP, T } from './terms';

/** Words that may stand between two names of a list. */
const WITHIN = [T.AND, T.OUTLET_KIND, T.LABEL, T.RUSSIAN, T.DETERMINER] as const;
/** Signs that may stand between them. */
const MARKS = GAP.COMMA | GAP.SLASH | GAP.QUOTE_OPEN | GAP.QUOTE_CLOSE;
/** Words between two names of a list, at most. */
const REACH = 3;
/** Names that commas alone make a list. */
const ENOUGH = 3;

type Link = 'and' | 'comma';

function linkOf(page: Page, from: Mention, to: Mention): Link | undefined {
  const { gaps } = page.syntax;
  if (to.first - from.last > REACH) return undefined;
  let comma = false;
  let and = false;
  for (let word = from.last; word <= to.first; word += 1) {
    const gap = gaps[word] ?? 0;
    if ((gap & ~MARKS) !== 0) return undefined;
    if ((gap & (GAP.COMMA | GAP.SLASH)) !== 0) comma = true;
    if (word === to.first) break;
    const within = hitOver(page, word, ...WITHIN);
    if (!within) return undefined;
    if (within.kind === T.AND) and = true;
  }
  // A comma before the conjunction begins another clause, unless the list is long already.
  return and && !comma ? 'and' : comma ? 'comma' : undefined;
}

/** The other outlets of the same list, by mention. */
export function outletLists(page: Page): ReadonlyMap<Mention, readonly Mention[]> {
  const lists = new Map<Mention, readonly Mention[]>();
  let list: Mention[] = [];
  let joined = false;
  const close = () => {
    if (list.length > 1 && (joined || list.length >= ENOUGH)) for (const mention of list) lists.set(mention, list);
    list = [];
    joined = false;
  };
  for (const mention of page.mentions) {
    const before = list.at(-1);
    const link = before && mention.group === GROUP.OUTLET ? linkOf(page, before, mention) : undefined;
    if (!link) close();
    if (mention.group !== GROUP.OUTLET) continue;
    list.push(mention);
    if (link === 'and') joined = true;
  }
  close();
  return lists;
}
