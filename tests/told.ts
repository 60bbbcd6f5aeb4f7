/** All that the engine says of an article, as lines that a person can read and a test can compare. */
import type { Flag, Passage, Reading, Span } from '../src/engine/types';

const cut = (passages: readonly Passage[], passage: number, { start, end }: Span): string =>
  (passages[passage]?.text ?? '').slice(start, end);

/** Long words by both their ends. */
export const short = (words: string): string =>
  words.length > 40 ? `${words.slice(0, 18)} … ${words.slice(-18)}` : words;

/** One flag: what it is, its words, what they rest on, and where all of it stands. */
function toldFlag(passages: readonly Passage[], flag: Flag): string {
  const { kind, role, entry, stance, confidence, passage, span, because, ...rest } = flag;
  const signs = because.map(
    (sign) => `${sign.what} ${sign.passage}:${sign.span.start} ${short(cut(passages, sign.passage, sign.span))}`,
  );
  const more = Object.entries(rest).map(([name, { start, end }]) => `${name} ${start}-${end}`);
  const place = `${passage}:${span.start}-${span.end}`;
  return `  ${place} ${kind} ${role} ${entry} ${stance} ${confidence} ⟦${cut(passages, passage, span)}⟧ ${[...signs, ...more].join(' | ')}`;
}

/** @returns a line for each flag, and one for the voices where there are any */
export function told(passages: readonly Passage[], { flags, voices }: Reading): string[] {
  const voiced = voices.map(
    ({ passage, span, kremlin }) => `${passage}:${span.start}-${span.end} ${kremlin ?? 'other'}`,
  );
  const lines = flags.map((flag) => toldFlag(passages, flag));
  return [...lines, ...(voiced.length > 0 ? [`  voices ${voiced.join(', ')}`] : [])];
}
