/** One mark in one place as a number: enough to know it again, nothing to read back. */

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * FNV-1a, 64 bits, over host, entry and sentence.
 * @param sentence folded here: case, white space and invisible characters change nothing
 */
export function placeOf(host: string, entry: string, sentence: string): string {
  const bytes = new TextEncoder().encode(`${host}\n${entry}\n${fold(sentence)}`);
  let hash = OFFSET;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}

function fold(sentence: string): string {
  return sentence
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
