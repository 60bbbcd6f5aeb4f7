/**
 * The browser's own menu, with Rupor's entries in it. In Firefox it is the real one, opened by the right button and read in
 * the browser's window. Chromium without a screen draws none: what the background asks of it is read, and what is chosen
 * is told to the background as the browser would.
 */
import type { Page } from 'puppeteer-core';
import { kind, type start, until } from './browser';

type House = Awaited<ReturnType<typeof start>>;

/** The id of an entry of ours, with its title. */
type Entries = Readonly<Record<string, string>>;

export type Menu = {
  /** Opens it at a point of the window. @returns what of ours is in it; in Chromium without what is always there */
  readonly open: (page: Page, at: { readonly x: number; readonly y: number }) => Promise<Entries>;
  /** Chooses one of ours in the menu of a tab. */
  readonly choose: (entry: string, tab: number) => Promise<void>;
};

export const menuOf = (house: House): Promise<Menu> => (kind === 'firefox' ? inFirefox(house) : inChromium(house));

type Told = { readonly id: string; readonly change: { readonly title?: string; readonly visible?: boolean } };

async function inChromium({ rupor }: House): Promise<Menu> {
  const isOurs = (url: string): boolean => url.startsWith(rupor.base);
  const target = await rupor.browser.waitForTarget((one) => one.type() === 'service_worker' && isOurs(one.url()));
  const worker = await target.worker();
  if (!worker) throw new Error('the background is not running');
  await worker.evaluate(() => {
    const { contextMenus } = chrome;
    const update = contextMenus.update.bind(contextMenus) as (...args: unknown[]) => unknown;
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    contextMenus.update = ((id: unknown, change: unknown, ...rest: unknown[]) => {
      told.push({ id, change });
      return update(id, change, ...rest);
    }) as typeof contextMenus.update;
  });
  const told = () => worker.evaluate(() => (globalThis as unknown as { told: Told[] }).told);
  return {
    async open(page, { x, y }) {
      await worker.evaluate(() => (globalThis as unknown as { told: Told[] }).told.splice(0));
      await page.mouse.click(x, y, { button: 'right' });
      await until('the menu', async () => (await told()).some(({ id }) => id === 'site'));
      const shown = (await told()).filter(({ change }) => change.visible);
      return Object.fromEntries(shown.map(({ id, change }) => [id, change.title ?? '']));
    },
    async choose(entry, tab) {
      await worker.evaluate(
        async (menuItemId, id) => {
          const { onClicked } = chrome.contextMenus as unknown as {
            onClicked: { dispatch(info: object, tab: object): void };
          };
          onClicked.dispatch({ menuItemId }, await chrome.tabs.get(id));
        },
        entry,
        tab,
      );
    },
  };
}

/** WebDriver BiDi speaks to the browser's own window too; puppeteer has no word for it. */
type Connection = { send(method: string, params: object): Promise<{ result: unknown }> };

async function inFirefox({ rupor }: House): Promise<Menu> {
  const { connection } = rupor.browser as unknown as { connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = result as { contexts: readonly { readonly context: string; readonly url: string }[] };
  const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (!window) throw new Error('no window of the browser');
  /** @param body of a function with `menu`, the menu, and `ours`, the entries of ours by id */
  const inMenu = async (body: string): Promise<unknown> => {
    const expression = `(() => {
      const menu = document.getElementById('contentAreaContextMenu');
      const ours = Object.fromEntries([...menu.querySelectorAll('menuitem[id*="-menuitem-_"]')].map((item) => [item.id.split('-menuitem-_')[1], item]));
      ${body}
    })()`;
    const target = { context: window.context };
    const answer = await connection.send('script.evaluate', { expression, target, awaitPromise: true });
    return (answer.result as { result: { value?: unknown } }).result.value;
  };
  const close = () => inMenu('menu.hidePopup();');
  return {
    async open(page, { x, y }) {
      await close();
      await page.bringToFront();
      await page.mouse.click(x, y, { button: 'right' });
      await until(
        'the menu',
        async () =>
          (await inMenu("return menu.state === 'open' && ('site' in ours || 'report-missed' in ours);")) === true,
      );
      const titles = 'JSON.stringify(Object.fromEntries(Object.entries(ours).map(([id, item]) => [id, item.label])))';
      return JSON.parse(String(await inMenu(`return ${titles};`)));
    },
    async choose(entry) {
      await inMenu(`ours[${JSON.stringify(entry)}].doCommand();`);
      await close();
    },
  };
}
