/** What dictionaries answer. */
import type { Lexeme } from '../../src/lexicon/paradigms';

export type Found = {
  /** Citation form in the dictionary; the key in the file of paradigms. */
  readonly lemma: string;
  readonly lexeme: Lexeme;
  /** True for words that a dictionary does not list and that were declined by their ending. */
  readonly guessed?: true;
};

/** Drops lexemes that two entries or two spellings share. */
export function distinct<T extends Found>(found: readonly T[]): readonly T[] {
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}
