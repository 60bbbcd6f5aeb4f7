/** The tab that a page of ours is about. */
import { browser, type Tabs } from '../shared/browser';

export type TabInfo = {
  readonly id: number;
  readonly windowId: number;
  /** Known for web pages only (`host_permissions`). */
  readonly url?: string;
  /** In a private window nothing is written down. */
  readonly isPrivate: boolean;
};

/** The tab named by `?tab=` in our own address, else the one in front; undefined where there is none. */
export async function findTab(): Promise<TabInfo | undefined> {
  const named = numberIn('tab');
  if (named !== undefined) return tabOf(named);
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  return front && infoOf(front);
}

/** The tab of that number; undefined where it is closed. */
export async function tabOf(id: number): Promise<TabInfo | undefined> {
  const tab = await browser.tabs.get(id).catch(() => undefined);
  return tab && infoOf(tab);
}

function infoOf({ id, windowId = -1, url = '', incognito }: Tabs.Tab): TabInfo | undefined {
  if (id === undefined) return undefined;
  return { id, windowId, isPrivate: incognito, ...(url === '' ? {} : { url }) };
}

/** A whole number from our own address. */
export function numberIn(parameter: string): number | undefined {
  const value = new URLSearchParams(location.search).get(parameter);
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}
