/** Words, sentences, clauses and quotations of one passage, computed once and read by every rule. */
import { isCapital } from './fold';
import * as GAP from './gaps';
import { pairQuotes, type Quote } from './quotes';
import { BULLET_HALF, isSpace, signOf } from './signs';
import type { Words } from './words';

export { GAP };

/** Bits that end a clause. */
export const CLAUSE_END = GAP.COMMA | GAP.DASH | GAP.COLON | GAP.STOP | GAP.SEMICOLON | GAP.BRACKET;

/** A sentence of more words is cut: rules that look through a sentence stay linear on text without full stops. */
const SENTENCE_MAX = 400;

export type Syntax = Words & {
  /** GAP bits before each word; one more entry for what follows the last word. */
  readonly gaps: readonly number[];
  /** Sentence of each word; a quotation of several sentences belongs whole to the sentence around it. */
  readonly sentences: readonly number[];
  /** First word of each sentence, and the number of words at the end. */
  readonly bounds: readonly number[];
  readonly quotes: readonly Quote[];
  /** Marks without a partner in the passage: unit of an opening one, unit after a closing one. */
  readonly opened?: number;
  readonly closed?: number;
  /** Innermost quotation of each word, or -1. */
  readonly quoteOf: readonly number[];
};

/** Words inside the quotation. */
export function wordsIn(syntax: Syntax, span: { start: number; end: number }): { first: number; last: number } {
  return { first: wordFrom(syntax, span.start), last: wordFrom(syntax, span.end) };
}

/** Index of the first word that starts at or after this unit. */
export function wordFrom(syntax: Syntax, at: number): number {
  return firstFrom(syntax.starts, at);
}

