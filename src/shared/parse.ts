/** What comes in at a door, as a schema knows it. */
import * as v from 'valibot';

/** Ids of the lexicon are such; so are those of the reader's own entries. */
export const ENTRY = /^[a-z0-9_]{1,80}$/;

/** The latest moment that a date can be of. Milliseconds since 1970; a later one cannot be written as a date. */
const TIME_MAX = 8.64e15;
/** A moment from anybody. Milliseconds since 1970. */
export const moment = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(TIME_MAX));

/**
 * What the schema makes of anything; undefined where that does not fit. Never throws, also where even looking at it
 * throws (a getter, a proxy): a door has nobody to throw at.
 */
export function parse<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined {
  try {
    const result = v.safeParse(schema, input);
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A list of at most `max` items. Its length is looked at first: Firefox passes on a list with holes, and one that only says
 * that it has billions of items would hold up whoever counts them.
 */
export const listOf = <T>(item: v.GenericSchema<unknown, T>, max: number) =>
  v.pipe(
    v.custom<unknown[]>((input) => Array.isArray(input) && input.length <= max),
    v.array(item),
  );
