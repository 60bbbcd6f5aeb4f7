import type { Kind, Span } from '../engine/types';

/** A span that says of what kind it is: all that matching looks at. UTF-16, half-open. */
export type KindSpan = Span & { readonly kind: Kind };

/** How the predictions of one text stand to its gold spans. Each span is in one list only. */
export type Match<G, P> = {
  readonly matched: readonly { readonly gold: G; readonly predicted: P }[];
  readonly missed: readonly G[];
  readonly falseAlarms: readonly P[];
  /** Predictions on optional spans: neither right nor wrong. */
  readonly dropped: readonly P[];
};

/**
 * Pairs predictions with gold spans of their kind that share a unit with them, one to one: the longest
 * overlap first, then the nearest boundaries, then the order of the lists. Greedy, so not always the most
 * pairs that could be made; gold spans of one kind never overlap, and there the two differ only on odd input.
 */
export function matchSpans<G extends KindSpan, P extends KindSpan>(
  gold: readonly G[],
  predicted: readonly P[],
  optional: readonly KindSpan[],
): Match<G, P> {
  const pairs = gold.flatMap((g) =>
    predicted.flatMap((p) => {
      const shared = g.kind === p.kind ? sharedUnits(g, p) : 0;
      return shared > 0 ? [{ g, p, shared, slack: Math.abs(g.start - p.start) + Math.abs(g.end - p.end) }] : [];
    }),
  );
  // Sorting is stable: equal pairs stay in gold order, then in the order of the predictions.
  pairs.sort((a, b) => b.shared - a.shared || a.slack - b.slack);
  const partner = new Map<G, P>();
  const taken = new Set<P>();
  for (const { g, p } of pairs) {
    if (partner.has(g) || taken.has(p)) continue;
    partner.set(g, p);
    taken.add(p);
  }
  const rest = predicted.filter((p) => !taken.has(p));
  const isOptional = (p: P): boolean => optional.some((o) => o.kind === p.kind && sharedUnits(o, p) > 0);
  return {
    matched: [...partner].map(([g, p]) => ({ gold: g, predicted: p })),
    missed: gold.filter((g) => !partner.has(g)),
    falseAlarms: rest.filter((p) => !isOptional(p)),
    dropped: rest.filter(isOptional),
  };
}

function sharedUnits(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}
