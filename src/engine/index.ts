/** The door of the engine: tables in, a reader of passages out. Knows no DOM, no browser, no clock. */
import type { Passage, Reading } from './types';

export type Engine = {
  /**
   * Reads the passages of one article in order (pronouns may look back across them).
   * @returns flags and voices in reading order; all offsets are UTF-16, half-open, into `passages[i].text`.
   */
  scan(passages: readonly Passage[]): Reading;
};

/** What the lexicon compiler writes and the engine reads. */
export type Tables = { readonly version: string };

export function createEngine(_tables: Tables): Engine {
  return { scan: () => ({ flags: [], voices: [] }) };
}
