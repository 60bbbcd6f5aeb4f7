/** Words by which an author keeps others' words at a distance: «нібито», a verdict, a label beside a name. */
import type { Attribution } from './attribution';
import { isInsideSpeech } from './content';
import { F } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent, type Mention } from './mentions';
import { hitAt, hitOver, hitsAround, opensReport, type Page } from './reading';
import { CLAUSE_END, GAP, gapBetween, quotesFrom, spanOf } from './syntax';
import { SCOPE, T } from './terms';
import type { Evidence, Span } from './types';

/** A distance word this many words before a phrase still belongs to it («так званий прем'єр-міністр самої ДНР»). */
const NEXT_REACH = 6;
/** A denial stands closer: «це не якийсь переворот». */
const DENIAL_REACH = 3;
/** Words that end the noun phrase that a distance word opens. */
const PHRASE_ENDS = [T.SAY, T.REPORT, T.TOLD, T.PREPOSITION, T.POSSESSIVE_CUE, T.THAT, T.PRONOUN] as const;
/** A label in apposition, and what belongs to it, has at most this many words («Соловйов, відомий кремлівський пропагандист»). */
const APPOSITION = 4;
/** A label and the name that it agrees with have at most this many words of its complement between them. */
const OWNED = 5;

export const distanceEvidence = (page: Page, span: Span): Evidence => ({ what: 'distance', passage: page.index, span });

const proof = (page: Page, hit: Hit): Evidence => distanceEvidence(page, spanOf(page.syntax, hit.first, hit.last));

/**
 * A distance word of the sentence whose reach covers the words from `first` to `last`.
 * @param speaker the Kremlin speaker whose words they are, if they are not the author's own
 */
export function distanceOver(page: Page, first: number, last: number, speaker?: Attribution): Evidence | undefined {
  const found = hitsAround(page, first).find(
    (hit) => hit.kind === T.DISTANCE && covers(page, hit, first, last, speaker),
  );
  return found && proof(page, found);
}

function covers(page: Page, hit: Hit, first: number, last: number, speaker: Attribution | undefined): boolean {
  switch (hit.x) {
    case SCOPE.NEXT:
      return opensPhrase(page, hit.last, first, NEXT_REACH);
    case SCOPE.DENIAL:
      return !speaker && opensPhrase(page, hit.last, first, DENIAL_REACH);
    case SCOPE.BEHIND:
      return !speaker && hit.first === last && isAdjacent(page.syntax, last);
    case SCOPE.TURN:
      return false;
    default:
      return !(hit.first >= first && hit.last <= last) && !(speaker && isSpeakers(speaker, hit));
  }
}

/**
 * Does the judgement stand in the words that the speaker is said to say («заявила, що це фейк»)? Then it is the speaker's
 * own. Words of hearsay («нібито») and of missing proof are the author's wherever they stand.
 */
export function isSpeakers({ page, first, last, cueFirst, cueLast, content }: Attribution, hit: Hit): boolean {
  const span = spanOf(page.syntax, hit.first, hit.last);
  const isWithin = content !== undefined && content.start <= span.start && span.end <= content.end;
  if (!isWithin || hit.x === SCOPE.CLAUSE) return false;
  const start = Math.min(first, cueFirst);
  if (hit.first < start)
    return (gapBetween(page.syntax, hit.last - 1, start) & (GAP.COMMA | GAP.DASH | GAP.QUOTE_CLOSE)) !== 0;
  const { commaBeforeThat, articles } = grammarOf(page.lang);
  let between = hit.x === SCOPE.VERDICT ? 1 : 0;
  for (let word = Math.max(last, cueLast); word <= hit.first; word += 1) {
    const gap = page.syntax.gaps[word] ?? 0;
    if (opensReport(page, word) || (gap & (GAP.COLON | GAP.QUOTE_OPEN)) !== 0) return true;
    // «Lawrow sagte, es sei eine Lüge»: the comma stands for the conjunction.
    if (articles && (gap & GAP.COMMA) !== 0) return true;
    if (word < hit.first && !hitAt(page, word, T.DETERMINER, T.ARTICLE, T.OF)) between += 1;
  }
  // Where a report needs no conjunction, only the object of the cue itself is the author's: "repeated the lie about …".
  return !commaBeforeThat && between > 0;
}

