/** Pages that are shown without being loaded: kept for the way back, or made before they are wanted. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kind, start, until } from './browser';
import { agree, article, callRelated, type House, LAVROV, painted, RIA, TASS, whole } from './follow';

/** Tells how it came to be shown. */
const CAME = '<script>addEventListener("pageshow", ({ persisted }) => { globalThis.persisted = persisted; });</script>';
const FIRST = whole(article('Перша новина', TASS.says, LAVROV.says), CAME);
const SECOND = whole(article('Друга новина', RIA.says), CAME);
const MARKED = [TASS.marked, LAVROV.marked];

/** Has the browser made `/soon.html` beforehand; that page says to the server when it has stood there for a while. */
const PROMISE = whole(
  article('Перша новина', TASS.says),
  '<script type="speculationrules">{"prerender": [{"source": "list", "urls": ["/soon.html"]}]}</script>',
);
const SOON = whole(
  article('Друга новина', RIA.says, LAVROV.says),
  `<script>
    const early = document.prerendering;
    addEventListener('load', () => setTimeout(() => fetch('/stood.html'), 500));
    document.addEventListener('prerenderingchange', async () => {
      const before = CSS.highlights.size;
      const made = performance.getEntriesByType('navigation')[0].activationStart > 0;
      while (CSS.highlights.size === 0) await new Promise((done) => requestAnimationFrame(done));
      fetch('/early-' + early + '-marks-' + before + '-made-' + made);
    });
  </script>`,
);

let house: House;
beforeAll(async () => {
  const stood = whole('');
  house = await start({
    '/1.html': FIRST,
    '/2.html': SECOND,
    '/3.html': PROMISE,
    '/soon.html': SOON,
    '/stood.html': stood,
  });
});
afterAll(() => house?.stop());

/** Goes through the history, and makes sure that the page was kept and not loaded anew. */
async function walk(page: Page, way: 'back' | 'forward', path: string): Promise<void> {
  const loads = house.server.requests.length;
  // By itself: the driver's own way back waits for a load, and there is none.
  await page.evaluate((to) => void setTimeout(() => history[to]()), way);
  await until(`${path} from the cache`, () =>
    page
      .evaluate((wanted) => location.pathname === wanted && Reflect.get(globalThis, 'persisted') === true, path)
      .catch(() => false),
  );
  expect(house.server.requests.slice(loads).map((request) => request.path)).not.toContain(path);
}

describe('a page that was kept for the way back', () => {
  it('goes by what was chosen meanwhile', async () => {
    const opened = await house.open('/1.html');
    const { page } = opened;
    await agree(house, opened, MARKED);
    await page.goto(`${house.server.origin}/2.html`);
    await agree(house, opened, [RIA.marked]);
    await house.rupor.store({ settings: { v: 2, language: 'en', offSites: ['127.0.0.1'] } });
    await walk(page, 'back', '/1.html');
    await until('no mark', async () => (await painted(page)).length === 0);
    await house.reset();
    await agree(house, opened, MARKED);
    await page.close();
  });

  it('has its marks and its count, is not read again, and shows no card', async () => {
    const opened = await house.open('/1.html');
    const { page, tab } = opened;
    await agree(house, opened, MARKED);
    await callRelated(page, 'article p');
    const own = () => page.evaluate(() => document.documentElement.childElementCount);
    const before = await own();
    expect(await house.rupor.ask(tab, { do: 'next' })).toBe(true);
    expect(await own()).toBe(before + 1);
    await page.goto(`${house.server.origin}/2.html`);
    await agree(house, opened, [RIA.marked]);
    for (let round = 0; round < 2; round++) {
      await walk(page, 'back', '/1.html');
      expect(await painted(page)).toEqual(MARKED);
      expect(await own()).toBe(before);
      await agree(house, opened, MARKED);
      await walk(page, 'forward', '/2.html');
      expect(await painted(page)).toEqual([RIA.marked]);
      await agree(house, opened, [RIA.marked]);
    }
    await page.close();
  });
});

// Firefox 153 knows no speculation rules: it makes no page beforehand.
const made = it.skipIf(kind === 'firefox');

describe('a page that is made before it is wanted', () => {
  made('is not counted and not marked until it is shown (Chromium only: Firefox has no prerendering)', async () => {
    const opened = await house.open('/3.html');
    await agree(house, opened, [TASS.marked]);
    await until('the page that is made beforehand', async () =>
      house.server.requests.some(({ path }) => path === '/stood.html'),
    );
    expect((await house.icon(opened.tab)).text).toBe('1');
    await opened.page.evaluate(() => void setTimeout(() => location.assign('/soon.html')));
    // The driver loses a page that another one takes the place of: this one tells the server how it was.
    const asked = () => house.server.requests.map(({ path }) => path);
    await until('marks on the page that was made', async () => asked().some((path) => path.startsWith('/early')));
    expect(asked()).toContain('/early-true-marks-0-made-true');
    await until('a badge of 2', async () => (await house.icon(opened.tab)).text === '2');
    const view = await house.rupor.state(opened.tab);
    expect(view.state === 'list' && view.rows.map(({ mark }) => mark)).toEqual([RIA.marked, LAVROV.marked]);
    // What the page has told the server.
    expect(house.requests()).toEqual(['/stood.html', '/early-true-marks-0-made-true']);
  });
});
