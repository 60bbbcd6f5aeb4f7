/** How an outlet that is no subject of a verb is still the source: spoken to, credited, in a dateline. */

import { articleOf } from './article';
import { isTheme } from './company';
import { isInTitle } from './content';
import { credited } from './credits';
import { CASES, F, NUMBERS } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent, type Mention } from './mentions';
import { hitAt, hitOver, hitsAround, type Page } from './reading';
import { CLAUSE_END, GAP, isCapitalised, spanOf, startsSentence } from './syntax';
import { GROUP, PREPOSITION, T } from './terms';
import type { Span } from './types';

/** Words of a noun phrase that may stand between a cue and the outlet's name. */
const PHRASE_WORDS = [T.LABEL, T.OUTLET_KIND, T.RUSSIAN, T.HONORIFIC, T.SHORT, T.OTHER, T.DISTANCE] as const;
/** Words back from an outlet that are searched for the verb of its clause. */
const CLAUSE_REACH = 10;
/** Words of time, adverbs and pronouns between a verb and the outlet beside it. */
const BESIDE_REACH = 4;
/** What may stand between a report and its outlet («verbreitet wurde es zunächst von RT DE»). */
const LIGHT = [T.TIME, T.PRONOUN, T.AUXILIARY, T.COMPANION, T.DETERMINER, T.CLITIC] as const;
const FINITE = F.PAST | F.PRES;

/** First word of the noun phrase that the mention ends: labels and kinds of outlet before the name. */
export function phraseStart(page: Page, mention: Mention): number {
  let first = mention.first;
  while (first > 0 && isAdjacent(page.syntax, first)) {
    const hit = hitOver(page, first - 1, ...PHRASE_WORDS);
    if (!hit || page.mentionAt[hit.first]) break;
    first = hit.first;
  }
  return first;
}

/** Does a name follow, over adjectives and labels at most («агентства російського ТАСС»)? */
function introduces(page: Page, from: number): boolean {
  for (let word = from; word < page.syntax.count && word < from + 3 && isAdjacent(page.syntax, word); word += 1) {
    if (page.mentionAt[word]) return true;
    if (!hitOver(page, word, ...PHRASE_WORDS)) return false;
  }
  return false;
}

/** A generic phrase that only introduces a named outlet («російські пропагандисти «РИА Новости»») is no mark of its own. */
export function introducesNamed(page: Page, mention: Mention): boolean {
  if (mention.group !== GROUP.OUTLET) return false;
  for (let word = mention.last; word < page.syntax.count && word < mention.last + 4; word += 1) {
    if (!isAdjacent(page.syntax, word)) return false;
    // A name of whatever kind: «російське агентство «Інтерфакс»» is Interfax, which is private.
    // Where every noun has a capital, a plural («russische Staatsmedien Bilder») introduces none.
    const isNoun = grammarOf(page.lang).capitalNouns && (mention.features & NUMBERS) === F.PL;
    if (page.mentionAt[word] || (isCapitalised(page.syntax, word) && !isNoun)) return true;
    if (!hitOver(page, word, ...PHRASE_WORDS)) return false;
  }
  return false;
}

/** "the website of Sputnik", «le site de Sputnik» */
function isOwner(page: Page, { first }: Mention): boolean {
  const of = isAdjacent(page.syntax, first) ? hitOver(page, first - 1, T.OF, T.OFFICE_OF) : undefined;
  const isBeside = of !== undefined && isAdjacent(page.syntax, of.first);
  return isBeside && hitOver(page, of.first - 1, T.OUTLET_KIND) !== undefined;
}

/** Is there a word for an outlet («телеканал») or a label beside the name? Then a weak name is meant as the outlet. */
export function hasKindWord(page: Page, mention: Mention): boolean {
  const { syntax } = page;
  const before = isAdjacent(syntax, mention.first) && hitOver(page, mention.first - 1, T.OUTLET_KIND, T.LABEL);
  // "a Sputnik article": where nouns have no cases, one stands before the other.
  const kinds = grammarOf(page.lang).cases ? [T.OUTLET_KIND] : [T.OUTLET_KIND, T.MEDIA];
  const after = isAdjacent(syntax, mention.last) && hitAt(page, mention.last, ...kinds);
  return Boolean(before || after || isOwner(page, mention));
}

/** A capital that says something: not at the beginning of a sentence, not where every noun has one. */
export function isProper(page: Page, mention: Mention): boolean {
  const { capitalNouns } = grammarOf(page.lang);
  return !capitalNouns && isCapitalised(page.syntax, mention.first) && !startsSentence(page.syntax, mention.first);
}

