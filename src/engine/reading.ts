/** One passage, fully looked up: what all rules read. */
import { withoutActs } from './acts';
import { withAspects } from './aspects';
import { withCompanions } from './companions';
import { hasRussianDateline } from './dateline';
import { isCapital } from './fold';
import { grammarOf } from './grammar';
import { bitOf, type Hit, isAbbreviation, type Lexicon, readHits, WordHits } from './hits';
import { findMentions, isAdjacent, type Mention, pickHits } from './mentions';
import { withOffices } from './offices';
import { parseAll } from './paragraphs';
import { GAP, type Syntax } from './syntax';
import { type EntryInfo, GROUP, T } from './terms';
import type { Lang, Passage } from './types';

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
  /** Hits of pattern words by their first word. */
  readonly classes: WordHits;
  /** Hits of each sentence. */
  readonly bySentence: readonly (readonly Hit[])[];
};

/** Kinds that rules look up word by word. */
const FUNCTION_KINDS: ReadonlySet<number> = new Set(
  Object.values(T).filter(
    (kind) => kind !== T.NAME && kind !== T.ROLE && kind !== T.PHRASE && kind !== T.CLASS && kind !== T.GIVEN,
  ),
);
const CLASSES: ReadonlySet<number> = new Set([T.CLASS]);

/** The hit of one of these kinds that begins at this word, if any. */
export function hitAt({ at }: Page, word: number, ...kinds: readonly number[]): Hit | undefined {
  if (!at.mayCover(word, bitsOf(kinds))) return undefined;
  const here = at.get(word);
  if (here) for (const hit of here) if (kinds.includes(hit.kind)) return hit;
  return undefined;
}

/** Longest form of the lexicon, in words. */
const LONGEST = 5;

/** The hit of one of these kinds that covers this word, if any. */
export function hitOver({ at }: Page, word: number, ...kinds: readonly number[]): Hit | undefined {
  if (!at.mayCover(word, bitsOf(kinds))) return undefined;
  for (let first = word; first >= 0 && first > word - LONGEST; first -= 1) {
    const here = at.get(first);
    if (here) for (const hit of here) if (hit.last > word && kinds.includes(hit.kind)) return hit;
  }
  return undefined;
}

