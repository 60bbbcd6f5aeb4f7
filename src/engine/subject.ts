/** Who does the verb: the nearest fitting speaker, by order, case, gender and number. */

import { articleOf } from './article';
import { isSpeech } from './content';
import { CASES, F, GENDERS, NUMBERS } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent, type Mention, startsSentence } from './mentions';
import { asideBefore, isFree, isInRelative, isLight, isObjectOf } from './order';
import { hitAt, hitOver, opensRelative, opensReport, type Page } from './reading';
import { CLAUSE_END, GAP, isCapitalised } from './syntax';
import { GROUP, T } from './terms';

/** Somebody that could be the subject of a verb of speech. */
export type Speaker = {
  readonly kind: 'mention' | 'pronoun' | 'short' | 'other' | 'unknown';
  readonly first: number;
  readonly last: number;
  readonly features: number;
  readonly mention?: Mention;
  /** Tag of a short reference. */
  readonly tag?: number;
};

/** How many words may lie between a verb and the subject after it («заявив журналістам у понеділок Лавров»). */
const RIGHT_REACH = 7;
/** How far back within its clause a subject is looked for. */
const LEFT_REACH = 22;
/** How many commas, brackets or dashes may be crossed to reach it. */
const CROSSINGS = 3;

const hasCases = (page: Page) => grammarOf(page.lang).cases;

/** A short reference is someone else's where a foreign word stands beside it («міністр оборони США»). */
function isForeign(page: Page, first: number, last: number): boolean {
  if (first > 0 && isAdjacent(page.syntax, first) && hitOver(page, first - 1, T.FOREIGN)) return true;
  for (let word = last; word < Math.min(last + 4, page.syntax.count); word += 1) {
    if (((page.syntax.gaps[word] ?? 0) & CLAUSE_END) !== 0 || hitAt(page, word, T.SAY, T.REPORT)) return false;
    if (hitAt(page, word, T.FOREIGN)) return true;
    const mention = page.mentionAt[word];
    if (mention?.group === GROUP.OTHER) return true;
  }
  return false;
}

/** What stands at this word, if it can speak. Words are looked at one by one; a mention is found at any of its words. */
export function speakerAt(page: Page, word: number): Speaker | undefined {
  const mention = page.mentionAt[word];
  if (mention)
    return { kind: 'mention', first: mention.first, last: mention.last, features: mention.features, mention };
  const pronoun = page.at.get(word)?.filter((h) => h.kind === T.PRONOUN && h.x === 0);
  const nominative = pronoun?.find((h) => (h.features & F.NOM) !== 0) ?? pronoun?.[0];
  if (nominative)
    return { kind: 'pronoun', first: nominative.first, last: nominative.last, features: nominative.features };
  const short = hitOver(page, word, T.SHORT);
  if (short) {
    // "RIA Novosti state agency": the kind of outlet stands behind its name.
    const named = page.mentionAt[short.first - 1] ?? page.mentionAt[short.first - 2];
    if (named?.group === GROUP.OUTLET && !named.possessive && isAdjacent(page.syntax, short.first)) {
      return { kind: 'mention', first: named.first, last: short.last, features: named.features, mention: named };
    }
    // «агентство ТАСС»: the kind of outlet before its name has the case of both.
    const introduced = isAdjacent(page.syntax, short.last) ? page.mentionAt[short.last] : undefined;
    if (hasCases(page) && introduced?.group === GROUP.OUTLET && !introduced.possessive) {
      const features = (short.features & CASES) | (introduced.features & ~CASES);
      return { kind: 'mention', first: short.first, last: introduced.last, features, mention: introduced };
    }
    const foreign = isForeign(page, short.first, short.last) || !isDefinite(page, short.first);
    const base = { first: short.first, last: short.last, features: short.possessive ? F.GEN : short.features };
    return foreign ? { kind: 'other', ...base } : { kind: 'short', ...base, tag: short.ref };
  }
  const other = hitOver(page, word, T.OTHER);
  if (other) return { kind: 'other', first: other.first, last: other.last, features: other.features };
  if (isStranger(page, word)) return { kind: 'unknown', first: word, last: word + 1, features: 0 };
  return undefined;
}

/** In English a short reference has an article ("the minister"); without one it is any («nuclear site»). */
function isDefinite(page: Page, first: number): boolean {
  return hasCases(page) || first === 0 || hitAt(page, first - 1, T.DETERMINER, T.RUSSIAN, T.LABEL) !== undefined;
}

