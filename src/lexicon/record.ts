/**
 * The record of all that the lexicon has ever held: `data/ids.tsv`, one id a line, and behind one that was taken out its
 * day and the reason. An entry's own proofs go with it; this line stays. Build time only.
 */
import type { Source } from './read';

/** Where the record lies, under the folder of the lexicon's data. */
export const RECORD = 'ids.tsv';

type Line = { readonly at: number; readonly id: string; readonly day?: string; readonly reason?: string };

const DAY = /^\d{4}-\d\d-\d\d$/;

function linesOf(text: string): readonly Line[] {
  return text.split('\n').flatMap((line, index) => {
    const [id = '', day, reason] = line.split('\t');
    return id === '' ? [] : [{ at: index + 1, id, ...(day !== undefined && { day }), ...(reason && { reason }) }];
  });
}

/** What the record keeps an eye on: entries by their id, lists of hosts by their owner and day, numbered if need be. */
export function idsOf(source: Source): readonly string[] {
  const entries = [...source.outlets, ...source.officials, ...source.others, ...source.narratives].map(({ id }) => id);
  const lists = source.hosts.map(({ entry, date }) => `hosts.${entry}.${date}`);
  const numbered = lists.map((id, at) => {
    const before = lists.slice(0, at).filter((other) => other === id).length;
    return before === 0 ? id : `${id}.${before + 1}`;
  });
  return [...entries, ...numbered];
}

/** Entries that are gone without a word, or came back, one line each: place, what, and how to mend it. */
export function missing(source: Source, text: string): readonly string[] {
  const ids = new Set(idsOf(source));
  return linesOf(text).flatMap(({ at, id, day, reason }) => {
    const place = `${RECORD}:${at}`;
    if (day === undefined)
      return ids.has(id)
        ? []
        : [
            `${place}: ${id}: stood in the lexicon and is in no file any more: bring it back, or write behind it, with tabs between, the day and the reason of its removal`,
          ];
    if (!DAY.test(day) || reason === undefined)
      return [`${place}: ${id}: was taken out: write day and reason, as in «${id}⇥2026-01-31⇥the act was lifted»`];
    return ids.has(id) ? [`${place}: ${id}: was taken out and is never used again: give the entry another id`] : [];
  });
}

/** The record with all ids of today; what it said stays. */
export function recorded(source: Source, text: string): string {
  const lines = text.split('\n').filter((line) => line !== '');
  const known = new Set(linesOf(text).map(({ id }) => id));
  const fresh = idsOf(source).filter((id) => !known.has(id));
  return `${[...lines, ...fresh].sort().join('\n')}\n`;
}
