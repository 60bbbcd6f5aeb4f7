/** Hits of one passage by their words. Rules ask for a word's hits more often than for anything else. */
import type { Hit } from './hits';
import { KIND_COUNT } from './terms';

/** Kinds by their number: asked for each hit, where a Set is slow. */
export type Kinds = readonly boolean[];
export const kindsOf = (...kinds: readonly number[]): Kinds =>
  Array.from({ length: KIND_COUNT }, (_, kind) => kinds.includes(kind));
const ALL: Kinds = new Array<boolean>(KIND_COUNT).fill(true);

/** Hits by the word that they begin at, with a quick answer where there is nothing to find. */
export class WordHits {
  private readonly lists: readonly (readonly Hit[] | undefined)[];
  /** Kinds of the hits that cover each word, as bits; kinds share them. */
  private readonly covers: readonly number[];
  /** Kinds of all hits, as bits. */
  private readonly all: number;

  /**
   * @param count words of the passage
   * @param kinds the kinds that are kept; all of them where it is missing
   */
  constructor(count: number, hits: readonly Hit[], kinds: Kinds = ALL) {
    const lists = new Array<Hit[] | undefined>(count + 1).fill(undefined);
    const covers = new Array<number>(count + 1).fill(0);
    let all = 0;
    // Counted loops here and below: code that runs for the first time walks an iterator several times slower.
    for (let at = 0; at < hits.length; at += 1) {
      const hit = hits[at] as Hit;
      const { kind, first, last } = hit;
      if (kinds[kind] !== true) continue;
      const list = lists[first];
      if (list) list.push(hit);
      else lists[first] = [hit];
      const bit = bitOf(kind);
      all |= bit;
      for (let word = first; word < last; word += 1) covers[word] = (covers[word] as number) | bit;
    }
    this.lists = lists;
    this.covers = covers;
    this.all = all;
  }

  get(word: number): readonly Hit[] | undefined {
    return word >= 0 ? this.lists[word] : undefined;
  }

  has(word: number): boolean {
    return this.get(word) !== undefined;
  }

  /** The first hit of one of these kinds that begins at the word and ends behind `end`. */
  find(word: number, kinds: readonly number[], end: number): Hit | undefined {
    const here = word >= 0 ? this.lists[word] : undefined;
    if (here === undefined) return undefined;
    for (let at = 0; at < here.length; at += 1) {
      const hit = here[at] as Hit;
      if (hit.last > end && kinds.includes(hit.kind)) return hit;
    }
    return undefined;
  }

  /** May there be a hit of this kind anywhere? */
  mayHave(kind: number): boolean {
    return (this.all & bitOf(kind)) !== 0;
  }

  /** May a hit of one of these kinds cover the word? */
  mayCover(word: number, kinds: readonly number[]): boolean {
    const covers = word >= 0 ? (this.covers[word] ?? 0) : 0;
    if (covers === 0) return false;
    for (let at = 0; at < kinds.length; at += 1) if ((covers & bitOf(kinds[at] as number)) !== 0) return true;
    return false;
  }
}

/** The bit of each kind in `covers`; more bits would be no small integers. */
const BITS: readonly number[] = Array.from({ length: KIND_COUNT }, (_, kind) => 1 << (kind % 30));
const bitOf = (kind: number): number => BITS[kind] ?? 0;
