/** Looking into what comes from outside. By itself: the command line and the scripts of pages do so without a browser’s storage. */

/** A field of the object itself: what a prototype lends does not count, nor what has to be worked out. */
export function fieldOf(input: unknown, field: string): unknown {
  if (typeof input !== 'object' || input === null) return undefined;
  return Object.getOwnPropertyDescriptor(input, field)?.value;
}
