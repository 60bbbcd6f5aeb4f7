/** Words, sentences, clauses and quotations of one passage, computed once and read by every rule. */
import { fold, IGNORE, isCapital, isElision, isWordCode } from './fold';
import { pairQuotes, type Quote } from './quotes';

/** What lies between two words, as bits. */
export const GAP = {
  COMMA: 1,
  /** A dash between words; a hyphen inside a word is no gap worth a bit. */
  DASH: 2,
  COLON: 4,
  /** End of a sentence, of the text's own or of a quoted one. */
  STOP: 8,
  SEMICOLON: 16,
  BRACKET: 32,
  SLASH: 64,
  QUOTE_OPEN: 128,
  QUOTE_CLOSE: 256,
} as const;

/** Bits that end a clause. */
export const CLAUSE_END = GAP.COMMA | GAP.DASH | GAP.COLON | GAP.STOP | GAP.SEMICOLON | GAP.BRACKET;

/** A sentence of more words is cut: rules that look through a sentence stay linear on text without full stops. */
const SENTENCE_MAX = 400;

export type Syntax = {
  readonly raw: string;
  readonly codes: Uint16Array;
  /** Number of words. */
  readonly count: number;
  /** First unit of each word, and the unit after its last. UTF-16. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** GAP bits before each word; one more entry for what follows the last word. */
  readonly gaps: Int32Array;
  /** Sentence of each word; a quotation of several sentences belongs whole to the sentence around it. */
  readonly sentences: Int32Array;
  /** First word of each sentence, and the number of words at the end. */
  readonly bounds: readonly number[];
  readonly quotes: readonly Quote[];
  /** Marks without a partner in the passage: unit of an opening one, unit after a closing one. */
  readonly opened?: number;
  readonly closed?: number;
  /** Innermost quotation of each word, or -1. */
  readonly quoteOf: Int32Array;
};

/** Words inside the quotation. */
export function wordsIn(syntax: Syntax, span: { start: number; end: number }): { first: number; last: number } {
  return { first: wordFrom(syntax, span.start), last: wordFrom(syntax, span.end) };
}

