/**
 * The bare matcher: every form in a text, leftmost first and longest, and nothing else. It is the engine's own fold and
 * its own two automata as they are; what the engine reads besides (gaps, quotations, sentences, senses) is left out.
 */
import {
  createPhraseFinder,
  createWordFinder,
  type PackedPhrases,
  type PackedWords,
  START,
} from '../../src/engine/automaton';
import { BREAK, fold, isWordCode, SPACE } from '../../src/engine/fold';

export type Forms = { readonly words: PackedWords; readonly phrases: PackedPhrases };

/** Finds words in a text: where each begins and ends, one after the other. UTF-16. */
export type Matcher = (text: string) => number[];

/** Unpacks the tables. */
export function createMatcher(forms: Forms): Matcher {
  const words = createWordFinder(forms.words);
  const phrases = createPhraseFinder(forms.phrases);
  return (text) => {
    const codes = fold(text);
    const hits: number[] = [];
    for (let at = 0; at < text.length; ) {
      if (!isWordCode(codes[at] ?? BREAK)) {
        at += 1;
        continue;
      }
      const next = wordEnd(codes, at);
      let longest = next;
      let found = false;
      let state = START;
      for (let start = at, end = next; end > start; ) {
        const word = words.rankOf(codes, start, end);
        const arc = word < 0 ? -1 : phrases.arcOf(state, word);
        if (arc < 0) break;
        if (phrases.isFinal(arc)) {
          longest = end;
          found = true;
        }
        if (codes[end] !== SPACE) break;
        state = phrases.stateAfter(arc);
        start = end + 1;
        end = wordEnd(codes, start);
      }
      if (found) hits.push(at, longest);
      at = longest;
    }
    return hits;
  };
}

function wordEnd(codes: Uint16Array, start: number): number {
  let end = start;
  while (isWordCode(codes[end] ?? BREAK)) end += 1;
  return end;
}
