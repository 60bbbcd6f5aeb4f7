/** "Rubio met Putin and said": a verb that is joined to the one before has its subject, not its object. */
import { agrees, isSubjectCase } from './agreement';
import { opensClause } from './apposition';
import { phraseStart } from './coordination';
import { CASES, F } from './features';
import type { Hit } from './hits';
import { hitOver, type Page } from './reading';
import { hasCases, type Speaker, speakerAt } from './speaker';
import { CLAUSE_END, isCapitalised, startsSentence } from './syntax';
import { GROUP, T } from './terms';

/** How far before a joined verb its clause may begin. In words. */
const REACH = 22;
/** Words between a conjunction and its verb, and how many there are at most. */
const LIGHT = [T.TIME, T.NEGATION, T.DISTANCE, T.CLITIC] as const;
const LIGHT_REACH = 5;
/** With these a clause begins whose subject comes later, or whose subject is the one found. */
const FRONTED = [T.TIME, T.IN, T.OBLIQUE, T.PREPOSITION, T.FROM, T.SAY, T.REPORT, T.RELATIVE, T.IF] as const;

/** The subject of a verb, given the nearest one before it, which may be the object of the verb that it is joined to. */
export function subjectOfJoined(page: Page, verb: Hit, nearest: Speaker): Speaker {
  if (!mayBeObject(page, nearest)) return nearest;
  const and = conjunctionBefore(page, verb);
  if (and === undefined || nearest.last > and) return nearest;
  const object = phraseStart(page, nearest);
  if (opensClause(page, object)) return nearest;
  const first = clauseStart(page, object);
  for (let word = first; word < object; word += 1) {
    const speaker = speakerAt(page, word);
    if (!speaker) continue;
    if (speaker.last > object) break;
    if (isSubject(page, verb, speaker)) return speaker;
    word = speaker.last - 1;
  }
  const isNoun = object - first > 1 && !hitOver(page, first, ...FRONTED) && isVerbal(page, object - 1);
  return isNoun ? { kind: 'unknown', first, last: first + 1, features: 0 } : nearest;
}

/** What the lexicon knows, in a form that an object has as well. */
function mayBeObject(page: Page, { mention, features }: Speaker): boolean {
  if (!mention || mention.group === GROUP.OTHER) return false;
  return !hasCases(page) || (features & CASES) === 0 || (features & F.ACC) !== 0;
}

function isSubject(page: Page, verb: Hit, speaker: Speaker): boolean {
  const isPlace = speaker.kind === 'unknown' && !startsSentence(page.syntax, phraseStart(page, speaker));
  return !isPlace && isSubjectCase(page, speaker) && agrees(page, verb, speaker);
}

/** First word of the conjunction that joins the verb to what is before. */
function conjunctionBefore(page: Page, verb: Hit): number | undefined {
  let word = verb.first - 1;
  const last = verb.first - LIGHT_REACH;
  while (word > 0 && word > last && hitOver(page, word, ...LIGHT) && !hitOver(page, word, T.AND, T.BUT)) word -= 1;
  return word > 0 ? hitOver(page, word, T.AND, T.BUT)?.first : undefined;
}

function clauseStart(page: Page, from: number): number {
  let word = from;
  while (word > 0 && word > from - REACH && ((page.syntax.gaps[word] ?? 0) & CLAUSE_END) === 0) word -= 1;
  return word;
}

/** A verb of speech, or a plain word that the lexicon does not know. */
function isVerbal(page: Page, word: number): boolean {
  if (hitOver(page, word, T.SAY, T.REPORT, T.TOLD)) return true;
  return !page.at.has(word) && !page.mentionAt[word] && !isCapitalised(page.syntax, word);
}
