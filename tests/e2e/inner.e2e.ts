/** Pages that are only a frame around an article of their own origin: readers, viewers of AMP pages. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marks, start, until, words } from './browser';

const ARTICLE =
  '<!doctype html><meta charset="utf-8"><title>Міст</title><article><h1>Міст через річку відкрили</h1>' +
  '<p>За даними ТАСС, рух відновили зранку.</p>' +
  `${'<p>Перші машини проїхали о сьомій годині без черги та заторів, водії дякували за роботу майстрам.</p>'.repeat(8)}</article>`;
const OTHER = ARTICLE.replace('ТАСС', 'РИА Новости');
const PLAIN = '<!doctype html><meta charset="utf-8"><p>Тут нічого немає.</p>';

const around = (frame: string): string =>
  `<!doctype html><html lang="uk"><meta charset="utf-8"><title>Читач</title><body style="margin:0">${frame}</body></html>`;
const LARGE = 'style="width:100vw;height:90vh;border:0"';
const escaped = ARTICLE.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const PAGES = {
  '/inner.html': ARTICLE,
  '/inner-2.html': OTHER,
  '/inner-plain.html': PLAIN,
  '/src.html': around(`<iframe src="/inner.html" ${LARGE}></iframe>`),
  '/srcdoc.html': around(`<iframe srcdoc="${escaped}" ${LARGE}></iframe>`),
  '/small.html': around('<iframe src="/inner.html" style="width:300px;height:200px"></iframe>'),
  '/sandboxed.html': around(`<iframe sandbox srcdoc="${escaped}" ${LARGE}></iframe>`),
  '/late.html': around(`<iframe src="/inner-plain.html" ${LARGE}></iframe>`),
};

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start(PAGES);
});
afterAll(() => house?.stop());

/** Marks painted in the first frame of the page. */
const inside = async (page: Page): Promise<string[]> => {
  const frame = page.frames()[1];
  // A frame that goes elsewhere in this moment has no marks.
  const painted = frame ? await marks(frame).catch(() => []) : [];
  return painted.map(({ text }) => text);
};
const shows = (page: Page, expected: string): Promise<void> =>
  until(`${expected} is marked in the frame`, async () => (await inside(page)).join() === expected);

describe('an article in a frame of the page’s own origin', () => {
  it.each(['/src.html', '/srcdoc.html'])('is read where it is: %s', async (path) => {
    const { page, tab } = await house.open(path);
    await shows(page, 'За даними ТАСС');
    expect(await marks(page)).toEqual([]);
    await until('the icon counts it', async () => (await house.icon(tab)).text === '1');
    const popup = await house.popup(tab);
    await until('the popup lists it', async () => (await words(popup)).includes('рух відновили зранку'));
    expect(await house.rupor.ask(tab, { do: 'next' })).toBe(true);
    expect(await house.rupor.ask(tab, { ask: 'address' })).toBe(
      `${house.server.origin}${path === '/src.html' ? '/inner.html' : path}`,
    );
    await popup.close();
    await page.close();
  });

  it('is followed when the frame shows another one', async () => {
    const { page, tab } = await house.open('/late.html');
    const go = (address: string) =>
      page.evaluate((to) => document.querySelector('iframe')?.setAttribute('src', to), address);
    expect((await house.rupor.state(tab)).state).toBe('not-news');
    await go('/inner.html');
    await shows(page, 'За даними ТАСС');
    await go('/inner-2.html');
    await shows(page, 'За даними РИА Новости');
    await until('the icon counts it', async () => (await house.icon(tab)).text === '1');
    await go('/inner-plain.html');
    await until('the icon says so', async () => (await house.icon(tab)).text === '');
    expect((await house.rupor.state(tab)).state).toBe('not-news');
    await page.close();
  });

  it.each(['/small.html', '/sandboxed.html'])('is left alone where it is not the page: %s', async (path) => {
    const { page, tab } = await house.open(path);
    expect((await house.rupor.state(tab)).state).toBe('not-news');
    await new Promise((done) => setTimeout(done, 1500));
    expect((await house.rupor.state(tab)).state).toBe('not-news');
    await page.close();
  });
});
