/** Groups of reports as a table, and as Markdown for an issue. */
import { table } from './table';
import type { Group, Verdict } from './triage-groups';

const COLUMNS = [
  ...['#', 'TIMES'].map((head) => ({ head, align: 'right' as const })),
  ...['RULE', 'VERDICT', 'REASONS', 'MARKED NOW', 'SENTENCE'].map((head) => ({ head, align: 'left' as const })),
];

const VERDICTS: Readonly<Record<Verdict, string>> = {
  fires: 'still fires',
  missed: 'still missed',
  mended: 'already mended',
  alone: 'needs its article',
  gone: 'no such entry',
};

/** One line a group. @param width cells of the terminal */
export function groupTable(groups: readonly Group[], width: number | undefined): string {
  const rows = groups.map((group, i) => [
    `${i + 1}`,
    `${group.count}`,
    ruleOf(group),
    VERDICTS[group.verdict],
    reasonsOf(group),
    nowOf(group),
    group.what === 'missed' ? group.sentence.replace(group.words, (words) => `[[${words}]]`) : group.sentence,
  ]);
  return table(COLUMNS, rows, width);
}

/** A section a group. Words of readers stand in indented blocks: there nothing of them is markup, a link or a mention. */
export function groupMarkdown(groups: readonly Group[]): string {
  return groups
    .map((group, i) => {
      const block = (text: string): string => `    ${text}`;
      return [
        `## ${i + 1}. ${VERDICTS[group.verdict]}`,
        '',
        block(`rule:       ${ruleOf(group)}`),
        block(`reports:    ${group.count} (${reasonsOf(group)})`),
        block(`language:   ${group.lang}`),
        block(`sentence:   ${group.sentence}`),
        block(`words:      ${group.words}`),
        block(`marked now: ${nowOf(group)}`),
        ...group.notes.map((note) => block(`note:       ${note}`)),
      ].join('\n');
    })
    .join('\n\n');
}

const ruleOf = ({ what, entry }: Group): string => (what === 'missed' ? '(missed)' : (entry ?? ''));

const reasonsOf = ({ reasons }: Group): string =>
  Object.entries(reasons)
    .map(([reason, times]) => (times > 1 ? `${reason} ×${times}` : reason))
    .join(', ');

const nowOf = ({ now }: Group): string =>
  now.length === 0
    ? 'nothing'
    : now.map(({ entry, stance, confidence }) => `${entry} (${stance}, ${confidence})`).join(', ');
