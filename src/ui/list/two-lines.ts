import type { Row } from '../../shared/messages';

/** A row has room for about this many letters before the marked words end; measured at 360 px in Ukrainian. */
const LEAD_MAX = 72;
/** What is left of the sentence before the mark is worth showing only from here on. */
const BEFORE_MIN = 12;

/** Cuts the beginning of the sentence so that the marked words stand within the two lines that a row shows. */
export function twoLines(row: Row): Row {
  const room = Math.max(BEFORE_MIN, LEAD_MAX - row.mark.length);
  if (row.before.length <= room) return row;
  const tail = row.before.slice(-room);
  // From the next word on, unless that would leave next to nothing.
  const word = tail.search(/\s/);
  return { ...row, before: `…${word >= 0 && word < room - 1 ? tail.slice(word + 1) : tail}` };
}