/** Index of the first of these rising numbers that is not below `at`. */
function firstFrom(numbers: readonly number[], at: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words from `first` up to `last`, without it, as a span of the raw text. */
export function spanOf(syntax: Syntax, first: number, last: number): { start: number; end: number } {
  return { start: syntax.starts[first] ?? 0, end: syntax.ends[last - 1] ?? 0 };
}

/** Does the word start with a capital letter? None does before the first and behind the last. */
export function isCapitalised(syntax: Syntax, word: number): boolean {
  return isCapital(syntax.raw.charCodeAt(syntax.starts[word] ?? -1));
}

/** Quotations that begin in [from, to), by their place in `quotes`. */
export function quotesFrom(syntax: Syntax, from: number, to: number): readonly Quote[] {
  let low = 0;
  let high = syntax.quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((syntax.quotes[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < syntax.quotes.length && (syntax.quotes[end]?.start ?? 0) < to) end += 1;
  return syntax.quotes.slice(low, end);
}

/** The word after the last one of this word's sentence: no rule has to look further, and sentences have a longest. */
export function sentenceEnd({ bounds, sentences, count }: Syntax, word: number): number {
  return bounds[(sentences[word] ?? 0) + 1] ?? count;
}

/** OR of the gaps between two words: after `from`'s word up to before `to`'s. */
export function gapBetween(syntax: Syntax, from: number, to: number): number {
  let bits = 0;
  for (let word = from + 1; word <= to; word += 1) bits |= syntax.gaps[word] ?? 0;
  return bits;
}

const FULL_STOP = 46;
const HYPHEN_MARK = 45;

/** Bullets of two units. */
const BULLETS: ReadonlySet<number> = new Set([...'👉🔹🔸🔷🔶🔺🔻🔴🟠🟡🟢🔵🟣📌'].map((mark) => mark.charCodeAt(1)));

/** What the unsure units in [from, to) are, as GAP bits. */
function resolve(raw: string, from: number, to: number): number {
  let bits = 0;
  for (let i = from; i < to; i += 1) {
    const unit = raw.charCodeAt(i);
    if (unit === BULLET_HALF && BULLETS.has(raw.charCodeAt(i + 1))) bits |= GAP.STOP;
    if (unit === HYPHEN_MARK && isDash(raw, i, from, to)) bits |= GAP.DASH;
  }
  return bits;
}

/** Is there a space, or the end of the gap, beside the hyphen? */
function isDash(raw: string, at: number, from: number, to: number): boolean {
  if (to - from === 1) return false;
  if (at === from || at + 1 === to) return true;
  return isSpace(raw.charCodeAt(at - 1)) || isSpace(raw.charCodeAt(at + 1));
}

/**
 * Does the last full stop (or «!», «?», «…») in [from, to) end a sentence?
 * @param before units of the word before it
 */
function endsSentence(raw: string, from: number, to: number, before: number): boolean {
  if (to >= raw.length) return true;
  let stop = to;
  let behind = 0;
  do {
    stop -= 1;
    behind |= signOf(raw.charCodeAt(stop)) & ~GAP.END;
  } while (stop > from && (signOf(raw.charCodeAt(stop)) & GAP.END) === 0);
  // «Справді?», – сказав він. A comma or a lower-case word goes on with the same sentence.
  if ((behind & (GAP.COMMA | GAP.SEMICOLON | GAP.COLON)) !== 0 || (behind & GAP.WHITE) === 0) return false;
  const next = raw.charCodeAt(to);
  if ((behind & GAP.LONG_DASH) !== 0 && !isCapital(next)) return false;
  const startsNew = isCapital(next) || (next >= 48 && next <= 57) || (behind & GAP.OPENING) !== 0;
  // One letter and a full stop is an initial or an abbreviation («С. Лавров», «2025 р.»).
  return startsNew && !(before === 1 && stop === from && raw.charCodeAt(stop) === FULL_STOP);
}

/** Are the units in [from, to) spaces, one at least? */
function isBlank(raw: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (!isSpace(raw.charCodeAt(i))) return false;
  return from < to;
}

/** Is the word one whose full stop ends no sentence («gen.», «np.»)? */
export type IsAbbreviation = (words: Words, word: number) => boolean;

/**
 * Cuts the words of one passage into sentences. Linear in its length.
 * @param spoken the part that belongs to a quotation of several paragraphs
 */
export function parse(words: Words, isAbbreviation: IsAbbreviation = () => false, spoken?: Quote): Syntax {
  const { raw, count } = words;
  const starts = words.starts.slice(0, count);
  const ends = words.ends.slice(0, count);
  const ranks = words.ranks.slice(0, count);
  const between = words.between.slice(0, count + 1);
  const { quotes: paired, ...unpaired } = pairQuotes(words);
  const quotes = spoken ? within(paired, spoken) : paired;
  const gaps = new Array<number>(count + 1).fill(0);
  const sentences = new Array<number>(count).fill(0);
  const quoteOf = new Array<number>(count).fill(-1);

  for (const [index, quote] of quotes.entries()) {
    const first = firstFrom(starts, quote.start);
    let word = first;
    for (; word < count && (ends[word] ?? 0) <= quote.end; word += 1) quoteOf[word] = index;
    if (word > first) {
      gaps[first] = (gaps[first] ?? 0) | GAP.QUOTE_OPEN;
      gaps[word] = (gaps[word] ?? 0) | GAP.QUOTE_CLOSE;
    }
  }

  const bounds: number[] = count > 0 ? [0] : [];
  const isShortened = (word: number, end: number, to: number) =>
    raw.charCodeAt(end) === FULL_STOP && isBlank(raw, end + 1, to) && isAbbreviation(words, word);
  for (let word = 0; word <= count; word += 1) {
    const from = word === 0 ? 0 : (ends[word - 1] ?? 0);
    const to = word === count ? raw.length : (starts[word] ?? 0);
    const previous = word === 0 ? 0 : (starts[word - 1] ?? 0);
    const signs = between[word] ?? 0;
    let bits = (gaps[word] ?? 0) | (signs & GAP.SEEN);
    if ((signs & GAP.UNSURE) !== 0) bits |= resolve(raw, from, to);
    if (
      word > 0 &&
      (signs & GAP.END) !== 0 &&
      endsSentence(raw, from, to, from - previous) &&
      (to >= raw.length || !isShortened(word - 1, from, to))
    )
      bits |= GAP.STOP;
    gaps[word] = bits;
    if (word > 0 && word < count && (bits & GAP.STOP) !== 0) {
      // Only a stop outside quotations starts a new sentence of the text's own.
      const inside = quoteOf[word - 1] ?? -1;
      if (inside < 0 || inside !== quoteOf[word]) {
        const outer = inside >= 0 && (quoteOf[word] ?? -1) >= 0 && overlapping(quotes, inside, quoteOf[word] ?? -1);
        if (!outer) bounds.push(word);
      }
    }
    if (word < count && word - (bounds.at(-1) ?? 0) >= SENTENCE_MAX) bounds.push(word);
    if (word < count) sentences[word] = bounds.length - 1;
  }
  bounds.push(count);
  return { raw, count, starts, ends, ranks, between, gaps, sentences, bounds, quotes, quoteOf, ...unpaired };
}

/** The quotations of a paragraph with a longer one that reaches beyond it. */
function within(quotes: readonly Quote[], spoken: Quote): Quote[] {
  const others = quotes
    .filter(({ closed }) => closed)
    .map((quote) =>
      quote.start >= spoken.start && quote.end <= spoken.end ? { ...quote, depth: quote.depth + 1 } : quote,
    );
  return [...others, spoken].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Does one quotation lie within the other? */
function overlapping(quotes: readonly Quote[], a: number, b: number): boolean {
  const first = quotes[a];
  const second = quotes[b];
  return first !== undefined && second !== undefined && first.start < second.end && second.start < first.end;
}

/** First word of a sentence, of a quoted one too: its capital says nothing. */
export function startsSentence(syntax: Syntax, word: number): boolean {
  return word === 0 || ((syntax.gaps[word] ?? 0) & (GAP.STOP | GAP.QUOTE_OPEN | GAP.COLON)) !== 0;
}
