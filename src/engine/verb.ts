/**
 * Verbs of several words: an auxiliary makes a participle finite («a également déclaré», «a-t-il ajouté»), an object stands
 * between subject and verb («comme l'affirme Moscou»). A language without auxiliaries in its cues has none of this.
 */
import { F, NUMBERS } from './features';
import type { Hit } from './hits';
import { isAdjacent } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import { CLAUSE_END, GAP, isCapitalised } from './syntax';
import { T } from './terms';

export type VerbPhrase = {
  /** The verb with its auxiliary and the objects before it. */
  readonly verb: Hit;
  readonly isNegated: boolean;
  /** Word of a pronoun that stands within («a-t-il ajouté») and is the subject. */
  readonly pronoun?: number;
};

/** An auxiliary and its participle lie at most this many words apart. */
const REACH = 7;
const FINITE = F.PAST | F.PRES;
/** Words that may stand between an auxiliary and its participle. */
const WITHIN = [T.TIME, T.NEGATION, T.PRONOUN, T.CLITIC, T.DISTANCE, T.SAY] as const;

/** The whole verb that a hit of SAY or REPORT belongs to, or undefined for a participle that no auxiliary makes finite. */
export function verbPhrase(page: Page, hit: Hit): VerbPhrase | undefined {
  const phase = phaseBefore(page, hit);
  const start = phase?.first ?? hit.first;
  const isNegated = hitOver(page, start - 1, T.NEGATION) !== undefined;
  if (phase) return { verb: { ...hit, first: phase.first, features: phase.features }, isNegated };
  if (isInfinitive(page, hit)) return undefined;
  const isParticiple = (hit.features & F.IMPERS) !== 0 && (hit.features & F.PAST) !== 0;
  const auxiliary = isParticiple ? auxiliaryBefore(page, hit.first) : undefined;
  if (auxiliary) {
    if (auxiliary.x !== 0) return undefined;
    const verb = {
      ...hit,
      first: withObjects(page, auxiliary.first),
      features: F.PAST | (auxiliary.features & NUMBERS),
    };
    const pronoun = subjectWithin(page, auxiliary.last, hit.first);
    return { verb, isNegated, ...(pronoun !== undefined && { pronoun }) };
  }
  if (isParticiple && (hit.features & NUMBERS) === 0) return undefined;
  if ((hit.features & FINITE) === 0 || !isObject(page, hit.first - 1)) return { verb: hit, isNegated };
  const first = withObjects(page, hit.first);
  return { verb: { ...hit, first }, isNegated: isNegated || isNegatedWithin(page, first, hit.first) };
}

/** "went on | to describe": the verb that an infinitive or a gerund goes with. */
export function phaseBefore(page: Page, hit: Hit): Hit | undefined {
  if ((hit.features & (F.INF | F.CONV)) === 0) return undefined;
  for (let word = hit.first - 1; word >= 0 && word > hit.first - PHASE_WORDS; word -= 1) {
    if (!isAdjacent(page.syntax, word + 1)) return undefined;
    const phase = page.at.get(word)?.find(({ kind, last }) => kind === T.PHASE && last === hit.first);
    if (phase) return (phase.features & FINITE) !== 0 ? phase : undefined;
  }
  return undefined;
}
const PHASE_WORDS = 5;

/** "to reject": behind a preposition a base form is no finite verb. */
function isInfinitive(page: Page, hit: Hit): boolean {
  const isBase = (hit.features & F.INF) !== 0 && (hit.features & F.PAST) === 0;
  return isBase && isAdjacent(page.syntax, hit.first) && hitAt(page, hit.first - 1, T.OBLIQUE) !== undefined;
}

/** The nearest auxiliary before a participle, over adverbs, pronouns and a phrase between two commas. */
function auxiliaryBefore(page: Page, participle: number): Hit | undefined {
  const { gaps, quoteOf } = page.syntax;
  let isAside = false;
  for (let word = participle - 1; word >= 0 && word >= participle - REACH; word -= 1) {
    const gap = gaps[word + 1] ?? 0;
    if ((gap & CLAUSE_END & ~GAP.COMMA) !== 0 || quoteOf[word] !== quoteOf[participle]) return undefined;
    if ((gap & GAP.COMMA) !== 0) isAside = !isAside;
    if (isAside) continue;
    const auxiliary = [word - 2, word - 1, word]
      .map((first) => hitAt(page, first, T.AUXILIARY))
      .find((hit) => hit !== undefined && hit.last > word);
    if (auxiliary) return auxiliary;
    if (page.mentionAt[word] || !(hitOver(page, word, ...WITHIN) || isAdverb(page, word))) return undefined;
  }
  return undefined;
}

/** «a largement relayé»: a plain word that the lexicon does not know stands between the two, and is no name. */
const isAdverb = (page: Page, word: number) =>
  !page.at.has(word) && !isCapitalised(page.syntax, word) && !page.mentionAt[word];

function subjectWithin(page: Page, from: number, to: number): number | undefined {
  for (let word = from; word < to; word += 1) {
    const pronoun = hitAt(page, word, T.PRONOUN);
    if (pronoun && (pronoun.features & F.NOM) !== 0) return word;
  }
  return undefined;
}

/** First word of the verb with the objects and the negation that stand before it («ne l'a», «nous a»). */
function withObjects(page: Page, verb: number): number {
  let first = verb;
  while (first > 0 && isAdjacent(page.syntax, first) && hitAt(page, first - 1, T.CLITIC)) first -= 1;
  return first;
}

/** «comme l'affirme Moscou», «il le répète»: an article («l'offre») has no subject and no conjunction before it. */
function isObject(page: Page, word: number): boolean {
  if (word < 0 || !isAdjacent(page.syntax, word + 1) || !hitAt(page, word, T.CLITIC)) return false;
  if (!hitAt(page, word, T.DETERMINER)) return true;
  const before = withObjects(page, word) - 1;
  const gap = page.syntax.gaps[before + 1] ?? 0;
  // «"…", leur répond Lavrov».
  if ((gap & GAP.QUOTE_CLOSE) !== 0) return true;
  if (before < 0 || (gap & CLAUSE_END) !== 0) return false;
  return page.mentionAt[before] !== undefined || hitAt(page, before, T.THAT, T.RELATIVE, T.PRONOUN) !== undefined;
}

function isNegatedWithin(page: Page, from: number, to: number): boolean {
  for (let word = from; word < to; word += 1) if (hitAt(page, word, T.NEGATION)) return true;
  return false;
}
