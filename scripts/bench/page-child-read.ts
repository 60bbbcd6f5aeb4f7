/** Reading a whole page, in slices and in one go. */
import { Reader } from '../../src/page/read';
import { Slices } from '../../src/page/slices';
import type { Tools } from './page-child';

/** A clock that never says that a slice is used up. */
class Endless extends Slices {
  override async turn(): Promise<void> {}
}

async function timed(tools: Tools, slices: Slices): Promise<{ time: number; marks: number }> {
  const reader = new Reader(
    async () => tools.engine,
    () => undefined,
  );
  const start = performance.now();
  const { marks } = await reader.read(document.body, 'article', slices, async () => {});
  return { time: performance.now() - start, marks: marks.length };
}

/** Milliseconds, and marks found. */
export const wholly = (tools: Tools) => timed(tools, new Endless(new AbortController().signal));
export const inSlices = (tools: Tools) => timed(tools, new Slices(new AbortController().signal));
