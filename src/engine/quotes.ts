/** Quotation marks of one text, paired. */
import { isWordCode, SPACE } from './fold';

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

/** The side of each unit; 0 where it is no mark. */
const sides = new Uint8Array(0x10000);
for (const mark of '«„‹‚') sides[mark.charCodeAt(0)] = OPEN;
for (const mark of '»›') sides[mark.charCodeAt(0)] = CLOSE;
// “ opens in English and closes after „; ” closes in English and opens in Polish.
for (const mark of '“”"‘’\'‟') sides[mark.charCodeAt(0)] = EITHER;

const sideAt = (raw: string, at: number): number => sides[raw.charCodeAt(at)] ?? 0;

/** Longest quotation that is believed without a closing mark in sight: longer ones are lost marks. */
const QUOTE_MAX = 3000;

/**
 * Pairs the marks with a stack. A mark that can do both opens before a word and after a space, and closes otherwise.
 * A quotation that is never closed counts only from the start of the text (its end is in a later paragraph).
 * @param codes what `fold` returned for `raw`: an apostrophe inside a word is not a mark
 */
export function pairQuotes(raw: string, codes: Uint16Array): Marks {
  const quotes: Quote[] = [];
  let closed: number | undefined;
  const open: { start: number; char: string }[] = [];
  for (let i = 0; i < raw.length; i += 1) {
    if (codes[i] !== SPACE) continue;
    let side = sideAt(raw, i);
    if (side === 0) continue;
    const char = raw.charAt(i);
    const beforeWord = isWordCode(codes[i + 1] ?? 2) || sideAt(raw, i + 1) === OPEN || raw.charAt(i + 1) === '…';
    const afterGap =
      i === 0 || /[\s([{–—-]/.test(raw.charAt(i - 1)) || (sideAt(raw, i - 1) !== 0 && codes[i - 1] === SPACE);
    const top = open.at(-1);
    if (side === EITHER) {
      if (char === '“' && top?.char === '„') side = CLOSE;
      else if (top && !(beforeWord && afterGap)) side = CLOSE;
      else if (beforeWord && afterGap) side = OPEN;
      else {
        if (!top && !isApostrophe(char)) {
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
  if (isWhole) quotes.push({ start: first.start, end: raw.length, depth: 0, closed: false });
  return {
    quotes: quotes.sort((a, b) => a.start - b.start || b.end - a.end),
    ...(first && !isApostrophe(first.char) && { opened: first.start }),
    ...(closed !== undefined && { closed }),
  };
}

const isApostrophe = (char: string) => char === "'" || char === '’' || char === '‘';
