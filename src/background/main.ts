/** The background: wakes, does one thing, and may die. Every listener is registered at once, on the top level. */
import '../shared/texts';
import { browser, type Runtime } from '../shared/browser';
import { readSettings, type Settings, watchSettings } from '../shared/settings';
import { registerAlways } from './always';
import { nameUnread, showBadge, showStale } from './badge';
import { affords, forgetSilent } from './budget';
import { choicesFor, keepFor, passOn } from './choices';
import { obey } from './commands';
import { fromPage } from './doors';
import { bring, dress, greetFrame, greetOpenTabs, open } from './files';
import { keepFromPages } from './keep';
import { aim, choose, makeMenus, renameMenus } from './menus';
import { forgetTab } from './own-page';
import { forgetWithLast } from './private';
import { openReport } from './report-page';
import { openRule } from './rule-page';
import { bringUpToDate } from './upkeep';
import { welcome } from './welcome';

void keepFromPages().catch(forget);

browser.runtime.onMessage.addListener((said: unknown, sender: Runtime.MessageSender) => {
  const heard = fromPage(said, sender);
  if (heard && !affords(heard.tab, heard.message, Date.now())) return undefined;
  // Answered are a count, what is to be brought, and choices; our own pages ask the page themselves.
  if (heard?.message.say === 'count') return showBadge(heard.tab, heard.message, heard.where).then(() => true);
  if (heard?.message.say === 'report') openReport(heard.tab, heard.message.id).catch(forget);
  if (heard?.message.say === 'aim') aim(heard, heard.message.isMark).catch(forget);
  if (heard?.message.say === 'rule') openRule(heard.tab, heard.message.entry).catch(forget);
  if (heard?.message.say === 'dress') return dress(heard.tab, heard.frame, heard.message.look, heard.message.worn);
  if (heard?.message.say === 'open') return open(heard, heard.message.isNews);
  if (heard?.message.say === 'need') return bring(heard.tab, heard.frame, heard.message.files);
  if (heard?.message.say === 'frame') return greetFrame(heard.tab, heard.message.place);
  if (heard?.message.say === 'choices') return choicesFor(heard);
  if (heard?.message.say === 'exclude' || heard?.message.say === 'readmit') return keepFor(heard, heard.message);
  return undefined;
});

browser.runtime.onInstalled.addListener(({ reason }) => {
  void bringUpToDate().catch(forget);
  void registerAlways().catch(forget);
  void makeMenus().catch(forget);
  void readSettings('disk').then(nameUnread).catch(forget);
  // Of a page that was open before the first installation nothing is out of date.
  void greetOpenTabs(reason === 'update' ? showStale : forget).catch(forget);
  if (reason === 'install') void welcome().catch(forget);
});
// The browser may speak another language than when it was closed.
browser.runtime.onStartup.addListener(() => {
  void makeMenus().catch(forget);
  void readSettings('disk').then(nameUnread).catch(forget);
});
const onChoice = (settings: Settings): void => {
  void renameMenus(settings).catch(forget);
  void nameUnread(settings).catch(forget);
};
watchSettings(onChoice, new AbortController().signal);
browser.contextMenus?.onClicked.addListener(({ menuItemId }, tab) => void choose(menuItemId, tab).catch(forget));
browser.storage.onChanged.addListener((changes, area) => void passOn(changes, area).catch(forget));
browser.tabs.onRemoved.addListener((tab) => {
  forgetTab(tab);
  forgetSilent(Date.now());
});
// Firefox for Android has no windows, only tabs.
(browser.windows ?? browser.tabs).onRemoved.addListener(() => void forgetWithLast().catch(forget));

// Firefox for Android has no keys to set, and no such interface.
browser.commands?.onCommand.addListener((name, tab) => void obey(name, tab).catch(forget));

/** The tab was closed meanwhile or has no script of ours: there is nobody to do it for. */
function forget(): void {}
