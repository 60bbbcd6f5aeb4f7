/** Every form that a page's tables hold, read off their arrays and not walked as the engine does. */
import { type PackedPhrases, type PackedWords, startsOf, unpack } from '../src/engine/automaton';
import { CHECK, NEXT, SLOT } from '../src/engine/slots';

/** @returns forms by rank, their words joined by one blank */
export function formsIn(tables: { readonly words: PackedWords; readonly phrases: PackedPhrases }): readonly string[] {
  const { words, phrases } = tables;
  const slots = unpack(words.slots, words.width);
  const list: string[] = [];
  const spell = (target: number, word: string): void => {
    if ((target & 1) === 1) list.push(word);
    const base = target >>> 1;
    for (let letter = 1; letter <= words.alphabet.length; letter += 1) {
      const slot = (base + letter) * SLOT;
      if (slots[slot + CHECK] === base) spell(slots[slot + NEXT] ?? 0, word + words.alphabet.charAt(letter - 1));
    }
  };
  spell(2, '');
  list.sort();
  const first = startsOf(unpack(phrases.arcs, phrases.width));
  const opening = [...unpack(phrases.starting, phrases.width)].flatMap((arc, word) => (arc === 0 ? [] : [word]));
  const of = [...opening, ...unpack(phrases.words, phrases.width)];
  const targets = unpack(phrases.targets, phrases.width);
  const forms: string[] = [];
  const join = (state: number, form: readonly string[]): void => {
    for (let arc = first[state] ?? 0; arc < (first[state + 1] ?? 0); arc += 1) {
      const longer = [...form, list[of[arc] ?? 0] ?? ''];
      if (((targets[arc] ?? 0) & 1) === 1) forms.push(longer.join(' '));
      join((targets[arc] ?? 0) >>> 1, longer);
    }
  };
  join(0, []);
  return forms;
}
