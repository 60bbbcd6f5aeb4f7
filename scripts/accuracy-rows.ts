/** The figures of docs/accuracy.md, made of the counts that the options page shows. */
import type { AccuracyTable } from '../src/ui/options/accuracy';

/** Of 100 such intervals 95 hold the true share, if passages were drawn one by one (Wilson's score). */
const Z = 1.96;

/** The bounds of a share, 0 to 1; of nothing nothing is known. */
export function wilson(right: number, of: number): readonly [least: number, most: number] {
  if (of === 0) return [0, 1];
  const share = right / of;
  const middle = share + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const bound = (value: number) => Math.min(1, Math.max(0, value / (1 + Z ** 2 / of)));
  return [bound(middle - half), bound(middle + half)];
}

const NAMES: Readonly<Record<string, string>> = {
  ...{ uk: 'Ukrainian', ru: 'Russian', en: 'English', pl: 'Polish', de: 'German', fr: 'French' },
  ...{ all: 'all', 'state-media': 'sources', official: 'statements', framing: 'wording' },
};
const KINDS = ['all', 'state-media', 'official', 'framing'] as const;

function cell(right: number, of: number): string {
  if (of === 0) return '–';
  const [least, most] = wilson(right, of);
  return `${(right / of).toFixed(3)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}

/** Rows of all languages together, then of each, by kind. */
export function accuracyRows({ rows, measured, lexicon, texts }: AccuracyTable): string {
  const together = KINDS.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const sum = (key: 'gold' | 'found' | 'right') => own.reduce((total, row) => total + row[key], 0);
    return { lang: 'all', kind, texts, gold: sum('gold'), found: sum('found'), right: sum('right') };
  });
  const lines = [...together, ...rows].map(({ lang, kind, texts, gold, found, right }) => {
    const cells = [NAMES[lang], NAMES[kind], texts, gold, found, right, cell(right, found), cell(right, gold)];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `Measured ${measured}, dictionary of ${lexicon}.`,
    '',
    '| language | kind | texts | to find | found | right | precision | recall |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

const BLOCK = /(?<=<!-- figures -->\n)[\s\S]*(?=<!-- \/figures -->)/;

/** The document with these figures in it. */
export const withFigures = (page: string, table: AccuracyTable): string =>
  page.replace(BLOCK, () => `\n${accuracyRows(table)}\n\n`);
