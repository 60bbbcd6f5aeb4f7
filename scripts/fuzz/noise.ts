/** Signs that a reader does not see, put into words. */
const UNSEEN = [
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202c',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u2069',
  '\u061c',
  '\ufeff',
  '\ufe0f',
] as const;

const NOISE = new RegExp(`[${UNSEEN.join('')}]`, 'g');
/** Between two letters of scripts that the lexicon has: nothing of the text's own stands there. */
const GAPS = /(?<=[A-Za-z\u00c0-\u024f\u0400-\u0482\u048a-\u052f])(?=[A-Za-z\u00c0-\u024f\u0400-\u0482\u048a-\u052f])/g;

/** The text with unseen signs in about every third place within words; always the same for the same text. */
export function noisy(text: string): string {
  let state = text.length + 1;
  return text.replace(GAPS, () => {
    // Numerical Recipes' generator: any would do.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 30 === 0 ? (UNSEEN[(state >>> 8) % UNSEEN.length] ?? '') : '';
  });
}

export const withoutNoise = (text: string): string => text.replace(NOISE, '');
