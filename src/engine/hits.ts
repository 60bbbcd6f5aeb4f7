/** Every lexicon form in one passage, with what it can mean there. */
import { type Automaton, createAutomaton, unpack } from './automaton';
import { F } from './features';
import { isCapital } from './fold';
import { langBit } from './language';
import { isCapitalised, type Syntax } from './syntax';
import { LANG_SHIFT, NAME, T, type Tables } from './terms';
import type { Lang } from './types';

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
  readonly automaton: Automaton;
  readonly senses: Uint16Array | Uint32Array;
  readonly terms: Uint16Array | Uint32Array;
  readonly features: Uint16Array | Uint32Array;
};

export function openLexicon(tables: Tables): Lexicon {
  return {
    tables,
    automaton: createAutomaton(tables.automaton),
    senses: unpack(tables.senses, 32),
    terms: unpack(tables.terms, 16),
    features: unpack(tables.features, 32),
  };
}

const GRAMMAR = (1 << LANG_SHIFT) - 1;
/** Names and wordings are the same in a text of any language; cues are words of one. */
const ANY_LANGUAGE = new Set<number>([T.NAME, T.ROLE, T.PHRASE]);

/** Are all letters of these words capitals (СВО), as an abbreviation's are? */
function isAllCapitals(syntax: Syntax, first: number): boolean {
  const start = syntax.starts[first] ?? 0;
  return isCapital(syntax.raw.charCodeAt(start)) && isCapital(syntax.raw.charCodeAt(start + 1));
}

/**
 * @param lang language of the passage: cues of other languages are left out
 * @returns hits by first word, then by length
 */
export function readHits(syntax: Syntax, lexicon: Lexicon, lang: Lang): Hit[] {
  const { termList } = lexicon.tables;
  const own = langBit(lang) << LANG_SHIFT;
  const hits: Hit[] = [];
  for (let word = 0; word < syntax.count; word += 1) {
    const capital = isCapitalised(syntax, word);
    lexicon.automaton.match(syntax.codes, syntax.starts[word] ?? 0, (rank, end, possessive) => {
      let last = word + 1;
      while (last < syntax.count && (syntax.starts[last] ?? 0) < end) last += 1;
      const from = lexicon.senses[rank] ?? 0;
      const to = lexicon.senses[rank + 1] ?? 0;
      for (let sense = from; sense < to; sense += 1) {
        const bits = lexicon.features[sense] ?? 0;
        const term = (lexicon.terms[sense] ?? 0) * 3;
        const kind = termList[term] ?? -1;
        const inOwn = (bits & own) !== 0;
        if (!inOwn && !ANY_LANGUAGE.has(kind)) continue;
        if ((bits & F.CAPITAL) !== 0 && !(kind === T.PHRASE ? isAllCapitals(syntax, word) : capital)) continue;
        if (possessive && kind !== T.NAME && kind !== T.ROLE && kind !== T.SHORT && kind !== T.CLASS && kind !== T.PHRASE) continue;
        const ref = termList[term + 1] ?? 0;
        const x = termList[term + 2] ?? 0;
        // The same meaning in two languages («Лаврова»): the passage's own grammar is the one that holds.
        const twin = hits.findIndex((h) => h.first === word && h.last === last && h.kind === kind && h.ref === ref && h.x === x);
        const hit: Hit = { kind, ref, x, features: bits & GRAMMAR, first: word, last, possessive };
        const known = hits[twin];
        if (!known) hits.push(hit);
        else if (inOwn) hits[twin] = hit;
      }
    });
  }
  return hits;
}

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

export const isWeak = (hit: Hit) => hit.kind === T.NAME && (hit.x & NAME.WEAK) !== 0;