/** A verb of speech in the same clause, to which the outlet is the ear («заявив ТАСС», "told Rossiya 24"). */
function spokenTo(page: Page, mention: Mention, first: number): Span | undefined {
  const { syntax } = page;
  const { tells } = grammarOf(page.lang);
  const cases = mention.features & CASES;
  const head = first < mention.first ? hitAt(page, first, T.LABEL, T.OUTLET_KIND, T.SHORT, T.OTHER) : undefined;
  const isDative =
    (cases & F.DAT) !== 0 && (head === undefined || (head.features & CASES) === 0 || (head.features & F.DAT) !== 0);
  // «руководитель дирекции «Первого канала»»: with the name in the genitive, so may its head be.
  const isOwner = (cases & (F.GEN | F.NOM)) === F.GEN && head !== undefined && (head.features & F.GEN) !== 0;
  const isHeadDative = head !== undefined && !isOwner && (head.features & F.DAT) !== 0 && (head.features & F.NOM) === 0;
  if (grammarOf(page.lang).articles) return addressed(page, mention, first);
  for (let word = first - 1; word >= 0 && word > first - 10; word -= 1) {
    if (((syntax.gaps[word + 1] ?? 0) & (CLAUSE_END & ~GAP.COMMA)) !== 0) break;
    if (((syntax.gaps[word + 1] ?? 0) & GAP.COMMA) !== 0 && word + 1 === first) break;
    const verb = tells ? hitAt(page, word, T.TOLD) : hitAt(page, word, T.SAY);
    if (verb && tells)
      return verb.last === first || hasOnlyArticles(page, verb.last, first)
        ? spanOf(syntax, verb.first, verb.last)
        : undefined;
    // A preposition in between makes it something else («заявив у студії НТВ» is caught by its own phrase).
    if (hitOver(page, word, T.IN, T.PREPOSITION) && word === first - 1) return undefined;
    if (verb && (isDative || isHeadDative)) return spanOf(syntax, verb.first, verb.last);
  }
  return undefined;
}

/** The noun for an outlet between the beginning of the phrase and the name. */
function headBefore(page: Page, first: number, mention: Mention): Hit | undefined {
  for (let word = mention.first - 1; word >= first; word -= 1) {
    const head = hitAt(page, word, T.OUTLET_KIND, T.LABEL, T.SHORT);
    if (head) return head;
  }
  return undefined;
}

/** «sagte Peskow der Agentur TASS»: a dative article, after the verb, a name or a time; after a noun it is a genitive. */
function addressed(page: Page, mention: Mention, first: number): Span | undefined {
  const { syntax } = page;
  // «der russischen Agentur TASS»: the generic phrase is a mention of its own.
  const generic = isAdjacent(syntax, first) ? page.mentionAt[first - 1] : undefined;
  const head = generic && introducesNamed(page, generic) ? generic : headBefore(page, first, mention);
  const article = articleOf(page, generic && head === generic ? generic.first : first, (head ?? mention).features);
  if (!article || (article.cases & F.DAT) === 0 || (article.cases & F.NOM) !== 0 || article.first === 0)
    return undefined;
  const before = article.first - 1;
  const mayBeGenitive = (article.cases & F.GEN) !== 0 && isCapitalised(syntax, before);
  if (mayBeGenitive && !page.mentionAt[before] && !hitOver(page, before, T.TIME)) return undefined;
  for (let word = before; word >= 0 && word > before - 10; word -= 1) {
    if (((syntax.gaps[word + 1] ?? 0) & CLAUSE_END) !== 0) return undefined;
    if (word === before && hitOver(page, word, T.OBLIQUE, T.IN, T.PREPOSITION)) return undefined;
    const verb = hitAt(page, word, T.SAY);
    if (verb) return spanOf(syntax, verb.first, verb.last);
  }
  return undefined;
}

/** Between "told" and the outlet stand at most five small words ("told the Russian agency TASS"). */
function hasOnlyArticles(page: Page, from: number, to: number): boolean {
  if (to - from > 5) return false;
  for (let word = from; word < to; word += 1) {
    const mention = page.mentionAt[word];
    // "told Russia's TASS agency": an owner is part of the noun phrase.
    if (mention && (!mention.possessive || mention.group === GROUP.OUTLET)) return false;
    if (!isAdjacent(page.syntax, word) || hitAt(page, word, T.OBLIQUE)) return false;
  }
  return true;
}

