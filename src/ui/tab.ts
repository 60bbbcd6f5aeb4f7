/** The tab that a page of ours is about. */
import { browser } from '../shared/browser';

export type TabInfo = {
  readonly id: number;
  /** Known for web pages only (`host_permissions`). */
  readonly url?: string;
  /** In a private window nothing is written down. */
  readonly isPrivate: boolean;
};

/** The tab named by `?tab=` in our own address, else the one in front; undefined where there is none. */
export async function findTab(): Promise<TabInfo | undefined> {
  const named = numberIn('tab');
  const tab =
    named === undefined
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(named).catch(() => undefined);
  if (tab?.id === undefined) return undefined;
  const known = tab.url === undefined || tab.url === '' ? {} : { url: tab.url };
  return { id: tab.id, ...known, isPrivate: tab.incognito };
}

/** A whole number from our own address. */
export function numberIn(parameter: string): number | undefined {
  const value = new URLSearchParams(location.search).get(parameter);
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}
