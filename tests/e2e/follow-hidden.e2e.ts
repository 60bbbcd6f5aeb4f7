/** Tabs that nobody looks at: nothing is read in them until they are shown. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { start, until } from './browser';
import { agree, article, type House, LAVROV, painted, put, RIA, rest, TASS, whole } from './follow';

const MARKED = [TASS.marked, LAVROV.marked];
let house: House;
beforeAll(async () => {
  house = await start({ '/hidden.html': whole(article('Новина', TASS.says, LAVROV.says)) });
});
afterAll(() => house?.stop());

it('a change in a hidden tab is read when the tab is shown', async () => {
  const opened = await house.open('/hidden.html');
  const { page } = opened;
  await agree(house, opened, MARKED);
  const other = await house.openBlank();
  await until('a hidden tab', () => page.evaluate(() => document.hidden));
  await put(page, 'article p', RIA.says);
  await rest(page, 1000);
  expect(await page.evaluate(() => document.hidden)).toBe(true);
  expect(await painted(page)).toEqual([LAVROV.marked]);
  expect((await house.icon(opened.tab)).text).toBe('2');
  await page.bringToFront();
  await agree(house, opened, [RIA.marked, LAVROV.marked]);
  await other.page.close();
  await page.close();
});

it('a tab that is opened behind another one is read when it is shown', async () => {
  const front = await house.openBlank();
  const url = `${house.server.origin}/hidden.html?behind`;
  const desk = await house.rupor.desk();
  const tab = await desk.evaluate(
    async (address) => Number((await chrome.tabs.create({ url: address, active: false })).id),
    url,
  );
  let page: Awaited<ReturnType<House['rupor']['browser']['pages']>>[number] | undefined;
  await until('the page behind', async () => {
    page = (await house.rupor.pages()).find((candidate) => candidate.url() === url);
    return (await page?.evaluate(() => document.readyState)) === 'complete';
  });
  if (!page) throw new Error('no page');
  await rest(page, 1000);
  expect(await page.evaluate(() => document.hidden)).toBe(true);
  expect(await painted(page)).toEqual([]);
  await page.bringToFront();
  await agree(house, { page, tab }, MARKED);
  await front.page.close();
  await page.close();
});
