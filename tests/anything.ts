/** What may come in at a door: anything at all, and, more often than chance would have it, what is almost right. */
import fc from 'fast-check';

/** Runs of a property; `RUPOR_RUNS` asks for more of them. */
export const RUNS = Number(process.env.RUPOR_RUNS ?? 10_000);

/** Names that a program's own objects have, and that our messages have. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'length', 'then', 'toJSON'];
const FIELDS = ['say', 'ask', 'do', 'id', 'state', 'rows', 'files', 'v', 'kinds', 'look', 'exclusions', 'own', 'what'];

const plain = fc.anything({
  maxDepth: 2,
  key: fc.oneof({ weight: 2, arbitrary: fc.string() }, fc.constantFrom(...NAMES), fc.constantFrom(...FIELDS)),
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});
const refuse = (): never => {
  throw new Error('looked at');
};
/** What throws when it is looked at: no message can be such, but a door need not rely on that. */
const thorny = fc.oneof(
  fc.constantFrom(...FIELDS).map((field) => Object.defineProperty({}, field, { get: refuse, enumerable: true })),
  fc.constant(() => undefined),
  fc.constant(Symbol('sample')),
);

/** Anything at all. */
export const anything = fc.oneof({ weight: 8, arbitrary: plain }, { weight: 1, arbitrary: thorny });

/** One of the samples, with one or two of its fields, also of those inside, something else. */
export function almost(samples: readonly object[]): fc.Arbitrary<unknown> {
  return fc
    .record({ sample: fc.constantFrom(...samples), turns: fc.array(fc.tuple(fc.nat(), anything), { maxLength: 2 }) })
    .map(({ sample, turns }) => {
      const copy = structuredClone(sample);
      for (const [nth, value] of turns) {
        const places = placesIn(copy);
        const place = places[nth % places.length];
        if (place) Object.defineProperty(place.of, place.key, { ...PLAIN, value });
      }
      return copy;
    });
}

const PLAIN = { configurable: true, enumerable: true, writable: true };
type Place = { readonly of: Record<string, unknown>; readonly key: string };

/** Every field of a plain object and of the objects in it; what a getter would say is not asked for. */
function placesIn(value: unknown): Place[] {
  const kind = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  if (kind !== Object.prototype && kind !== Array.prototype) return [];
  const of = value as Record<string, unknown>;
  return Object.entries(Object.getOwnPropertyDescriptors(of))
    .filter(([key, { writable }]) => writable && key !== 'length')
    .slice(0, 50)
    .flatMap(([key, { value: inner }]) => [{ of, key }, ...placesIn(inner)]);
}
