/** What a page costs: processor time of our scripts in it, and how long it keeps others waiting. */
import type { Page } from 'puppeteer-core';

/** Between two looks of the profiler. Microseconds. */
const INTERVAL_US = 1000;
/** What the profiler calls time in which nothing was done. */
const IDLE = '(idle)';

/**
 * Counts the processor time of an extension's scripts in a page, with what they have the browser do (Chromium only).
 * The profiler tells their share of the time in which the page's thread was busy; the thread's own clock, which stands
 * still while other programs have the processor, tells how long that was.
 * @param base address that its files begin with
 * @returns milliseconds so far, and ends the counting
 */
export async function costIn(page: Page, base: string): Promise<() => Promise<number>> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL_US });
  await session.send('Profiler.start');
  return async () => {
    const { profile } = await session.send('Profiler.stop');
    const { metrics } = await session.send('Performance.getMetrics');
    await session.detach();
    const thread = metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN;
    const ours = new Set<number>();
    const idle = new Set<number>();
    // A node stands before its children.
    for (const { id, callFrame, children } of profile.nodes) {
      if (callFrame.functionName === IDLE) idle.add(id);
      if (callFrame.url.startsWith(base)) ours.add(id);
      if (ours.has(id)) for (const child of children ?? []) ours.add(child);
    }
    const { samples = [], timeDeltas = [] } = profile;
    const timeIn = (counts: (id: number) => boolean): number =>
      samples.reduce((sum, id, i) => (counts(id) ? sum + (timeDeltas[i + 1] ?? 0) : sum), 0);
    const busy = timeIn((id) => !idle.has(id));
    return busy === 0 ? 0 : (timeIn((id) => ours.has(id)) / busy) * thread * 1000;
  };
}

/**
 * Asks the page again and again whether it still answers.
 * @param timers let the answer come out of a timer of the page: those wait longer than its events
 * @returns the longest wait so far, milliseconds; and stops
 */
export function pulseOf(page: Page, timers: boolean): () => Promise<number> {
  let longest = 0;
  let isOver = false;
  const beating = (async () => {
    while (!isOver) {
      const asked = performance.now();
      // A page on its way to another address has nobody to answer: the next beat meets the next page.
      await page.evaluate((wait) => wait && new Promise((done) => setTimeout(done)), timers).catch(() => undefined);
      longest = Math.max(longest, performance.now() - asked);
      await new Promise((done) => setTimeout(done, 50));
    }
  })();
  return async () => {
    isOver = true;
    await beating;
    return longest;
  };
}
