/** Quotation marks of one text, paired. */
import { APOSTROPHE, codeOf, isPlain } from './fold';
import * as GAP from './gaps';
import { QUOTES } from './signs';
import type { Words } from './words';

/** A quotation, marks included. UTF-16, half-open. */
export type Quote = {
  readonly start: number;
  readonly end: number;
  /** 0 for an outer quotation, 1 within another. */
  readonly depth: number;
  /** False where one of its marks is in another paragraph. */
  readonly closed: boolean;
};

/** Quotations of one paragraph, and the marks that have no partner in it. */
export type Marks = {
  readonly quotes: readonly Quote[];
  /** Unit of an opening mark that nothing closes. */
  readonly opened?: number;
  /** Unit after a closing mark that nothing opens. */
  readonly closed?: number;
};

/** Which side of a quotation a mark stands on. */
const OPEN = 1;
const CLOSE = 2;
const EITHER = 3;

/** The side of each mark. */
const sides: ReadonlyMap<number, number> = new Map(
  [[QUOTES.open, OPEN] as const, [QUOTES.close, CLOSE] as const, [QUOTES.either, EITHER] as const].flatMap(
    ([marks, side]) => [...marks].map((mark) => [mark.charCodeAt(0), side] as const),
  ),
);

/** 0 where there is no mark. */
const sideAt = (raw: string, at: number): number => sides.get(raw.charCodeAt(at)) ?? 0;

/** Longest quotation that is believed without a closing mark in sight: longer ones are lost marks. */
const QUOTE_MAX = 3000;

/** A quotation mark between words. */
type Mark = {
  /** Unit. */
  readonly at: number;
  readonly char: string;
  readonly side: number;
  /** Does a word follow, or the mark before one? */
  readonly beforeWord: boolean;
  /** Does it stand behind what parts words, or behind another mark? */
  readonly afterGap: boolean;
};

function marksOf({ raw, count, starts, ends, between }: Words): Mark[] {
  const marks: Mark[] = [];
  for (let word = 0; word <= count; word += 1) {
    if (((between[word] ?? 0) & GAP.QUOTE) === 0) continue;
    const from = word === 0 ? 0 : (ends[word - 1] ?? 0);
    const to = word === count ? raw.length : (starts[word] ?? 0);
    for (let at = from; at < to; at += 1) {
      const side = sideAt(raw, at);
      // Right between two letters it is the apostrophe of an elision («l'agence»).
      const isElided = word > 0 && at === from && isApostrophe(raw, at) && isPlain(raw.charCodeAt(at + 1));
      if (side === 0 || isElided) continue;
      const startsWord = word < count && at + 1 === to;
      marks.push({
        at,
        char: raw.charAt(at),
        side,
        beforeWord: startsWord || sideAt(raw, at + 1) === OPEN || raw.charAt(at + 1) === '…',
        afterGap: at === 0 || /[\s([{–—-]/.test(raw.charAt(at - 1)) || (at > from && sideAt(raw, at - 1) !== 0),
      });
    }
  }
  return marks;
}

/**
 * Pairs the marks between words with a stack. A mark that can do both opens before a word and after a space, and closes
 * otherwise. A quotation that is never closed counts only from the start of the text (its end is in a later paragraph).
 */
export function pairQuotes(words: Words): Marks {
  const quotes: Quote[] = [];
  let closed: number | undefined;
  const open: { start: number; char: string }[] = [];
  for (const { at: i, char, side: drawn, beforeWord, afterGap } of marksOf(words)) {
    let side = drawn;
    const top = open.at(-1);
    if (side === EITHER) {
      if (char === '“' && top?.char === '„') side = CLOSE;
      else if (top && !(beforeWord && afterGap)) side = CLOSE;
      else if (beforeWord && afterGap) side = OPEN;
      else {
        if (!top && !isSingle(char)) {
          if (i === 0) open.push({ start: 0, char });
          else closed ??= i + 1;
        }
        continue;
      }
      if (side === OPEN && top?.char === char && char === '"' && !afterGap) side = CLOSE;
    } else if (side === CLOSE && !top && beforeWord && afterGap) {
      side = OPEN; // German »so«
    } else if (side === OPEN && top && !beforeWord) {
      side = CLOSE;
    }
    if (side === OPEN) {
      open.push({ start: i, char });
      continue;
    }
    const opened = open.pop();
    if (!opened) closed ??= i + 1;
    if (opened && i + 1 - opened.start <= QUOTE_MAX) {
      quotes.push({ start: opened.start, end: i + 1, depth: open.length, closed: true });
    }
  }
  const [first] = open;
  const isWhole = first !== undefined && first.start <= 1;
  if (isWhole) quotes.push({ start: first.start, end: words.raw.length, depth: 0, closed: false });
  return {
    quotes: quotes.sort((a, b) => a.start - b.start || b.end - a.end),
    ...(first && !isSingle(first.char) && { opened: first.start }),
    ...(closed !== undefined && { closed }),
  };
}

const isSingle = (char: string) => char === "'" || char === '’' || char === '‘';
const isApostrophe = (raw: string, at: number) => codeOf(raw.charCodeAt(at)) === APOSTROPHE;
