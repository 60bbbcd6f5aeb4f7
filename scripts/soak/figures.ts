/** What the soak measures, and the bounds that it must keep. */
import type { CDPSession } from 'puppeteer-core';

const MB = 1_000_000;

/** What a process holds after its garbage was collected. */
export type Held = {
  /** Minutes since the start. */
  readonly at: number;
  /** Bytes of JavaScript objects: the page's world and ours share them. */
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
  /** Nodes that stand in no document and that a script still holds. */
  readonly detached: number;
};

/** Bytes that a background holds, after a collection. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  // Twice: what a finaliser lets go of in the first is freed in the second.
  for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.send('HeapProfiler.disable');
  return usedSize;
}

/** What a page holds. @param since `performance.now()` of the start */
export async function heldBy(session: CDPSession, since: number): Promise<Held> {
  const heap = await heapOf(session);
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  await session.send('DOM.enable');
  const { detachedNodes } = await session.send('DOM.getDetachedDomNodes');
  await session.send('DOM.disable');
  const at = (performance.now() - since) / 60_000;
  return { at, heap, listeners, nodes, detached: detachedNodes.length };
}

/** Rise of a line through the points, by least squares. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0) / Math.max(1, list.length);
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, at]) => at))];
  const over = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  const under = points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

/**
 * - `heap`: a page that stays open for half an hour may hold so much more at its end: what the browser compiles and caches
 *   with time is a few megabytes, while a leak of one small object for each of 20,000 items is more.
 * - `slope`: after the first fifth, in which code is compiled, it may grow so much a minute.
 * - `background`: the same for the background, which starts anew after each kill.
 * - `listeners`, `detached`: nothing is added with time; a few may be on their way when they are counted.
 */
export const BOUNDS = {
  heap: 15 * MB,
  slope: 0.3 * MB,
  background: 5 * MB,
  listeners: 20,
  detached: 50,
} as const;

export const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(2)} MB`;
