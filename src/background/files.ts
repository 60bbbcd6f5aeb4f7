/** Brings files of ours into the world of the page's scripts: nothing is open to pages, nothing is fetched. */
import { browser } from '../shared/browser';
import type { PageFile } from '../shared/messages';

const pathOf = (file: PageFile): string =>
  file === 'article' || file === 'card' ? `src/page/${file}.js` : `lexicon/${file}.js`;

/** @returns true when the files are there; rejects where the page is gone */
export async function bring(tab: number, files: readonly PageFile[]): Promise<true> {
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [0] },
    files: files.map(pathOf),
    injectImmediately: true,
  });
  return true;
}

/**
 * Has web pages that are open already read, after an installation or an update: what was there of an older Rupor is
 * silent. Firefox starts declared scripts there by itself; the first script is there only once (`door.ts`).
 */
export async function greetOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  const [declared] = browser.runtime.getManifest().content_scripts ?? [];
  const origin = declared !== undefined && 'css_origin' in declared ? 'USER' : 'AUTHOR';
  for (const { id, discarded } of tabs) {
    if (id === undefined || discarded || !declared?.js) continue;
    const target = { tabId: id, frameIds: [0] };
    try {
      await browser.scripting.insertCSS({ target, files: declared.css ?? [], origin });
      await browser.scripting.executeScript({ target, files: declared.js });
    } catch {
      // A page that no extension may read (an error page, a store): the next tab.
    }
  }
}
