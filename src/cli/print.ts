import { githubLines } from './print-github';
import { MARKDOWN_HEAD, markdownSection, markdownTail } from './print-markdown';
import type { Scanned } from './scanned';
import { sentenceAround } from './sentence';
import { table } from './table';
import type { Tally } from './tally';

export const OUTPUTS = ['json', 'table', 'markdown', 'github'] as const;
/** How marks are printed. */
export type Output = (typeof OUTPUTS)[number];

/** The window that a table is cut to, and whether a text stands alone. */
export type Frame = { readonly width?: number | undefined; readonly isAlone: boolean };

const COLUMNS = ['KIND', 'STANCE', 'WHO OR NARRATIVE', 'WORDS', 'SENTENCE'].map((head) => ({
  head,
  align: 'left' as const,
}));

/** What is printed of one text. */
export function printed(scanned: Scanned, output: Output, frame: Frame): string {
  if (output === 'json') return asJson(scanned, frame);
  if (output === 'table') return asTable(scanned, frame);
  return output === 'markdown' ? markdownSection(scanned) : githubLines(scanned);
}

function asJson({ file, format, record, text, marks }: Scanned, { isAlone }: Frame): string {
  const spans = marks.map(({ span, at }) => (at ? { ...span, at } : span));
  if (record) return `${JSON.stringify({ id: record.id, spans })}\n`;
  const whole = JSON.stringify(format === 'html' ? { file, format, text, spans } : { file, format, spans }, null, 2);
  return isAlone ? `${whole}\n` : whole.replaceAll(/^/gmu, '  ');
}

function asTable({ file, record, text, marks }: Scanned, { width, isAlone }: Frame): string {
  const heading = record ? `${record.id}\n` : isAlone ? '' : `${file}\n`;
  if (marks.length === 0) return `${heading}Nothing to mark.\n\n`;
  const rows = marks.map(({ span }) => {
    const who = span.narrative ?? span.entity;
    return [span.kind, span.stance, who, span.text, sentenceAround(text, span)];
  });
  return `${heading}${table(COLUMNS, rows, width)}\n\n`;
}

/** What stands before all texts, between two and after them. */
export type Around = { readonly before: string; readonly between: string; after(tally: Tally): string };

/** @param isList do the texts make one list of JSON? Records do not: each is a line */
export function around(output: Output, isList: boolean): Around {
  if (output === 'markdown') return { before: MARKDOWN_HEAD, between: '', after: markdownTail };
  if (output === 'json' && isList) return { before: '[\n', between: ',\n', after: () => '\n]\n' };
  return { before: '', between: '', after: () => '' };
}
