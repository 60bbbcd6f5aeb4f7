import { KINDS, type Kind } from '../engine/types';
import { entityKey } from './entity-key';
import type { GoldRecord, GoldSpan } from './gold';
import { type Match, matchSpans } from './match-spans';

/** What a prediction has to say to be scored; a part left out is not judged. UTF-16, half-open, into the text. */
export type PredictedSpan = {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly role?: string | undefined;
  readonly entity?: string | undefined;
  readonly stance?: string | undefined;
};

/** One gold text with what was predicted for it. */
export type Scored<P = PredictedSpan> = { readonly gold: GoldRecord; readonly predicted: readonly P[] };

/** Counts and ratios of one row; null where nothing can be divided. */
export type Metric = {
  readonly gold: number;
  readonly predicted: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
};
export type Accuracy = { readonly right: number; readonly of: number; readonly accuracy: number | null };
/** False alarms on texts that have no gold span. */
export type Quiet = { texts: number; words: number; flags: number; per1000: number | null };

/** A span that was missed, or marked in vain, and its text. */
export type Slip<S> = { readonly record: GoldRecord; readonly span: S };
/** A gold span that was found, and the mark on it. */
export type Pair<P = PredictedSpan> = { readonly gold: GoldSpan; readonly predicted: P };

/** What went wrong, span by span. */
export type Slips<P = PredictedSpan> = {
  readonly misses: readonly Slip<GoldSpan>[];
  readonly alarms: readonly Slip<P>[];
  /** Matched spans whose stance is not gold's. */
  readonly stances: readonly Slip<Pair<P>>[];
};

export type ScoreCard = {
  /** By `all`, `kind:K`, `lang:L`, `lang:L/K`, `genre:G`. */
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly stance: Accuracy & {
    readonly byKind: Readonly<Record<string, Accuracy>>;
    /** Counts by `gold>predicted`. */
    readonly confusion: Readonly<Record<string, number>>;
  };
  readonly role: Accuracy;
  readonly entity: Accuracy;
  readonly exactBoundaries: Accuracy;
  readonly optionalDropped: number;
  readonly clean: Quiet & {
    readonly flaggedTexts: number;
    readonly byGenre: Readonly<Record<string, Quiet>>;
    readonly byLang: Readonly<Record<string, Quiet>>;
  };
};

