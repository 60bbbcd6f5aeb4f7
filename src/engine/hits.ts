/** Every lexicon form in one passage, with what it can mean there. */
import { createPhraseFinder, type PhraseFinder, START, unpack, withoutPossessive } from './automaton';
import { F } from './features';
import { codeOf, fold, IGNORE, isCapital } from './fold';
import { langBit } from './language';
import { Own, type OwnEntry } from './own';
import { isCapitalised, type Syntax } from './syntax';
import { type EntryColumns, type EntryInfo, LANG_SHIFT, LAST, T, type Tables } from './terms';
import { createWordFinder, joins, type WordFinder, type Words } from './words';

/** One meaning of some words of a passage. */
export type Hit = {
  /** A number of T. */
  readonly kind: number;
  /** Entry, class or tag, by kind. */
  readonly ref: number;
  readonly x: number;
  /** Grammar bits of features.ts. */
  readonly features: number;
  /** Words from `first` up to `last`, without it. */
  readonly first: number;
  readonly last: number;
  /** "Putin's": the form is followed by an English possessive. */
  readonly possessive: boolean;
};

/** What is packed, and not kept: its text would take more room than what comes of it. */
type Packed = 'words' | 'phrases' | 'sets' | 'terms' | 'features' | 'entries';

/** The tables, unpacked once. */
export type Lexicon = {
  readonly tables: Omit<Tables, Packed>;
  readonly entries: readonly EntryInfo[];
  /** Index of each entry by its id, of each class by its name. */
  readonly entryOf: ReadonlyMap<string, number>;
  readonly classOf: ReadonlyMap<string, number>;
  readonly words: WordFinder;
  readonly phrases: PhraseFinder;
  readonly sets: Uint16Array | Uint32Array;
  readonly terms: Uint16Array | Uint32Array;
  readonly features: Uint16Array | Uint32Array;
  /** What the reader has added, if anything. */
  readonly own?: Own;
};

/** The lexicon with a reader's own entries behind its own; itself where there are none in its language. */
export function withOwn(lexicon: Lexicon, entries: readonly OwnEntry[]): Lexicon {
  const own = new Own(entries, lexicon.tables.lang, lexicon.entries);
  return own.infos.length === 0 ? lexicon : { ...lexicon, own, entries: [...lexicon.entries, ...own.infos] };
}

export function openLexicon({ words, phrases, sets, terms, features, entries: columns, ...tables }: Tables): Lexicon {
  const entries = readEntries(columns);
  return {
    tables,
    entries,
    entryOf: new Map(entries.map(({ id }, index) => [id, index])),
    classOf: new Map(tables.classes.map((name, index) => [name, index])),
    words: createWordFinder(words),
    phrases: createPhraseFinder(phrases),
    sets: unpack(sets, 16),
    terms: unpack(terms, 16),
    features: unpack(features, 32),
  };
}

function readEntries({ ids, types, groups, genders, shorts, surnames }: EntryColumns): EntryInfo[] {
  const type = types.split(' ');
  return ids.split(' ').map((id, i) => ({
    id,
    type: type[i] ?? '',
    group: groups[i] ?? 0,
    gender: genders[i] ?? 0,
    short: shorts[i] ?? [],
    surname: surnames[i] ?? 0,
  }));
}

const GRAMMAR = (1 << LANG_SHIFT) - 1;
/** Names and wordings are the same in a text of any language; cues are words of one. */
const isOfAnyLanguage = (kind: number) => kind === T.NAME || kind === T.ROLE || kind === T.PHRASE;

/** Are all letters of these words capitals (СВО), as an abbreviation's are? */
export function isAllCapitals(syntax: Syntax, first: number): boolean {
  const start = syntax.starts[first] ?? 0;
  let next = start + 1;
  while (codeOf(syntax.raw.charCodeAt(next)) === IGNORE) next += 1;
  return isCapital(syntax.raw.charCodeAt(start)) && isCapital(syntax.raw.charCodeAt(next));
}

