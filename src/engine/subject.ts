/** Who does the verb: the nearest fitting speaker, by order, case, gender and number. */

import { agrees, isEmbedded, isSubjectCase } from './agreement';
import { opensClause, speakerBefore, subjectBeforeApposition } from './apposition';
import { isSpeech } from './content';
import { CASES, F } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { subjectOfJoined } from './joined';
import { isAdjacent } from './mentions';
import { asideBefore, isFree, isInRelative, isLight, isObjectOf } from './order';
import { hitAt, hitOver, opensRelative, opensReport, type Page } from './reading';
import { asSpeaker, hasCases, holderBehind, isFullStranger, isStranger, type Speaker, speakerAt } from './speaker';
import { CLAUSE_END, GAP, isCapitalised, startsSentence } from './syntax';
import { subjectOfTag } from './tag';
import { GROUP, T } from './terms';

/** How many words may lie between a verb and the subject after it («заявив журналістам у понеділок Лавров»). */
const RIGHT_REACH = 7;
/** How far back within its clause a subject is looked for. */
const LEFT_REACH = 22;
/** How many commas, brackets or dashes may be crossed to reach it. */
const CROSSINGS = 3;
/** «Вони відходять, – заявили в штабі»: the marks before a tag of speech; what stands before them is what is said. */
const TAG = GAP.COMMA | GAP.DASH;

function searchRight(page: Page, verb: Hit): Speaker | undefined {
  const { syntax } = page;
  let fallback: Speaker | undefined;
  for (let word = verb.last; word < syntax.count && word < verb.last + RIGHT_REACH; word += 1) {
    if (((syntax.gaps[word] ?? 0) & (CLAUSE_END | GAP.SLASH)) !== 0) break;
    if (opensReport(page, word) || opensRelative(page, word) || (word > verb.last && hitAt(page, word, T.SAY))) break;
    const speaker = speakerAt(page, word);
    if (!speaker || hitAt(page, word, T.HONORIFIC)) {
      const apposed = hitAt(page, word, T.HONORIFIC) ? apposedTo(page, verb, word) : undefined;
      if (apposed) return apposed;
    }
    if (!speaker) continue;
    const holder = holderBehind(page, speaker);
    if (holder && isSubjectCase(page, holder) && agrees(page, verb, holder)) return holder;
    if (!isSubjectCase(page, speaker) || !agrees(page, verb, speaker) || isObjectOf(page, speaker)) {
      word = speaker.last - 1;
      continue;
    }
    if (speaker.kind === 'unknown' && !isFullStranger(page, word)) continue;
    // A name that every case shares may be the outlet spoken to: a clear nominative behind it wins.
    if (hasCases(page) && (speaker.features & CASES) !== F.NOM && speaker.kind === 'mention' && !fallback) {
      fallback = speaker;
      word = speaker.last - 1;
      continue;
    }
    return speaker;
  }
  return fallback;
}

/** «заявив голова комітету, сенатор Косачов»: the office of one who is named behind a comma. */
function apposedTo(page: Page, verb: Hit, office: number): Speaker | undefined {
  const { gaps, count } = page.syntax;
  if (!hasCases(page)) return undefined;
  for (let word = office + 1; word < count && word <= office + OFFICE_WORDS; word += 1) {
    if (page.mentionAt[word - 1]) return undefined;
    const gap = (gaps[word] ?? 0) & CLAUSE_END;
    if (gap === 0) continue;
    const mention = gap === GAP.COMMA ? page.mentionAt[word] : undefined;
    if (mention?.group !== GROUP.OFFICIAL || !mention.isPerson) return undefined;
    const speaker = asSpeaker(mention);
    return isSubjectCase(page, speaker) && agrees(page, verb, speaker) ? speaker : undefined;
  }
  return undefined;
}
/** Words of an office before the comma. */
const OFFICE_WORDS = 6;

