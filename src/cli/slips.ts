import type { Span } from '../engine/types';
import type { GoldRecord, GoldSpan } from './gold';
import { printable } from './printable';
import type { PredictedSpan, Slip } from './score';

/** A slip as a person reads it: where it is, what it is, and the words around. */
type SlipLine = {
  readonly id: string;
  readonly lang: string;
  /** Kind, then what it was or was taken for. */
  readonly about: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
};

/** How often slips of one sort occur. */
type SlipCount = { readonly about: string; readonly count: number };

export type SlipReport = {
  readonly misses: { readonly frequent: readonly SlipCount[]; readonly lines: readonly SlipLine[] };
  readonly alarms: { readonly frequent: readonly SlipCount[]; readonly lines: readonly SlipLine[] };
};

/** Units of text shown on each side of the words. */
const AROUND = 45;

/** The `limit` most frequent sorts of slips, and as many slips from the most frequent sorts down. */
export function reportSlips(
  misses: readonly Slip<GoldSpan>[],
  alarms: readonly Slip<PredictedSpan>[],
  limit: number,
): SlipReport {
  return {
    misses: mostFrequent(misses, ({ span }) => `${span.kind} / ${span.entity || span.role}`, limit),
    alarms: mostFrequent(alarms, ({ record, span }) => `${span.kind}: ${wordsOf(record, span).toLowerCase()}`, limit),
  };
}

function mostFrequent<S extends PredictedSpan | GoldSpan>(
  slips: readonly Slip<S>[],
  about: (slip: Slip<S>) => string,
  limit: number,
): SlipReport['misses'] {
  const groups = new Map<string, Slip<S>[]>();
  for (const slip of slips) {
    const name = about(slip);
    const group = groups.get(name);
    if (group) group.push(slip);
    else groups.set(name, [slip]);
  }
  // Slips on texts without gold spans come first in their sort: they cost the reader most.
  const sorted = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const cleanFirst = (a: Slip<S>, b: Slip<S>): number => a.record.spans.length - b.record.spans.length;
  return {
    frequent: sorted.slice(0, limit).map(([name, group]) => ({ about: name, count: group.length })),
    lines: sorted
      .flatMap(([, group]) => group.toSorted(cleanFirst))
      .slice(0, limit)
      .map(slipLine),
  };
}

function slipLine({ record, span }: Slip<PredictedSpan | GoldSpan>): SlipLine {
  const about = [span.kind, span.role, span.entity, span.stance].filter(Boolean).join(' / ');
  return {
    id: String(record.id),
    lang: record.lang,
    about: record.spans.length === 0 ? `${about} (text without gold)` : about,
    before: printable(record.text.slice(Math.max(0, span.start - AROUND), span.start)),
    words: wordsOf(record, span),
    after: printable(record.text.slice(span.end, span.end + AROUND)),
  };
}

function wordsOf(record: GoldRecord, span: Span): string {
  return printable(record.text.slice(span.start, span.end));
}
