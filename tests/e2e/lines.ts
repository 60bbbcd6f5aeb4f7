/** Where a mark's words are in the window. */
import type { Page } from 'puppeteer-core';
import { until } from './browser';

/** All in pixels of the window. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Lines of the n-th mark in the window, after it was brought into it. */
export async function linesOf(page: Page, index: number): Promise<Box[]> {
  const lines = () =>
    page.evaluate((at) => {
      const ranges = [...CSS.highlights]
        .filter(([name]) => !/[45]-/.test(name))
        .flatMap(([, highlight]) => [...highlight])
        .map((painted) => {
          const range = document.createRange();
          range.setStart(painted.startContainer, painted.startOffset);
          range.setEnd(painted.endContainer, painted.endOffset);
          return range;
        });
      ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      const range = ranges[at];
      const first = range?.getBoundingClientRect();
      if (first && (first.top < 0 || first.bottom > innerHeight)) {
        range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      }
      return [...(range?.getClientRects() ?? [])].map(({ x, y, width, height }) => ({ x, y, width, height }));
    }, index);
  // A scroll that is still under way would take the pointer's mark away from it.
  let before = '';
  let now = await lines();
  await until(`mark ${index} to stand still`, async () => {
    before = JSON.stringify(now);
    now = await lines();
    return before === JSON.stringify(now);
  });
  return now;
}

/** How much of one lies under the other. Square pixels. */
export const covered = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** The middle of a mark's first line, in pixels of the window. */
export async function middleOf(page: Page, index: number) {
  const [line] = await linesOf(page, index);
  if (!line) throw new Error(`no mark ${index}`);
  return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
}

/** Rests the pointer on a mark. */
export async function rest(page: Page, index: number): Promise<void> {
  const { x, y } = await middleOf(page, index);
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
}
