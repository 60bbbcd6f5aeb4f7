/** What can speak at a word of the text: a mention, a pronoun, a short reference, somebody unknown. */

import { CASES, F, GENDERS } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent, type Mention } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import { CLAUSE_END, isCapitalised, startsSentence } from './syntax';
import { GROUP, T } from './terms';

/** Somebody that could be the subject of a verb of speech. */
export type Speaker = {
  readonly kind: 'mention' | 'pronoun' | 'short' | 'other' | 'state' | 'unknown';
  readonly first: number;
  readonly last: number;
  readonly features: number;
  readonly mention?: Mention;
  /** What a short reference may stand for. */
  readonly tags?: readonly number[];
};

/** A mention as the speaker that it may be. */
export const asSpeaker = (mention: Mention): Speaker => ({
  kind: 'mention',
  first: mention.first,
  last: mention.last,
  features: mention.features,
  mention,
});

export const hasCases = (page: Page) => grammarOf(page.lang).cases;

/** A short reference is someone else's where a foreign word stands beside it («міністр оборони США»). */
function isForeign(page: Page, first: number, last: number): boolean {
  if (isAdjacent(page.syntax, first) && hitOver(page, first - 1, T.FOREIGN)) return true;
  for (let word = last; word < Math.min(last + 4, page.syntax.count); word += 1) {
    if (((page.syntax.gaps[word] ?? 0) & CLAUSE_END) !== 0 || hitAt(page, word, T.SAY, T.REPORT)) return false;
    // «сказав дипломат у Вашингтоні»: the place is no part of the office.
    if (hasCases(page) && hitAt(page, word, T.IN)) return false;
    if (hitAt(page, word, T.FOREIGN)) return true;
    const mention = page.mentionAt[word];
    if (mention?.group === GROUP.OTHER) return true;
  }
  return false;
}

/** What stands at this word, if it can speak. Words are looked at one by one; a mention is found at any of its words. */
export function speakerAt(page: Page, word: number): Speaker | undefined {
  const mention = page.mentionAt[word];
  if (mention) return isPartOf(page, mention) ? { ...asSpeaker(mention), features: F.NOM } : asSpeaker(mention);
  const pronoun = page.at.get(word)?.filter((h) => h.kind === T.PRONOUN && h.x === 0);
  const nominative = pronoun?.find((h) => (h.features & F.NOM) !== 0) ?? pronoun?.[0];
  if (nominative)
    return { kind: 'pronoun', first: nominative.first, last: nominative.last, features: nominative.features };
  const shorts = shortsOver(page, word);
  const [short] = shorts;
  if (short) {
    // "RIA Novosti state agency": the kind of outlet stands behind its name.
    const named = page.mentionAt[short.first - 1] ?? page.mentionAt[short.first - 2];
    if (named?.group === GROUP.OUTLET && !named.possessive && isAdjacent(page.syntax, short.first)) {
      return { kind: 'mention', first: named.first, last: short.last, features: named.features, mention: named };
    }
    // «агентство ТАСС»: the kind of outlet before its name has the case of both.
    const introduced = isAdjacent(page.syntax, short.last) ? page.mentionAt[short.last] : undefined;
    if (introduced?.group === GROUP.OUTLET && !introduced.possessive) {
      const features = (short.features & CASES) | (introduced.features & ~CASES);
      return { kind: 'mention', first: short.first, last: introduced.last, features, mention: introduced };
    }
    const foreign =
      isForeign(page, short.first, short.last) ||
      !isDefinite(page, short.first) ||
      isOwned(page, short.first, short.last);
    const first = compoundStart(page, short.first);
    const base = { first, last: short.last, features: short.possessive ? F.GEN : short.features };
    return foreign ? { kind: 'other', ...base } : { kind: 'short', ...base, tags: shorts.map(({ ref }) => ref) };
  }
  const other = hitOver(page, word, T.OTHER);
  if (other) return { kind: 'other', first: other.first, last: other.last, features: other.features };
  if (isStranger(page, word)) return { kind: 'unknown', first: word, last: word + 1, features: 0 };
  return undefined;
}

/** «один із депутатів Держдуми»: whoever of them it is, speaks. */
function isPartOf(page: Page, { first, features }: Mention): boolean {
  const isGenitive = (features & F.GEN) !== 0 && (features & F.NOM) === 0;
  return isGenitive && (features & F.PL) !== 0 && hitOver(page, first - 1, T.PART) !== undefined;
}

/** The longest short reference over the word ("defence ministry" rather than "ministry"), in all its meanings. */
function shortsOver(page: Page, word: number): readonly Hit[] {
  if (!page.at.mayCover(word, SHORT)) return [];
  for (let first = Math.max(0, word - 4); first <= word; first += 1) {
    const hits = page.at.get(first)?.filter(({ kind, last }) => kind === T.SHORT && last > word) ?? [];
    const end = Math.max(0, ...hits.map(({ last }) => last));
    if (hits.length > 0) return hits.filter(({ last }) => last === end);
  }
  return [];
}

