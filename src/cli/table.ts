import { printable } from './printable';

/** A column: its heading, and on which side its cells are padded. */
export type Column = { readonly head: string; readonly align: 'left' | 'right' };

const GAP = '  ';
/** The last column is not cut below this, however narrow the window. */
const LAST_MIN = 24;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const WIDE = /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u;

/** Lines with aligned columns, heading first. `width`: cells of the terminal, beyond which the last column is cut. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width = Infinity): string {
  const cells = [columns.map(({ head }) => head), ...rows.map((row) => row.map(printable))];
  const widths = columns.map((_, c) => Math.max(...cells.map((row) => cellWidth(row[c] ?? ''))));
  const last = columns.length - 1;
  const before = widths.slice(0, last).reduce((sum, w) => sum + w + GAP.length, 0);
  const room = Math.max(LAST_MIN, width - before);
  return cells
    .map((row) => {
      const line = columns.map(({ align }, c) => {
        const cell = c === last ? cut(row[c] ?? '', room) : (row[c] ?? '');
        const padding = ' '.repeat(Math.max(0, (widths[c] ?? 0) - cellWidth(cell)));
        return align === 'right' ? padding + cell : cell + padding;
      });
      return line.join(GAP).trimEnd();
    })
    .join('\n');
}

/** Terminal cells that the text takes: a letter with its accents is one, an emoji or an ideograph two. */
export function cellWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

function cut(text: string, room: number): string {
  if (cellWidth(text) <= room) return text;
  let kept = '';
  let width = 1;
  for (const { segment } of graphemes.segment(text)) {
    width += cellWidth(segment);
    if (width > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
