/** Can a speaker be the subject of a verb: by its case or preposition, by number and gender? */

import { articleOf } from './article';
import { CASES, F, GENDERS, NUMBERS } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import { hasCases, isStranger, type Speaker } from './speaker';
import { CLAUSE_END, isCapitalised, startsSentence } from './syntax';
import { GROUP, T } from './terms';

/** In English a preposition before the noun phrase keeps it from being a subject ("with Lavrov"). */
export function isOblique(page: Page, speaker: Speaker): boolean {
  const { first } = speaker;
  const { articles, inverts } = grammarOf(page.lang);
  for (let word = first - 1; word >= 0 && word >= first - 3; word -= 1) {
    if (!isAdjacent(page.syntax, word + 1)) return false;
    // «am Dienstag», «sagte»: what stands before them belongs to another phrase.
    if (articles && hitOver(page, word, T.SAY, T.REPORT)) return false;
    if (articles && hitOver(page, word, T.TIME)) return isJoined(page, word);
    if (inverts && isAdverbial(page, word)) return false;
    // "in what Moscow calls", "before Putin spoke": a clause of its own begins here.
    if (!inverts && (hitAt(page, word, T.RELATIVE) || isConjunction(page, word, speaker))) return false;
    if (hitAt(page, word, T.OBLIQUE, T.IN)) return !isPluralArticle(page, word, speaker);
    if (articles && isCapitalised(page.syntax, word) && !hitOver(page, word, ...TITLES)) return false;
    if (isCapitalised(page.syntax, word) && page.mentionAt[word]) return false;
  }
  return false;
}

const TITLES = [T.HONORIFIC, T.SHORT, T.OUTLET_KIND, T.LABEL] as const;

/** "after Putin said": the same word is a preposition elsewhere. */
const isConjunction = (page: Page, word: number, { last }: Speaker) =>
  hitAt(page, word, T.OBLIQUE) !== undefined &&
  hitAt(page, word, T.TIME) !== undefined &&
  isAdjacent(page.syntax, last) &&
  hitAt(page, last, T.SAY, T.REPORT) !== undefined;

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
export function isEmbedded(page: Page, speaker: Speaker): boolean {
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
  // «сенаторка РФ»: an office has its country in the genitive as well.
  const isNoun = !page.at.has(before) || hitAt(page, before, T.SHORT, T.HONORIFIC) !== undefined;
  return isNoun && !page.mentionAt[before];
}

/** Can it stand in the nominative here? */
export function isSubjectCase(page: Page, speaker: Speaker): boolean {
  const cases = speaker.features & CASES;
  if (hasCases(page)) {
    if (cases !== 0 && (cases & F.NOM) === 0) return false;
    // A form that every case shares (ТАСС, Шойгу) is judged by the preposition before it.
    if (cases !== F.NOM && speaker.first > 0 && isAdjacent(page.syntax, speaker.first)) {
      // «в ЛНР и ДНР»: what joins it to a place leaves it in the same case.
      const joined = hitAt(page, speaker.first - 1, T.AND) ? page.mentionAt[speaker.first - 2] : undefined;
      if (joined && !isSubjectCase(page, { kind: 'mention', ...joined })) return false;
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
export function agrees(page: Page, verb: Hit, speaker: Speaker): boolean {
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
  // «подчеркнула спикер»: offices that a woman holds keep their gender.
  if (speaker.kind === 'short' && hasCases(page) && (features & F.F) !== 0 && (theirs & F.M) !== 0) return true;
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
