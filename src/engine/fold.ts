/**
 * Folding: one code unit of the page's text to one code to compare with. Nothing moves, so offsets need no map:
 * what does not count (soft hyphen, zero-width, stress mark) becomes IGNORE in place, and whoever walks skips it.
 *
 *   raw    К  и  ї  в [U+00AD] с  ь  к  и  й  NBSP «  р  е  ж  и  м  »
 *   codes  к  и  ї  в  1       с  ь  к  и  й  32   32 р  е  ж  и  м  32
 *
 * Spaces, hyphens and quotation marks are one class (SPACE): «Росія-1» is «Росія 1», РИА "Новости" is РИА Новости.
 */

/** A code that is not there: walkers skip it. */
export const IGNORE = 1;
/** A code that ends any match. */
export const BREAK = 2;
/** Space, hyphen, quotation mark. Several in a row count as one. */
export const SPACE = 32;
export const APOSTROPHE = 39;
export const FIRST_BEYOND = 0x530; // Latin, Greek and Cyrillic with their supplements lie below

const LOOKALIKE_LATIN = 'aceiopxyktmhbABCEHIKMOPTXY';
const LOOKALIKE_CYRILLIC = 'асеіорхуктмнвАВСЕНІКМОРТХУ';

/** Traits of a unit, as bits. */
const LATIN = 1;
const CYRILLIC = 2;
/** A letter or a digit below FIRST_BEYOND. */
const PLAIN = 4;
/** As a folded code it is part of a word. */
const WORDLY = 8;
const CAPITAL = 16;
/** A combining mark, which decomposed text has behind its letter. */
const ACCENT = 32;
/** As a folded code it says nothing without its neighbours: an apostrophe, or what does not count. */
const DEPENDENT = 64;

type Tables = {
  /** Folded code of each unit; 0 for a unit that stays what it is. */
  readonly codes: Uint16Array;
  /** Traits of each unit. */
  readonly traits: Uint8Array;
  readonly toCyrillic: ReadonlyMap<number, number>;
  readonly toLatin: ReadonlyMap<number, number>;
};

let made: Tables | undefined;
/** Made at their first use: a page evaluates our script in one task, which is long enough without them. */
const tables = (): Tables => {
  made ??= makeTables();
  return made;
};

function makeTables(): Tables {
  const codes = new Uint16Array(0x10000);
  const traits = new Uint8Array(0x10000);
  const give = (unit: number, bits: number): void => {
    traits[unit] = (traits[unit] ?? 0) | bits;
  };
  for (let unit = 0; unit < FIRST_BEYOND; unit += 1) {
    const char = String.fromCharCode(unit);
    const lower = char.toLowerCase();
    const isLetter = lower !== char.toUpperCase();
    const isDigit = unit >= 48 && unit <= 57;
    // A few capitals lower-case to two units (İ); they keep their own code.
    const code = lower.length === 1 && lower.charCodeAt(0) < FIRST_BEYOND ? lower.charCodeAt(0) : unit;
    codes[unit] = unit < 32 ? SPACE : code;
    if (isLetter) traits[unit] = unit >= 0x400 ? CYRILLIC : unit < 0x250 ? LATIN : 0;
    if (isLetter || isDigit) give(unit, PLAIN | WORDLY | (code === unit ? 0 : CAPITAL));
  }
  // Letters of other scripts are words, and match nothing.
  traits.fill(WORDLY, FIRST_BEYOND);
  codes.fill(BREAK, 0x2000, 0x2c00); // punctuation, arrows, symbols
  codes.fill(BREAK, 0xd800, 0xe000); // halves of emoji; no lexicon word is beyond the first plane
  codes.fill(SPACE, 0x2000, 0x200b);
  codes.fill(SPACE, 0x201a, 0x2020);
  for (const unit of [0x20, 0x22, 0x2d, 0xa0, 0xab, 0xbb, 0x2010, 0x2011, 0x202f, 0x2033, 0x2039, 0x203a, 0x3000])
    codes[unit] = SPACE;
  for (const unit of [0x60, 0xb4, 0x2bc, 0x2b9, 0x2018, 0x2019, 0x201b, 0x2032]) codes[unit] = APOSTROPHE;
  codes.fill(IGNORE, 0x200b, 0x2010);
  codes.fill(IGNORE, 0x202a, 0x202f);
  codes.fill(IGNORE, 0xfe00, 0xfe10);
  codes.fill(IGNORE, 0x2060, 0x2070); // joiner, signs of formulas, isolates of direction
  for (const unit of [0xad, 0x61c, 0x180e, 0xfeff]) codes[unit] = IGNORE;
  // A mark that composes with no letter (stress in Cyrillic) does not count.
  for (let unit = 0x300; unit < 0x370; unit += 1) give(unit, ACCENT);
  codes.fill(IGNORE, 0x300, 0x370);
  codes[0x450] = 0x435;
  codes[0x401] = 0x435; // Ё
  codes[0x451] = 0x435; // ё
  const toCyrillic = new Map<number, number>();
  const toLatin = new Map<number, number>();
  for (let i = 0; i < LOOKALIKE_LATIN.length; i += 1) {
    const latin = codes[LOOKALIKE_LATIN.charCodeAt(i)] ?? 0;
    const cyrillic = codes[LOOKALIKE_CYRILLIC.charCodeAt(i)] ?? 0;
    toCyrillic.set(latin, cyrillic);
    toLatin.set(cyrillic, latin);
  }
  give(APOSTROPHE, WORDLY | DEPENDENT);
  give(IGNORE, DEPENDENT);
  return { codes, traits, toCyrillic, toLatin };
}

