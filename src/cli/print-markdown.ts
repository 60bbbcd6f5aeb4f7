import { KINDS, type Kind, STANCES } from '../engine/types';
import { noteOf } from '../lexicon';
import { englishNotes } from './notes';
import { printable } from './printable';
import { linesOf, type PlacedMark, type Scanned } from './scanned';
import { sentenceAround } from './sentence';
import { countOf, type Tally } from './tally';

/** Characters that could become markup, a link or a mention. */
const MARKUP = /[\\`*_{}[\]()<>#+!|~&@:-]/gu;

/** What stands before the first text. */
export const MARKDOWN_HEAD = '# Marks\n\n';

/** A text's marks by kind, each with its sentence, stance, speaker and reference. Nothing for a text without any. */
export function markdownSection(scanned: Scanned): string {
  if (scanned.marks.length === 0) return '';
  const places = linesOf(scanned);
  const byKind = (kind: Kind): string => {
    const lines = scanned.marks.flatMap((mark, i) =>
      mark.span.kind === kind ? [item(mark, places[i]?.line, scanned)] : [],
    );
    return lines.length === 0 ? '' : `### ${kind}\n\n${lines.join('\n')}\n\n`;
  };
  return `## ${titleOf(scanned)}\n\n${KINDS.map(byKind).join('')}`;
}

/** Marks of all texts, by kind and stance. */
export function markdownTail(tally: Tally): string {
  const rows = KINDS.map(
    (kind) => `| ${kind} | ${STANCES.map((stance) => countOf(tally, kind, stance)).join(' | ')} |\n`,
  );
  const head = `| | ${STANCES.join(' | ')} |\n|${' --- |'.repeat(STANCES.length + 1)}\n`;
  return `## All\n\nTexts: ${tally.texts}, with a mark: ${tally.marked}.\n\n${head}${rows.join('')}`;
}

function titleOf({ file, record }: Scanned): string {
  const name = plain(file === '-' ? 'standard input' : file);
  return record ? `${name}, line ${record.line}: ${plain(String(record.id))}` : name;
}

function item({ entry, span }: PlacedMark, line: number | undefined, { text, record }: Scanned): string {
  const note = noteOf(englishNotes(), entry);
  const where = line === undefined || record ? '' : `, line ${line}`;
  const references = note?.references.map(({ title, url }) => `[${plain(title)}](<${url}>)`).join(', ') ?? '';
  const sentence = sentenceAround(text, span).replace(span.text, '\u0000');
  const quoted = sentence
    .split('\u0000')
    .map(plain)
    .join(`**${plain(span.text)}**`);
  const who = note ? `${plain(note.name)} (${plain(note.who)})` : plain(span.entity);
  const about = `${span.stance}, ${span.confidence}${where}`;
  return `- ${about}: ${who}${references ? `; ${references}` : ''}\n  > ${quoted}`;
}

/** Text that means nothing but itself in Markdown. */
function plain(text: string): string {
  return printable(text).replace(MARKUP, '\\$&');
}