/** Words of a text: letters first, then letters, digits, apostrophes and hyphens. */
export function countWords(text: string): number {
  return text.match(/\p{L}[\p{L}\p{N}'’ʼ-]*/gu)?.length ?? 0;
}

/** Scores predictions against gold. The rules are told in docs/cli.md. */
export function score<P extends PredictedSpan>(
  all: readonly Scored<P>[],
): { readonly card: ScoreCard; readonly slips: Slips<P> } {
  const results = all.map(({ gold, predicted }) => ({ gold, ...matchSpans(gold.spans, predicted, gold.optional) }));
  return { card: cardOf(results), slips: slipsOf(results) };
}

const isRightStance = ({ gold, predicted }: Pair): boolean => gold.stance === predicted.stance;
const isRightRole = ({ gold, predicted }: Pair): boolean => gold.role === predicted.role;
const isRightEntity = ({ gold, predicted }: Pair): boolean => entityKey(gold.entity) === entityKey(predicted.entity);

function slipsOf<P extends PredictedSpan>(results: readonly Result<P>[]): Slips<P> {
  return {
    misses: results.flatMap(({ gold, missed }) => missed.map((span) => ({ record: gold, span }))),
    alarms: results.flatMap(({ gold, falseAlarms }) => falseAlarms.map((span) => ({ record: gold, span }))),
    stances: results.flatMap(({ gold, matched }) =>
      matched.filter((pair) => pair.predicted.stance && !isRightStance(pair)).map((span) => ({ record: gold, span })),
    ),
  };
}

function cardOf(results: readonly Result[]): ScoreCard {
  const pairs = results.flatMap(({ matched }) => matched);
  const speakers = pairs.filter(({ gold }) => gold.kind !== 'framing');
  const stances = pairs.filter(({ predicted }) => predicted.stance);
  return {
    metrics: metricsOf(results),
    stance: {
      ...accuracy(stances, isRightStance),
      byKind: mapGroups(
        stances,
        ({ gold }) => gold.kind,
        (group) => accuracy(group, isRightStance),
      ),
      confusion: mapGroups(
        stances,
        ({ gold, predicted }) => `${gold.stance}>${predicted.stance}`,
        (group) => group.length,
      ),
    },
    role: accuracy(
      speakers.filter(({ predicted }) => predicted.role),
      isRightRole,
    ),
    entity: accuracy(
      speakers.filter(({ predicted }) => predicted.entity),
      isRightEntity,
    ),
    exactBoundaries: accuracy(
      pairs,
      ({ gold, predicted }) => gold.start === predicted.start && gold.end === predicted.end,
    ),
    optionalDropped: results.reduce((sum, { dropped }) => sum + dropped.length, 0),
    clean: cleanOf(results),
  };
}

type Result<P = PredictedSpan> = Match<GoldSpan, P> & { readonly gold: GoldRecord };
type Outcome = 'tp' | 'fp' | 'fn';

function metricsOf(results: readonly Result[]): Record<string, Metric> {
  const counts = new Map<string, Record<Outcome, number>>();
  const row = (name: string): Record<Outcome, number> => {
    const known = counts.get(name) ?? { tp: 0, fp: 0, fn: 0 };
    counts.set(name, known);
    return known;
  };
  for (const name of ['all', ...KINDS.map((kind) => `kind:${kind}`)]) row(name);
  for (const { gold, matched, missed, falseAlarms } of results) {
    const count = (kind: Kind, outcome: Outcome): void => {
      const names = ['all', `kind:${kind}`, `lang:${gold.lang}`, `lang:${gold.lang}/${kind}`, `genre:${gold.genre}`];
      for (const name of names) row(name)[outcome] += 1;
    };
    for (const pair of matched) count(pair.gold.kind, 'tp');
    for (const { kind } of missed) count(kind, 'fn');
    for (const { kind } of falseAlarms) count(kind, 'fp');
  }
  return Object.fromEntries([...counts].map(([name, count]) => [name, metric(count)]));
}

function metric({ tp, fp, fn }: Record<Outcome, number>): Metric {
  const gold = tp + fn;
  const predicted = tp + fp;
  // Silence where there was something to find has no precision to speak of, and counts as none.
  const silent = gold > 0 ? 0 : null;
  return {
    gold,
    predicted,
    tp,
    fp,
    fn,
    precision: predicted > 0 ? tp / predicted : silent,
    recall: gold > 0 ? tp / gold : null,
    f1: gold + predicted > 0 ? (2 * tp) / (gold + predicted) : null,
  };
}

function cleanOf(results: readonly Result[]): ScoreCard['clean'] {
  const clean = results.filter(({ gold }) => gold.spans.length === 0);
  return {
    ...quiet(clean),
    flaggedTexts: clean.filter(({ falseAlarms }) => falseAlarms.length > 0).length,
    byGenre: mapGroups(clean, ({ gold }) => gold.genre, quiet),
    byLang: mapGroups(clean, ({ gold }) => gold.lang, quiet),
  };
}

function quiet(results: readonly Result[]): Quiet {
  const words = results.reduce((sum, { gold }) => sum + countWords(gold.text), 0);
  const flags = results.reduce((sum, { falseAlarms }) => sum + falseAlarms.length, 0);
  return { texts: results.length, words, flags, per1000: words > 0 ? (1000 * flags) / words : null };
}

function accuracy<T>(items: readonly T[], isRight: (item: T) => boolean): Accuracy {
  const right = items.filter(isRight).length;
  return { right, of: items.length, accuracy: items.length > 0 ? right / items.length : null };
}

function mapGroups<T, R>(items: readonly T[], name: (item: T) => string, sum: (group: T[]) => R): Record<string, R> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = name(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return Object.fromEntries([...groups].map(([key, group]) => [key, sum(group)]));
}