/** @param reach how many commas, brackets or dashes may be crossed */
function searchLeft(page: Page, verb: Hit, reach = CROSSINGS): Speaker | undefined {
  const { syntax } = page;
  const sentence = syntax.sentences[verb.first];
  let crossings = 0;
  let stranger: Speaker | undefined;
  let relative = false;
  const isTurned = beginsTag(page, verb);
  for (let word = verb.first - 1; word >= 0 && word >= verb.first - LEFT_REACH; word -= 1) {
    if (syntax.sentences[word] !== sentence) break;
    const gap = syntax.gaps[word + 1] ?? 0;
    // «Лавров пішов далі: назвав угоду фарсом»: a verb right behind the colon goes on with its subject.
    const isColon = gap === GAP.COLON && word + 1 === verb.first && verb.kind === T.SAY && hasCases(page);
    if ((gap & (GAP.STOP | GAP.COLON | GAP.SEMICOLON)) !== 0 && !isColon) break;
    if (isColon) crossings = CROSSINGS;
    if ((gap & (GAP.COMMA | GAP.DASH | GAP.BRACKET)) !== 0) {
      // The verb's own clause had a subject of its own, if only an unknown one.
      if (stranger) return stranger;
      crossings += 1;
      if (crossings > CROSSINGS) break;
      if (crossings === 1 && hasOwnSubject(page, word + 1, verb.first)) return undefined;
      const skipped = crossings === 1 && (gap & GAP.COMMA) !== 0 ? interruption(page, word) : undefined;
      if (skipped !== undefined) {
        word = skipped;
        continue;
      }
      if (crossings > reach) break;
      relative = opensRelative(page, word + 1) || opensRelative(page, word + 2);
      // «лист Лаврову, у якому сказано»: a preposition keeps the relative from being the subject.
      const isGoverned = hasCases(page) && hitAt(page, word + 1, T.IN, T.OBLIQUE, T.PREPOSITION) !== undefined;
      const antecedent = relative && !isGoverned && crossings === 1 ? page.mentionAt[word] : undefined;
      // «з Лавровим, який заявив»: the case is the other clause's, the speaker is the antecedent.
      if (antecedent && antecedent.last === word + 1) {
        const speaker: Speaker = {
          kind: 'mention',
          first: antecedent.first,
          last: antecedent.last,
          features: antecedent.features,
          mention: antecedent,
        };
        return agrees(page, verb, speaker) ? speaker : undefined;
      }
      if (relative && crossings === 1) return undefined;
    }
    const isApart = (syntax.quoteOf[word] ?? -1) !== (syntax.quoteOf[verb.first] ?? -1);
    // «самопроголошений «глава» сказав»: a name or an office in marks, not what is said in a quotation.
    if (isApart && !page.mentionAt[word] && !isMarkedOffice(page, word)) continue;
    if (crossings === 0 && opensReport(page, word)) break;
    const speaker = speakerAt(page, word) ?? stateAt(page, word);
    if (!speaker) continue;
    if (isTurned && crossings === 1) return undefined;
    word = speaker.first;
    if (!hasCases(page) && isEmbedded(page, speaker)) return undefined;
    if (!isSubjectCase(page, speaker) || !agrees(page, verb, speaker)) continue;
    if (isPredicate(page, speaker)) return undefined;
    if (isFree(page) && isInRelative(page, speaker)) continue;
    if (crossings > 0 && isListedWithin(page, speaker)) continue;
    if (speaker.kind === 'unknown') {
      if (isFullStranger(page, word)) return speaker;
      if (!hasCases(page) && !grammarOf(page.lang).capitalNouns) stranger ??= speaker;
      continue;
    }
    return speaker;
  }
  return stranger;
}

/**
 * «Moskau wurde überrascht, meldet die Bild»: behind the only comma so far the verb has its subject behind it, if no
 * case tells otherwise.
 */