/** Short references in the clause of a verb that can be the ear to what is said: «агентству», «співрозмовник агентства». */
export function addressees(page: Page, verb: Hit): readonly Hit[] {
  const { syntax } = page;
  const found: Hit[] = [];
  const isHeard = (short: Hit): boolean => {
    const before = short.first - 1;
    if (page.mentionAt[short.first] || before < 0 || introduces(page, short.last)) return false;
    if (hitOver(page, before, T.FOREIGN) || hitAt(page, short.last, T.FOREIGN)) return false;
    if (!grammarOf(page.lang).cases)
      return hitAt(page, verb.first, T.TOLD) !== undefined && hitAt(page, before, T.DETERMINER) !== undefined;
    const cases = short.features & CASES;
    if ((cases & F.DAT) !== 0 && (cases & (F.NOM | F.GEN)) === 0) return true;
    return (cases & F.GEN) !== 0 && isAdjacent(syntax, short.first) && hitOver(page, before, T.OTHER) !== undefined;
  };
  const from = Math.max(0, verb.first - BESIDE_REACH);
  for (let word = verb.last; word < syntax.count && word < verb.last + CLAUSE_REACH; word += 1) {
    if (((syntax.gaps[word] ?? 0) & CLAUSE_END) !== 0) break;
    found.push(...(page.at.get(word) ?? []).filter((hit) => hit.kind === T.SHORT && isHeard(hit)));
  }
  for (let word = verb.first - 1; word >= from && ((syntax.gaps[word + 1] ?? 0) & CLAUSE_END) === 0; word -= 1)
    found.push(...(page.at.get(word) ?? []).filter((hit) => hit.kind === T.SHORT && isHeard(hit)));
  return found;
}

/** «в ефірі телеканалу …», «в інтерв'ю …»: the phrase right before the outlet's noun phrase. */
function placed(page: Page, mention: Mention, first: number): Span | undefined {
  for (let word = first - 1; word >= 0 && word >= first - 3; word -= 1) {
    if (!isAdjacent(page.syntax, word + 1)) return undefined;
    const phrase = hitOver(page, word, T.FROM);
    const cases = mention.features & CASES;
    if (phrase) {
      if ((phrase.x & PREPOSITION.REPORTED) !== 0 && !isReporting(page, word)) return undefined;
      const fits = cases === 0 || (cases & phrase.x) !== 0 || first < mention.first;
      return fits ? spanOf(page.syntax, phrase.first, phrase.last) : undefined;
    }
  }
  return undefined;
}

/** Does the sentence tell something? */
const isReporting = (page: Page, word: number) => hitsAround(page, word).some(({ kind }) => REPORTING.has(kind));
const REPORTING = new Set<number>([T.SAY, T.REPORT, T.THAT, T.SPEECH_NOUN]);

/** «джерело РИА Новости», «повідомлення росЗМІ»: a speaker or a speech that the outlet owns. */
function sourced(page: Page, mention: Mention, first: number): Span | undefined {
  const isBeside = isAdjacent(page.syntax, first);
  const kinds = grammarOf(page.lang).cases && !isTheme(page, mention) ? [T.OTHER, T.SPEECH_NOUN] : [T.OTHER];
  const noun = isBeside ? hitOver(page, first - 1, ...kinds) : undefined;
  // "the state media RT and Sputnik": a word for an outlet in apposition is no speaker of its own.
  const before = noun && hitAt(page, noun.first, T.OUTLET_KIND) ? undefined : noun;
  const cases = mention.features & CASES;
  return before && (cases === 0 || (cases & F.GEN) !== 0) ? spanOf(page.syntax, before.first, before.last) : undefined;
}

/** «пояснив на НТВ», «На НТВ показали»: the outlet is the place of a report, and not what the report is about. */
function aired(page: Page, mention: Mention, first: number): Span | undefined {
  const { syntax } = page;
  const cases = mention.features & CASES;
  const isLocated = cases === 0 || (cases & (F.LOC | F.ACC)) !== 0 || first < mention.first;
  if (first === 0 || !grammarOf(page.lang).cases || !isLocated || !isAdjacent(syntax, first)) return undefined;
  const place = hitOver(page, first - 1, T.IN);
  if (!place) return undefined;
  for (let word = place.first - 1; word >= 0 && word >= first - CLAUSE_REACH; word -= 1) {
    if (((syntax.gaps[word + 1] ?? 0) & CLAUSE_END) !== 0 || hitOver(page, word, T.ABOUT)) break;
    const report = hitAt(page, word, T.SAY, T.REPORT, T.FROM, T.SPEECH_NOUN);
    if (report) return spanOf(syntax, report.first, report.last);
  }
  for (let word = mention.last; word < syntax.count && word < mention.last + BESIDE_REACH; word += 1) {
    if (((syntax.gaps[word] ?? 0) & CLAUSE_END) !== 0) return undefined;
    const verb = hitAt(page, word, T.SAY, T.REPORT);
    if (verb && isFiniteVerb(verb)) return spanOf(syntax, verb.first, verb.last);
    if (!hitOver(page, word, ...LIGHT)) return undefined;
  }
  return undefined;
}

