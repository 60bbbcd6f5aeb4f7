import { printable } from './printable';
import { linesOf, type Scanned } from './scanned';
import { sentenceAround } from './sentence';

/** Marks as annotations of a workflow: what the text says in its own voice is a warning, all else a notice. */
export function githubLines(scanned: Scanned): string {
  const places = linesOf(scanned);
  return scanned.marks
    .map(({ span }, i) => {
      const { line, column } = places[i] ?? {};
      const level = span.stance === 'adopted' ? 'warning' : 'notice';
      const fields = {
        file: scanned.file === '-' ? undefined : scanned.file,
        line,
        col: column,
        endColumn: column && !/[\n\r]/u.test(span.text) ? column + span.text.length : undefined,
        title: `${span.kind}, ${span.stance}`,
      };
      const shown = Object.entries(fields).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${inField(String(value))}`],
      );
      const who = span.narrative ?? span.entity;
      const id = scanned.record ? ` [${scanned.record.id}]` : '';
      const message = `${printable(span.text)} (${who})${id}: ${printable(sentenceAround(scanned.text, span))}`;
      return `::${level} ${shown.join(',')}::${inMessage(message)}\n`;
    })
    .join('');
}

function inMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Colons and commas end a field. */
function inField(text: string): string {
  return inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
