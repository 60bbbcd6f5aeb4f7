/** How an outlet that is no subject of a verb is still the source: spoken to, credited, in a dateline. */

import { articleOf } from './article';
import { CASES, F, NUMBERS } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent, type Mention, startsSentence } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import { CLAUSE_END, GAP, isCapitalised, spanOf } from './syntax';
import { GROUP, T } from './terms';
import type { Span } from './types';

/** Words of a noun phrase that may stand between a cue and the outlet's name. */
const PHRASE_WORDS = [T.LABEL, T.OUTLET_KIND, T.RUSSIAN, T.HONORIFIC, T.SHORT, T.OTHER, T.DISTANCE] as const;
/** A dateline stands within the first words of a passage («МОСКВА, 20 червня — РИА Новости»). */
const DATELINE_WORDS = 8;
/** Letters of the longest abbreviation that opens a line of credit. */
const ABBREVIATION = 3;

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

/** Is there a word for an outlet («телеканал») or a label beside the name? Then a weak name is meant as the outlet. */
export function hasKindWord(page: Page, mention: Mention): boolean {
  const { syntax } = page;
  const before =
    mention.first > 0 && isAdjacent(syntax, mention.first) && hitOver(page, mention.first - 1, T.OUTLET_KIND, T.LABEL);
  const after =
    isAdjacent(syntax, mention.last) && mention.last < syntax.count && hitAt(page, mention.last, T.OUTLET_KIND);
  return Boolean(before || after);
}

/** A capital that says something: not at the beginning of a sentence, not where every noun has one. */
export function isProper(page: Page, mention: Mention): boolean {
  const { capitalNouns } = grammarOf(page.lang);
  return !capitalNouns && isCapitalised(page.syntax, mention.first) && !startsSentence(page.syntax, mention.first);
}

/** How many words may lie between two outlets of one list («РИА Новости и Взгляд»). */
const LIST_WORDS = 2;

/** Does another outlet, whose name is nothing else, stand beside this one in its sentence? */
export function isListed(page: Page, mention: Mention): boolean {
  const { sentences, count } = page.syntax;
  const from = Math.max(0, mention.first - LIST_WORDS - 1);
  const to = Math.min(count - 1, mention.last + LIST_WORDS);
  for (let word = from; word <= to; word += 1) {
    const other = page.mentionAt[word];
    if (other?.group !== GROUP.OUTLET || other.weak || sentences[word] !== sentences[mention.first]) continue;
    return true;
  }
  return false;
}

/** A verb of speech in the same clause, to which the outlet is the ear («заявив ТАСС», "told Rossiya 24"). */
function spokenTo(page: Page, mention: Mention, first: number): Span | undefined {
  const { syntax } = page;
  const { tells } = grammarOf(page.lang);
  const cases = mention.features & CASES;
  const head = first < mention.first ? hitAt(page, first, T.LABEL, T.OUTLET_KIND, T.SHORT, T.OTHER) : undefined;
  const isDative =
    (cases & F.DAT) !== 0 && (head === undefined || (head.features & CASES) === 0 || (head.features & F.DAT) !== 0);
  const isHeadDative = head !== undefined && (head.features & F.DAT) !== 0 && (head.features & F.NOM) === 0;
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
  if (isCapitalised(syntax, before) && !page.mentionAt[before] && !hitOver(page, before, T.TIME)) return undefined;
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
    if (!isAdjacent(page.syntax, word) || page.mentionAt[word] || hitAt(page, word, T.OBLIQUE)) return false;
  }
  return true;
}

/** «в ефірі телеканалу …», «в інтерв'ю …»: the phrase right before the outlet's noun phrase. */
function placed(page: Page, mention: Mention, first: number): Span | undefined {
  for (let word = first - 1; word >= 0 && word >= first - 3; word -= 1) {
    if (!isAdjacent(page.syntax, word + 1)) return undefined;
    const phrase = hitOver(page, word, T.FROM);
    const cases = mention.features & CASES;
    if (phrase) {
      const fits = cases === 0 || (cases & phrase.x) !== 0 || first < mention.first;
      return fits ? spanOf(page.syntax, phrase.first, phrase.last) : undefined;
    }
  }
  return undefined;
}

/** «Фото: РИА Новости», «/ТАСС/», "(BelTA)", «МОСКВА, 20 июн — РИА Новости.» */
function credited(page: Page, mention: Mention, first: number): Span | undefined {
  const { syntax } = page;
  const own = spanOf(syntax, mention.first, mention.last);
  for (let word = first - 1; word >= 0 && word >= first - 4; word -= 1) {
    const credit = hitOver(page, word, T.CREDIT);
    if (credit && (((syntax.gaps[credit.last] ?? 0) & (GAP.COLON | GAP.SLASH)) !== 0 || isAbbreviated(page, credit)))
      return spanOf(syntax, credit.first, credit.last);
  }
  const before = syntax.gaps[first] ?? 0;
  const after = syntax.gaps[mention.last] ?? 0;
  if ((before & GAP.SLASH) !== 0 && (after & GAP.SLASH) !== 0) return own;
  if ((before & GAP.BRACKET) !== 0 && (after & GAP.BRACKET) !== 0) return own;
  const opensText = first < DATELINE_WORDS && (before & GAP.DASH) !== 0 && (after & (GAP.STOP | GAP.DASH)) !== 0;
  return opensText && hasDigit(page, first) ? own : undefined;
}

/** «Fot. TASS»: the full stop of a short abbreviation stands for the colon. */
function isAbbreviated({ syntax }: Page, credit: Hit): boolean {
  const { start, end } = spanOf(syntax, credit.first, credit.last);
  return end - start <= ABBREVIATION && syntax.raw.charAt(end) === '.';
}

function hasDigit(page: Page, before: number): boolean {
  for (let word = 0; word < before; word += 1)
    if (/\d/.test(page.syntax.raw.charAt(page.syntax.starts[word] ?? 0))) return true;
  return false;
}

/** «джерело РИА Новости»: a generic speaker owned by the outlet. */
function sourced(page: Page, mention: Mention): Span | undefined {
  const before =
    mention.first > 0 && isAdjacent(page.syntax, mention.first) ? hitOver(page, mention.first - 1, T.OTHER) : undefined;
  const cases = mention.features & CASES;
  return before && (cases === 0 || (cases & F.GEN) !== 0) ? spanOf(page.syntax, before.first, before.last) : undefined;
}

/** The words that make the outlet a source, or undefined where it is only talked about. */
export function outletCue(page: Page, mention: Mention): Span | undefined {
  const first = phraseStart(page, mention);
  return (
    placed(page, mention, first) ??
    spokenTo(page, mention, first) ??
    credited(page, mention, first) ??
    sourced(page, mention)
  );
}