function has(unit: number, bits: number): boolean {
  return ((tables().traits[unit] ?? 0) & bits) !== 0;
}

/** Is this folded code part of a word (letter, digit)? The apostrophe counts only between letters; `fold` decides. */
export function isWordCode(code: number): boolean {
  return has(code, WORDLY);
}

/** Is the raw unit a capital letter? */
export function isCapital(unit: number): boolean {
  return has(unit, CAPITAL);
}

/** Is the raw unit a letter or a digit of a script that forms may have? */
export function isPlain(unit: number): boolean {
  return has(unit, PLAIN);
}

/** Is the raw unit a combining mark? */
export function isAccent(unit: number): boolean {
  return has(unit, ACCENT);
}

/** «и» + breve is «й»: the composed unit, or 0 where the pair does not compose. */
function compose(raw: string, at: number): number {
  const composed = raw.slice(at, at + 2).normalize('NFC');
  return composed.length === 1 ? composed.charCodeAt(0) : 0;
}

/** One word with Latin and Cyrillic letters: turn it whole into the script that all its letters can have. */
function unmix(codes: Uint16Array, start: number, end: number): void {
  const turn = (map: ReadonlyMap<number, number>, from: number): boolean => {
    for (let i = start; i < end; i += 1) {
      const code = codes[i] ?? 0;
      if (has(code, from) && !map.has(code)) return false;
    }
    for (let i = start; i < end; i += 1) {
      const code = codes[i] ?? 0;
      if (has(code, from)) codes[i] = map.get(code) ?? code;
    }
    return true;
  };
  const { toCyrillic, toLatin } = tables();
  if (!turn(toCyrillic, LATIN)) turn(toLatin, CYRILLIC);
}

/**
 * Folds a text.
 * @param raw the page's text
 * @returns one code per UTF-16 unit of `raw`, and one more, a BREAK, at the end
 */
export function fold(raw: string): Uint16Array {
  const { codes: table, traits } = tables();
  const codes = new Uint16Array(raw.length + 1);
  const to = raw.length;
  let wordStart = -1;
  let scripts = 0;
  for (let i = 0; i < to; i += 1) {
    const unit = raw.charCodeAt(i);
    let code = table[unit] || unit;
    if (code === IGNORE) {
      codes[i] = IGNORE;
      const composed = i > 0 && has(unit, ACCENT) && has(raw.charCodeAt(i - 1), PLAIN) ? compose(raw, i - 1) : 0;
      if (composed !== 0 && composed < FIRST_BEYOND) codes[i - 1] = table[composed] || composed;
      continue;
    }
    // Without letters on both sides it is a quotation mark.
    if (code === APOSTROPHE && !(wordStart >= 0 && has(raw.charCodeAt(i + 1), PLAIN))) code = SPACE;
    codes[i] = code;
    const bits = traits[code] ?? 0;
    if ((bits & WORDLY) !== 0) {
      if (wordStart < 0) wordStart = i;
      scripts |= bits;
    } else if (wordStart >= 0) {
      if ((scripts & MIXED) === MIXED) unmix(codes, wordStart, i);
      wordStart = -1;
      scripts = 0;
    }
  }
  if (wordStart >= 0 && (scripts & MIXED) === MIXED) unmix(codes, wordStart, to);
  codes[to] = BREAK;
  return codes;
}
/** LATIN and CYRILLIC; a plain number as well. */
const MIXED = 3;