function beginsTag(page: Page, verb: Hit): boolean {
  const { gaps } = page.syntax;
  if (hasCases(page) || !grammarOf(page.lang).inverts || ((gaps[verb.first] ?? 0) & GAP.COMMA) === 0) return false;
  for (let word = verb.first - 1; word > 0 && word > verb.first - LEFT_REACH; word -= 1) {
    const gap = gaps[word] ?? 0;
    if ((gap & GAP.STOP) !== 0) return true;
    if ((gap & CLAUSE_END) !== 0) return false;
  }
  return true;
}

/** An office by itself in quotation marks. */
function isMarkedOffice(page: Page, word: number): boolean {
  const quote = page.syntax.quotes[page.syntax.quoteOf[word] ?? -1];
  return quote !== undefined && !isSpeech(page, quote) && hitAt(page, word, T.SHORT) !== undefined;
}

/** «Сейчас он депутат Госдумы»: a nominative beside its pronoun says what he is. */
function isPredicate(page: Page, { first, mention }: Speaker): boolean {
  if (!hasCases(page) || mention?.form !== 'role' || (page.syntax.gaps[first] ?? 0) !== 0 || first === 0) return false;
  const pronoun = hitAt(page, first - 1, T.PRONOUN);
  return pronoun !== undefined && pronoun.x === 0 && (pronoun.features & F.NOM) !== 0;
}

/** «…, де вже є RT, Sputnik і «Царград», додали …»: the names of a list belong to the clause that holds the first of them. */
function isListedWithin(page: Page, { first, mention }: Speaker): boolean {
  if (mention?.group !== GROUP.OUTLET) return false;
  let isList = false;
  for (let word = first - 1; word > 0 && word >= first - LEFT_REACH; word -= 1) {
    const gap = (page.syntax.gaps[word + 1] ?? 0) & CLAUSE_END;
    const isName = page.mentionAt[word]?.group === GROUP.OUTLET;
    if (gap === 0) continue;
    if (gap !== GAP.COMMA) return false;
    // The comma before the clause's first word, or one between two names.
    if (!isName) return isList && page.mentionAt[word + 1]?.group !== GROUP.OUTLET;
    isList = true;
  }
  return false;
}

/** "Turkey said", "Ukrainian villagers say": another country begins the clause of the verb. */
function stateAt(page: Page, word: number): Speaker | undefined {
  if (grammarOf(page.lang).inverts) return undefined;
  const state = hitAt(page, word, T.FOREIGN);
  return state && opensClause(page, word)
    ? { kind: 'state', first: state.first, last: state.last, features: state.features }
    : undefined;
}

/** "Peskov took questions": behind a word that the lexicon does not know, a present form is the noun of the same letters. */
function isNoun(page: Page, verb: Hit, { last }: Speaker): boolean {
  if ((verb.features & F.PRES) === 0 || (verb.features & F.PAST) !== 0) return false;
  const { gaps } = page.syntax;
  let word = last;
  while (word < verb.first && hitOver(page, word, T.TIME, T.NEGATION, T.DISTANCE, T.AND)) word += 1;
  if (word >= verb.first || ((gaps[word] ?? 0) & CLAUSE_END) !== 0) return false;
  return !page.at.has(word) && !page.mentionAt[word] && !isCapitalised(page.syntax, word);
}

/** "After Putin left, villagers said": where the subject comes first, a clause that begins with a noun has its own. */
function hasOwnSubject(page: Page, from: number, to: number): boolean {
  if (grammarOf(page.lang).inverts) return false;
  let word = from;
  while (word < to && hitOver(page, word, T.TIME, T.AND, T.NEGATION, T.DISTANCE)) word += 1;
  return word < to && !hitAt(page, word, T.OBLIQUE, T.PREPOSITION, T.FROM, T.RELATIVE, T.SAY, T.REPORT, T.GUESS);
}

/** Does a quotation of speech, rather than a name in quotation marks, end right before this word? */
function closesSpeech(page: Page, word: number): boolean {
  const inside = page.syntax.quotes[page.syntax.quoteOf[word - 1] ?? -1];
  return inside !== undefined && isSpeech(page, inside);
}

