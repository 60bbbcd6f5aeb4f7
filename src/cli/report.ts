import { KINDS } from '../engine/types';
import type { Accuracy, Metric, Quiet, ScoreCard } from './score';
import type { Context, SlipGroup, SlipReport } from './slips';
import { table } from './table';

const METRIC_COLUMNS = [
  { head: '', align: 'left' as const },
  ...['PRECISION', 'RECALL', 'F1', 'GOLD', 'FOUND', 'RIGHT', 'FALSE', 'MISSED'].map((head) => ({
    head,
    align: 'right' as const,
  })),
];
const SLIP_COLUMNS = [
  { head: '#', align: 'right' as const },
  ...['ID', 'WHAT', 'WHERE'].map((head) => ({ head, align: 'left' as const })),
];
const CAUSE_COLUMNS = [
  ...['#', 'TIMES', 'IN TEXTS WITHOUT GOLD'].map((head) => ({ head, align: 'right' as const })),
  { head: 'CAUSE', align: 'left' as const },
];

/** The score card as text: accuracy by kind and language, then the smaller measures. */
export function report(card: ScoreCard): string {
  const { clean } = card;
  const groups = [rows(card, kindNames()), rows(card, names(card, /^lang:/u)), rows(card, names(card, /^genre:/u))];
  // One table, so that all groups share their columns; an empty row stands between two groups.
  const empty = METRIC_COLUMNS.map(() => '');
  const body = groups.flatMap((group, i) => (i === 0 || group.length === 0 ? group : [empty, ...group]));
  return [
    table(METRIC_COLUMNS, body),
    '',
    `Stance right on matched spans: ${accuracy(card.stance)}${listed(card.stance.byKind)}`,
    ...confusion(card),
    `Role right (state-media, official): ${accuracy(card.role)}`,
    `Entity right (state-media, official): ${accuracy(card.entity)}`,
    `Exact boundaries: ${accuracy(card.exactBoundaries)}`,
    `Marks on optional spans, not counted: ${card.optionalDropped}`,
    `Texts without gold spans: ${clean.texts}, ${clean.words} words; ${clean.flags} false flags in ${clean.flaggedTexts} of them, ${perThousand(clean)}`,
    ...Object.entries({ ...clean.byLang, ...clean.byGenre }).map(
      ([name, part]) => `  ${name}: ${part.texts} texts, ${part.flags} flags, ${perThousand(part)}`,
    ),
  ].join('\n');
}

/** What was missed, marked in vain, or given a wrong stance: by cause, with the words around. */
export function reportOfSlips({ misses, alarms, stances }: SlipReport): string {
  return [
    ...slipGroup('MISSES', misses),
    ...slipGroup('FALSE ALARMS', alarms),
    ...slipGroup('WRONG STANCES, gold > found', stances),
  ]
    .join('\n')
    .trimEnd();
}

function slipGroup(title: string, { total, causes, lines }: SlipGroup): string[] {
  if (total === 0) return [`${title}: none`, ''];
  const numberOf = new Map(causes.map(({ cause }, i) => [cause, String(i + 1)]));
  return [
    `${title}: ${total}, by cause`,
    table(
      CAUSE_COLUMNS,
      causes.map(({ cause, count, clean }, i) => [String(i + 1), String(count), String(clean), cause]),
    ),
    '',
    table(
      SLIP_COLUMNS,
      lines.map((line) => [numberOf.get(line.cause) ?? '', line.id, line.about, inContext(line)]),
    ),
    '',
  ];
}

/** Words in double brackets with those around them. */
export function inContext({ before, words, after }: Context): string {
  return `${before}[[${words}]]${after}`;
}

/** Names of the metrics of kinds and languages, with what they are called. */
export function metricRows(card: ScoreCard): [name: string, label: string][] {
  return [...kindNames(), ...names(card, /^lang:/u)].map((name) => [name, label(name)]);
}

const kindNames = (): string[] => ['all', ...KINDS.map((kind) => `kind:${kind}`)];

function names(card: ScoreCard, pattern: RegExp): string[] {
  return Object.keys(card.metrics)
    .filter((name) => pattern.test(name))
    .sort();
}

function rows(card: ScoreCard, wanted: readonly string[]): string[][] {
  return wanted.flatMap((name) => {
    const metric = card.metrics[name];
    return metric ? [[label(name), ...figures(metric)]] : [];
  });
}

function label(name: string): string {
  const [group, part] = name.split(':');
  if (part === undefined) return 'ALL';
  if (group === 'lang' && part.includes('/')) return `  ${part.split('/')[1]}`;
  return group === 'kind' ? `  ${part}` : part;
}

function figures({ precision, recall, f1, gold, predicted, tp, fp, fn }: Metric): string[] {
  return [...[precision, recall, f1].map(ratio), ...[gold, predicted, tp, fp, fn].map(String)];
}

/** A share of one, to three places. */
export function ratio(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

function accuracy({ right, of, accuracy: share }: Accuracy): string {
  return share === null ? '– (nothing to judge)' : `${share.toFixed(3)} (${right} of ${of})`;
}

function listed(byKind: Readonly<Record<string, Accuracy>>): string {
  const parts = Object.entries(byKind).map(([kind, value]) => `${kind} ${accuracy(value)}`);
  return parts.length === 0 ? '' : `; ${parts.join('; ')}`;
}

function confusion({ stance }: ScoreCard): string[] {
  const wrong = Object.entries(stance.confusion)
    .filter(([pair]) => {
      const [gold, predicted] = pair.split('>');
      return gold !== predicted;
    })
    .sort(([, a], [, b]) => b - a);
  return wrong.length === 0
    ? []
    : [`  taken for another, gold > found: ${wrong.map(([p, n]) => `${p} ${n}`).join(', ')}`];
}

function perThousand({ per1000 }: Quiet): string {
  return `${per1000 === null ? '–' : per1000.toFixed(2)} per 1,000 words`;
}
