/** Sorted sequences → minimised DAWG → the packed tables that `engine/automaton.ts` reads. Build time only. */
import type { PackedPhrases, PackedWords } from '../engine/automaton';
import { CHECK, COUNT, NEXT, SLOT } from '../engine/slots';

type State = { readonly id: number; final: boolean; readonly arcs: Map<number, State>; keys: number };

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < a.length && i < b.length; i += 1) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
};

/**
 * Incremental construction over sorted keys (Daciuk, Mihov, Watson & Watson 2000):
 * as soon as a key leaves a path, that path can grow no more and is replaced by an equal one where there is one.
 */
function minimise(keys: readonly (readonly number[])[]): State {
  let created = 0;
  const create = (): State => ({ id: created++, final: false, arcs: new Map(), keys: 0 });
  const register = new Map<string, State>();
  const root = create();
  const path: { parent: State; symbol: number; child: State }[] = [];
  let previous: readonly number[] = [];

  const settle = (depth: number) => {
    while (path.length > depth) {
      const { parent, symbol, child } = path.pop() as (typeof path)[number];
      const signature = `${child.final ? 1 : 0}|${[...child.arcs].map(([s, state]) => `${s}:${state.id}`).join('|')}`;
      const twin = register.get(signature);
      if (twin) parent.arcs.set(symbol, twin);
      else register.set(signature, child);
    }
  };

  for (const key of keys) {
    if (previous.length > 0 && compare(previous, key) >= 0) throw new Error('keys must be sorted and unique');
    let common = 0;
    while (common < key.length && common < previous.length && key[common] === previous[common]) common += 1;
    settle(common);
    let state = path.at(-1)?.child ?? root;
    for (const symbol of key.slice(common)) {
      const child = create();
      state.arcs.set(symbol, child);
      path.push({ parent: state, symbol, child });
      state = child;
    }
    state.final = true;
    previous = key;
  }
  settle(0);
  return root;
}

/** All states, each once, the root first; fills `keys` (how many keys can be finished from a state). */
function collect(root: State): State[] {
  const seen = new Set<State>();
  const visit = (state: State): number => {
    if (seen.has(state)) return state.keys;
    seen.add(state);
    let keys = state.final ? 1 : 0;
    for (const child of state.arcs.values()) keys += visit(child);
    state.keys = keys;
    return keys;
  };
  visit(root);
  return [...seen];
}

/** How many keys come before those that go on with each symbol, in symbol order: the parts of a perfect hash. */
function* ranked(state: State): Generator<readonly [symbol: number, child: State, before: number]> {
  let before = state.final ? 1 : 0;
  for (const [symbol, child] of [...state.arcs].sort(([a], [b]) => a - b)) {
    yield [symbol, child, before];
    before += child.keys;
  }
}

const widthOf = (...lists: readonly (readonly number[])[]): 16 | 32 => {
  const largest = lists.flat().reduce((most, value) => Math.max(most, value ?? 0), 0);
  return largest < 0x10000 ? 16 : 32;
};

/** The values, 0 where there is none. */
const dense = (values: readonly number[], length: number) => Array.from({ length }, (_, i) => values[i] ?? 0);

/** Integers as base64, little-endian, 16 or 32 bits each. */
export function packIntegers(values: readonly number[], width: 16 | 32): string {
  const most = 2 ** width;
  if (values.some((value) => value >= most)) throw new RangeError(`a table of ${width} bits is too small: widen it`);
  const array = width === 16 ? Uint16Array.from(values) : Uint32Array.from(values);
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
}

/**
 * Words as a double array: from a state with base b, letter class c leads through slot b + c.
 * @param words folded, sorted by UTF-16 unit, unique; the rank that the automaton reports is the index here
 */
