import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser, type Runtime } from '../../shared/browser';
import { fieldOf } from '../../shared/field';
import { isStore, isWebPage } from '../../shared/host';
import type { PageState } from '../../shared/messages';
import type { Settings } from '../../shared/settings';
import { askState, NoAnswer } from '../ask';
import { findTab, type TabInfo, tabOf } from '../tab';

/** What is known of the page in the tab. */
export type PageAnswer =
  | { readonly is: 'answer'; readonly page: PageState }
  /** No script of ours is there: the browser keeps it out, or the page was open before this Rupor came. */
  | { readonly is: 'nobody'; readonly because: 'restricted' | 'stale' }
  | { readonly is: 'no-answer' };

/** `answer` is undefined while the page is asked. `visit` is another number for each page that the tab goes to. */
export type Asked = {
  readonly tab: TabInfo | undefined;
  readonly answer: PageAnswer | undefined;
  readonly visit: number;
};

/** How long a page that is still reading is left alone before it is asked once more. */
const READING_MS = 400;
/** What another tab has shown is not left standing for longer than this. Milliseconds. */
const STANDING_MS = 150;
/** A page that changes all the time, or only says so, is asked again once in so many milliseconds. */
const CHANGES_MS = 200;

/**
 * The page in the tab, asked again whenever it says that it has changed, when it is loaded anew, and when the reader's
 * choices change.
 * @param follows does it go with the reader to other tabs of the window?
 */
export function usePage(settings: Settings | undefined, follows: boolean) {
  const [asked, setAsked] = useState<Asked>({ tab: undefined, answer: undefined, visit: 0 });
  const turns = useRef(0);
  const visit = useRef(0);
  const followed = useRef<number | undefined>(undefined);
  const known = useRef<Settings | undefined>(undefined);

  const again = useCallback(async () => {
    turns.current += 1;
    const turn = turns.current;
    // Of two questions under way only the later one counts.
    const isLast = (): boolean => turn === turns.current;
    const wait = (): void => {
      if (isLast()) setAsked((before) => ({ ...before, answer: undefined }));
    };
    const tab = await (followed.current === undefined ? findTab() : tabOf(followed.current));
    if (isLast()) followed.current = tab?.id;
    const answer = tab === undefined ? undefined : await answerOf(tab, wait);
    if (isLast()) setAsked({ tab, answer: answer ?? { is: 'nobody', because: 'restricted' }, visit: visit.current });
  }, []);

  // A change of the settings may change what the page marks; at first they only come later than the question, which does
  // not wait for a frame.
  useLayoutEffect(() => {
    const isFirst = known.current === undefined && settings !== undefined;
    known.current = settings;
    if (!isFirst) void again();
  }, [again, settings]);

  useLayoutEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    let later: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      last = performance.now();
      later = undefined;
      void again();
    };
    const onMessage = (said: unknown, sender: Runtime.MessageSender): undefined => {
      if (sender.tab?.id !== followed.current || later !== undefined || fieldOf(said, 'say') !== 'changed') return;
      const rest = last + CHANGES_MS - performance.now();
      if (rest <= 0) ask();
      else later = setTimeout(ask, rest);
    };
    const onUpdated = (updated: number, { status }: { status?: string }): void => {
      if (updated !== followed.current || status === undefined) return;
      if (status === 'loading') visit.current += 1;
      void again();
    };
    browser.runtime.onMessage.addListener(onMessage);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      clearTimeout(later);
      browser.runtime.onMessage.removeListener(onMessage);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [again]);

  const home = asked.tab?.windowId;
  useEffect(() => {
    if (!follows || home === undefined) return;
    const onActivated = ({ tabId, windowId }: { tabId: number; windowId: number }): void => {
      if (windowId === home) void goTo(tabId);
    };
    const goTo = async (tab: number): Promise<void> => {
      // Opened in a tab of its own it is about the others.
      if ((await browser.tabs.getCurrent())?.id === tab || followed.current === tab) return;
      followed.current = tab;
      visit.current += 1;
      const late = setTimeout(() => setAsked((before) => ({ ...before, answer: undefined })), STANDING_MS);
      await again().finally(() => clearTimeout(late));
    };
    browser.tabs.onActivated.addListener(onActivated);
    return () => browser.tabs.onActivated.removeListener(onActivated);
  }, [again, follows, home]);

  const { answer } = asked;
  useEffect(() => {
    if (answer?.is !== 'answer' || answer.page.state !== 'reading') return;
    const timer = setTimeout(again, READING_MS);
    return () => clearTimeout(timer);
  }, [again, answer]);

  return { ...asked, again };
}

/** @param onSilence nobody is there yet, and the page has to be woken */
async function answerOf(tab: TabInfo, onSilence: () => void): Promise<PageAnswer> {
  try {
    return { is: 'answer', page: await askState(tab, onSilence) };
  } catch (problem) {
    if (!(problem instanceof NoAnswer)) throw problem;
    if (problem.why !== 'nobody') return { is: 'no-answer' };
    // A press on the toolbar's button shows us a web page's address, and never that of the browser's own page.
    const isWeb = tab.url !== undefined && isWebPage(tab.url) && !isStore(tab.url);
    return { is: 'nobody', because: isWeb ? 'stale' : 'restricted' };
  }
}