/** The code of a unit by itself. It holds where the word that it stands in is not `isDelicate`. */
export function codeOf(unit: number): number {
  return tables().codes[unit] || unit;
}

/** Traits of a folded code, 8 bits: a word ends where they have neither WORDLY nor DEPENDENT, and is delicate by the traits of all its codes. */
export function traitsOf(code: number): number {
  return tables().traits[code] ?? 0;
}
/** Where units are that are no letters of other scripts, from and up to. */
export const FOLDED = [
  [0, FIRST_BEYOND],
  [0x61c, 0x61d],
  [0x180e, 0x180f],
  [0x2000, 0x2070],
  [0x3000, 0x3001],
  [0xfe00, 0xff00],
] as const;

/** Where all units have the code BREAK, from and up to. */
export const BROKEN = [
  [0x2070, 0x2c00],
  [0xd800, 0xe000],
] as const;

/** Do units with these traits, side by side, need more than `codeOf`? */
export function isDelicate(bits: number): boolean {
  return (bits & DEPENDENT) !== 0 || (bits & MIXED) === MIXED;
}

/** The folded text as a key: IGNORE left out, runs of SPACE as one, trimmed. The compiler and tests use it. */
export function foldKey(raw: string): string {
  const codes = fold(raw);
  let key = '';
  for (let i = 0; i < raw.length; i += 1) {
    const code = codes[i] ?? BREAK;
    if (code === IGNORE || (code === SPACE && (key === '' || key.endsWith(' ')))) continue;
    key += code === BREAK ? '\n' : String.fromCharCode(code);
  }
  return key.endsWith(' ') ? key.slice(0, -1) : key;
}

/** The same name written in Latin letters that look alike (ТАСС → TACC), or undefined where a letter has no twin. */
export function latinTwin(key: string): string | undefined {
  let twin = '';
  for (const char of key) {
    const code = char.charCodeAt(0);
    const latin = has(code, CYRILLIC) ? tables().toLatin.get(code) : code;
    if (latin === undefined) return undefined;
    twin += String.fromCharCode(latin);
  }
  return twin === key ? undefined : twin;
}

/** The key of a short form in capitals, written in Latin letters that look alike; undefined for other forms. */
export function twinOf(form: string, key: string): string | undefined {
  const isAbbreviation = form === form.toUpperCase() && /^[\p{L}\d ]{2,6}$/u.test(form);
  return isAbbreviation ? latinTwin(key) : undefined;
}

/**
 * Does the apostrophe at `at` cut a word in two, as French elision does (l'agence, d'après, lorsqu'il)? Before it stands
 * one consonant that elides, or a word that ends in «qu»; after it a word, not an English «'s».
 */
export function isElision(codes: Uint16Array, start: number, at: number): boolean {
  if (codes[at] !== APOSTROPHE || !isLatinLetter(codes[at + 1])) return false;
  if (codes[at + 1] === SMALL_S && !isWordCode(codes[at + 2] ?? BREAK)) return false;
  const last = codes[at - 1] ?? 0;
  if (at - start === 1) return ELIDED.includes(String.fromCharCode(last));
  return last === SMALL_U && codes[at - 2] === SMALL_Q;
}
const ELIDED = 'cdjlmnst';
const SMALL_Q = 113;
const SMALL_S = 115;
const SMALL_U = 117;

const isLatinLetter = (code: number | undefined): boolean => has(code ?? BREAK, LATIN);

/** Cuts a folded key into words, as a text's words are cut. */
export function keyWords(key: string): string[] {
  const codes = new Uint16Array(key.length);
  for (let i = 0; i < key.length; i += 1) codes[i] = key.charCodeAt(i);
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= codes.length; i += 1) {
    const isInside = i < codes.length && isWordCode(codes[i] ?? BREAK);
    if (isInside && start < 0) start = i;
    if (start >= 0 && (!isInside || isElision(codes, start, i))) {
      words.push(key.slice(start, i));
      start = -1;
    }
  }
  return words;
}
