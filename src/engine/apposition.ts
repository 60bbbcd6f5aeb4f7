/** "Leonid Slutsky, the party's leader, told …": the speaker stands before what two marks set apart right before the verb. */
import { agrees, isSubjectCase } from './agreement';
import type { Hit } from './hits';
import { isAdjacent, type Mention } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import { asSpeaker, type Speaker, speakerAt } from './speaker';
import { CLAUSE_END, GAP, isCapitalised } from './syntax';
import { GROUP, T } from './terms';

/** Longest apposition, in words. */
const REACH = 18;
const ENDS = GAP.STOP | GAP.COLON | GAP.SEMICOLON;

/** The speaker that begins a clause and whose apposition ends right before the verb. */
export function subjectBeforeApposition(page: Page, verb: Hit): Speaker | undefined {
  const { gaps } = page.syntax;
  const mark = (gaps[verb.first] ?? 0) & CLAUSE_END;
  if (mark !== GAP.COMMA && mark !== GAP.DASH && mark !== GAP.BRACKET) return undefined;
  for (let word = verb.first - 1; word > 0 && word >= verb.first - REACH; word -= 1) {
    const gap = (gaps[word] ?? 0) & CLAUSE_END;
    if ((gap & ENDS) !== 0) return undefined;
    const speaker = gap === mark ? speakerBefore(page, verb, word) : undefined;
    const office = speaker?.kind === 'unknown' ? officeBehind(page, word) : undefined;
    if (office) return asSpeaker({ ...office, first: nameStart(page, word - 1), form: 'name' });
    if (speaker) return speaker;
  }
  return undefined;
}

/** «Macron, lui, accuse Lavrov»: a subject that begins its clause and ends before the aside. */
export function speakerBefore(page: Page, verb: Hit, aside: number): Speaker | undefined {
  const speaker = speakerAt(page, aside - 1);
  if (!speaker || !isSubjectCase(page, speaker) || !agrees(page, verb, speaker)) return undefined;
  const first = speaker.kind === 'unknown' ? nameStart(page, speaker.first) : speaker.first;
  return opensClause(page, first) ? speaker : undefined;
}

/** First word of a name whose last word stands here. */
function nameStart(page: Page, last: number): number {
  let first = last;
  while (first > 0 && isAdjacent(page.syntax, first) && isCapitalised(page.syntax, first - 1)) first -= 1;
  return first;
}

/** "Ivan Petrov, | a spokesman for the ministry": the Russian office that a name is explained by. */
export function officeBehind(page: Page, name: number): Mention | undefined {
  if (((page.syntax.gaps[name] ?? 0) & (GAP.COMMA | GAP.DASH | GAP.BRACKET)) === 0) return undefined;
  let word = name;
  while (hitAt(page, word, T.DETERMINER, T.HONORIFIC) && !page.mentionAt[word]) word += 1;
  const office = page.mentionAt[word];
  return office?.first === word && office.group === GROUP.OFFICIAL && office.form === 'role' ? office : undefined;
}

/** Does a clause begin here, but for an article, a title, a time or a conjunction? */
export function opensClause(page: Page, first: number): boolean {
  let word = first;
  while (word > 0 && isAdjacent(page.syntax, word) && hitAt(page, word - 1, T.DETERMINER, T.HONORIFIC)) word -= 1;
  const gap = page.syntax.gaps[word] ?? 0;
  return (
    word === 0 ||
    (gap & (CLAUSE_END | GAP.QUOTE_CLOSE)) !== 0 ||
    hitOver(page, word - 1, T.TIME, T.THAT, T.NEGATION) !== undefined
  );
}
