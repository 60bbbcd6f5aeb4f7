import type { Change, Difference } from './compare';
import { printable } from './printable';
import { inContext, metricRows, ratio } from './report';
import type { Accuracy, ScoreCard } from './score';
import { table } from './table';

const FIGURES = ['precision', 'recall', 'f1'] as const;
const FIGURE_COLUMNS = [
  { head: 'BEFORE > NOW', align: 'left' as const },
  ...FIGURES.map((name) => ({ head: name.toUpperCase(), align: 'left' as const })),
];
const CHANGE_COLUMNS = ['BY GOLD', 'ID', 'CHANGE', 'WHERE'].map((head) => ({ head, align: 'left' as const }));

/** An earlier engine on the same texts. */
export type Comparison = {
  readonly revision: string;
  readonly commit: string;
  readonly subject: string;
  readonly before: ScoreCard;
  readonly changes: readonly Change[];
};

/** Both score cards side by side, then every change with the words around. */
export function compareReport({ commit, subject, before, changes }: Comparison, now: ScoreCard): string {
  const count = (verdict: Change['verdict']): string =>
    `${changes.filter((one) => one.verdict === verdict).length} ${verdict}`;
  return [
    `COMPARED WITH ${commit.slice(0, 8)} ${printable(subject)}`,
    table(
      FIGURE_COLUMNS,
      metricRows(now).map(([name, label]) => [
        label,
        ...FIGURES.map((figure) => pair(before.metrics[name]?.[figure], now.metrics[name]?.[figure])),
      ]),
    ),
    '',
    ...(['stance', 'role', 'entity', 'exactBoundaries'] as const).map(
      (what) => `${LABELS[what]}: ${accuracy(before[what])} > ${accuracy(now[what])}`,
    ),
    `False flags in texts without gold spans: ${before.clean.flags} > ${now.clean.flags}`,
    '',
    ...(changes.length === 0
      ? ['CHANGES: none']
      : [
          `CHANGES: ${changes.length}; ${count('worse')}, ${count('better')}, ${count('neither')}`,
          table(
            CHANGE_COLUMNS,
            changes.map((one) => [one.verdict, one.id, told(one), inContext(one)]),
          ),
        ]),
  ].join('\n');
}

const LABELS = {
  stance: 'Stance right',
  role: 'Role right',
  entity: 'Entity right',
  exactBoundaries: 'Exact boundaries',
};

function told({ what, kind, role, entity, stance, standing, differences }: Change): string {
  const mark = [kind, role, entity].filter(Boolean).join(' / ');
  if (what !== 'changed') return `${what}, ${standing}: ${mark} / ${stance}`;
  return `${differences.map(difference).join('; ')}: ${mark}`;
}

function difference({ what, before, now, wasRight, isRight }: Difference): string {
  return `${what} ${before || '–'}${mark(wasRight)} > ${now || '–'}${mark(isRight)}`;
}

const mark = (isRight: boolean | null): string => (isRight === null ? '' : isRight ? ' (right)' : ' (wrong)');

const pair = (before: number | null | undefined, now: number | null | undefined): string =>
  `${ratio(before ?? null)} > ${ratio(now ?? null)}`;

const accuracy = ({ accuracy: share, right, of }: Accuracy): string => `${ratio(share)} (${right} of ${of})`;
