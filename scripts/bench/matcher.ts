/**
 * The bare matcher: every form in a text, leftmost first and longest, and nothing else. It is the engine's own reader of
 * words and its own automaton of phrases; what the engine reads besides (gaps, quotations, sentences, meanings) is left out.
 */
import { createPhraseFinder, joins, type PackedPhrases, type PackedWords, START } from '../../src/engine/automaton';
import { createWordFinder } from '../../src/engine/words';

export type Forms = { readonly words: PackedWords; readonly phrases: PackedPhrases };

/** Finds words in a text: where each begins and ends, one after the other. UTF-16. */
export type Matcher = (text: string) => number[];

/** Unpacks the tables. */
export function createMatcher(forms: Forms): Matcher {
  const finder = createWordFinder(forms.words);
  const phrases = createPhraseFinder(forms.phrases);
  return (text) => {
    const { codes, count, starts, ends, ranks } = finder.read(text);
    const hits: number[] = [];
    for (let first = 0; first < count; ) {
      let state = START;
      let last = -1;
      for (let word = first; word < count; word += 1) {
        if (word > first && !joins(codes, ends[word - 1] ?? 0, starts[word] ?? 0)) break;
        const known = ranks[word] ?? -1;
        const arc = known < 0 ? -1 : phrases.arcOf(state, known);
        if (arc < 0) break;
        if (phrases.isFinal(arc)) last = word;
        state = phrases.stateAfter(arc);
      }
      if (last >= 0) hits.push(starts[first] ?? 0, ends[last] ?? 0);
      first = Math.max(first, last) + 1;
    }
    return hits;
  };
}
