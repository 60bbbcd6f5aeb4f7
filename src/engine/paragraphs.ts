/** Quotations that run over several paragraphs: an opening mark in one, its partner in another. */
import type { Quote } from './quotes';
import type { Steps } from './steps';
import { type IsAbbreviation, parse, type Syntax } from './syntax';
import type { WordFinder } from './words';

/** A quotation is followed over at most this many paragraphs; farther off, a mark was lost. */
const REACH = 5;
/** A paragraph with a quotation of its own of this many units is not within another. */
const OWN_SPEECH = 30;

/** Cuts the passages of one article, one a step. */
export function* parseAll(
  texts: readonly string[],
  words: WordFinder,
  isAbbreviation: IsAbbreviation,
): Steps<Syntax[]> {
  const syntaxes: Syntax[] = [];
  for (const text of texts) {
    syntaxes.push(parse(words.read(text), isAbbreviation));
    yield;
  }
  for (let index = 0; index < syntaxes.length; index += 1) {
    const opened = syntaxes[index]?.opened;
    const end = opened === undefined ? undefined : closingParagraph(syntaxes, index);
    if (opened === undefined || end === undefined) continue;
    for (let at = index; at <= end; at += 1) {
      const syntax = syntaxes[at] as Syntax;
      const { raw, closed } = syntax;
      const quote: Quote = {
        start: at === index ? opened : 0,
        end: at === end ? (closed ?? raw.length) : raw.length,
        depth: 0,
        closed: false,
      };
      syntaxes[at] = parse(syntax, isAbbreviation, quote);
      yield;
    }
    index = end;
  }
  return syntaxes;
}

/** The paragraph whose closing mark has no partner in it, if what lies between can be one speech. */
function closingParagraph(syntaxes: readonly Syntax[], from: number): number | undefined {
  for (let at = from + 1; at < syntaxes.length && at <= from + REACH; at += 1) {
    const { closed, opened, quotes } = syntaxes[at] as Syntax;
    if (opened === 0 || opened === 1) return undefined; // each paragraph opens anew: none needs a partner
    if (quotes.some(({ start, end }) => end - start >= OWN_SPEECH && start < (closed ?? end))) return undefined;
    if (closed !== undefined) return at;
    if (opened !== undefined) return undefined;
  }
  return undefined;
}