/** A capitalised word that the lexicon does not know and that does not begin a sentence. */
function isStranger(page: Page, word: number): boolean {
  if (!isCapitalised(page.syntax, word) || page.mentionAt[word]) return false;
  if (startsSentence(page.syntax, word))
    return (
      word + 1 < page.syntax.count &&
      isAdjacent(page.syntax, word + 1) &&
      isCapitalised(page.syntax, word + 1) &&
      !page.mentionAt[word + 1] &&
      !page.at.has(word)
    );
  return !page.at.has(word);
}

/** Is it a name of two words at least («Метью Міллер»)? One capital alone is often a place or a brand. */
function isFullStranger(page: Page, word: number): boolean {
  const { syntax } = page;
  const after =
    word + 1 < syntax.count &&
    isAdjacent(syntax, word + 1) &&
    isCapitalised(syntax, word + 1) &&
    !page.mentionAt[word + 1];
  const before = word > 0 && isAdjacent(syntax, word) && isCapitalised(syntax, word - 1) && !page.mentionAt[word - 1];
  return after || before;
}

/** In English a preposition before the noun phrase keeps it from being a subject ("with Lavrov"). */
function isOblique(page: Page, speaker: Speaker): boolean {
  const { first } = speaker;
  const { articles, inverts } = grammarOf(page.lang);
  for (let word = first - 1; word >= 0 && word >= first - 3; word -= 1) {
    if (!isAdjacent(page.syntax, word + 1)) return false;
    // «am Dienstag», «sagte»: what stands before them belongs to another phrase.
    if (articles && hitOver(page, word, T.SAY, T.REPORT)) return false;
    if (articles && hitOver(page, word, T.TIME)) return isJoined(page, word);
    if (inverts && isAdverbial(page, word)) return false;
    if (hitAt(page, word, T.OBLIQUE, T.IN)) return !isPluralArticle(page, word, speaker);
    if (articles && isCapitalised(page.syntax, word) && !hitOver(page, word, ...TITLES)) return false;
    if (isCapitalised(page.syntax, word) && page.mentionAt[word]) return false;
  }
  return false;
}

const TITLES = [T.HONORIFIC, T.SHORT, T.OUTLET_KIND, T.LABEL] as const;

/** «mit Trump und Putin»: what joins the name to one before it leaves it in the same case. */
function isJoined(page: Page, word: number): boolean {
  const before = page.mentionAt[word - 1];
  if (!before || !isAdjacent(page.syntax, word)) return false;
  return isOblique(page, { kind: 'mention', first: before.first, last: before.last, features: before.features });
}

/** «a déclaré à la presse Peskov»: a phrase of several words has a preposition of its own. */
function isAdverbial(page: Page, word: number): boolean {
  const phrase = hitOver(page, word, T.TIME);
  return phrase !== undefined && phrase.last === word + 1 && phrase.last - phrase.first > 1;
}

/** «Des responsables ont affirmé»: where a clause begins or a verb stands before it, the preposition is an article. */
function isPluralArticle(page: Page, word: number, { features }: Speaker): boolean {
  if (!hitAt(page, word, T.DETERMINER) || (features & NUMBERS) !== F.PL) return false;
  const gap = page.syntax.gaps[word] ?? 0;
  return word === 0 || (gap & CLAUSE_END) !== 0 || hitOver(page, word - 1, T.SAY, T.REPORT) !== undefined;
}

/** "what he called", "the drones he claimed": a clause within a noun phrase reports nothing. */
function isEmbedded(page: Page, speaker: Speaker): boolean {
  const before = speaker.first - 1;
  if (speaker.kind !== 'pronoun' || before < 0 || (page.syntax.gaps[speaker.first] ?? 0) !== 0) return false;
  if (hitAt(page, before, T.RELATIVE)) return true;
  if (grammarOf(page.lang).commaBeforeThat) return false;
  const isPlainWord = !page.at.has(before) && !page.mentionAt[before] && !startsSentence(page.syntax, before);
  return isPlainWord && !isCapitalised(page.syntax, before);
}

/** «агресії РФ»: a country's abbreviation after a plain noun is its genitive. */
function isGoverned(page: Page, speaker: Speaker): boolean {
  const before = speaker.first - 1;
  const isAbbreviation = speaker.last - speaker.first === 1 && (speaker.features & CASES) === CASES;
  if (!isAbbreviation || speaker.mention?.group !== GROUP.OFFICIAL || before < 0) return false;
  if ((page.syntax.gaps[speaker.first] ?? 0) !== 0 || startsSentence(page.syntax, before)) return false;
  return !page.at.has(before) && !page.mentionAt[before];
}