/** Do only words of one noun phrase lie between the distance word and the phrase? */
function opensPhrase(page: Page, from: number, first: number, reach: number): boolean {
  if (from > first || first - from >= reach) return false;
  for (let word = from; word <= first; word += 1) {
    // "the self-proclaimed Donetsk People's Republic (DPR)": a short name in brackets belongs to the long one.
    const apart = word === first ? CLAUSE_END & ~GAP.BRACKET : CLAUSE_END;
    if (((page.syntax.gaps[word] ?? 0) & apart) !== 0) return false;
    if (word < first && hitOver(page, word, ...PHRASE_ENDS)) return false;
  }
  return true;
}

/**
 * A distance word of the author's in the sentence: what stands inside quoted speech, or in what the speaker is said to
 * say, is the speaker's own.
 */
export function distanceIn(page: Page, first: number, last: number, speaker?: Attribution): Evidence | undefined {
  const found = hitsAround(page, first).find(
    (hit) =>
      hit.kind === T.DISTANCE &&
      WIDE.has(hit.x) &&
      !(hit.first >= first && hit.last <= last) &&
      !(speaker && isSpeakers(speaker, hit)) &&
      (!isInsideSpeech(page, hit) || page.syntax.quoteOf[hit.first] === page.syntax.quoteOf[first]),
  );
  return found && proof(page, found);
}
const WIDE: ReadonlySet<number> = new Set([SCOPE.CLAUSE, SCOPE.SENTENCE, SCOPE.VERDICT]);

/** A label before the name in its noun phrase: «пропагандистам російського «РИА Новости»». */
export function labelBefore(page: Page, first: number): Evidence | undefined {
  for (let word = first - 1; word >= 0 && word >= first - 3; word -= 1) {
    if (!isAdjacent(page.syntax, word + 1)) return undefined;
    const label = hitOver(page, word, T.LABEL);
    if (label) return proof(page, label);
    if (!hitOver(page, word, T.RUSSIAN, T.OUTLET_KIND, T.HONORIFIC)) return undefined;
  }
  return undefined;
}

/**
 * A label in the speaker's office («гауляйтер Сальдо», «так званий голова Криму»), before the name, or in apposition
 * behind it.
 * A word that is all of a group's name («окупанти») is no judgement of what it says.
 */
export function labelOf(
  page: Page,
  first: number,
  last: number,
  form: Mention['form'] | 'pronoun',
): Evidence | undefined {
  for (let word = first; word < last; word += 1) {
    const label = hitOver(page, word, T.LABEL) ?? hitOver(page, word, T.DISTANCE);
    if (!label || (label.kind === T.DISTANCE && label.x !== SCOPE.NEXT)) continue;
    if (form === 'role' || label.first > first || label.last < last) return proof(page, label);
  }
  return labelBefore(page, first) ?? labelBehind(page, last) ?? labelOwning(page, first);
}

/** «ватажок бойовиків «ДНР» Пушилін»: nouns in the genitive lie between a label and the name it agrees with. */
function labelOwning(page: Page, first: number): Evidence | undefined {
  const name = page.mentionAt[first];
  if (!grammarOf(page.lang).cases || !name?.isPerson) return undefined;
  for (let word = first - 1; word >= 0 && word >= first - OWNED; word -= 1) {
    if (!isAdjacent(page.syntax, word + 1) || hitOver(page, word, ...PHRASE_ENDS, T.RELATIVE, T.TIME)) return undefined;
    const label = hitAt(page, word, T.LABEL);
    if (label && (label.features & name.features & F.NOM) !== 0 && (label.features & F.SG) !== 0)
      return proof(page, label);
  }
  return undefined;
}