/**
 * First word of the segment between two commas that ends before `word`, if it only interrupts the clause:
 * «, зокрема,», ", citing officials,", «, який прибув,».
 */
function interruption(page: Page, last: number): number | undefined {
  const { syntax } = page;
  let first = last;
  while (first > 0 && ((syntax.gaps[first] ?? 0) & (CLAUSE_END | GAP.QUOTE_CLOSE)) === 0) first -= 1;
  if (first === 0 || ((syntax.gaps[first] ?? 0) & (GAP.STOP | GAP.COLON | GAP.SEMICOLON)) !== 0) return undefined;
  const opener = page.at
    .get(first)
    ?.find((h) => INTERRUPTERS.has(h.kind) || (VERBS.has(h.kind) && (h.features & F.CONV) !== 0));
  return opener || opensRelative(page, first + 1) ? first : undefined;
}
const INTERRUPTERS = new Set<number>([T.RELATIVE, T.PREPOSITION, T.POSSESSIVE_CUE, T.TIME]);
const VERBS = new Set<number>([T.SAY, T.REPORT, T.GUESS, T.TOLD]);

/**
 * The subject of a finite verb of speech.
 * @param verb a hit of SAY or REPORT
 * @returns the speaker, or undefined where the clause names none
 */
export function findSubject(page: Page, verb: Hit): Speaker | undefined {
  const nearest = nearestSubject(page, verb);
  return nearest && nearest.first < verb.first ? subjectOfJoined(page, verb, nearest) : nearest;
}

function nearestSubject(page: Page, verb: Hit): Speaker | undefined {
  const before = page.syntax.gaps[verb.first] ?? 0;
  const afterSpeech = (before & GAP.QUOTE_CLOSE) !== 0 && closesSpeech(page, verb.first);
  const beginsClause =
    verb.first === 0 || (before & CLAUSE_END) !== 0 || afterSpeech || opensReport(page, verb.first - 1);
  if (!grammarOf(page.lang).inverts) {
    const turned = beginsClause ? subjectTurned(page, verb, afterSpeech) : undefined;
    if (turned || afterSpeech) return turned;
    const subject = searchLeft(page, verb);
    return subject && isNoun(page, verb, subject) ? undefined : subject;
  }
  if (beginsClause) {
    const aside = !hasCases(page) && !afterSpeech ? asideBefore(page, verb) : undefined;
    if (aside !== undefined) {
      const interrupted = speakerBefore(page, verb, aside);
      if (interrupted || (isFree(page) && isLight(page, aside, verb.first))) return interrupted;
    }
    const right = searchRight(page, verb);
    if (right) return right;
    // «Лавров, зокрема, заявив»: the clause was only interrupted. After a quotation a verb without a subject stays without.
    if (afterSpeech || (hasCases(page) && (before & TAG) === TAG)) return undefined;
    return nounBehind(page, verb) ?? searchLeft(page, verb);
  }
  if (grammarOf(page.lang).verbSecond) return subjectOfSecond(page, verb);
  const left = searchLeft(page, verb);
  if (left && left.kind !== 'unknown') return left;
  return (hasCases(page) ? subjectBehind(page, verb) : undefined) ?? left;
}

/** «…, каже філолог.»: nouns that the lexicon does not know fill the rest of the clause, one of them is the subject. */
function nounBehind(page: Page, verb: Hit): Speaker | undefined {
  const { gaps, count } = page.syntax;
  const isComma = ((gaps[verb.first] ?? 0) & CLAUSE_END) === GAP.COMMA;
  if (!hasCases(page) || !isComma) return undefined;
  let word = verb.last;
  while (word < count && word < verb.last + NOUN_WORDS && (gaps[word] ?? 0) === 0 && !page.at.has(word)) word += 1;
  const isClosed = word >= count || ((gaps[word] ?? 0) & (GAP.STOP | GAP.COMMA)) !== 0;
  const isNoun = word > verb.last && isClosed && !page.mentionAt[verb.last];
  return isNoun ? { kind: 'unknown', first: verb.last, last: word, features: 0 } : undefined;
}
/** Words of a subject behind its verb. */
const NOUN_WORDS = 4;

