/** "…", said Lavrov: where the subject stands before its verb, only a tag of speech turns the two round. */
import { agrees, isSubjectCase } from './agreement';
import type { Hit } from './hits';
import { isAdjacent } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import { isFullStranger, type Speaker, speakerAt } from './speaker';
import { CLAUSE_END, GAP } from './syntax';
import { T } from './terms';

/** How far behind the verb its subject begins, in words ("said the Kremlin's official spokesman"). */
const REACH = 5;
/** Words of the noun phrase before the speaker. */
const BEFORE = [T.DETERMINER, T.RUSSIAN, T.FOREIGN, T.LABEL, T.HONORIFIC, T.SHORT, T.OUTLET_KIND, T.OTHER, T.DISTANCE];

/**
 * The subject right behind a verb of a tag, with which the clause ends.
 * @param isAfterSpeech a quotation of speech ends before the verb: whatever follows the speaker, it is a tag
 */
export function subjectOfTag(page: Page, verb: Hit, isAfterSpeech: boolean): Speaker | undefined {
  if (!hitAt(page, verb.first, T.TAG)) return undefined;
  for (let word = verb.last; word < page.syntax.count && word < verb.last + REACH; word += 1) {
    if (!isAdjacent(page.syntax, word) || ((page.syntax.gaps[word] ?? 0) & GAP.QUOTE_OPEN) !== 0) return undefined;
    const speaker = speakerAt(page, word);
    if (!speaker || speaker.mention?.possessive) {
      if (!hitOver(page, word, ...BEFORE) && !speaker) return undefined;
      continue;
    }
    if (speaker.kind === 'unknown' && !isFullStranger(page, word)) return undefined;
    if (!isSubjectCase(page, speaker) || !agrees(page, verb, speaker)) return undefined;
    return isAfterSpeech || endsTag(page, speaker.last) ? speaker : undefined;
  }
  return undefined;
}

/** The end of the clause, a time or a place: "The envoy, a former senator, said Putin was wrong" has none of them. */
function endsTag(page: Page, word: number): boolean {
  const { gaps, count } = page.syntax;
  if (word >= count || ((gaps[word] ?? 0) & (CLAUSE_END | GAP.QUOTE_OPEN)) !== 0) return true;
  return (
    hitAt(page, word, T.TIME, T.OBLIQUE, T.FROM, T.PREPOSITION, T.AND, T.RELATIVE) !== undefined && !goesOn(page, word)
  );
}

/** "said Putin also …", "said Putin has …": an adverb or an auxiliary with a predicate behind it. */
function goesOn(page: Page, word: number): boolean {
  const time = hitAt(page, word, T.TIME);
  return (
    time !== undefined &&
    time.last < page.syntax.count &&
    ((page.syntax.gaps[time.last] ?? 0) & CLAUSE_END) === 0 &&
    time.last - time.first === 1
  );
}