/** Index of the first word that starts at or after this unit. */
export function wordFrom(syntax: Syntax, at: number): number {
  let low = 0;
  let high = syntax.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((syntax.starts[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words from `first` up to `last`, without it, as a span of the raw text. */
export function spanOf(syntax: Syntax, first: number, last: number): { start: number; end: number } {
  return { start: syntax.starts[first] ?? 0, end: syntax.ends[last - 1] ?? 0 };
}

/** Does the word start with a capital letter? */
export function isCapitalised(syntax: Syntax, word: number): boolean {
  return isCapital(syntax.raw.charCodeAt(syntax.starts[word] ?? 0));
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

function gapBits(raw: string, from: number, to: number): number {
  let bits = 0;
  for (let i = from; i < to; i += 1) {
    switch (raw.charAt(i)) {
      case ',':
        bits |= GAP.COMMA;
        break;
      case '–':
      case '—':
      case '―':
      case '‒':
        bits |= GAP.DASH;
        break;
      case '-':
        if (i + 1 >= to || i === from || /\s/.test(raw.charAt(i + 1)) || /\s/.test(raw.charAt(i - 1))) {
          if (to - from > 1) bits |= GAP.DASH;
        }
        break;
      case ':':
        bits |= GAP.COLON;
        break;
      case ';':
        bits |= GAP.SEMICOLON;
        break;
      case '(':
      case ')':
      case '[':
      case ']':
        bits |= GAP.BRACKET;
        break;
      case '/':
      case '|':
        bits |= GAP.SLASH;
        break;
      case '•':
      case '▪':
      case '\n':
        bits |= GAP.STOP;
        break;
    }
  }
  return bits;
}

/** Does a full stop (or «!», «?», «…») in this gap end a sentence? */
function endsSentence(raw: string, from: number, to: number, previousLength: number): boolean {
  let stop = -1;
  for (let i = from; i < to; i += 1) {
    const char = raw.charAt(i);
    if (char === '.' || char === '!' || char === '?' || char === '…') stop = i;
  }
  if (stop < 0) return false;
  if (to >= raw.length) return true;
  const rest = raw.slice(stop + 1, to);
  // «Справді?», – сказав він. A comma or a lower-case word goes on with the same sentence.
  if (/[,;:]/.test(rest) || !/\s/.test(rest)) return false;
  if (/[–—]/.test(rest) && !isCapital(raw.charCodeAt(to))) return false;
  const next = raw.charCodeAt(to);
  const startsNew = isCapital(next) || (next >= 48 && next <= 57) || /["«“„]/.test(rest);
  // One letter and a full stop is an initial or an abbreviation («С. Лавров», «2025 р.»).
  return startsNew && !(previousLength === 1 && raw.charAt(stop) === '.');
}

/** Marks that may follow an address and are none of it. */
const BEHIND_ADDRESS = /[.,;:!?)\]»”"']/;

/**
 * An address is one word that nobody says: «https://…/neo-nazi-regime» uses no wording.
 * @returns the unit after the address whose first letters lie in [start, end), or `end` where there is none
 */
function addressEnd(raw: string, start: number, end: number): number {
  if (!raw.startsWith('://', end) && !(raw.charAt(end) === '.' && raw.slice(start, end).toLowerCase() === 'www'))
    return end;
  let at = end;
  while (at < raw.length && !/\s/.test(raw.charAt(at))) at += 1;
  while (at > end && BEHIND_ADDRESS.test(raw.charAt(at - 1))) at -= 1;
  return at;
}

/** Is the word in [start, end) one whose full stop ends no sentence («gen.», «np.»)? */
export type IsAbbreviation = (codes: Uint16Array, start: number, end: number) => boolean;

/**
 * Cuts one passage. Linear in its length.
 * @param spoken the part that belongs to a quotation of several paragraphs
 */
export function parse(raw: string, isAbbreviation: IsAbbreviation = () => false, spoken?: Quote): Syntax {
  const codes = fold(raw);
  const { quotes: paired, ...unpaired } = pairQuotes(raw, codes);
  const quotes = spoken ? within(paired, spoken) : paired;
  const startList: number[] = [];
  const endList: number[] = [];
  for (let i = 0; i < raw.length; ) {
    if (!isWordCode(codes[i] ?? 2) || codes[i] === IGNORE) {
      i += 1;
      continue;
    }
    const start = i;
    let end = i;
    for (; i < raw.length && (isWordCode(codes[i] ?? 2) || codes[i] === IGNORE); i += 1) {
      if (isElision(codes, start, i)) {
        i += 1;
        break;
      }
      // An accent that stands by itself belongs to its letter.
      if (codes[i] !== IGNORE || isAccent(raw.charCodeAt(i))) end = i + 1;
    }
    const address = addressEnd(raw, start, i);
    if (address > i) {
      i = address;
      end = address;
    }
    startList.push(start);
    endList.push(end);
  }
  const count = startList.length;
  const starts = Int32Array.from(startList);
  const ends = Int32Array.from(endList);
  const gaps = new Int32Array(count + 1);
  const sentences = new Int32Array(count);
  const quoteOf = new Int32Array(count).fill(-1);

  for (const [index, quote] of quotes.entries()) {
    let first = 0;
    let high = count;
    while (first < high) {
      const middle = (first + high) >> 1;
      if ((starts[middle] ?? 0) < quote.start) first = middle + 1;
      else high = middle;
    }
    let word = first;
    for (; word < count && (ends[word] ?? 0) <= quote.end; word += 1) quoteOf[word] = index;
    if (word > first) {
      gaps[first] = (gaps[first] ?? 0) | GAP.QUOTE_OPEN;
      gaps[word] = (gaps[word] ?? 0) | GAP.QUOTE_CLOSE;
    }
  }

  const bounds: number[] = count > 0 ? [0] : [];
  for (let word = 0; word <= count; word += 1) {
    const from = word === 0 ? 0 : (ends[word - 1] ?? 0);
    const to = word === count ? raw.length : (starts[word] ?? 0);
    let bits = (gaps[word] ?? 0) | gapBits(raw, from, to);
    const previous = word === 0 ? 0 : (starts[word - 1] ?? 0);
    const isShortened = () =>
      raw.charAt(from) === '.' && /^\s+$/.test(raw.slice(from + 1, to)) && isAbbreviation(codes, previous, from);
    if (word > 0 && endsSentence(raw, from, to, from - previous) && (to >= raw.length || !isShortened()))
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
  return { raw, codes, count, starts, ends, gaps, sentences, bounds, quotes, quoteOf, ...unpaired };
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

/** A combining mark, as decomposed text has it. */
const isAccent = (unit: number): boolean => unit >= 0x300 && unit <= 0x36f;

/** First word of a sentence, of a quoted one too: its capital says nothing. */
export function startsSentence(syntax: Syntax, word: number): boolean {
  return word === 0 || ((syntax.gaps[word] ?? 0) & (GAP.STOP | GAP.QUOTE_OPEN | GAP.COLON)) !== 0;
}
