/** The reader's own reports, kept in storage.local until they are removed. They never leave it by themselves. */
import { browser } from './browser';
import { alone, whereWeAre } from './kept';
import { parseReport, type Report } from './report';

/** The key that reports are kept under. */
export const REPORTS_KEY = 'reports';
/** At 2 KB each they stay far below the quota; the oldest goes out. */
export const REPORTS_MAX = 200;

let writing: Promise<unknown> = Promise.resolve();

/** All kept reports, oldest first; what cannot be read is left out. */
export async function keptReports(): Promise<readonly Report[]> {
  const { [REPORTS_KEY]: kept } = await browser.storage.local.get(REPORTS_KEY);
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((item) => parseReport(item) ?? []);
}

/** Keeps a report; one of the same id is replaced. @throws when the storage fails, and in private windows. */
export function keepReport(report: Report): Promise<void> {
  return rewrite((kept) => [...kept.filter(({ id }) => id !== report.id), report].slice(-REPORTS_MAX));
}

/** Forgets a report. @throws when the storage fails. */
export function removeReport(id: string): Promise<void> {
  return rewrite((kept) => kept.filter((report) => report.id !== id));
}

async function rewrite(change: (kept: readonly Report[]) => readonly Report[]): Promise<void> {
  if (whereWeAre() !== 'disk') throw new Error('In a private window no report is kept.');
  // Two report pages may be open at once.
  const done = writing.then(() =>
    alone(REPORTS_KEY, async () => browser.storage.local.set({ [REPORTS_KEY]: change(await keptReports()) })),
  );
  writing = done.catch(() => undefined);
  return done;
}