/** Is the word an abbreviation in the text's language («gen», «np»)? */
export function isAbbreviation(lexicon: Lexicon, { ranks }: Words, word: number): boolean {
  const { termList, lang } = lexicon.tables;
  const rank = ranks[word] ?? -1;
  const arc = rank < 0 ? -1 : lexicon.phrases.arcOf(START, rank);
  if (arc < 0 || !lexicon.phrases.isFinal(arc)) return false;
  for (let sense = lexicon.sets[lexicon.phrases.countOf(arc)] ?? 0; ; sense += 1) {
    const bits = lexicon.features[sense] ?? LAST;
    const isOwn = (bits & (langBit(lang) << LANG_SHIFT)) !== 0;
    if (isOwn && termList.kind[lexicon.terms[sense] ?? 0] === T.ABBREVIATION) return true;
    if ((bits & LAST) !== 0) return false;
  }
}

/**
 * @returns hits by first word, then by length
 */
export function readHits(syntax: Syntax, lexicon: Lexicon): Hit[] {
  const { raw, starts, ends, ranks, count } = syntax;
  const { words, phrases } = lexicon;
  const hits: Hit[] = [];
  for (let first = 0; first < count; first += 1) {
    let state: number = START;
    let rank = 0;
    for (let word = first; word < count; word += 1) {
      const start = starts[word] ?? 0;
      const end = ends[word] ?? 0;
      if (word > first && !joins(syntax, word)) break;
      const bare = withoutPossessive(raw, start, end);
      if (bare < end) {
        const arc = phrases.arcOf(state, words.rankOf(fold(raw.slice(start, end)), 0, bare - start));
        if (arc >= 0 && phrases.isFinal(arc))
          addHits(hits, syntax, lexicon, rank + phrases.countOf(arc), first, word + 1, OWNERS);
      }
      const known = ranks[word] ?? -1;
      const arc = known < 0 ? -1 : phrases.arcOf(state, known);
      if (arc < 0) break;
      state = phrases.stateAfter(arc);
      rank += phrases.countOf(arc);
      if (phrases.isFinal(arc)) addHits(hits, syntax, lexicon, rank, first, word + 1);
      if (phrases.isLast(arc)) break;
    }
  }
  return hits;
}

/** Kinds that an English «'s» may follow. */
const OWNERS: ReadonlySet<number> = new Set([T.NAME, T.ROLE, T.SHORT, T.CLASS, T.PHRASE]);

/**
 * Adds what the form of this rank can mean here.
 * @param owners where a possessive follows the form: the kinds that may have one
 */
function addHits(
  hits: Hit[],
  syntax: Syntax,
  { tables, sets, features, terms }: Lexicon,
  rank: number,
  first: number,
  last: number,
  owners?: ReadonlySet<number>,
): void {
  const { termList, lang } = tables;
  const own = langBit(lang) << LANG_SHIFT;
  let bits = 0;
  for (let sense = sets[rank] ?? 0; (bits & LAST) === 0; sense += 1) {
    bits = features[sense] ?? LAST;
    const term = terms[sense] ?? 0;
    const kind = termList.kind[term] ?? -1;
    const inOwn = (bits & own) !== 0;
    if (!inOwn && !isOfAnyLanguage(kind)) continue;
    if ((bits & F.CAPITAL) !== 0 && !(kind === T.PHRASE ? isAllCapitals(syntax, first) : isCapitalised(syntax, first)))
      continue;
    if (owners && !owners.has(kind)) continue;
    const ref = termList.ref[term] ?? 0;
    const x = termList.x[term] ?? 0;
    // The same meaning in two languages («Лаврова»): the passage's own grammar is the one that holds.
    const twin = twinOf(hits, kind, ref, x, first, last);
    if (twin >= 0 && !inOwn) continue;
    const hit: Hit = { kind, ref, x, features: bits & GRAMMAR, first, last, possessive: owners !== undefined };
    if (twin < 0) hits.push(hit);
    else hits[twin] = hit;
  }
}

/** Index of the hit with the same meaning of the same words, or -1; such hits are the last ones. */
function twinOf(hits: readonly Hit[], kind: number, ref: number, x: number, first: number, last: number): number {
  for (let at = hits.length - 1; at >= 0; at -= 1) {
    const hit = hits[at] as Hit;
    if (hit.first !== first || hit.last !== last) return -1;
    if (hit.kind === kind && hit.ref === ref && hit.x === x) return at;
  }
  return -1;
}
