/**
 * Rupor's part of the browser's own menu. What fits is shown, and nothing else: a page that Rupor is in tells just before
 * the menu opens what it opens on. The browser keeps the entries, also while the background sleeps; it writes them to
 * the disk, so that nothing of a page is in them.
 */
import { browser, type Menus, type Tabs } from '../shared/browser';
import { hostOf } from '../shared/host';
import { speak, t } from '../shared/i18n';
import { openPage } from '../shared/open-page';
import { changeSettings, isOff, readSettings, type Settings, withSite } from '../shared/settings';
import type { Heard } from './doors';
import { bring } from './files';

/** So long after a page has told of it the menu is surely there: what it shows stays until it closes. Milliseconds. */
const OPENED = 1500;

/** Firefox alone can change a menu that is there already. */
type Refreshing = { readonly refresh?: () => Promise<void> };

const menus = (): (typeof browser.contextMenus & Refreshing) | undefined => browser.contextMenus;

/** Makes the entries anew, in the reader's language. A phone has no such menu. */
export async function makeMenus(): Promise<void> {
  speak((await readSettings('disk')).language);
  await menus()?.removeAll();
  const common = { documentUrlPatterns: ['http://*/*', 'https://*/*'] };
  const anywhere: Menus.ContextType[] = ['page', 'frame', 'selection', 'link', 'image'];
  menus()?.create({ ...common, id: 'not-this', title: t('not_this'), contexts: anywhere, visible: false });
  menus()?.create({ ...common, id: 'report-missed', title: t('menu_missed'), contexts: ['selection'] });
  menus()?.create({ ...common, id: 'site', title: t('menu_site_off'), contexts: ['page'], visible: false });
}

/** Puts what is always there into the reader's language; the rest is said anew each time. */
export async function renameMenus({ language }: Settings): Promise<void> {
  speak(language);
  await Promise.all([
    menus()?.update('not-this', { title: t('not_this') }),
    menus()?.update('report-missed', { title: t('menu_missed') }),
  ]);
}

let closing: ReturnType<typeof setTimeout> | undefined;

/** Has the menu offer what fits where it is about to open. */
export async function aim({ host, where }: Heard, isMark: boolean): Promise<void> {
  clearTimeout(closing);
  const marking = menus()?.update('not-this', { visible: isMark });
  const settings = await readSettings(where);
  speak(settings.language);
  const title = t(isOff(settings, host) ? 'menu_site_on' : 'menu_site_off');
  // Where Rupor is off everywhere, one site cannot be switched on.
  await Promise.all([marking, menus()?.update('site', { title, visible: settings.enabled })]);
  await menus()?.refresh?.();
  // On a page that tells nothing, nothing of the page before is to be offered.
  closing = setTimeout(() => void rest().catch(() => undefined), OPENED);
}

async function rest(): Promise<void> {
  await Promise.all(['not-this', 'site'].map((id) => menus()?.update(id, { visible: false })));
}

/** Does what was chosen in the menu of a tab. */
export async function choose(what: Menus.OnClickData['menuItemId'], tab: Tabs.Tab | undefined): Promise<void> {
  const id = tab?.id;
  if (id === undefined) return;
  switch (what) {
    case 'not-this':
      await browser.tabs.sendMessage(id, { do: 'not-this' });
      return;
    case 'report-missed':
      // A page that is no news is silent until the door is there.
      await bring(id, 0, ['door']).catch(() => undefined);
      return openPage(`src/ui/report/index.html?tab=${id}&missed=1`, id);
    case 'site':
      return turn(hostOf(tab?.url ?? ''), tab?.incognito ? 'memory' : 'disk');
  }
}

async function turn(host: string | undefined, where: Heard['where']): Promise<void> {
  if (host !== undefined) await changeSettings((now) => withSite(now, host, isOff(now, host)), where);
}
