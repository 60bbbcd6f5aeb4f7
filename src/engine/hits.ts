/** Every lexicon form in one passage, with what it can mean there. */
import {
  createPhraseFinder,
  createWordFinder,
  joins,
  type PhraseFinder,
  START,
  startsOf,
  unpack,
  type WordFinder,
  withoutPossessive,
} from './automaton';
import { F } from './features';
import { IGNORE, isCapital } from './fold';
import { langBit } from './language';
import { isCapitalised, type Syntax } from './syntax';
import { type EntryColumns, type EntryInfo, LANG_SHIFT, T, type Tables } from './terms';

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

/** The tables, unpacked once. */
export type Lexicon = {
  readonly tables: Tables;
  readonly entries: readonly EntryInfo[];
  readonly words: WordFinder;
  readonly phrases: PhraseFinder;
  readonly sets: Uint16Array | Uint32Array;
  readonly senses: Uint16Array | Uint32Array;
  readonly terms: Uint16Array | Uint32Array;
  readonly features: Uint16Array | Uint32Array;
};

export function openLexicon(tables: Tables): Lexicon {
  return {
    tables,
    entries: readEntries(tables.entries),
    words: createWordFinder(tables.words),
    phrases: createPhraseFinder(tables.phrases),
    sets: unpack(tables.sets, 16),
    senses: startsOf(unpack(tables.senses, 16)),
    terms: unpack(tables.terms, 16),
    features: unpack(tables.features, 32),
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
const ANY_LANGUAGE = new Set<number>([T.NAME, T.ROLE, T.PHRASE]);

const isSameMeaning = (a: Hit, b: Hit) =>
  a.first === b.first && a.last === b.last && a.kind === b.kind && a.ref === b.ref && a.x === b.x;

/** Are all letters of these words capitals (СВО), as an abbreviation's are? */
export function isAllCapitals(syntax: Syntax, first: number): boolean {
  const start = syntax.starts[first] ?? 0;
  let next = start + 1;
  while (syntax.codes[next] === IGNORE) next += 1;
  return isCapital(syntax.raw.charCodeAt(start)) && isCapital(syntax.raw.charCodeAt(next));
}

/** Is the form of these letters an abbreviation in the text's language («gen», «np»)? */
export function isAbbreviation(lexicon: Lexicon, codes: Uint16Array, start: number, end: number): boolean {
  const { termList, lang } = lexicon.tables;
  const word = lexicon.words.rankOf(codes, start, end);
  let found = false;
  if (word < 0) return false;
  lexicon.phrases.step(START, word, (_, rank, final) => {
    if (!final) return;
    const set = lexicon.sets[rank] ?? 0;
    for (let sense = lexicon.senses[set] ?? 0; sense < (lexicon.senses[set + 1] ?? 0); sense += 1) {
      const isOwn = ((lexicon.features[sense] ?? 0) & (langBit(lang) << LANG_SHIFT)) !== 0;
      if (isOwn && termList.kind[lexicon.terms[sense] ?? 0] === T.ABBREVIATION) found = true;
    }
  });
  return found;
}

/**
 * @returns hits by first word, then by length
 */
export function readHits(syntax: Syntax, lexicon: Lexicon): Hit[] {
  const { termList, lang } = lexicon.tables;
  const own = langBit(lang) << LANG_SHIFT;
  const hits: Hit[] = [];

  const report = (rank: number, first: number, last: number, possessive: boolean) => {
    const set = lexicon.sets[rank] ?? 0;
    const to = lexicon.senses[set + 1] ?? 0;
    for (let sense = lexicon.senses[set] ?? 0; sense < to; sense += 1) {
      const bits = lexicon.features[sense] ?? 0;
      const term = lexicon.terms[sense] ?? 0;
      const kind = termList.kind[term] ?? -1;
      const inOwn = (bits & own) !== 0;
      if (!inOwn && !ANY_LANGUAGE.has(kind)) continue;
      if (
        (bits & F.CAPITAL) !== 0 &&
        !(kind === T.PHRASE ? isAllCapitals(syntax, first) : isCapitalised(syntax, first))
      )
        continue;
      if (possessive && !OWNERS.has(kind)) continue;
      const hit: Hit = {
        kind,
        ref: termList.ref[term] ?? 0,
        x: termList.x[term] ?? 0,
        features: bits & GRAMMAR,
        first,
        last,
        possessive,
      };
      // The same meaning in two languages («Лаврова»): the passage's own grammar is the one that holds.
      let twin = hits.length - 1;
      while (twin >= 0 && !isSameMeaning(hits[twin] as Hit, hit))
        twin = (hits[twin] as Hit).first < first ? -1 : twin - 1;
      if (twin < 0) hits.push(hit);
      else if (inOwn) hits[twin] = hit;
    }
  };

  const ranks = new Int32Array(syntax.count).fill(UNREAD);
  const rankAt = (word: number): number => {
    if (ranks[word] === UNREAD)
      ranks[word] = lexicon.words.rankOf(syntax.codes, syntax.starts[word] ?? 0, syntax.ends[word] ?? 0);
    return ranks[word] ?? -1;
  };
  for (let first = 0; first < syntax.count; first += 1) {
    let state: number = START;
    let rank = 0;
    for (let word = first; word < syntax.count; word += 1) {
      const start = syntax.starts[word] ?? 0;
      const end = syntax.ends[word] ?? 0;
      if (word > first && !joins(syntax.codes, syntax.ends[word - 1] ?? 0, start)) break;
      const bare = withoutPossessive(syntax.codes, start, end);
      if (bare < end) {
        lexicon.phrases.step(state, lexicon.words.rankOf(syntax.codes, start, bare), (_, count, final) => {
          if (final) report(rank + count, first, word + 1, true);
        });
      }
      const known = rankAt(word);
      if (known < 0) break;
      const goesOn = lexicon.phrases.step(state, known, (next, count, final) => {
        state = next;
        rank += count;
        if (final) report(rank, first, word + 1, false);
      });
      if (!goesOn) break;
    }
  }
  return hits;
}

/** Kinds that an English «'s» may follow. */
const OWNERS = new Set<number>([T.NAME, T.ROLE, T.SHORT, T.CLASS, T.PHRASE]);
const UNREAD = -2;

/** Hits of one kind that begin at each word: the first of them is enough for most questions. */
export function byWord(hits: readonly Hit[], kinds: readonly number[]): Map<number, Hit[]> {
  const map = new Map<number, Hit[]>();
  for (const hit of hits) {
    if (!kinds.includes(hit.kind)) continue;
    const list = map.get(hit.first);
    if (list) list.push(hit);
    else map.set(hit.first, [hit]);
  }
  return map;
}
