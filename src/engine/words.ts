/**
 * The words of a passage: cut, folded and looked up by their letters, and what lies between them, in one loop over its
 * units. A word that needs more than its own letters (an apostrophe, a combining mark, two scripts) goes the long way, and
 * so does a passage with an address in it.
 */
import { type PackedWords, unpack } from './automaton';
import {
  APOSTROPHE,
  BREAK,
  codeOf,
  FIRST_BEYOND,
  fold,
  IGNORE,
  isAccent,
  isDelicate,
  isElision,
  isWordCode,
} from './fold';
import * as GAP from './gaps';
import { ADDRESSING, GAP_AT, IN_WORD, isSpace, signs, signsIn, TRAITS_AT } from './signs';
import { CHECK, COUNT, NEXT, SLOT } from './slots';

export type Words = {
  readonly raw: string;
  /** Number of words. */
  readonly count: number;
  /**
   * First unit of each word, and the unit after its last. UTF-16. These lists and the others may be longer than `count`,
   * and the next reading overwrites them: who keeps them copies them, as `parse` does.
   */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Rank of each word among those that are looked for, or -1. */
  readonly ranks: readonly number[];
  /** GAP bits of the units before each word; one more entry for what follows the last word. */
  readonly between: readonly number[];
};

/** Finds the rank of a word, by letters. */
export type RankOf = (codes: Uint16Array, start: number, end: number) => number;

/** Finds words among those of the tables. */
export type WordFinder = {
  /**
   * @param codes what `fold` returned
   * @returns rank of the word that fills [start, end), or -1
   */
  readonly rankOf: RankOf;
  /** The words of a text, with their ranks. Linear in its length. */
  read(raw: string): Words;
};

/**
 * May a phrase go on from the word before? Between them are spaces, hyphens and quotation marks, the apostrophe of an
 * elision, or one full stop («Lenta.ru»).
 */
export function joins({ raw, starts, ends, between }: Words, word: number): boolean {
  if (((between[word] ?? 0) & GAP.SEVERS) === 0) return true;
  const end = ends[word - 1] ?? 0;
  return starts[word] === end + 1 && raw.charCodeAt(end) === FULL_STOP;
}

/** Room for so many words, for their lists. */
const roomFor = (words: number) => ({
  count: 0,
  starts: new Array<number>(words).fill(0),
  ends: new Array<number>(words).fill(0),
  ranks: new Array<number>(words).fill(0),
  between: new Array<number>(words).fill(0),
});

/** The words of the passage at hand, as they are found; there is room for the longest passage. */
let draft = roomFor(0);

/** Empties the draft, and makes room for the words of so many units: lists that need not grow are filled faster. */
function emptyDraft(units: number): void {
  const words = units >> 2;
  if (draft.starts.length < words) draft = roomFor(words + (words >> 1));
  draft.count = 0;
}

/** GAP bits of the units behind the last word of the draft, up to `to`. */
function signsUpTo(raw: string, to: number): number {
  const { count, ends } = draft;
  return signsIn(raw, count > 0 ? (ends[count - 1] ?? 0) : 0, to);
}

/** The words of a text, the long way. Without `rankOf` none has a rank. */
export function readWords(raw: string, rankOf: RankOf = () => -1): Words {
  emptyDraft(raw.length);
  cut(raw, 0, raw.length, rankOf);
  draft.between[draft.count] = signsUpTo(raw, raw.length);
  return { ...draft, raw };
}

/** Adds the words in [from, to), which reach neither into nor out of it. */
function cut(raw: string, from: number, to: number, rankOf: RankOf): void {
  const text = raw.slice(from, to);
  const codes = fold(text);
  for (let i = 0; i < text.length; ) {
    if (!isWordCode(codes[i] ?? BREAK)) {
      i += 1;
      continue;
    }
    const start = i;
    let end = i;
    for (; i < text.length; i += 1) {
      const code = codes[i] ?? BREAK;
      if (isWordCode(code)) {
        if (code === APOSTROPHE && isElision(codes, start, i)) {
          i += 1;
          break;
        }
        end = i + 1;
      } else if (code !== IGNORE) break;
      // An accent that stands by itself belongs to its letter.
      else if (isAccent(text.charCodeAt(i))) end = i + 1;
    }
    const address = addressEnd(text, start, i);
    if (address > i) {
      i = address;
      end = address;
    }
    const { count } = draft;
    draft.between[count] = signsUpTo(raw, from + start);
    draft.starts[count] = from + start;
    draft.ends[count] = from + end;
    draft.ranks[count] = rankOf(codes, start, end);
    draft.count = count + 1;
  }
}

const COLON = 58;
const FULL_STOP = 46;
const SLASH = 47;
/** Marks that may stand behind an address and are none of it. */
const TRAILING = '.,;:!?)]»”"\'';

