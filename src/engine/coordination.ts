/** "Lavrov and Peskov said": one verb, or one «according to», with several speakers. */
import { isSubjectCase } from './agreement';
import { opensClause } from './apposition';
import { isAdjacent, type Mention } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import type { Speaker } from './speaker';
import { GAP, isCapitalised } from './syntax';
import { GROUP, T } from './terms';

/** At most so many are joined. */
const MOST = 4;
/** Words of a noun phrase before a name. */
const BEFORE = [T.DETERMINER, T.RUSSIAN, T.FOREIGN, T.LABEL, T.HONORIFIC, T.SHORT, T.OUTLET_KIND, T.OTHER] as const;

/** Officials and outlets that share the speaker's verb; a language that lists no conjunction has none. */
export function partnersOf(page: Page, speaker: Speaker): readonly Mention[] {
  if (!page.at.mayHave(T.AND)) return [];
  return [...partnersBefore(page, speaker), ...partnersAfter(page, speaker.last)];
}

function partnersBefore(page: Page, speaker: Speaker): Mention[] {
  const found: Mention[] = [];
  let first = phraseStart(page, speaker);
  let isJoined = false;
  const isOwner = speaker.mention?.possessive === true;
  for (let step = 0; step < MOST; step += 1) {
    const end = joinedAt(page, first, isJoined);
    const before = end === undefined ? undefined : page.mentionAt[end - 1];
    if (!before || before.last !== end || before.possessive !== isOwner) break;
    isJoined = true;
    found.push(before);
    first = phraseStart(page, { kind: 'mention', ...before });
  }
  // "met Putin, and Lavrov said": what is joined begins the clause, or it is another verb's object.
  const last = found.at(-1);
  const isSubject = last && opensClause(page, first) && isSubjectCase(page, { kind: 'mention', ...last });
  return isOwner || isSubject ? found.filter(({ group }) => group !== GROUP.OTHER) : [];
}

/** Where the one joined before this word ends: before a conjunction, or before a comma of a row that ends in one. */
function joinedAt(page: Page, first: number, inRow: boolean): number | undefined {
  if (first < 1) return undefined;
  const and = hitOver(page, first - 1, T.AND);
  if (and?.last === first && isAdjacent(page.syntax, first)) return and.first;
  return inRow && (page.syntax.gaps[first] ?? 0) === GAP.COMMA ? first : undefined;
}

function partnersAfter(page: Page, last: number): Mention[] {
  const and = hitAt(page, last, T.AND);
  if (!and || !isAdjacent(page.syntax, last)) return [];
  for (let word = and.last; word < page.syntax.count && word < and.last + MOST; word += 1) {
    if (!isAdjacent(page.syntax, word)) return [];
    const mention = page.mentionAt[word];
    if (mention) return mention.possessive || mention.group === GROUP.OTHER || speaks(page, mention) ? [] : [mention];
    if (!hitAt(page, word, ...BEFORE)) return [];
  }
  return [];
}

/** "said Lavrov and Putin nodded": a clause of its own goes on behind it. */
function speaks(page: Page, { last }: Mention): boolean {
  const { gaps, count } = page.syntax;
  if (last >= count || (gaps[last] ?? 0) !== 0) return false;
  return !hitAt(page, last, T.TIME, T.OBLIQUE, T.FROM, T.PREPOSITION, T.AND);
}

/** First word of the speaker's noun phrase: what is unknown is a name as long as it has capitals. */
export function phraseStart(page: Page, { kind, first }: Pick<Speaker, 'kind' | 'first'>): number {
  const { syntax } = page;
  let word = first;
  const isName = (at: number) => kind === 'unknown' && isCapitalised(syntax, at) && !page.mentionAt[at];
  while (word > 0 && isAdjacent(syntax, word) && (isName(word - 1) || hitOver(page, word - 1, ...BEFORE))) word -= 1;
  return word;
}
