/** A place in a text as editors count: both from 1, columns in UTF-16 units. */
export type LinePlace = { readonly line: number; readonly column: number };

/** Where each line of a text begins, as editors cut it: after a line feed, a carriage return, or both. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/gu)) this.starts.push(index + end.length);
  }

  /** The line and column of this offset (UTF-16). */
  placeOf(offset: number): LinePlace {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }
}