/** Can it stand in the nominative here? */
function isSubjectCase(page: Page, speaker: Speaker): boolean {
  const cases = speaker.features & CASES;
  if (hasCases(page)) {
    if (cases !== 0 && (cases & F.NOM) === 0) return false;
    // A form that every case shares (ТАСС, Шойгу) is judged by the preposition before it.
    if (cases !== F.NOM && speaker.first > 0 && isAdjacent(page.syntax, speaker.first)) {
      if (hitOver(page, speaker.first - 1, T.IN, T.PREPOSITION, T.OBLIQUE, T.FROM)) return false;
    }
    return !isGoverned(page, speaker);
  }
  const article = grammarOf(page.lang).articles ? articleOf(page, speaker.first, speaker.features) : undefined;
  if (article && (article.cases & (cases || CASES) & F.NOM) === 0) return false;
  const isNominative = (cases === 0 || (cases & F.NOM) !== 0) && speaker.mention?.possessive !== true;
  return isNominative && !isOblique(page, speaker);
}

/** Do verb and subject agree, as far as both tell? */
function agrees(page: Page, verb: Hit, speaker: Speaker): boolean {
  // Names of outlets are singular or plural as the writer likes («передають «РИА Новости»»).
  if (speaker.mention?.group === GROUP.OUTLET) return true;
  if (!hasCases(page)) {
    // The base form is no verb of one speaker: "he will answer", "what he did call".
    const isBase = (verb.features & F.INF) !== 0 && (verb.features & F.PAST) === 0;
    const isPlural = (speaker.features & F.PL) !== 0 && (speaker.features & F.SG) === 0;
    if (!grammarOf(page.lang).verbNumber) return !isBase || isPlural;
  }
  const { features } = verb;
  const theirs = speaker.features;
  const plural = (theirs & F.PL) !== 0 && (theirs & F.SG) === 0;
  const singular = (theirs & F.SG) !== 0 && (theirs & F.PL) === 0;
  const verbNumbers = features & NUMBERS;
  if (verbNumbers === F.PL && singular) return isConjoined(page, speaker);
  if (verbNumbers === F.SG && plural) return false;
  if ((features & F.PAST) === 0 || verbNumbers === F.PL) return true;
  const genders = theirs & GENDERS;
  const verbGenders = features & GENDERS;
  return genders === 0 || verbGenders === 0 || (genders & verbGenders) !== 0;
}

/** «Лавров і Рубіо заявили»: another speaker stands within two words. */
function isConjoined(page: Page, speaker: Speaker): boolean {
  for (const word of [speaker.first - 2, speaker.last + 1]) {
    const beside = page.mentionAt[word];
    if (!beside && !hasCases(page) && word >= 0 && word < page.syntax.count && isStranger(page, word)) return true;
    if (!beside || beside === speaker.mention) continue;
    if (!hasCases(page) || (beside.features & F.NOM) !== 0) return true;
  }
  return false;
}

