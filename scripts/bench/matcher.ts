/**
 * The bare matcher: every form in a text, leftmost first and longest, and nothing else. It is the engine's own reader of
 * words and its own automaton of phrases; what the engine reads besides (gaps, quotations, sentences, meanings) is left out.
 */
import { createPhraseFinder, type PackedPhrases, type PackedWords, START } from '../../src/engine/automaton';
import { createWordFinder, joins } from '../../src/engine/words';

export type Forms = { readonly words: PackedWords; readonly phrases: PackedPhrases };

/** Finds words in a text: where each begins and ends, one after the other. UTF-16. */
export type Matcher = (text: string) => number[];

/** Unpacks the tables. */
export function createMatcher(forms: Forms): Matcher {
  const finder = createWordFinder(forms.words);
  const phrases = createPhraseFinder(forms.phrases);
  return (text) => {
    const found = finder.read(text);
    const { count, starts, ends, ranks } = found;
    const hits: number[] = [];
    for (let first = 0; first < count; first += 1) {
      let rank = ranks[first] as number;
      if (rank < 0) continue;
      let arc = phrases.arcOf(START, rank);
      let last = -1;
      for (let word = first; arc >= 0; ) {
        if (phrases.isFinal(arc)) last = word;
        if (phrases.isLast(arc)) break;
        word += 1;
        rank = word < count ? (ranks[word] as number) : -1;
        if (rank < 0 || !joins(found, word)) break;
        arc = phrases.arcOf(phrases.stateAfter(arc), rank);
      }
      if (last < 0) continue;
      hits.push(starts[first] as number, ends[last] as number);
      first = last;
    }
    return hits;
  };
}
