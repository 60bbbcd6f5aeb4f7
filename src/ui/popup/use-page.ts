import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { browser, type Runtime } from '../../shared/browser';
import { isWebPage } from '../../shared/host';
import type { PageState } from '../../shared/messages';
import type { Settings } from '../../shared/settings';
import { askState, NoAnswer } from '../ask';
import { findTab, type TabInfo } from '../tab';

/** What the popup knows of the page behind it. */
export type PageAnswer =
  | { readonly is: 'answer'; readonly page: PageState }
  /** No script of ours is there: the browser keeps it out, or the page was open before this Rupor came. */
  | { readonly is: 'nobody'; readonly because: 'restricted' | 'stale' }
  | { readonly is: 'no-answer' };

/** How long a page that is still reading is left alone before it is asked once more. */
const READING_MS = 400;

/**
 * The page in the tab, asked again whenever it says that it has changed, when it is loaded anew, and when the reader's
 * choices change. `tab` and `answer` are undefined until they are known.
 */
export function usePage(settings: Settings | undefined) {
  const [tab, setTab] = useState<TabInfo>();
  const [answer, setAnswer] = useState<PageAnswer>();
  const asked = useRef(0);

  const again = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    const found = await findTab();
    const next = found === undefined ? undefined : await answerOf(found);
    // Of two questions under way only the later one counts.
    if (turn !== asked.current) return;
    setTab(found);
    setAnswer(next ?? { is: 'nobody', because: 'restricted' });
  }, []);

  // A change of the settings may change what the page marks.
  useEffect(() => void again(), [again, settings]);

  const id = tab?.id;
  useEffect(() => {
    const onMessage = (said: unknown, sender: Runtime.MessageSender): undefined => {
      if (sender.tab?.id === id && isChange(said)) void again();
    };
    const onUpdated = (updated: number, change: { status?: string }): void => {
      if (updated === id && change.status === 'complete') void again();
    };
    browser.runtime.onMessage.addListener(onMessage);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      browser.runtime.onMessage.removeListener(onMessage);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [again, id]);

  useEffect(() => {
    if (answer?.is !== 'answer' || answer.page.state !== 'reading') return;
    const timer = setTimeout(again, READING_MS);
    return () => clearTimeout(timer);
  }, [again, answer]);

  return { tab, answer, again };
}

async function answerOf(tab: TabInfo): Promise<PageAnswer> {
  try {
    return { is: 'answer', page: await askState(tab.id) };
  } catch (problem) {
    if (!(problem instanceof NoAnswer)) throw problem;
    if (problem.why !== 'nobody') return { is: 'no-answer' };
    // A press on the toolbar's button shows us a web page's address, and never that of the browser's own page.
    const isWeb = tab.url !== undefined && isWebPage(tab.url);
    return { is: 'nobody', because: isWeb ? 'stale' : 'restricted' };
  }
}

function isChange(said: unknown): boolean {
  return typeof said === 'object' && said !== null && 'say' in said && said.say === 'changed';
}