export function packWords(words: readonly string[]): PackedWords {
  const root = minimise(words.map((word) => [...word].map((char) => char.charCodeAt(0))));
  const states = collect(root);
  const alphabet = [...new Set(words.join(''))].sort();
  const classOf = new Map(alphabet.map((char, i) => [char.charCodeAt(0), i + 1]));

  const next: number[] = [];
  const check: number[] = [];
  const count: number[] = [];
  const baseOf = new Map<State, number>();
  const usedBases = new Set<number>();
  // Next free slot at or after a taken one, with paths shortened: first fit without walking the full part again.
  const skipTo: number[] = [];
  const firstFree = (from: number): number => {
    let slot = from;
    while (skipTo[slot] !== undefined) slot = skipTo[slot] as number;
    for (let at = from; at !== slot; ) {
      const onward = skipTo[at] as number;
      skipTo[at] = slot;
      at = onward;
    }
    return slot;
  };

  // Wide states first: they are the hardest to place.
  const order = [root, ...states.filter((s) => s !== root).sort((a, b) => b.arcs.size - a.arcs.size)];
  for (const state of order) {
    const letters = [...state.arcs.keys()].map((symbol) => classOf.get(symbol) as number).sort((a, b) => a - b);
    const lowest = letters[0] ?? 1;
    let slot = firstFree(lowest + 1);
    const fits = (base: number) =>
      !usedBases.has(base) && letters.every((letter) => check[base + letter] === undefined);
    while (state !== root && !fits(slot - lowest)) slot = firstFree(slot + 1);
    const base = state === root ? 1 : slot - lowest;
    usedBases.add(base);
    baseOf.set(state, base);
    for (const letter of letters) {
      check[base + letter] = base;
      skipTo[base + letter] = base + letter + 1;
    }
  }
  for (const state of order) {
    const base = baseOf.get(state) as number;
    for (const [symbol, child, before] of ranked(state)) {
      const slot = base + (classOf.get(symbol) as number);
      next[slot] = ((baseOf.get(child) as number) << 1) | (child.final ? 1 : 0);
      count[slot] = before;
    }
  }
  // Room for any letter behind any base: the reader of words asks without looking how many there are.
  const slots: number[] = new Array((check.length + alphabet.length + 1) * SLOT).fill(0);
  for (const [part, values] of [[CHECK, check] as const, [COUNT, count] as const, [NEXT, next] as const])
    for (const [slot, value] of values.entries()) slots[slot * SLOT + part] = value ?? 0;
  const width = widthOf(slots);
  return { alphabet: alphabet.join(''), width, slots: packIntegers(slots, width) };
}

/**
 * Phrases as sorted arcs between states. A phrase is a list of words' ranks.
 * @param phrases sorted by rank, unique; the rank that the automaton reports is the index here
 */
export function packPhrases(phrases: readonly (readonly number[])[]): PackedPhrases {
  const root = minimise(phrases);
  const states = collect(root);
  const index = new Map(states.map((state, i) => [state, i]));
  const arcs: number[] = [];
  const starting: number[] = [];
  const words: number[] = [];
  const targets: number[] = [];
  const counts: number[] = [];
  for (const state of states) {
    const before = targets.length;
    for (const [word, child, count] of ranked(state)) {
      if (state === root) starting[word] = targets.length + 1;
      else words.push(word);
      targets.push(((index.get(child) as number) << 1) | (child.final ? 1 : 0));
      counts.push(count);
    }
    arcs.push(targets.length - before);
  }
  const width = widthOf(arcs, starting, words, targets, counts);
  return {
    width,
    arcs: packIntegers(arcs, width),
    starting: packIntegers(dense(starting, starting.length), width),
    words: packIntegers(words, width),
    targets: packIntegers(targets, width),
    counts: packIntegers(counts, width),
  };
}

/** Sorts phrases as `packPhrases` wants them. */
export const sortPhrases = <Item>(items: readonly Item[], phraseOf: (item: Item) => readonly number[]): Item[] =>
  [...items].sort((a, b) => compare(phraseOf(a), phraseOf(b)));
