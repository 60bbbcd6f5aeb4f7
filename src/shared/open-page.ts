import { browser } from './browser';

/**
 * Opens a page of ours beside a tab.
 * @param address its path in the package, with query and fragment
 */
export async function openPage(address: string, tab: number): Promise<void> {
  const url = browser.runtime.getURL(address);
  const { index } = await browser.tabs.get(tab);
  // Chromium shows no page of ours in a private window, and one in another window cannot come from that tab.
  await browser.tabs.create({ url, openerTabId: tab, index: index + 1 }).catch(() => browser.tabs.create({ url }));
}
