import type { ElementPlace } from './html';
import type { Format } from './input';
import { Lines } from './lines';
import type { Mark } from './spans';

/** A mark, and for a page the place in it. */
export type PlacedMark = Mark & { readonly at?: ElementPlace };

/** A text, a page or a record of a feed, read. */
export type Scanned = {
  /** As the reader gave it; `-` is the standard input. */
  readonly file: string;
  readonly format: Format;
  /** Records only: its id, and its line in the feed from 1. */
  readonly record?: { readonly id: string | number; readonly line: number };
  /** What offsets of marks point into (UTF-16, half-open). */
  readonly text: string;
  readonly marks: readonly PlacedMark[];
};

/** Line and column (from 1) of each mark in its file; a record's line, where the text is a field of it. */
export function linesOf({
  format,
  record,
  text,
  marks,
}: Scanned): { readonly line?: number; readonly column?: number }[] {
  if (record) return marks.map(() => ({ line: record.line }));
  if (format === 'html') {
    return marks.map(({ at }) => (at?.line && at.column ? { line: at.line, column: at.column } : {}));
  }
  const lines = new Lines(text);
  return marks.map(({ span }) => lines.placeOf(span.start));
}
