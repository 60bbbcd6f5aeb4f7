/** The way from a page to one of our own: a content script cannot open an extension page itself. */
import { openPage } from '../shared/open-page';

/** When which of our pages was opened last from which tab. */
const opened = new Map<string, number>();

/**
 * Opens a page of ours beside a tab, at most once in `restMs` milliseconds: a page whose process is taken over could ask
 * without end.
 * @param address the page's path in the package
 * @param rest its query or fragment
 */
export async function openBeside(tab: number, address: string, rest: string, restMs: number): Promise<void> {
  const now = Date.now();
  const way = `${tab} ${address}`;
  if (now - (opened.get(way) ?? Number.NEGATIVE_INFINITY) < restMs) return;
  opened.set(way, now);
  await openPage(`${address}${rest}`, tab);
}
