/** Brings files of the lexicon into the world of the page's script: nothing is open to pages, nothing is fetched. */
import { browser } from '../shared/browser';
import type { LexiconFile } from '../shared/messages';

/** @returns true when the file is there; rejects where the page is gone */
export async function bring(tab: number, file: LexiconFile): Promise<true> {
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [0] },
    files: [`lexicon/${file}.js`],
    injectImmediately: true,
  });
  return true;
}