/** «Соловйов, кремлівський пропагандист, …», "Simonyan (a Kremlin propagandist)": a mark stands behind it as well. */
function labelBehind(page: Page, last: number): Evidence | undefined {
  const { syntax } = page;
  const apart = GAP.COMMA | GAP.DASH | GAP.BRACKET;
  if (((syntax.gaps[last] ?? 0) & apart) === 0) return undefined;
  for (let word = last; word < syntax.count && word < last + APPOSITION; word += 1) {
    if (word > last && !isAdjacent(syntax, word)) return undefined;
    const label = hitAt(page, word, T.LABEL);
    if (label) return endsBehind(page, label, apart | GAP.STOP) ? proof(page, label) : undefined;
    if (!hitOver(page, word, T.RUSSIAN, T.DETERMINER, T.ARTICLE, T.TIME)) return undefined;
  }
  return undefined;
}

/** Does the apposition end soon, before any verb of speech? «…, бойовики втратили село» is a clause, not a label. */
function endsBehind(page: Page, label: Hit, marks: number): boolean {
  for (let word = label.last; word <= page.syntax.count && word < label.last + APPOSITION; word += 1) {
    if (word === page.syntax.count || ((page.syntax.gaps[word] ?? 0) & marks) !== 0) return true;
  }
  return false;
}

/** Marks on a common noun of the speaker's name: «глава «адміністрації»», «"воєнкори" Росії»; a name in marks has a capital. */
export function scareIn(page: Page, first: number, last: number): Evidence | undefined {
  const span = spanOf(page.syntax, first, last);
  const marks = quotesFrom(page.syntax, span.start - 2, span.end).find(
    (quote) => quote.closed && quote.end > span.start && quote.end <= span.end + 2 && isCommon(page, quote),
  );
  return marks && distanceEvidence(page, { start: marks.start, end: marks.end });
}

function isCommon(page: Page, quote: Span): boolean {
  const letter = page.syntax.raw.charAt(quote.start + 1);
  return letter !== letter.toUpperCase();
}

/** Words between a verb of denial and what it denies: "denied the repeated allegations by …". */
const DENIED_REACH = 4;

/** "denied allegations by Russia", «спростували заяву Міноборони РФ»: somebody else turns down the words that are owned. */
export function deniedBefore(page: Page, { first, cueFirst, by }: Attribution): Evidence | undefined {
  if (by === 'verb' || by === 'mark') return undefined;
  const start = Math.min(first, cueFirst);
  for (let word = start - 1; word >= 0 && word >= start - DENIED_REACH; word -= 1) {
    if (((page.syntax.gaps[word + 1] ?? 0) & CLAUSE_END) !== 0) return undefined;
    const denial = hitAt(page, word, T.AGAINST);
    const isNegated = hitOver(page, word - 1, T.NEGATION);
    if (denial) return isNegated ? undefined : proof(page, denial);
    // "rejected Putin's and Peskov's claims"
    if (page.mentionAt[word] && !page.mentionAt[word]?.possessive) return undefined;
  }
  return undefined;
}

/** Words between what opens a concession and its subject or verb: «хоча у вівторок Кремль». */
const CONCESSION_REACH = 4;

/** «Хоча Кремль запевняє, що …, …»: the author concedes a claim and goes on against it. */
export function concededBy(page: Page, { first, cueFirst, by }: Attribution): Evidence | undefined {
  if (by !== 'verb' || !hitAt(page, cueFirst, T.CONCEDED)) return undefined;
  const start = Math.min(first, cueFirst);
  for (let word = start - 1; word >= 0 && word >= start - CONCESSION_REACH; word -= 1) {
    const opening = hitAt(page, word, T.CONCESSIVE);
    if (opening) return proof(page, opening);
    if (((page.syntax.gaps[word + 1] ?? 0) & CLAUSE_END) !== 0) return undefined;
  }
  return undefined;
}
