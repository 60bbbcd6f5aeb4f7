/**
 * What each unit of a text tells, in one number, so that whoever walks a text looks each unit up once: the traits of its
 * code (see fold.ts) from bit 8 up, and from bit 16 up what it says between two words. The lowest 8 bits are left to the
 * reader of words, for the class of its letter.
 */
import { APOSTROPHE, BREAK, BROKEN, codeOf, FOLDED, IGNORE, SPACE, traitsOf } from './fold';
import * as GAP from './gaps';

/** Quotation marks by the side that they stand on. “ opens in English and closes after „; ” closes in English and opens in Polish. */
export const QUOTES = { open: '«„‹‚', close: '»›', either: '“”"‘’\'‟' } as const;

/** The spaces of `\s`, from and up to. */
const SPACES = [
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

/** The first half of bullets that take two units; it is the same for all that are known. */
export const BULLET_HALF = 0xd83d;

/** Where the traits of a code lie. */
export const TRAITS_AT = 8;
/** Where the signs of gaps lie. */
export const GAP_AT = 16;
/** A word ends where a sign has none of these bits: WORDLY or DEPENDENT, above TRAITS_AT; a plain number for the loops. */
export const IN_WORD = 0x4800;

/** Signs of a unit that may go on with an address: (GAP.COLON | GAP.END) << GAP_AT. */
export const ADDRESSING = 0x8040000;

const TOLD: readonly (readonly [units: string, bits: number])[] = [
  [',', GAP.COMMA],
  ['–—―‒', GAP.DASH],
  ['–—', GAP.LONG_DASH],
  [':', GAP.COLON],
  [';', GAP.SEMICOLON],
  ['()[]', GAP.BRACKET],
  ['/|', GAP.SLASH],
  ['\n', GAP.STOP],
  // Marks that digests put before each item.
  ['•◦●○▪▫◾◽■□◆◇▶►➡➤⚫⚪❗❕‼⚡✅☑❌', GAP.STOP],
  [`-${String.fromCharCode(BULLET_HALF)}`, GAP.UNSURE],
  ['.!?…', GAP.END],
  ['"«“„', GAP.OPENING],
  [QUOTES.open + QUOTES.close + QUOTES.either, GAP.QUOTE],
];
let made: Int32Array | undefined;
/** The signs of each unit, without letter classes. Made at their first use, as those of `fold.ts` are. */
export function signs(): Int32Array {
  made ??= makeSigns();
  return made;
}

function makeSigns(): Int32Array {
  const signs = new Int32Array(0x10000).fill((GAP.SEVERS << GAP_AT) | IN_WORD);
  const tell = (unit: number, bits: number): void => {
    signs[unit] = (signs[unit] ?? 0) | (bits << GAP_AT);
  };
  const breaks = (GAP.SEVERS << GAP_AT) | (traitsOf(BREAK) << TRAITS_AT);
  for (const [from, to] of BROKEN) signs.fill(breaks, from, to);
  for (const [from, to] of FOLDED) {
    for (let unit = from; unit < to; unit += 1) {
      const code = codeOf(unit);
      const isJoining = code === SPACE || code === IGNORE || code === APOSTROPHE;
      signs[unit] = (traitsOf(code) << TRAITS_AT) | (isJoining ? 0 : GAP.SEVERS << GAP_AT);
    }
  }
  for (const [units, bits] of TOLD) for (let i = 0; i < units.length; i += 1) tell(units.charCodeAt(i), bits);
  for (const [from, to] of SPACES) for (let unit = from; unit <= to; unit += 1) tell(unit, GAP.WHITE);
  return signs;
}

/** GAP bits of a unit. */
export function signOf(unit: number): number {
  return (signs()[unit] ?? 0) >>> GAP_AT;
}

/** All GAP bits of the units in [from, to). */
export function signsIn(raw: string, from: number, to: number): number {
  const table = signs();
  let bits = 0;
  for (let i = from; i < to; i += 1) bits |= table[raw.charCodeAt(i)] ?? 0;
  return bits >>> GAP_AT;
}

/** Is the unit a space? */
export function isSpace(unit: number): boolean {
  return (signOf(unit) & GAP.WHITE) !== 0;
}
