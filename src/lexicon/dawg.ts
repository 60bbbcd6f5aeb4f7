/** Sorted keys → minimised DAWG → double array, as `engine/automaton.ts` reads it. Build time only. */
import type { PackedAutomaton } from '../engine/automaton';

type State = { id: number; final: boolean; readonly arcs: Map<string, State>; words: number };

/**
 * Incremental construction over sorted keys (Daciuk, Mihov, Watson & Watson 2000):
 * as soon as a key leaves a path, that path can grow no more and is replaced by an equal one where there is one.
 */
function minimise(keys: readonly string[]): State {
  let created = 0;
  const create = (): State => ({ id: created++, final: false, arcs: new Map(), words: 0 });
  const register = new Map<string, State>();
  const root = create();
  const path: { parent: State; letter: string; child: State }[] = [];
  let previous = '';

  const settle = (depth: number) => {
    while (path.length > depth) {
      const { parent, letter, child } = path.pop() as (typeof path)[number];
      const signature = `${child.final ? 1 : 0}|${[...child.arcs].map(([l, s]) => `${l}${s.id}`).join('|')}`;
      const twin = register.get(signature);
      if (twin) parent.arcs.set(letter, twin);
      else register.set(signature, child);
    }
  };

  for (const key of keys) {
    if (key <= previous && previous !== '') throw new Error(`keys must be sorted and unique: ${previous} before ${key}`);
    let common = 0;
    while (common < key.length && common < previous.length && key[common] === previous[common]) common += 1;
    settle(common);
    let state = path.at(-1)?.child ?? root;
    for (const letter of key.slice(common)) {
      const child = create();
      state.arcs.set(letter, child);
      path.push({ parent: state, letter, child });
      state = child;
    }
    state.final = true;
    previous = key;
  }
  settle(0);
  return root;
}

/** All states, children after parents, each once; fills `words` (how many keys can be finished from here). */
function collect(root: State): State[] {
  const seen = new Set<State>();
  const order: State[] = [];
  const visit = (state: State): number => {
    if (seen.has(state)) return state.words;
    seen.add(state);
    order.push(state);
    let words = state.final ? 1 : 0;
    for (const child of state.arcs.values()) words += visit(child);
    state.words = words;
    return words;
  };
  visit(root);
  return order;
}

const toBase64 = (array: Uint16Array | Uint32Array) =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

/** An integer array in the narrowest of the two widths that the engine reads. */
export function packIntegers(values: readonly number[], width: 16 | 32): string {
  return toBase64(width === 16 ? Uint16Array.from(values) : Uint32Array.from(values));
}

/**
 * @param keys folded forms, sorted by UTF-16 unit, unique
 * @returns the automaton; the rank that it reports for a key is the key's index in `keys`
 */
export function packAutomaton(keys: readonly string[]): PackedAutomaton & { readonly states: number; readonly slots: number } {
  const root = minimise(keys);
  const states = collect(root);
  const alphabet = [...new Set(keys.join(''))].sort();
  const classOf = new Map(alphabet.map((char, i) => [char, i + 1]));

  const next: number[] = [];
  const check: number[] = [];
  const count: number[] = [];
  const baseOf = new Map<State, number>();
  const usedBases = new Set<number>();
  const isFree = (slot: number) => (check[slot] ?? 0) === 0;
  let lowest = 1;

  // Wide states first: they are the hardest to place.
  const order = [root, ...states.filter((s) => s !== root).sort((a, b) => b.arcs.size - a.arcs.size)];
  for (const state of order) {
    const letters = [...state.arcs.keys()].map((l) => classOf.get(l) as number);
    let base = state === root ? 1 : lowest;
    while (usedBases.has(base) || letters.some((l) => !isFree(base + l))) base += 1;
    usedBases.add(base);
    baseOf.set(state, base);
    for (const letter of letters) check[base + letter] = base;
    while (usedBases.has(lowest)) lowest += 1;
  }
  for (const state of order) {
    const base = baseOf.get(state) as number;
    let before = state.final ? 1 : 0;
    for (const letter of [...state.arcs.keys()].sort()) {
      const child = state.arcs.get(letter) as State;
      const slot = base + (classOf.get(letter) as number);
      next[slot] = ((baseOf.get(child) as number) << 1) | (child.final ? 1 : 0);
      count[slot] = before;
      before += child.words;
    }
  }
  const slots = Math.max(next.length, check.length) + 1;
  const dense = (values: readonly number[]) => Array.from({ length: slots }, (_, i) => values[i] ?? 0);
  const width = Math.max(...dense(next), ...dense(check), ...dense(count)) < 0x10000 ? 16 : 32;
  return {
    alphabet: alphabet.join(''),
    width,
    next: packIntegers(dense(next), width),
    check: packIntegers(dense(check), width),
    count: packIntegers(dense(count), width),
    states: states.length,
    slots,
  };
}