const isFiniteVerb = (verb: Hit) => verb.features === 0 || (verb.features & (FINITE | F.IMPERS)) !== 0;

/** «Запис поширив Sputnik», "shared by RT": a verb that outlets do right before the outlet, as its subject or its agent. */
function reportedBy(page: Page, mention: Mention, first: number): Span | undefined {
  const { syntax } = page;
  const { cases: hasCases } = grammarOf(page.lang);
  const by = isAdjacent(syntax, first) ? hitOver(page, first - 1, T.BY) : undefined;
  const cases = mention.features & CASES;
  const isSubject = (cases === 0 || (cases & F.NOM) !== 0) && !mention.possessive;
  if (!by && !(isSubject && (hasCases || grammarOf(page.lang).verbSecond))) return undefined;
  const from = by ? by.first : first;
  for (let word = from - 1; word >= 0 && word >= from - BESIDE_REACH; word -= 1) {
    if (((syntax.gaps[word + 1] ?? 0) & CLAUSE_END) !== 0) return undefined;
    const verb = hitOver(page, word, T.REPORT) ?? (by && hitOver(page, word, T.SPEECH_NOUN));
    if (verb && isInTitle(page, verb)) return undefined;
    const isNegated = verb && hitOver(page, verb.first - 1, T.NEGATION);
    if (verb)
      return !isNegated && (by !== undefined || isFiniteVerb(verb)) ? spanOf(syntax, verb.first, verb.last) : undefined;
    if (hasCases || !hitOver(page, word, ...LIGHT)) return undefined;
  }
  return undefined;
}

/** «Источник ТАСС — о причинах аварии»: a headline whose dash stands for the verb. */
function headed(page: Page, mention: Mention): Span | undefined {
  const { syntax } = page;
  const { first, last } = mention;
  const teller = isAdjacent(syntax, first) ? hitOver(page, first - 1, T.OTHER) : undefined;
  const isDash = ((syntax.gaps[last] ?? 0) & GAP.DASH) !== 0;
  return teller && isDash && hitAt(page, last, T.THAT, T.ABOUT) ? spanOf(syntax, teller.first, teller.last) : undefined;
}

/** «Baza — что четверо»: the verb of the sentence before is meant again. */
function elided(page: Page, mention: Mention): Span | undefined {
  const { syntax } = page;
  const cases = mention.features & CASES;
  const before = syntax.gaps[mention.first] ?? 0;
  const opens = mention.first > 0 && (before & CLAUSE_END) !== 0;
  if (!opens || (cases !== 0 && (cases & F.NOM) === 0) || mention.last >= syntax.count) return undefined;
  if (((syntax.gaps[mention.last] ?? 0) & GAP.DASH) === 0 || !hitAt(page, mention.last, T.THAT, T.ABOUT))
    return undefined;
  const sentence = syntax.sentences[mention.first] ?? 0;
  for (let word = mention.first - 1; word >= 0 && (syntax.sentences[word] ?? 0) >= sentence - 1; word -= 1) {
    const verb = hitAt(page, word, T.SAY, T.REPORT);
    if (verb && isFiniteVerb(verb)) return spanOf(syntax, verb.first, verb.last);
  }
  return undefined;
}

/** The words that make the outlet a source, or undefined where it is only talked about. */
export function outletCue(page: Page, mention: Mention): Span | undefined {
  const first = phraseStart(page, mention);
  const own =
    placed(page, mention, first) ??
    spokenTo(page, mention, first) ??
    credited(page, mention, first) ??
    sourced(page, mention, first) ??
    aired(page, mention, first) ??
    reportedBy(page, mention, first) ??
    headed(page, mention) ??
    elided(page, mention);
  const partner = own ? undefined : joinedBefore(page, first);
  const start = partner && phraseStart(page, partner);
  return (
    own ??
    (partner && start !== undefined ? (placed(page, partner, start) ?? spokenTo(page, partner, start)) : undefined)
  );
}

/** "told TASS and | RIA Novosti": the outlet that a conjunction joins this one to. */
function joinedBefore(page: Page, first: number): Mention | undefined {
  const and = isAdjacent(page.syntax, first) ? hitOver(page, first - 1, T.AND) : undefined;
  const partner = and?.last === first && isAdjacent(page.syntax, and.first) ? page.mentionAt[and.first - 1] : undefined;
  return partner?.group === GROUP.OUTLET && !partner.possessive ? partner : undefined;
}
