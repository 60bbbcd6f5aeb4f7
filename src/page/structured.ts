/** What a page says of itself in JSON-LD. Written by strangers: sizes and numbers are bounded, nothing throws. */
import { textOf } from './dom';

/** Where a page says it. */
export const DATA = 'script[type="application/ld+json"]';
/** Longest script that is worth parsing. UTF-16 units. */
const DATA_MAX = 200_000;
/** Most things that are looked at. */
const THINGS_MAX = 200;

export type Thing = Readonly<Record<string, unknown>>;

/**
 * The things that a page describes, not the lists of other articles within them.
 * @param holds a script whose text it does not hold is not parsed
 */
export function* thingsOf(doc: Document, holds: RegExp): Generator<Thing> {
  for (const script of doc.querySelectorAll(DATA)) {
    const text = textOf(script);
    if (text.length > DATA_MAX || !holds.test(text)) continue;
    const things: unknown[] = [parsed(text)];
    for (let i = 0; i < things.length && i < THINGS_MAX; i++) {
      const thing = things[i];
      if (Array.isArray(thing)) things.push(...thing.slice(0, THINGS_MAX));
      else if (isThing(thing)) {
        yield thing;
        things.push(thing['@graph'], thing.mainEntity);
      }
    }
  }
}

export const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // A page's own mistake: it says nothing.
  }
}
