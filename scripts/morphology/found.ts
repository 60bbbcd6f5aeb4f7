/** What dictionaries answer. */
import type { Lexeme } from '../../src/lexicon/paradigms';

export type Found = {
  /** Citation form in the dictionary; the key in the file of paradigms. */
  readonly lemma: string;
  readonly lexeme: Lexeme;
  /** True for words that a dictionary does not list and that were declined by their ending. */
  readonly guessed?: true;
};
