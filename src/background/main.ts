/** The background: wakes, does one thing, and may die. Every listener is registered at once, on the top level. */
import { browser, type Runtime } from '../shared/browser';
import { showBadge } from './badge';
import { fromPage } from './doors';
import { openReport } from './report-page';

browser.runtime.onMessage.addListener((said: unknown, sender: Runtime.MessageSender) => {
  const heard = fromPage(said, sender);
  // No answer, whoever asked: a page's script only tells, our own pages ask the page themselves.
  if (heard?.message.say === 'count') void showBadge(heard.tab, heard.message);
  if (heard?.message.say === 'report') openReport(heard.tab, heard.message.id).catch(() => undefined);
  return undefined;
});
