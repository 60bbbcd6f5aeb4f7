/** One passage, fully looked up: what all rules read. */
import { withoutActs } from './acts';
import { withAspects } from './aspects';
import { withCompanions } from './companions';
import { grammarOf } from './grammar';
import { type Hit, isAbbreviation, type Lexicon, readHits } from './hits';
import { type Draft, Known } from './known';
import { isAdjacent, type Mention } from './mentions';
import { withOffices } from './offices';
import { parseAll } from './paragraphs';
import type { Steps } from './steps';
import { GAP, type Syntax } from './syntax';
import { GROUP, T } from './terms';
import type { Lang, Passage } from './types';
import { kindsOf, WordHits } from './word-hits';
import type { Words } from './words';

export type Page = {
  readonly index: number;
  readonly passage: Passage;
  readonly lang: Lang;
  readonly syntax: Syntax;
  readonly hits: readonly Hit[];
  readonly mentions: readonly Mention[];
  /** Mention that covers each word, or undefined. */
  readonly mentionAt: readonly (Mention | undefined)[];
  /** Hits of function words by their first word. */
  readonly at: WordHits;
  /** Hits of each sentence. */
  readonly bySentence: readonly (readonly Hit[])[];
};

/** Kinds that rules look up word by word. */
const FUNCTION_KINDS = kindsOf(T.NAME, T.ROLE, T.PHRASE, T.CLASS, T.GIVEN).map((isOther) => !isOther);

/** The hit of one of these kinds that begins at this word, if any. */
export function hitAt({ at }: Page, word: number, ...kinds: readonly number[]): Hit | undefined {
  return at.find(word, kinds, word);
}

/** Longest form of the lexicon, in words. */
const LONGEST = 5;

/** The hit of one of these kinds that covers this word, if any. */
export function hitOver({ at }: Page, word: number, ...kinds: readonly number[]): Hit | undefined {
  if (!at.mayCover(word, kinds)) return undefined;
  for (let first = word; first >= 0 && first > word - LONGEST; first -= 1) {
    const hit = at.find(first, kinds, word);
    if (hit) return hit;
  }
  return undefined;
}

/** Does a reported clause begin here («, що …», "that …")? In uk and ru a comma stands before it. */
export function opensReport(page: Page, word: number): boolean {
  return (
    hitAt(page, word, T.THAT) !== undefined &&
    (!grammarOf(page.lang).commaBeforeThat || ((page.syntax.gaps[word] ?? 0) & GAP.COMMA) !== 0)
  );
}

/** Does a relative clause begin here? Where articles look alike, a comma stands before it, or before its preposition. */
export function opensRelative(page: Page, word: number): boolean {
  if (!hitAt(page, word, T.RELATIVE)) return false;
  const { gaps } = page.syntax;
  if (!grammarOf(page.lang).articles) return true;
  if (((gaps[word] ?? 0) & GAP.COMMA) !== 0) return true;
  // «…, mit dem sie sprach»: a preposition may stand before it; in «…, sagte der Minister» it is an article.
  const before = word - 1;
  return before >= 0 && ((gaps[before] ?? 0) & GAP.COMMA) !== 0 && hitAt(page, before, T.SAY, T.REPORT) === undefined;
}

/** Looks up all passages, in steps; in two rounds, since what is named further down helps further up. */
export function* readPages(passages: readonly Passage[], lexicon: Lexicon): Steps<Page[]> {
  const syntaxes = yield* parseAll(
    passages.map(({ text }) => text),
    lexicon.words,
    (words, word) => isShortened(lexicon, words, word),
  );
  const known = new Known(lexicon);
  const drafts: Draft[] = [];
  for (const syntax of syntaxes) {
    const hits = readAll(syntax, lexicon);
    yield;
    drafts.push(known.look(syntax, hits));
    yield;
  }
  const pages: Page[] = [];
  for (const [index, draft] of drafts.entries()) {
    pages.push(pageOf(index, passages[index] as Passage, draft, known, lexicon));
    yield;
  }
  return pages;
}

function pageOf(index: number, passage: Passage, draft: Draft, known: Known, lexicon: Lexicon): Page {
  const { syntax, hits } = draft;
  const at = new WordHits(syntax.count, hits, FUNCTION_KINDS);
  // «глава МИД ФРГ»: an office or an unnamed body with another country behind it.
  const isAbroad = (mention: Mention) =>
    mention.group === GROUP.OFFICIAL &&
    (mention.form === 'role' || mention.weak) &&
    at.get(mention.last)?.some(({ kind }) => kind === T.FOREIGN) === true &&
    isAdjacent(syntax, mention.last);
  const mentions = known.mentionsOf(draft).map((mention) => {
    if (known.isMeant(mention, index) && !isAbroad(mention)) return mention;
    const maybe = known.mayBeMeant(mention) && !isAbroad(mention) ? { maybe: mention.entry } : {};
    return { ...asStranger(mention, lexicon), ...maybe };
  });
  const mentionAt: (Mention | undefined)[] = new Array(syntax.count).fill(undefined);
  for (const mention of mentions) mentionAt.fill(mention, mention.first, mention.last);
  const bySentence: Hit[][] = syntax.bounds.map(() => []);
  for (const hit of hits) bySentence[syntax.sentences[hit.first] ?? 0]?.push(hit);
  return { index, passage, lang: lexicon.tables.lang, syntax, hits, mentions, mentionAt, at, bySentence };
}

/** The hits of a passage, with what several of them make together. */
function readAll(syntax: Syntax, lexicon: Lexicon): readonly Hit[] {
  const known = readHits(syntax, lexicon);
  const hits = withCompanions(syntax, lexicon.own?.join(syntax, known) ?? known, lexicon.tables.lang);
  return withOffices(syntax, withAspects(syntax, withoutActs(syntax, hits)), lexicon);
}

/** A word whose full stop ends no sentence; where nouns have capitals, an ordinal as well («am 12. Oktober»). */
function isShortened(lexicon: Lexicon, words: Words, word: number): boolean {
  if (isAbbreviation(lexicon, words, word)) return true;
  if (!grammarOf(lexicon.tables.lang).capitalNouns) return false;
  return /^\d{1,2}$/.test(words.raw.slice(words.starts[word], words.ends[word]));
}

/** Somebody else of the same name or office: «міністерство» may mean this ministry as well. */
function asStranger(mention: Mention, { entries }: Lexicon): Mention {
  const short = mention.surnameOnly ? undefined : entries[mention.entry]?.short;
  return { ...mention, entry: -1, group: GROUP.OTHER, ...(short && { short }) };
}

/** Hits of the sentence that the word stands in. */
export function hitsAround(page: Page, word: number): readonly Hit[] {
  return page.bySentence[page.syntax.sentences[word] ?? 0] ?? [];
}