const SHORT = [T.SHORT] as const;

/** «депутат міськради заявив», «агентство Bloomberg»: a word of its own makes the office somebody else's. */
function isOwned(page: Page, first: number, last: number): boolean {
  const { syntax, mentionAt, at } = page;
  if (!hasCases(page) || last >= syntax.count || !isAdjacent(syntax, last)) return false;
  const isUnknown = (word: number) =>
    word < syntax.count && isAdjacent(syntax, word) && !mentionAt[word] && !at.has(word) && !isNumber(page, word);
  let word = last;
  while (word < last + OWNER_WORDS && isUnknown(word)) {
    if (isCapitalised(syntax, word)) return true;
    word += 1;
  }
  if (word === last) return false;
  // «Міністр прибув до Пекіна»: what follows may be a verb, unless the reference is over, or its own verb has been there.
  const isOver =
    word >= syntax.count || (syntax.gaps[word] ?? 0) !== 0 || hitAt(page, word, T.SAY, T.REPORT) !== undefined;
  return isOver || hitOver(page, first - 1, T.SAY, T.REPORT, T.PREPOSITION, T.IN, T.SPEECH_NOUN) !== undefined;
}
const OWNER_WORDS = 3;
const isNumber = ({ syntax }: Page, word: number) => /\d/.test(syntax.raw.charAt(syntax.starts[word] ?? 0));

/** In English a short reference has an article ("the minister"); without one it is any («nuclear site»). */
function isDefinite(page: Page, word: number): boolean {
  if (hasCases(page)) return true;
  const first = compoundStart(page, word);
  if (first === 0 || first < word || hitAt(page, first - 1, T.DETERMINER, T.RUSSIAN, T.LABEL)) return true;
  // "the veteran minister"
  const epithet = hitOver(page, first - 1, T.EPITHET);
  return epithet?.last === first && hitAt(page, epithet.first - 1, T.DETERMINER) !== undefined;
}

/** "the | foreign ministry spokeswoman": where one noun for an office stands before the other, behind an article. */
function compoundStart(page: Page, first: number): number {
  const before = !hasCases(page) && isAdjacent(page.syntax, first) ? shortsOver(page, first - 1)[0] : undefined;
  return before?.last === first && hitAt(page, before.first - 1, T.DETERMINER, T.RUSSIAN) ? before.first : first;
}

/** A capitalised word that the lexicon does not know and that does not begin a sentence. */
export function isStranger(page: Page, word: number): boolean {
  if (!isCapitalised(page.syntax, word) || page.mentionAt[word]) return false;
  if (startsSentence(page.syntax, word))
    return (
      isAdjacent(page.syntax, word + 1) &&
      isCapitalised(page.syntax, word + 1) &&
      !page.mentionAt[word + 1] &&
      !page.at.has(word)
    );
  return !page.at.has(word);
}

/** Is it a name of two words at least («Метью Міллер»)? One capital alone is often a place or a brand. */
export function isFullStranger(page: Page, word: number): boolean {
  const { syntax } = page;
  const after = isAdjacent(syntax, word + 1) && isCapitalised(syntax, word + 1) && !page.mentionAt[word + 1];
  const before = isAdjacent(syntax, word) && isCapitalised(syntax, word - 1) && !page.mentionAt[word - 1];
  return after || before;
}

/** «подчеркнула спикер»: the verb tells the gender of the one who holds the office. */
export function asSpoken(speaker: Speaker, { features }: Hit): Speaker {
  const told = speaker.kind === 'short' && (features & F.PAST) !== 0 ? features & (F.M | F.F) : 0;
  return told === 0 ? speaker : { ...speaker, features: (speaker.features & ~GENDERS) | told | F.PAST };
}

/** «губернатор регіону Іван Богомаз»: the official whose office a short reference names, with plain words between. */
export function holderBehind(page: Page, { kind, last, features }: Speaker): Speaker | undefined {
  if (!hasCases(page) || (kind !== 'short' && kind !== 'other')) return undefined;
  for (let word = last; word < page.syntax.count && word <= last + OWNER_WORDS; word += 1) {
    if ((page.syntax.gaps[word] ?? 0) !== 0) return undefined;
    const mention = page.mentionAt[word];
    if (mention) {
      const cases = mention.features & CASES;
      const isPlain = (cases & F.NOM) === 0 || cases === F.NOM;
      const isHolder = mention.isPerson && mention.form === 'name' && mention.group === GROUP.OFFICIAL;
      return word > last && isHolder && isPlain && (cases & features) !== 0 ? asSpeaker(mention) : undefined;
    }
    if (hitAt(page, word, ...VERBAL)) return undefined;
  }
  return undefined;
}
const VERBAL = [T.SAY, T.REPORT, T.GUESS, T.TOLD, T.IN, T.OBLIQUE, T.AND, T.THAT, T.PREPOSITION] as const;
