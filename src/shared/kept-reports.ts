/** The reader's own reports, kept in storage.local until they are removed. They never leave it by themselves. */
import { browser } from './browser';
import { alone, inTime, storedIn, whereWeAre } from './kept';
import { ACTS, type Act, isNewer, parseReport, type Report } from './report';

/** The key that reports are kept under. */
export const REPORTS_KEY = 'reports';
/** At 2 KB each they stay far below the quota; the oldest goes out. */
export const REPORTS_MAX = 200;

let writing: Promise<unknown> = Promise.resolve();

/** All kept reports, oldest first; what cannot be read is left out. @throws when the storage fails or does not answer. */
export async function keptReports(): Promise<readonly Report[]> {
  return (await load()).flatMap((item) => parseReport(item) ?? []);
}

/** Of all that is to be kept, what is stored: reports of a newer Rupor, which this one cannot read, stay beside it. */
export async function withNewer(reports: readonly Report[]): Promise<readonly unknown[]> {
  return [...(await load()).filter(isNewer).slice(-REPORTS_MAX), ...reports];
}

async function load(): Promise<readonly unknown[]> {
  const kept = await storedIn('local', REPORTS_KEY);
  return Array.isArray(kept) ? kept : [];
}

/**
 * Keeps a report and what was done with it; one of the same id is replaced, and what was done with that is remembered.
 * @throws when the storage fails, and in private windows.
 */
export function keepReport(report: Report, act: Act): Promise<void> {
  return rewrite((kept) => {
    const before = kept.find(({ id }) => id === report.id)?.done ?? [];
    const done = ACTS.filter((one) => one === act || before.includes(one) || report.done.includes(one));
    const next = { ...report, done };
    const isNew = !kept.some(({ id }) => id === report.id);
    return isNew ? [...kept, next].slice(-REPORTS_MAX) : kept.map((one) => (one.id === report.id ? next : one));
  });
}

/** Forgets these reports. @returns what was kept before, oldest first. @throws when the storage fails. */
export async function removeReports(ids: readonly string[]): Promise<readonly Report[]> {
  let before: readonly Report[] = [];
  await rewrite((kept) => {
    before = kept;
    return kept.filter(({ id }) => !ids.includes(id));
  });
  return before;
}

/** Brings forgotten reports back to where they stood; what was kept meanwhile stays. @throws when the storage fails. */
export function restoreReports(before: readonly Report[]): Promise<void> {
  return rewrite((kept) => {
    const missing = before.filter(({ id }) => !kept.some((one) => one.id === id));
    return [...missing, ...kept].sort((a, b) => a.at - b.at).slice(-REPORTS_MAX);
  });
}

/** Calls back whenever the kept reports change, in whichever window. */
export function watchReports(onChange: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && Object.hasOwn(changes, REPORTS_KEY)) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}

async function rewrite(change: (kept: readonly Report[]) => readonly Report[]): Promise<void> {
  if (whereWeAre() !== 'disk') throw new Error('In a private window no report is kept.');
  // Two report pages may be open at once.
  const done = writing.then(() =>
    alone(REPORTS_KEY, async () => {
      const next = await withNewer(change(await keptReports()));
      await inTime(browser.storage.local.set({ [REPORTS_KEY]: next }));
    }),
  );
  writing = done.catch(() => undefined);
  return done;
}
