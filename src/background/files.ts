/** Brings files of ours into the world of the page's scripts: nothing is open to pages, nothing is fetched. */

import { browser } from '../shared/browser';
import type { PageFile } from '../shared/messages';
import type { MarkLook } from '../shared/settings';
import type { SiteSettings } from '../shared/settings-for';
import { sheetOf } from '../shared/sheet';
import { choicesFor } from './choices';
import type { Heard } from './doors';

const SCRIPTS: readonly PageFile[] = ['door', 'article', 'engine', 'card', 'selection'];
const pathOf = (file: PageFile): string => (SCRIPTS.includes(file) ? `src/page/${file}.js` : `lexicon/${file}.js`);

/** @returns true when the files are there; rejects where the page is gone */
export async function bring(tab: number, frame: number, files: readonly PageFile[]): Promise<true> {
  const target = { tabId: tab, frameIds: [frame] };
  const scripts = files.map(pathOf);
  // One after the other, but each by itself: the browser runs the files of one call in one long task.
  await Promise.all(
    scripts.map((script) => browser.scripting.executeScript({ target, files: [script], injectImmediately: true })),
  );
  return true;
}

/** Has the marks of a page look so, and no more as `worn`. @returns true when they do; rejects where the page is gone */
export async function dress(tab: number, frame: number, look: MarkLook, worn: MarkLook | undefined): Promise<true> {
  const target = { tabId: tab, frameIds: [frame] };
  const sheet = (of: MarkLook) =>
    isGecko()
      ? ({ target, css: sheetOf(of, ''), origin: 'USER' } as const)
      : ({ target, css: sheetOf(of, ':root'), origin: 'AUTHOR' } as const);
  // Before the next frame both have come about: the page is styled anew once.
  await Promise.all([browser.scripting.insertCSS(sheet(look)), worn && browser.scripting.removeCSS(sheet(worn))]);
  return true;
}

/**
 * Brings the door into a page that the first script has found to be news, or around some; and with it `article.ts`,
 * unless the page's reader wants it left alone.
 * @returns what was chosen for this site, once they are there
 */
export async function open(heard: Heard, isNews: boolean): Promise<SiteSettings> {
  const { site, pausedUntil } = await choicesFor(heard);
  const isRead = isNews && site !== 'off' && pausedUntil <= Date.now();
  // The door comes last: it finds the reader there and asks for nothing.
  await bring(heard.tab, heard.frame, isRead ? ['article', 'door'] : ['door']);
  // Read anew: the door was not there yet to hear of a choice made meanwhile.
  return choicesFor(heard);
}

/** In Firefox an author's `::highlight()` stops at shadow roots, a user's does not; in Chromium it is the other way round. */
const isGecko = (): boolean => browser.runtime.getManifest().browser_specific_settings !== undefined;

/**
 * Has web pages that are open already read, after an installation or an update: what was there of an older Rupor is
 * silent. Firefox starts declared scripts there by itself; the first script is there only once (`door.ts`).
 * @param onRefused a page that no extension may read (an error page, a store) has refused
 */
export async function greetOpenTabs(onRefused: (tab: number, url: string) => void): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  for (const { id, discarded, url = '' } of tabs) {
    if (id === undefined || discarded) continue;
    await greet(id, 0).catch(() => onRefused(id, url));
  }
}

/** Starts the first script in a frame of the page, the one at `place` among its frames. @returns whether it is there */
export async function greetFrame(tab: number, place: number): Promise<boolean> {
  const target = { tabId: tab, allFrames: true };
  const answers = await browser.scripting.executeScript({ target, func: isFrameAt, args: [place] });
  const frame = answers.find(({ result, frameId }) => result === true && frameId !== 0);
  if (frame) await greet(tab, frame.frameId);
  return frame !== undefined;
}

/** What `isFrameAt` needs of a window; the background has none, and knows no such type. */
type FrameWindow = {
  readonly parent: { readonly document: { getElementsByTagName(name: string): ArrayLike<object> } };
  readonly top: object;
  readonly frameElement: object | null;
};

/** Runs in each frame of the page: is it the one at `place` in the top document, and of its origin? */
function isFrameAt(place: number): boolean {
  const { parent, top, frameElement } = globalThis as unknown as FrameWindow;
  return (
    parent === top && frameElement !== null && frameElement === parent.document.getElementsByTagName('iframe')[place]
  );
}

/** Starts the first script in a frame. */
async function greet(tab: number, frame: number): Promise<void> {
  const [declared] = browser.runtime.getManifest().content_scripts ?? [];
  if (!declared?.js) return;
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: declared.js });
}
