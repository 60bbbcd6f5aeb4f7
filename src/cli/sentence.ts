import type { Span } from '../engine/types';

const sentences = new Intl.Segmenter('uk', { granularity: 'sentence' });
const LINE_ENDS = ['\n', '\r', '\u0085', '\u2028', '\u2029'];
const LINE_END = /[\n\r\u0085\u2028\u2029]/u;
/** Units of the sentence kept before the words: enough to read them in, short enough for one table row. */
const LEAD_MAX = 60;

/** The sentence around the span (UTF-16, half-open, into `text`), its beginning cut so that the words stay in sight. */
export function sentenceAround(text: string, span: Span): string {
  const before = text.slice(0, span.start);
  const lineStart = Math.max(...LINE_ENDS.map((end) => before.lastIndexOf(end))) + 1;
  const toEnd = text.slice(span.end).search(LINE_END);
  const line = text.slice(lineStart, toEnd === -1 ? text.length : span.end + toEnd);
  const segments = [...sentences.segment(line)];
  const from = segments.findLast(({ index }) => lineStart + index <= span.start)?.index ?? 0;
  const to = segments.find(({ index }) => lineStart + index >= span.end)?.index ?? line.length;
  const lead = span.start - lineStart - from;
  if (lead <= LEAD_MAX) return line.slice(from, to).trim();
  const start = from + lead - LEAD_MAX;
  const nextSpace = line.slice(start, from + lead).indexOf(' ');
  return `… ${line.slice(nextSpace === -1 ? from + lead : start + nextSpace, to).trim()}`;
}
