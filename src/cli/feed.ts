/** A feed in pieces of whole lines, so that no more than some of it is in memory, however long it is. */
import * as v from 'valibot';
import type { Input } from './input';
import { LINE_MAX_BYTES, type Shape } from './ndjson';

/** One line of a feed. Fields that are not named here are the reader's own and are left alone. */
export const STORY = {
  schema: v.looseObject({
    id: v.union([v.string(), v.number()]),
    lang: v.nullish(v.string()),
    title: v.nullish(v.string()),
    text: v.string(),
  }),
  mends: {
    id: 'must be a string or a number: give each record its own id',
    lang: 'must be a language code such as "uk", or be left out',
    title: 'must be a string, or be left out',
    text: 'must be a string: put the text of the news there',
  },
} satisfies Shape<unknown>;

/** Lines of a feed, the last of them with its line feed unless the feed ends there. */
export type Lot = { readonly name: string; readonly firstLine: number; readonly bytes: Uint8Array };

const NEWLINE = 10;

/** Cuts a feed where chunks of it come in, at the last line feed of each. */
export async function* lotsOf(input: Input): AsyncGenerator<Lot> {
  let firstLine = 1;
  /** The line that is not at its end yet. Of one that is too long anyway, no more is kept than shows that it is. */
  let open: Uint8Array[] = [];
  let size = 0;
  const keep = (piece: Uint8Array): void => {
    const room = LINE_MAX_BYTES + 1 - size;
    if (piece.length === 0 || room <= 0) return;
    open.push(piece.subarray(0, room));
    size += Math.min(piece.length, room);
  };
  const lot = (last: Uint8Array): Lot => {
    keep(last);
    const made = { name: input.name, firstLine, bytes: Buffer.concat(open) };
    open = [];
    size = 0;
    return made;
  };
  for await (const chunk of input.open()) {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      const first = chunk.indexOf(NEWLINE) + 1;
      // The open line alone may be too long; the lines after it are whole.
      yield lot(chunk.subarray(0, first));
      firstLine += 1;
      if (end > first) {
        yield { name: input.name, firstLine, bytes: chunk.subarray(first, end) };
        firstLine += countLines(chunk.subarray(first, end));
      }
    }
    keep(chunk.subarray(end));
  }
  if (size > 0) yield lot(new Uint8Array());
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
