/** The page that a reader sees once, right after the installation. */
import { browser } from '../shared/browser';

const PAGE = 'src/ui/welcome/index.html';

/** Opens it in a window that is not private; where there is none, the popup says enough. */
export async function welcome(): Promise<void> {
  const url = browser.runtime.getURL(PAGE);
  // Firefox for Android has no windows, only tabs; private ones are seen only where the reader has allowed it.
  if (!browser.windows) return open({ url });
  const windows = (await browser.windows.getAll({ windowTypes: ['normal'] })).filter(({ incognito }) => !incognito);
  const inFront = windows.find(({ focused }) => focused) ?? windows[0];
  if (inFront?.id !== undefined) await open({ url, windowId: inFront.id });
}

async function open(tab: { readonly url: string; readonly windowId?: number }): Promise<void> {
  await browser.tabs.create(tab);
}