function searchRight(page: Page, verb: Hit): Speaker | undefined {
  const { syntax } = page;
  const reach = grammarOf(page.lang).inverts ? RIGHT_REACH : 4;
  let fallback: Speaker | undefined;
  for (let word = verb.last; word < syntax.count && word < verb.last + reach; word += 1) {
    if (((syntax.gaps[word] ?? 0) & (CLAUSE_END | GAP.SLASH)) !== 0) break;
    if (opensReport(page, word) || opensRelative(page, word) || (word > verb.last && hitAt(page, word, T.SAY))) break;
    const speaker = speakerAt(page, word);
    if (!speaker) continue;
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

/** @param reach how many commas, brackets or dashes may be crossed */
function searchLeft(page: Page, verb: Hit, reach = CROSSINGS): Speaker | undefined {
  const { syntax } = page;
  const sentence = syntax.sentences[verb.first];
  let crossings = 0;
  let stranger: Speaker | undefined;
  let relative = false;
  for (let word = verb.first - 1; word >= 0 && word >= verb.first - LEFT_REACH; word -= 1) {
    if (syntax.sentences[word] !== sentence) break;
    const gap = syntax.gaps[word + 1] ?? 0;
    if ((gap & (GAP.STOP | GAP.COLON | GAP.SEMICOLON)) !== 0) break;
    if ((gap & (GAP.COMMA | GAP.DASH | GAP.BRACKET)) !== 0) {
      // The verb's own clause had a subject of its own, if only an unknown one.
      if (stranger) return stranger;
      crossings += 1;
      if (crossings > CROSSINGS) break;
      const skipped = crossings === 1 && (gap & GAP.COMMA) !== 0 ? interruption(page, word) : undefined;
      if (skipped !== undefined) {
        word = skipped;
        continue;
      }
      if (crossings > reach) break;
      relative = opensRelative(page, word + 1) || opensRelative(page, word + 2);
      const antecedent = relative && crossings === 1 ? page.mentionAt[word] : undefined;
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
    if ((syntax.quoteOf[word] ?? -1) !== (syntax.quoteOf[verb.first] ?? -1) && !page.mentionAt[word]) continue;
    if (crossings === 0 && opensReport(page, word)) break;
    const speaker = speakerAt(page, word);
    if (!speaker) continue;
    word = speaker.first;
    if (!hasCases(page) && isEmbedded(page, speaker)) return undefined;
    if (!isSubjectCase(page, speaker) || !agrees(page, verb, speaker)) continue;
    if (isFree(page) && isInRelative(page, speaker)) continue;
    if (speaker.kind === 'unknown') {
      if (isFullStranger(page, word)) return speaker;
      if (!hasCases(page) && !grammarOf(page.lang).capitalNouns) stranger ??= speaker;
      continue;
    }
    return speaker;
  }
  return stranger;
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

/** «Macron, lui, accuse Lavrov»: a subject that begins its clause and ends before the aside. */
function speakerBefore(page: Page, verb: Hit, aside: number): Speaker | undefined {
  const speaker = speakerAt(page, aside - 1);
  if (!speaker || !isSubjectCase(page, speaker) || !agrees(page, verb, speaker)) return undefined;
  let first = speaker.first;
  while (first > 0 && isAdjacent(page.syntax, first) && hitAt(page, first - 1, T.DETERMINER, T.HONORIFIC)) first -= 1;
  const opens = first === 0 || ((page.syntax.gaps[first] ?? 0) & CLAUSE_END) !== 0;
  return opens || hitOver(page, first - 1, T.TIME, T.THAT) ? speaker : undefined;
}

/**
 * The subject of a finite verb of speech.
 * @param verb a hit of SAY or REPORT
 * @returns the speaker, or undefined where the clause names none
 */
export function findSubject(page: Page, verb: Hit): Speaker | undefined {
  const before = page.syntax.gaps[verb.first] ?? 0;
  const afterSpeech = (before & GAP.QUOTE_CLOSE) !== 0 && closesSpeech(page, verb.first);
  const opensClause =
    verb.first === 0 || (before & CLAUSE_END) !== 0 || afterSpeech || opensReport(page, verb.first - 1);
  if (opensClause) {
    const aside = isFree(page) && !afterSpeech ? asideBefore(page, verb) : undefined;
    if (aside !== undefined) {
      const interrupted = speakerBefore(page, verb, aside);
      if (interrupted || isLight(page, aside, verb.first)) return interrupted;
    }
    const right = searchRight(page, verb);
    if (right) return right;
    // «Лавров, зокрема, заявив»: the clause was only interrupted. After a quotation a verb without a subject stays without.
    if (afterSpeech) return undefined;
    return searchLeft(page, verb);
  }
  if (grammarOf(page.lang).verbSecond) return subjectOfSecond(page, verb);
  const left = searchLeft(page, verb);
  if (left && left.kind !== 'unknown') return left;
  return (hasCases(page) ? searchRight(page, verb) : undefined) ?? left;
}

/** A verb that is second, or last in a clause of its own: the subject is before it in the clause, or right behind. */
function subjectOfSecond(page: Page, verb: Hit): Speaker | undefined {
  const left = searchLeft(page, verb, 0);
  if (left && left.kind !== 'unknown') return left;
  const before = verb.first - 1;
  // «Meier sagte Putin am Telefon, …»: one unknown word that begins the sentence is the subject.
  const isFirst = before >= 0 && startsSentence(page.syntax, before) && !page.at.has(before) && !page.mentionAt[before];
  if (isFirst) return { kind: 'unknown', first: before, last: verb.first, features: 0 };
  const right = searchRight(page, verb) ?? left;
  // «am Abend sagte Meier, …»: one unknown word behind the verb is a name as well, nobody of an earlier clause is meant.
  const isNamed = verb.last < page.syntax.count && isAdjacent(page.syntax, verb.last) && isStranger(page, verb.last);
  if (!right && isNamed) return { kind: 'unknown', first: verb.last, last: verb.last + 1, features: 0 };
  return right ?? searchLeft(page, verb);
}