/**
 * An address is one word that nobody says: «https://…/neo-nazi-regime» uses no wording.
 * @returns the unit after the address whose first letters lie in [start, end), or `end` where there is none
 */
function addressEnd(raw: string, start: number, end: number): number {
  if (!opensAddress(raw, start, end)) return end;
  let at = end;
  while (at < raw.length && !isSpace(raw.charCodeAt(at))) at += 1;
  while (at > end && TRAILING.includes(raw.charAt(at - 1))) at -= 1;
  return at;
}

/** Does an address go on behind the word in [start, end)? Asked behind every sentence, so by units. */
function opensAddress(raw: string, start: number, end: number): boolean {
  const behind = raw.charCodeAt(end);
  if (behind === COLON) return raw.charCodeAt(end + 1) === SLASH && raw.charCodeAt(end + 2) === SLASH;
  if (behind !== FULL_STOP || end - start !== 3) return false;
  return isW(raw.charCodeAt(start)) && isW(raw.charCodeAt(start + 1)) && isW(raw.charCodeAt(start + 2));
}

const isW = (unit: number): boolean => unit === 119 || unit === 87;

/** The state before the first letter. */
const ROOT = 1;

/** The signs of each unit with the class of its letter. Letters of other scripts have none: no word of the tables has them. */
function signsFor(classes: Uint8Array): Int32Array {
  const own = signs().slice();
  for (let unit = 0; unit < FIRST_BEYOND; unit += 1) own[unit] = (own[unit] ?? 0) | (classes[codeOf(unit)] ?? 0);
  return own;
}

export function createWordFinder(packed: PackedWords): WordFinder {
  const slots = unpack(packed.slots, packed.width);
  const classes = new Uint8Array(0x10000);
  for (let i = 0; i < packed.alphabet.length; i += 1) classes[packed.alphabet.charCodeAt(i)] = i + 1;
  const own = signsFor(classes);

  const rankOf: RankOf = (codes, start, end) => {
    let base = ROOT;
    let next = 0;
    let rank = 0;
    for (let i = start; i < end; i += 1) {
      const code = codes[i] ?? BREAK;
      if (code === IGNORE) continue;
      const letter = classes[code] ?? 0;
      const slot = (base + letter) * SLOT;
      if (letter === 0 || slots[slot + CHECK] !== base) return -1;
      rank += slots[slot + COUNT] ?? 0;
      next = slots[slot + NEXT] ?? 0;
      base = next >>> 1;
    }
    return (next & 1) === 1 ? rank : -1;
  };

  return { rankOf, read: (raw) => readQuickly(raw, own, slots, rankOf) };
}

/**
 * Arguments, lists and all: what a loop of this kind finds outside its function is fetched anew for each unit.
 */
function readQuickly(raw: string, signs: Int32Array, slots: Uint16Array | Uint32Array, rankOf: RankOf): Words {
  const { length } = raw;
  emptyDraft(length);
  const { starts, ends, ranks, between } = draft;
  let count = 0;
  let gap = 0;
  for (let i = 0; i < length; ) {
    let sign = signs[raw.charCodeAt(i)] as number;
    i += 1;
    if ((sign & IN_WORD) === 0) {
      gap |= sign;
      continue;
    }
    const start = i - 1;
    let all = sign;
    let base = ROOT;
    let next = 0;
    let rank = 0;
    // As long as a word of the tables goes on so …
    do {
      const slot = (base + (sign & 0xff)) * SLOT;
      next = 0;
      if (slots[slot + CHECK] !== base) break;
      rank += slots[slot + COUNT] as number;
      next = slots[slot + NEXT] as number;
      base = next >>> 1;
      i += 1;
      if (i > length) {
        sign = 0;
        break;
      }
      sign = signs[raw.charCodeAt(i - 1)] as number;
      all |= sign;
    } while ((sign & IN_WORD) !== 0);
    // … and then to its end.
    while ((sign & IN_WORD) !== 0) {
      i += 1;
      if (i > length) {
        sign = 0;
        break;
      }
      sign = signs[raw.charCodeAt(i - 1)] as number;
      all |= sign;
    }
    const end = i - 1;
    // How the word begins is no matter: at worst one goes the long way that need not.
    if ((sign & ADDRESSING) !== 0 && opensAddress(raw, Math.max(start, end - 3), end)) return readWords(raw, rankOf);
    if (isDelicate(all >>> TRAITS_AT)) {
      draft.count = count;
      cut(raw, start, end, rankOf);
      count = draft.count;
      gap = (signsUpTo(raw, end) << GAP_AT) | sign;
      continue;
    }
    starts[count] = start;
    ends[count] = end;
    ranks[count] = (next & 1) === 1 ? rank : -1;
    between[count] = gap >>> GAP_AT;
    gap = sign;
    count += 1;
  }
  between[count] = gap >>> GAP_AT;
  draft.count = count;
  return { ...draft, raw };
}
