/** Private windows: what is chosen there is in memory, and goes with the last of them. */
import { browser } from '../shared/browser';
import { forgetPrivate } from '../shared/kept';

/** Forgets what was chosen in private windows, if none is open any more. */
export async function forgetWithLast(): Promise<void> {
  const tabs = await browser.tabs.query({});
  if (!tabs.some(({ incognito }) => incognito)) await forgetPrivate();
}
