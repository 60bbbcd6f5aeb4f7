import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, complaints, kind, marks, say, start, until, words } from './browser';
import { cardName, inCard } from './inside';
import { middleOf } from './lines';
import { type Menu, menuOf } from './menu';

let house: Awaited<ReturnType<typeof start>>;
let menu: Menu;
beforeAll(async () => {
  house = await start({
    '/plain.html':
      '<!doctype html><html lang="uk"><p>Слова, яких Рупор не читав. Їх можна <b>виділити</b> все одно.</p><textarea>виділити</textarea>',
  });
  menu = await menuOf(house);
});
afterAll(() => house?.stop());
beforeEach(() => house.reset());

const painted = async (page: Page): Promise<number> => (await marks(page)).length;

async function openNews() {
  const opened = await house.open('/news.html');
  await until('the marks', async () => (await painted(opened.page)) > 0);
  return opened;
}

/** Selects the first of these words in a page. */
const select = (page: Page, sought: string) =>
  page.evaluate((text) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node && !node.nodeValue?.includes(text)) node = walker.nextNode();
    const from = node?.nodeValue?.indexOf(text) ?? 0;
    if (node) getSelection()?.setBaseAndExtent(node, from, node, from + text.length);
    node?.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  }, sought);

/** A page of ours that opens by itself. */
async function opened(path: string): Promise<Page> {
  let found: Page | undefined;
  await until(`a page ${path}`, async () => {
    for (const page of await house.rupor.pages()) {
      const address = await page.evaluate(() => location.href).catch(() => '');
      if (address.includes(path)) found = page;
    }
    return found !== undefined;
  });
  if (!found) throw new Error(path);
  return found;
}

describe('the browser’s own menu', () => {
  it('offers *Not this…* on a mark alone, and opens it in the card', async () => {
    const { page, tab } = await openNews();
    // An open menu is mended while one looks at it: on a busy machine it is looked at again.
    const offers = (at: { readonly x: number; readonly y: number }, entries: string) =>
      until(
        entries,
        async () =>
          Object.keys(await menu.open(page, at))
            .sort()
            .join() === entries,
      );
    await offers({ x: 5, y: 5 }, 'site');
    await offers(await middleOf(page, 0), 'not-this,site');
    await menu.choose('not-this', tab);
    await until('the card', async () => (await cardName(page)) === 'Sergey Lavrov');
    await until('its menu', async () => (await inCard(page, (root) => root.querySelector('.menu') !== null)) === true);
    await page.close();
  });

  it('switches the site off and on again', async () => {
    const { page, tab } = await openNews();
    const offersSite = (title: string) =>
      until(title, async () => (await menu.open(page, { x: 5, y: 5 })).site === title);
    await offersSite(say('menu_site_off'));
    await menu.choose('site', tab);
    await until('no marks', async () => (await painted(page)) === 0);
    await offersSite(say('menu_site_on'));
    await menu.choose('site', tab);
    await until('the marks again', async () => (await painted(page)) > 0);
    await page.close();
  });

  it('reports the words that are selected in an article', async () => {
    const { page, tab } = await openNews();
    const at = await select(page, 'тривала дві години');
    const offered = await menu.open(page, at);
    // Chromium tells only of what changes; this one is always there.
    if (kind === 'firefox') expect(offered['report-missed']).toBe(say('menu_missed'));
    await menu.choose('report-missed', tab);
    const report = await opened('missed=1');
    await until('the words', async () => /тривала дві години/.test(await allOf(report)));
    expect(await words(report)).toContain(say('report_missed_title'));
    await report.close();
    await page.close();
  });
});

/** What a page of ours says, fields included. */
const allOf = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [document.body.innerText, ...[...document.querySelectorAll('textarea')].map(({ value }) => value)].join('\n'),
  );

describe('a selection', () => {
  it('is told with its sentence on a page that Rupor has not read, once it is asked for', async () => {
    const { page, tab } = await house.open('/plain.html');
    await house.rupor.state(tab);
    await select(page, 'виділити');
    expect(await house.rupor.ask(tab, { ask: 'selection' })).toEqual({
      before: 'Їх можна ',
      mark: 'виділити',
      after: ' все одно.',
      lang: 'uk',
    });
    await page.close();
  });

  it('is not told of a field', async () => {
    const { page, tab } = await house.open('/plain.html');
    await house.rupor.state(tab);
    await page.evaluate(() => {
      const field = document.querySelector('textarea');
      field?.focus();
      field?.select();
    });
    expect((await house.rupor.ask(tab, { ask: 'selection' })) ?? undefined).toBeUndefined();
    await page.close();
  });
});

/** How many first pages are open. */
const welcomes = async (): Promise<number> =>
  (await house.rupor.desk()).evaluate(
    async () => (await chrome.tabs.query({})).filter(({ url }) => url?.includes('/ui/welcome/')).length,
  );

describe('the first page', () => {
  it('explains the marks of its sample from the lexicon itself, and closes', async () => {
    const page = await house.rupor.openOwn('src/ui/welcome/index.html');
    const heard = complaints(page);
    await page.waitForSelector('.live-text .mark');
    expect(await welcomes()).toBe(1);
    await page.hover('.live-text .mark');
    await until('the card', async () => (await words(page)).includes('State news agency of Russia'));
    expect(await words(page)).toContain(say('never_title'));
    expect(heard).toEqual([]);
    await click(page, say('welcome_start'));
    await until('the page to close', async () => (await welcomes()) === 0);
  });

  it('has the keys of this browser', async () => {
    const page = await house.rupor.openOwn('src/ui/welcome/index.html');
    await until('the keys', async () => /Alt\s*R/.test(await words(page)));
    await page.close();
  });

  // `launch` has waited for it and closed it, so it did open after the installation.
  it('does not open again after an update', async () => {
    const { page } = await openNews();
    await house.rupor.update();
    await until('the marks of the new scripts', async () => (await painted(page)) > 0);
    expect(await welcomes()).toBe(0);
    await page.close();
  });
});
