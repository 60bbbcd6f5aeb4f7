import type { Span } from '../engine/types';
import { causeOfAlarm, causeOfMiss, causeOfStance } from './causes';
import type { Facts } from './facts';
import type { GoldRecord, GoldSpan } from './gold';
import { printable } from './printable';
import type { Slip, Slips } from './score';
import type { FoundSpan } from './spans';

/** Some words of a text and those around them, each safe to print. */
export type Context = { readonly before: string; readonly words: string; readonly after: string };

/** A slip as a person reads it: why it happened, where and what it is, and the words around. */
type SlipLine = Context & {
  readonly cause: string;
  readonly id: string;
  readonly lang: string;
  /** Kind, role, entity and stance; of gold, and of the mark where it is an alarm. */
  readonly about: string;
};

/** How often a cause occurs, and how often in texts that have no gold span. */
type CauseCount = { readonly cause: string; readonly count: number; readonly clean: number };

/** Slips of one sort: the causes, most frequent first, and slips in the order of their causes. */
export type SlipGroup = {
  readonly total: number;
  readonly causes: readonly CauseCount[];
  readonly lines: readonly SlipLine[];
};

export type SlipReport = { readonly misses: SlipGroup; readonly alarms: SlipGroup; readonly stances: SlipGroup };

/** What is known of a text that slips are looked for in. */
export type Study = { readonly facts: Facts; readonly found: readonly FoundSpan[] };

/** Units of text shown on each side of the words. */
const AROUND = 45;

/** The `limit` most frequent causes of each sort of slips, and as many slips from the most frequent cause down. */
export function reportSlips(
  { misses, alarms, stances }: Slips<FoundSpan>,
  studyOf: (record: GoldRecord) => Study,
  limit: number,
): SlipReport {
  const study = <S>({ record, span }: Slip<S>) => ({ record, span, ...studyOf(record) });
  return {
    misses: byCause(
      misses.map(study).map(({ record, span, facts, found }) => {
        return { record, cause: `${span.kind}: ${causeOfMiss(span, facts, found)}`, about: aboutOf(span), span };
      }),
      limit,
    ),
    alarms: byCause(
      alarms.map(study).map(({ record, span, facts }) => {
        return {
          record,
          cause: `${span.kind}: ${causeOfAlarm(span, facts, record.spans)}`,
          about: aboutOf(span),
          span,
        };
      }),
      limit,
    ),
    stances: byCause(
      stances.map(study).map(({ record, span: { gold, predicted }, facts }) => {
        const cause = `${gold.kind}: ${causeOfStance(gold, predicted, facts, record.text)}`;
        return { record, cause, about: aboutOf(gold), span: gold };
      }),
      limit,
    ),
  };
}

type Explained = {
  readonly record: GoldRecord;
  readonly cause: string;
  readonly about: string;
  readonly span: Span;
};

function byCause(slips: readonly Explained[], limit: number): SlipGroup {
  const groups = new Map<string, Explained[]>();
  for (const slip of slips) {
    const group = groups.get(slip.cause);
    if (group) group.push(slip);
    else groups.set(slip.cause, [slip]);
  }
  const sorted = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const isClean = ({ record }: Explained): boolean => record.spans.length === 0;
  // Slips in texts without gold spans come first of their cause: they cost the reader most.
  const cleanFirst = (a: Explained, b: Explained): number => Number(isClean(b)) - Number(isClean(a));
  return {
    total: slips.length,
    causes: sorted.slice(0, limit).map(([cause, group]) => {
      return { cause, count: group.length, clean: group.filter(isClean).length };
    }),
    lines: sorted
      .flatMap(([, group]) => group.toSorted(cleanFirst))
      .slice(0, limit)
      .map(lineOf),
  };
}

function lineOf({ record, cause, about, span }: Explained): SlipLine {
  return { cause, id: String(record.id), lang: record.lang, about, ...wordsAround(record.text, span) };
}

/** The words of a span and some units on both sides. */
export function wordsAround(text: string, { start, end }: Span): Context {
  return {
    before: printable(text.slice(Math.max(0, start - AROUND), start)),
    words: printable(text.slice(start, end)),
    after: printable(text.slice(end, end + AROUND)),
  };
}

const aboutOf = ({ kind, role, entity, stance }: GoldSpan | FoundSpan): string =>
  [kind, role, entity, stance].filter(Boolean).join(' / ');