function bitsOf(kinds: readonly number[]): number {
  let bits = 0;
  for (const kind of kinds) bits |= bitOf(kind);
  return bits;
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

/** Looks up all passages; two rounds, so that a name in full further down helps a bare family name further up. */
export function readPages(passages: readonly Passage[], lexicon: Lexicon): Page[] {
  const { lang } = lexicon.tables;
  const syntaxes = parseAll(
    passages.map(({ text }) => text),
    (codes, start, end) => isShortened(lexicon, codes, start, end),
  );
  const first = passages.map((passage, index) => {
    const syntax = syntaxes[index] as Syntax;
    return {
      index,
      passage,
      lang,
      syntax,
      hits: readAll(syntax, lexicon),
    };
  });
  const known = new Set<number>();
  const namesakes = new Set<number>();
  /** Faces, channels and labels that each passage names beyond doubt. */
  const circles: Set<number>[] = [];
  const round = first.map(({ syntax, hits }) => {
    const names = pickHits(syntax, hits, known);
    const found = findMentions(syntax, hits, lexicon, names);
    for (const mention of found.mentions) {
      if (!mention.surnameOnly && mention.full && !mention.weak && mention.entry >= 0 && !isInitials(syntax, mention))
        known.add(mention.entry);
    }
    for (const entry of found.namesakes) namesakes.add(entry);
    const isQuoted = (word: number) => ((syntax.gaps[word] ?? 0) & GAP.QUOTE_OPEN) !== 0;
    const isCircle = ({ first, group, weak, surnameOnly, entry }: Mention) =>
      group === GROUP.OUTLET &&
      (!weak || isQuoted(first)) &&
      !surnameOnly &&
      CIRCLE.has(lexicon.entries[entry]?.type ?? '');
    circles.push(new Set(found.mentions.filter(isCircle).map(({ entry }) => entry)));
    return { names, found };
  });
  /** What is known now may prefer other names; where it does not, the first round holds. */
  const again = (index: number): readonly Mention[] => {
    const { syntax, hits } = first[index] as (typeof first)[number];
    const { names, found } = round[index] as (typeof round)[number];
    const better = pickHits(syntax, hits, known);
    const isSame = better.length === names.length && better.every((hit, at) => hit === names[at]);
    return isSame ? found.mentions : findMentions(syntax, hits, lexicon, better).mentions;
  };
  const isHome = lang === 'ru' && isAtHome(first, known, lexicon);
  const isRussian = isHome || hasRussianDateline(first, lexicon);
  const isMine = (mention: Mention, index: number): boolean => {
    if (mention.entry < 0 || known.has(mention.entry)) return true;
    if (mention.surnameOnly)
      return (
        !namesakes.has(mention.entry) &&
        (lexicon.entries[mention.entry]?.surname === 0 ||
          (lexicon.entries[mention.entry]?.surname === 1 && isAmongFaces(mention, circles, index)))
      );
    return !isUnnamedBody(mention, lexicon) || (isRussian && !hasRival(mention, known, lexicon));
  };
  const isRussia = (entry: number): boolean => lexicon.entries[entry]?.group === GROUP.OFFICIAL;
  /** «Медведєв» alone may be a namesake; «в МИДе» of a Russian text may be another state's. */
  const mayBeMeant = (mention: Mention, lang: Lang): boolean => {
    const { surnameOnly, entry } = mention;
    if (!isRussia(entry)) return false;
    if (surnameOnly) return !namesakes.has(entry) && lexicon.entries[entry]?.surname === 1;
    return lang === 'ru' && isUnnamedBody(mention, lexicon) && [...known].some(isRussia);
  };
  return first.map(({ index, passage, lang, syntax, hits }) => {
    const at = new WordHits(syntax.count, hits, FUNCTION_KINDS);
    // «глава МИД ФРГ»: an office or an unnamed body with another country behind it.
    const isAbroad = (mention: Mention) =>
      mention.group === GROUP.OFFICIAL &&
      (mention.form === 'role' || mention.weak) &&
      at.get(mention.last)?.some(({ kind }) => kind === T.FOREIGN) === true &&
      isAdjacent(syntax, mention.last);
    const mentions = again(index).map((mention) => {
      if (isMine(mention, index) && !isAbroad(mention)) return mention;
      const maybe = mayBeMeant(mention, lang) && !isAbroad(mention) ? { maybe: mention.entry } : {};
      return { ...asStranger(mention, lexicon), ...maybe };
    });
    const mentionAt: (Mention | undefined)[] = new Array(syntax.count).fill(undefined);
    for (const mention of mentions) mentionAt.fill(mention, mention.first, mention.last);
    const bySentence: Hit[][] = syntax.bounds.map(() => []);
    for (const hit of hits) bySentence[syntax.sentences[hit.first] ?? 0]?.push(hit);

    const classes = new WordHits(syntax.count, hits, CLASSES);
    return { index, passage, lang, syntax, hits, mentions, mentionAt, at, classes, bySentence };
  });
}

/** The hits of a passage, with what several of them make together. */
function readAll(syntax: Syntax, lexicon: Lexicon): readonly Hit[] {
  const hits = withCompanions(syntax, readHits(syntax, lexicon), lexicon.tables.lang);
  return withOffices(syntax, withAspects(syntax, withoutActs(syntax, hits)), lexicon);
}

/** A word whose full stop ends no sentence; where nouns have capitals, an ordinal as well («am 12. Oktober»). */
function isShortened(lexicon: Lexicon, codes: Uint16Array, start: number, end: number): boolean {
  if (isAbbreviation(lexicon, codes, start, end)) return true;
  const isOrdinal = end - start <= ORDINAL_DIGITS && codes.subarray(start, end).every(isDigit);
  return isOrdinal && grammarOf(lexicon.tables.lang).capitalNouns;
}
const ORDINAL_DIGITS = 2;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Somebody else of the same name or office: «міністерство» may mean this ministry as well. */
function asStranger(mention: Mention, { entries }: Lexicon): Mention {
  const short = mention.surnameOnly ? undefined : entries[mention.entry]?.short;
  return { ...mention, entry: -1, group: GROUP.OTHER, ...(short && { short }) };
}

/** Types of outlets that writers name in one breath with their faces. */
const CIRCLE: ReadonlySet<string> = new Set(['person', 'telegram', 'generic']);
/** So many of them, in this passage and the one before, show whose family name it is. */
const CIRCLE_SIZE = 2;

/** «Соловйов кричав, Скабєєва переконувала … А Кисельов мовчав»: a family name among others of its trade. */
function isAmongFaces({ group }: Mention, circles: readonly ReadonlySet<number>[], index: number): boolean {
  if (group !== GROUP.OUTLET) return false;
  const size = (circles[index]?.size ?? 0) + (circles[index - 1]?.size ?? 0);
  return size >= CIRCLE_SIZE;
}

/** Hits of the sentence that the word stands in. */
export function hitsAround(page: Page, word: number): readonly Hit[] {
  return page.bySentence[page.syntax.sentences[word] ?? 0] ?? [];
}

/** "FSB": initials are another's as well, and name nobody in full. */
function isInitials(syntax: Syntax, { first, last }: Mention): boolean {
  return last - first === 1 && isCapital(syntax.raw.charCodeAt((syntax.starts[first] ?? 0) + 1));
}

/** A ministry named without its country: Ukrainian in the Ukrainian press until the article says otherwise. */
function isUnnamedBody(mention: Mention, lexicon: Lexicon): boolean {
  const info = lexicon.entries[mention.entry];
  return mention.weak && info?.group === GROUP.OFFICIAL && info.type === 'body';
}

/** Is the article about Russia: does it name one of its officials or bodies, or Russia more often than other countries? */
function isAtHome(
  pages: readonly { readonly hits: readonly Hit[] }[],
  known: ReadonlySet<number>,
  { entries }: Lexicon,
): boolean {
  const isOurs = ({ group, type }: EntryInfo) => group === GROUP.OFFICIAL && type !== 'state';
  if ([...known].some((entry) => entries[entry] && isOurs(entries[entry]))) return true;
  const count = (kind: number) => pages.reduce((sum, { hits }) => sum + hits.filter((h) => h.kind === kind).length, 0);
  return count(T.RUSSIAN) > count(T.FOREIGN);
}

/** Does the article name another state's body that the same short reference would fit? */
function hasRival(mention: Mention, known: ReadonlySet<number>, lexicon: Lexicon): boolean {
  const { entries } = lexicon;
  const tags = entries[mention.entry]?.short ?? [];
  return [...known].some((entry) => {
    const info = entries[entry];
    return info?.group === GROUP.OTHER && info.type !== 'person' && info.short.some((tag) => tags.includes(tag));
  });
}
