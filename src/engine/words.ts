/**
 * The words of a passage: folded, cut and looked up by their letters, in one loop over its units. A word that needs more
 * than its own letters (an apostrophe, a combining mark, two scripts) goes the long way, and so does a passage with an
 * address in it.
 */
import { type PackedWords, unpack } from './automaton';
import {
  APOSTROPHE,
  BREAK,
  BROKEN,
  codeOf,
  FOLDED,
  fold,
  IGNORE,
  isAccent,
  isDelicate,
  isElision,
  isWordCode,
  RUN,
  refold,
  traitsOf,
} from './fold';

export type Words = {
  readonly raw: string;
  /** What `fold` makes of it. */
  readonly codes: Uint16Array;
  /** Number of words. */
  readonly count: number;
  /** First unit of each word, and the unit after its last. UTF-16. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Rank of each word among those that are looked for, or -1. */
  readonly ranks: readonly number[];
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

/** The words of the passage at hand, as they are found; the lists grow with the longest passage and are copied from. */
const draft = { count: 0, starts: [] as number[], ends: [] as number[], ranks: [] as number[] };

function add(start: number, end: number, rank: number): void {
  const { count, starts, ends, ranks } = draft;
  starts[count] = start;
  ends[count] = end;
  ranks[count] = rank;
  draft.count = count + 1;
}

function drafted(raw: string, codes: Uint16Array): Words {
  const { count, starts, ends, ranks } = draft;
  return {
    raw,
    codes,
    count,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    ranks: ranks.slice(0, count),
  };
}

/** The words of a text, the long way. Without `rankOf` none has a rank. */
export function readWords(raw: string, rankOf: RankOf = () => -1): Words {
  const codes = fold(raw);
  draft.count = 0;
  cut(raw, codes, 0, raw.length, rankOf);
  return drafted(raw, codes);
}

/** Adds the words in [from, to), which are folded and reach neither into nor out of it, save for an address. */
function cut(raw: string, codes: Uint16Array, from: number, to: number, rankOf: RankOf): void {
  for (let i = from; i < to; ) {
    if (!isWordCode(codes[i] ?? BREAK)) {
      i += 1;
      continue;
    }
    const start = i;
    let end = i;
    for (; i < to; i += 1) {
      const code = codes[i] ?? BREAK;
      if (isWordCode(code)) {
        if (code === APOSTROPHE && isElision(codes, start, i)) {
          i += 1;
          break;
        }
        end = i + 1;
      } else if (code !== IGNORE) break;
      // An accent that stands by itself belongs to its letter.
      else if (isAccent(raw.charCodeAt(i))) end = i + 1;
    }
    const address = addressEnd(raw, start, i);
    if (address > i) {
      i = address;
      end = address;
    }
    add(start, end, rankOf(codes, start, end));
  }
}

const COLON = 58;
const FULL_STOP = 46;
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

/** Does an address go on behind the word in [start, end)? */
function opensAddress(raw: string, start: number, end: number): boolean {
  const behind = raw.charCodeAt(end);
  if (behind === COLON) return raw.startsWith('://', end);
  return behind === FULL_STOP && end - start === 3 && raw.slice(start, end).toLowerCase() === 'www';
}

/** The spaces of `\s`, from and up to. */
export const SPACES = [
  [9, 13],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
] as const;

const isSpace = (unit: number): boolean => SPACES.some(([from, to]) => unit >= from && unit <= to);

/** The state before the first letter: base 1, no word ends there. */
const ROOT = 2;

/**
 * What a loop over raw units needs of each, in one number: its code from bit 16 up, the class of its letter from bit 8 up,
 * its traits. Letters of other scripts are left out: a word that has one goes the long way.
 */
function signsFor(classes: Uint8Array): Uint32Array {
  const signs = new Uint32Array(0x10000).fill(RUN);
  for (const [from, to] of BROKEN) signs.fill((BREAK << 16) | traitsOf(BREAK), from, to);
  for (const [from, to] of FOLDED) {
    for (let unit = from; unit < to; unit += 1) {
      const code = codeOf(unit);
      signs[unit] = (code << 16) | ((classes[code] ?? 0) << 8) | traitsOf(code);
    }
  }
  return signs;
}

export function createWordFinder(packed: PackedWords): WordFinder {
  const next = unpack(packed.next, packed.width);
  const check = unpack(packed.check, packed.width);
  const count = unpack(packed.count, packed.width);
  const classes = new Uint8Array(0x10000);
  for (let i = 0; i < packed.alphabet.length; i += 1) classes[packed.alphabet.charCodeAt(i)] = i + 1;

  const signs = signsFor(classes);

  const rankOf: RankOf = (codes, start, end) => {
    let target = ROOT;
    let rank = 0;
    for (let i = start; i < end; i += 1) {
      const code = codes[i] ?? BREAK;
      if (code === IGNORE) continue;
      const base = target >>> 1;
      const letter = classes[code] ?? 0;
      const slot = base + letter;
      if (letter === 0 || check[slot] !== base) return -1;
      rank += count[slot] ?? 0;
      target = next[slot] ?? 0;
    }
    return (target & 1) === 1 ? rank : -1;
  };

  function read(raw: string): Words {
    const n = raw.length;
    const codes = new Uint16Array(n + 1);
    draft.count = 0;
    for (let i = 0; i < n; ) {
      let sign = signs[raw.charCodeAt(i)] ?? 0;
      codes[i] = sign >>> 16;
      if ((sign & RUN) === 0) {
        i += 1;
        continue;
      }
      const start = i;
      let all = 0;
      let target = ROOT;
      let rank = 0;
      // As long as a word of the tables goes on so …
      for (;;) {
        all |= sign;
        const base = target >>> 1;
        const slot = base + ((sign >>> 8) & 0xff);
        if (check[slot] !== base) {
          target = 0;
          break;
        }
        rank += count[slot] ?? 0;
        target = next[slot] ?? 0;
        i += 1;
        if (i === n) break;
        sign = signs[raw.charCodeAt(i)] ?? 0;
        codes[i] = sign >>> 16;
        if ((sign & RUN) === 0) break;
      }
      // … and then to its end.
      while (target === 0) {
        i += 1;
        if (i === n) break;
        sign = signs[raw.charCodeAt(i)] ?? 0;
        codes[i] = sign >>> 16;
        if ((sign & RUN) === 0) break;
        all |= sign;
      }
      // How the word begins is no matter: at worst one goes the long way that need not.
      const behind = sign >>> 16;
      if ((behind === COLON || behind === FULL_STOP) && opensAddress(raw, Math.max(start, i - 3), i))
        return readWords(raw, rankOf);
      if (isDelicate(all)) {
        refold(raw, codes, start, i);
        cut(raw, codes, start, i, rankOf);
      } else add(start, i, (target & 1) === 1 ? rank : -1);
    }
    codes[n] = BREAK;
    return drafted(raw, codes);
  }

  return { rankOf, read };
}
