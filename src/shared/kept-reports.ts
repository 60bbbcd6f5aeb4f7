/** The reader's own reports, kept in storage.local until they are removed. They never leave it by themselves. */
import { browser } from './browser';
import { parseReport, type Report } from './report';

const KEY = 'reports';
/** At 2 KB each they stay far below the quota; the oldest goes out. */
export const REPORTS_MAX = 200;

let writing: Promise<unknown> = Promise.resolve();

/** All kept reports, oldest first; what cannot be read is left out. */
export async function keptReports(): Promise<readonly Report[]> {
  const { [KEY]: kept } = await browser.storage.local.get(KEY);
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((item) => parseReport(item) ?? []);
}

/** Keeps a report; one of the same id is replaced. @throws when the storage fails. */
export function keepReport(report: Report): Promise<void> {
  return rewrite((kept) => [...kept.filter(({ id }) => id !== report.id), report].slice(-REPORTS_MAX));
}

/** Forgets a report. @throws when the storage fails. */
export function removeReport(id: string): Promise<void> {
  return rewrite((kept) => kept.filter((report) => report.id !== id));
}

function rewrite(change: (kept: readonly Report[]) => readonly Report[]): Promise<void> {
  const done = writing.then(async () => {
    const work = async () => browser.storage.local.set({ [KEY]: change(await keptReports()) });
    // Two report pages may be open at once; all who keep reports are extension pages and share this lock.
    await (globalThis.navigator?.locks ? navigator.locks.request(`rupor-${KEY}`, work) : work());
  });
  writing = done.catch(() => undefined);
  return done;
}
