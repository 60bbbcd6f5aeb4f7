/**
 * All surface forms in one minimised automaton (a DAWG) laid out as a double array, walked from word starts.
 *
 * From a state with base b, the transition by letter class c is slot b + c; it exists when check[b + c] === b.
 * Bases are unique, so the base is the state. `next` holds the target's base and whether a form ends there;
 * `count` sums to the form's rank in sorted order, so equal tails are stored once and forms still tell themselves apart.
 */
import { BREAK, IGNORE, isWordCode, SPACE } from './fold';

/** The automaton as the compiler writes it; arrays are base64 of little-endian integers. */
export type PackedAutomaton = {
  /** Character i has letter class i + 1. */
  readonly alphabet: string;
  /** Bits of one array element. */
  readonly width: 16 | 32;
  readonly next: string;
  readonly check: string;
  readonly count: string;
};

export type Automaton = {
  /**
   * Reports every form that starts at `at` and ends at a word's end, shortest first.
   * @param codes what `fold` returned
   * @param at index of a word's first unit
   * @param onForm rank of the form, index after its last unit, and whether an English «'s» follows
   */
  match(codes: Uint16Array, at: number, onForm: (rank: number, end: number, possessive: boolean) => void): void;
};

const APOSTROPHE = 39;
const SMALL_S = 115;

/** Base64 to bytes. `Uint8Array.fromBase64` is some ten times faster where the browser has it. */
export function unpack(base64: string, width: 16 | 32): Uint16Array | Uint32Array {
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

export function createAutomaton(packed: PackedAutomaton): Automaton {
  const next = unpack(packed.next, packed.width);
  const check = unpack(packed.check, packed.width);
  const count = unpack(packed.count, packed.width);
  const classes = new Uint8Array(0x10000);
  for (let i = 0; i < packed.alphabet.length; i += 1) classes[packed.alphabet.charCodeAt(i)] = i + 1;

  return {
    match(codes, at, onForm) {
      let base = 1; // the root
      let rank = 0;
      let spaced = false;
      for (let i = at; i < codes.length; i += 1) {
        const code = codes[i] ?? BREAK;
        if (code === IGNORE || (spaced && code === SPACE)) continue;
        const letter = classes[code] ?? 0;
        if (letter === 0) return;
        const slot = base + letter;
        if (check[slot] !== base) return;
        rank += count[slot] ?? 0;
        const target = next[slot] ?? 0;
        base = target >>> 1;
        spaced = code === SPACE;
        if ((target & 1) === 0) continue;
        let after = i + 1;
        while (codes[after] === IGNORE) after += 1;
        const follows = codes[after] ?? BREAK;
        if (!isWordCode(follows)) onForm(rank, i + 1, false);
        else if (follows === APOSTROPHE && codes[after + 1] === SMALL_S && !isWordCode(codes[after + 2] ?? BREAK)) {
          onForm(rank, i + 1, true);
        }
      }
    },
  };
}
