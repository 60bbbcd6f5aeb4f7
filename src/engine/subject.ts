/** Who does the verb: the nearest fitting speaker, by order, case, gender and number. */

import { agrees, isEmbedded, isSubjectCase } from './agreement';
import { isSpeech } from './content';
import { CASES, F } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent, startsSentence } from './mentions';
import { asideBefore, isFree, isInRelative, isLight, isObjectOf } from './order';
import { hitAt, hitOver, opensRelative, opensReport, type Page } from './reading';
import { hasCases, isFullStranger, isStranger, type Speaker, speakerAt } from './speaker';
import { CLAUSE_END, GAP } from './syntax';
import { T } from './terms';

/** How many words may lie between a verb and the subject after it («заявив журналістам у понеділок Лавров»). */
const RIGHT_REACH = 7;
/** How far back within its clause a subject is looked for. */
const LEFT_REACH = 22;
/** How many commas, brackets or dashes may be crossed to reach it. */
const CROSSINGS = 3;

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
