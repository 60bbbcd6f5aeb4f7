/** The way from a page to one of our own: a content script cannot open an extension page itself. */
import { browser, type Runtime } from '../shared/browser';
import { inTime } from '../shared/kept';
import { openPage } from '../shared/open-page';

const HOUR = 3_600_000;
/** No reader asks for more of one kind in an hour, from one tab. */
const HOURLY = 30;

/** When which of our pages was asked for from which tab, in the last hour. Milliseconds since 1970. */
const asked = new Map<string, readonly number[]>();

/** A page of ours that a tab asks for. */
export type OwnPage = {
  /** Its path in the package. */
  readonly path: string;
  /** What the number of the tab is called in its address. */
  readonly by: string;
  /** The rest of the address. */
  readonly rest: string;
  /** Shortest time between two. Milliseconds. */
  readonly pause: number;
};

/**
 * Opens a page of ours beside a tab, or shows the one that this tab has open already. A page whose process is taken over
 * could ask without end, so it gets one at a time, and thirty in an hour.
 */
export async function openBeside(tab: number, { path, by, rest, pause }: OwnPage): Promise<void> {
  const now = Date.now();
  const way = `${tab} ${path}`;
  const times = (asked.get(way) ?? []).filter((time) => now - time < HOUR);
  if (times.length >= HOURLY || now - (times.at(-1) ?? Number.NEGATIVE_INFINITY) < pause) return;
  asked.set(way, [...times, now]);
  const address = `${path}?${by}=${tab}${rest}`;
  const open = await openOf(tab, path, by);
  if (!open) return openPage(address, tab);
  const url = browser.runtime.getURL(address);
  await browser.tabs.update(open.tabId, { active: true, ...(open.documentUrl !== url && { url }) });
  // Firefox for Android has no windows.
  await browser.windows?.update(open.windowId, { focused: true });
}

/** Nothing is remembered of a tab that is closed. */
export function forgetTab(tab: number): void {
  for (const way of asked.keys()) if (way.startsWith(`${tab} `)) asked.delete(way);
}

/** The page that this tab has open, from the browser: the background may have slept meanwhile, and remembers nothing. */
async function openOf(tab: number, path: string, by: string): Promise<Runtime.ExtensionContext | undefined> {
  // A browser that does not tell is taken to have none: another page is better than none.
  const contexts = await inTime(browser.runtime.getContexts({ contextTypes: ['TAB'] })).catch(() => []);
  return contexts.find(({ documentUrl = '' }) => {
    if (!URL.canParse(documentUrl)) return false;
    const { pathname, searchParams } = new URL(documentUrl);
    return pathname === `/${path}` && searchParams.get(by) === String(tab);
  });
}
