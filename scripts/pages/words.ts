/** Two texts compared as bags of words. */

/** Shares of 0 to 1: `recall` of the expected words that were collected, `precision` of the collected ones expected. */
export type Shares = { readonly recall: number; readonly precision: number };

export function compare(collected: string, expected: string): Shares {
  const ours = bag(collected);
  const theirs = bag(expected);
  let common = 0;
  for (const [word, count] of ours) common += Math.min(count, theirs.get(word) ?? 0);
  return { recall: share(common, size(theirs)), precision: share(common, size(ours)) };
}

function bag(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const size = (words: ReadonlyMap<string, number>): number => [...words.values()].reduce((sum, count) => sum + count, 0);
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
