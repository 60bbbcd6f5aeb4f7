/** The way from a mark's card to the report page: a content script cannot open an extension page itself. */
import { browser } from '../shared/browser';

/** A page whose process is taken over could ask without end; a reader does not report twice in that time. */
const REST_MS = 3000;

const opened = new Map<number, number>();

/** Opens the report page for mark `flag` beside `tab`, at most once in three seconds for a tab. */
export async function openReport(tab: number, flag: number): Promise<void> {
  const now = Date.now();
  if (now - (opened.get(tab) ?? Number.NEGATIVE_INFINITY) < REST_MS) return;
  opened.set(tab, now);
  const { index } = await browser.tabs.get(tab);
  const url = browser.runtime.getURL(`src/ui/report/index.html?tab=${tab}&flag=${flag}`);
  await browser.tabs.create({ url, openerTabId: tab, index: index + 1 });
}