/** «Аналітик Ціпко попереджав Кремль»: a body that may be an object is one where somebody else begins the clause. */
function subjectBehind(page: Page, verb: Hit): Speaker | undefined {
  const right = searchRight(page, verb);
  if (right?.mention?.isPerson !== false || (right.features & F.ACC) === 0) return right;
  const { gaps } = page.syntax;
  let first = verb.first - 1;
  while (first > 0 && first > verb.first - LEFT_REACH && ((gaps[first] ?? 0) & CLAUSE_END) === 0) first -= 1;
  const other = hitAt(page, first, T.OTHER);
  return other && (other.features & F.NOM) !== 0 ? undefined : right;
}

/** Where the subject stands before its verb, a verb that begins a clause is a tag of speech or goes on after an apposition. */
function subjectTurned(page: Page, verb: Hit, afterSpeech: boolean): Speaker | undefined {
  const tag = subjectOfTag(page, verb, afterSpeech);
  if (tag && (afterSpeech || tag.mention?.group === GROUP.OFFICIAL)) return tag;
  const apposed = subjectBeforeApposition(page, verb);
  // "Medvedev, once a liberal, threatened Finland": what one aside parts from its verb is no tag.
  return !tag || (apposed && isOneAside(page, apposed.last, verb.first)) ? apposed : tag;
}

function isOneAside({ syntax }: Page, from: number, to: number): boolean {
  for (let word = from + 1; word < to; word += 1) if (((syntax.gaps[word] ?? 0) & CLAUSE_END) !== 0) return false;
  return true;
}

/** «Der Minister hat Moskau gewarnt»: what begins the clause and ends right before the auxiliary is the subject. */
function subjectBeforeAuxiliary(page: Page, verb: Hit): Speaker | undefined {
  const { gaps } = page.syntax;
  for (let word = verb.first - 1; word > 0 && word >= verb.first - LEFT_REACH; word -= 1) {
    if (((gaps[word + 1] ?? 0) & CLAUSE_END) !== 0) return undefined;
    const isAuxiliary = page.at
      .get(word)
      ?.some(({ kind, x, ref }) => kind === T.COMPANION && x === 1 && ref === verb.ref);
    if (!isAuxiliary || !isAdjacent(page.syntax, word)) continue;
    const subject = speakerBefore(page, verb, word);
    const isName = subject?.kind !== 'unknown' || isFullStranger(page, word - 1) || word === 1;
    return isName ? subject : undefined;
  }
  return undefined;
}

/** A verb that is second, or last in a clause of its own: the subject is before it in the clause, or right behind. */
function subjectOfSecond(page: Page, verb: Hit): Speaker | undefined {
  const first = subjectBeforeAuxiliary(page, verb);
  if (first) return first;
  const left = searchLeft(page, verb, 0);
  if (left && left.kind !== 'unknown') return left;
  const before = verb.first - 1;
  // «Meier sagte Putin am Telefon, …»: one unknown word that begins the sentence is the subject.
  const isFirst = before >= 0 && startsSentence(page.syntax, before) && !page.at.has(before) && !page.mentionAt[before];
  if (isFirst) return { kind: 'unknown', first: before, last: verb.first, features: 0 };
  const right = searchRight(page, verb) ?? left;
  // «am Abend sagte Meier, …»: one unknown word behind the verb is a name as well, nobody of an earlier clause is meant.
  const isNamed = isAdjacent(page.syntax, verb.last) && isStranger(page, verb.last);
  if (!right && isNamed) return { kind: 'unknown', first: verb.last, last: verb.last + 1, features: 0 };
  return right ?? searchLeft(page, verb);
}
