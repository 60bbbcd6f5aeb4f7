/**
 * All surface forms in two minimised automata: one of words by letter, one of phrases by word.
 *
 * Words are a double array. From a state with base b, the transition by letter class c is slot b + c; it exists
 * when the slot's CHECK is b. Bases are unique, so the base is the state. NEXT holds the target's base and whether a
 * word ends there; COUNT sums to the word's rank in sorted order. The three stand side by side: one place to look at.
 *
 * Phrases are arcs between states, sorted by the rank of their word, with the same kind of sum. Each word of a text
 * is walked by its letters once; a phrase of five words costs five short searches more. Against one automaton over
 * the letters of whole phrases the tables are a third as large: inflected phrases share words, not tails.
 */
import { APOSTROPHE, codeOf } from './fold';

/** The automaton of words as the compiler writes it; arrays are base64 of little-endian integers. */
export type PackedWords = {
  /** Character i has letter class i + 1. */
  readonly alphabet: string;
  /** Bits of one array element. */
  readonly width: 16 | 32;
  readonly slots: string;
};

/** The automaton of phrases: the arcs of its states, one state after the other. */
export type PackedPhrases = {
  readonly width: 16 | 32;
  /** How many arcs each state has: small numbers, which compress better than where they begin. */
  readonly arcs: string;
  /** Arc from START over each word, plus one; 0 where no phrase begins with it. */
  readonly starting: string;
  /** Word of each arc from the other states. */
  readonly words: string;
  /** Target state, shifted left by one, and whether a phrase ends there. */
  readonly targets: string;
  readonly counts: string;
};

type Integers = Uint16Array | Uint32Array;

/** Where each of several runs begins, from their lengths; one more at the end. */
export function startsOf(lengths: Integers): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i += 1) starts[i + 1] = (starts[i] ?? 0) + (lengths[i] ?? 0);
  return starts;
}

/** Base64 to bytes. `Uint8Array.fromBase64` is some ten times faster where the browser has it. */
export function unpack(base64: string, width: 16 | 32): Integers {
  const native = (Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array }).fromBase64;
  const bytes = native ? native.call(Uint8Array, base64) : decode(base64);
  return width === 16
    ? new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2)
    : new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decode(base64: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < 64; i += 1) values[DIGITS.charCodeAt(i)] = i;
  const length = base64.length - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
  const bytes = new Uint8Array((length * 3) >> 2);
  let buffer = 0;
  let bits = 0;
  let out = 0;
  for (let i = 0; i < length; i += 1) {
    buffer = ((buffer << 6) | (values[base64.charCodeAt(i)] ?? 0)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[out] = (buffer >> bits) & 0xff;
      out += 1;
    }
  }
  return bytes;
}

/** Walks phrases word by word, from the state `START` before the first word. */
export type PhraseFinder = {
  /** The arc that leads from a state over the word of this rank, or -1 where no phrase goes on with it. */
  arcOf(state: number, word: number): number;
  /** The state that an arc leads to. */
  stateAfter(arc: number): number;
  /** What an arc adds to the phrase's rank. */
  countOf(arc: number): number;
  /** Does a phrase end with the arc? */
  isFinal(arc: number): boolean;
  /** Does no phrase go on behind the arc? */
  isLast(arc: number): boolean;
};

export const START = 0;

export function createPhraseFinder(packed: PackedPhrases): PhraseFinder {
  const arcs = unpack(packed.arcs, packed.width);
  const first = startsOf(arcs);
  // Equal ends are one state.
  const leaf = arcs.indexOf(0);
  const starting = unpack(packed.starting, packed.width);
  const words = unpack(packed.words, packed.width);
  const targets = unpack(packed.targets, packed.width);
  const counts = unpack(packed.counts, packed.width);
  const shift = first[START + 1] ?? 0;
  return {
    arcOf(state, word) {
      // Every word of a text is looked up from START, which has most of the arcs.
      if (state === START) return word >= 0 && word < starting.length ? (starting[word] ?? 0) - 1 : -1;
      const end = (first[state + 1] ?? 0) - shift;
      let low = (first[state] ?? 0) - shift;
      let high = end;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((words[middle] ?? 0) < word) low = middle + 1;
        else high = middle;
      }
      return low < end && words[low] === word ? low + shift : -1;
    },
    stateAfter: (arc) => (targets[arc] ?? 0) >>> 1,
    countOf: (arc) => counts[arc] ?? 0,
    isFinal: (arc) => ((targets[arc] ?? 0) & 1) === 1,
    isLast: (arc) => (targets[arc] ?? 0) >>> 1 === leaf,
  };
}

const SMALL_S = 115;
const LARGE_S = 83;

/** End of the word without an English «'s», or the same end where it has none. */
export function withoutPossessive(raw: string, start: number, end: number): number {
  const last = raw.charCodeAt(end - 1);
  if ((last !== SMALL_S && last !== LARGE_S) || end - start <= 2) return end;
  return codeOf(raw.charCodeAt(end - 2)) === APOSTROPHE ? end - 2 : end;
}
