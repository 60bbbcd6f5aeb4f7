/** A sentence of ours in which some words are to look otherwise: `Words [1|that are marked] and others.` */

/** Words with a number are the ones in brackets; others are plain. */
export type Part = { readonly number?: string; readonly words: string };

/** The sentence in parts, in their order. */
export function partsOf(sentence: string): readonly Part[] {
  return sentence.split(/\[(\d\|[^[\]]+)\]/).map((part, at) => {
    if (at % 2 === 0) return { words: part };
    const [number = '', words = ''] = part.split('|');
    return { number, words };
  });
}
