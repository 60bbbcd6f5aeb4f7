import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, complaints, kind, type Mark, marks, say, shows, start, until, words } from './browser';
import { article, LAVROV, TASS, whole } from './follow';

const NEWS = '/news.html';
/** What of news.html is marked, as it is painted: the mention with its cue. */
const PAINTED = ['Міністр закордонних справ РФ розповів', 'повідомляє ТАСС', 'За словами Лаврова', 'київський режим'];
/** An article with more text in its middle than is read of any page: seven million units. */
const HUGE = whole(
  `${article('Новина', TASS.says).replace(
    '</article>',
    `<pre style="height: 1em; overflow: hidden"></pre><p>${LAVROV.says}</p></article>`,
  )}<script>document.querySelector('pre').textContent = 'Дощ іде з самого ранку. '.repeat(300_000)</script>`,
);

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start({ '/huge.html': HUGE });
});
afterAll(() => house?.stop());
beforeEach(() => house.reset());

const texts = (found: readonly Mark[]) => found.map(({ text }) => text);

/** The news page, read and marked. */
async function openNews(path = NEWS) {
  const opened = await house.open(path);
  await shows(opened.page, PAINTED);
  return opened;
}

describe('a news page', () => {
  it('is marked, and counted on the icon', async () => {
    const { page, tab } = await openNews();
    await until('a count of 4', async () => (await house.icon(tab)).text === '4');
    await page.close();
  });

  it('is left as it was found, byte by byte', async () => {
    const page = await house.rupor.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      addEventListener('DOMContentLoaded', () => {
        Object.assign(globalThis, { found: document.documentElement.outerHTML });
      });
    });
    await page.goto(`${house.server.origin}${NEWS}`);
    await shows(page, PAINTED);
    const [before, after] = await page.evaluate(() => [
      (globalThis as unknown as { found: string }).found,
      document.documentElement.outerHTML,
    ]);
    expect(before).toContain('<article id="a">');
    expect(after).toBe(before);
    await page.close();
  });

  it('is asked for once: the extension asks for nothing', async () => {
    const seen = house.server.requests.length;
    const requests: string[] = [];
    const page = await house.rupor.browser.newPage();
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(`${house.server.origin}${NEWS}`);
    await shows(page, PAINTED);
    const own = (path: string) => [NEWS, '/news.css', '/favicon.ico'].includes(path);
    expect(requests.filter((path) => !own(path))).toEqual([]);
    expect(house.server.requests.slice(seen).filter(({ path }) => !own(path))).toEqual([]);
    await page.close();
  });

  it('finds no file of the extension that it could read', async () => {
    const { page } = await house.open('/quiet.html');
    const read = await page.evaluate(async (base) => {
      const names = [
        'manifest.json',
        'src/page/main.iife.js',
        'src/page/article.js',
        'src/page/engine.js',
        'src/page/card.js',
        'icons/icon-active-16.png',
      ];
      const answers = await Promise.allSettled(names.map((name) => fetch(`${base}/${name}`)));
      return answers.map(({ status }) => status);
    }, house.rupor.base);
    expect(read).toEqual(Array(6).fill('rejected'));
    await page.close();
  });

  it('is followed when it changes', async () => {
    const { page, tab } = await openNews();
    await page.evaluate(() => {
      const added = document.createElement('p');
      added.textContent = 'Пізніше про це повідомило РИА Новости. Інших подробиць немає.';
      document.querySelector('article')?.append(added);
    });
    await until('a fifth mark', async () => texts(await marks(page)).some((text) => text.includes('РИА Новости')));
    await page.evaluate(() => document.querySelector('article p:last-child')?.remove());
    await shows(page, PAINTED);
    await until('a count of 4', async () => (await house.icon(tab)).text === '4');
    await page.close();
  });
});

describe('the card', () => {
  it('opens beside a mark that the pointer rests on, and leaves no trace', async () => {
    const { page } = await openNews();
    const hosts = () =>
      page.evaluate(() => document.documentElement.childElementCount + document.body.childElementCount);
    const before = await hosts();
    const point = await page.evaluate(() => {
      const [painted] = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
      if (!painted) throw new Error('no mark');
      const range = document.createRange();
      range.setStart(painted.startContainer, painted.startOffset);
      range.setEnd(painted.endContainer, painted.endOffset);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = range.getBoundingClientRect();
      return { x: box.x + 6, y: box.y + box.height / 2 };
    });
    await page.mouse.move(point.x - 3, point.y);
    await page.mouse.move(point.x, point.y);
    await until('the card', async () => (await hosts()) === before + 1);
    await page.keyboard.press('Escape');
    await until('no card', async () => (await hosts()) === before);
    await page.close();
  });
});

describe('the popup', () => {
  it('lists where links lead, and whose posts the page shows', async () => {
    const { page, tab } = await house.open('/links.html');
    await shows(page, ['з’явилося в мережі']);
    const popup = await house.popup(tab);
    await until('one row', async () => (await popup.$$('ol li')).length === 1);
    const said = await words(popup);
    for (const part of ['RIA Novosti', 't.me/rt_russian']) expect(said).toContain(part);
    await popup.close();
    await page.close();
  });

  it('lists the marks in reading order, each in its sentence', async () => {
    const { page, tab } = await openNews();
    const popup = await house.popup(tab);
    const rows = () => popup.$$eval('ol li', (items) => items.map((item) => item.textContent ?? ''));
    await until('four rows', async () => (await rows()).length === 4);
    const order = ['розповів про переговори', 'ТАСС', 'наступна зустріч', 'київський режим'];
    for (const [index, row] of (await rows()).entries()) expect(row).toContain(order[index]);
    await popup.close();
    await page.close();
  });

  // Firefox's driver cannot press the toolbar's button.
  const onToolbar = kind === 'chrome' ? it : () => undefined;
  onToolbar('opens from the toolbar', async () => {
    const { page } = await openNews();
    const popup = await house.pressToolbar(page);
    await until('a toolbar popup with four rows', async () => (await popup.$$('ol li')).length === 4);
    await page.close();
  });

  onToolbar('says there that a page is the browser’s own', async () => {
    const { page } = await house.openBlank();
    await page.goto('chrome://version');
    const popup = await house.pressToolbar(page);
    await until('the sentence', async () => (await words(popup)).includes(say('restricted_title')));
    await page.close();
  });

  it('says that only the beginning of a very long page was read', { timeout: 90_000 }, async () => {
    const { page, tab } = await house.open('/huge.html');
    await shows(page, [TASS.marked]);
    // Behind the popup, which is a tab here, it would be read more slowly.
    const cuts = async () => (await house.rupor.ask(tab, { ask: 'state' }))?.cuts;
    await expect.poll(cuts, { timeout: 60_000, interval: 200 }).toEqual(['text']);
    const popup = await house.popup(tab);
    await until('the sentence', async () => (await words(popup)).includes(say('cut_text')));
    expect(await popup.$$('ol li')).toHaveLength(1);
    await page.bringToFront();
    await page.evaluate(() => document.querySelector('pre')?.remove());
    await shows(page, [TASS.marked, LAVROV.marked]);
    await until('both rows', async () => (await popup.$$('ol li')).length === 2);
    expect(await words(popup)).not.toContain(say('cut_text'));
    await popup.close();
    await page.close();
  });

  it('leads to the passage that is clicked', async () => {
    const { page, tab } = await openNews();
    const popup = await house.popup(tab);
    await page.evaluate(() => scrollTo(0, 0));
    await click(popup, `${say('kind_framing')}, `);
    await until('the passage in the window', () =>
      page.evaluate(() => {
        const box = document.querySelectorAll('article p')[4]?.getBoundingClientRect();
        return box !== undefined && scrollY > 0 && box.top >= 0 && box.bottom <= innerHeight;
      }),
    );
    await page.close();
    if (!popup.isClosed()) await popup.close();
  });

  it('switches the site off and on at once; off stays after a reload', async () => {
    const { page, tab } = await openNews();
    const popup = await house.popup(tab);
    const name = say('site_switch_of', '127.0.0.1');
    await click(popup, name);
    await shows(page, []);
    await page.reload();
    await page.bringToFront();
    await until('the icon of a site that is off', async () => (await house.icon(tab)).title === say('icon_off'));
    expect(await marks(page)).toEqual([]);
    await until('the popup says so', async () => (await words(popup)).includes(say('off_title')));
    await click(popup, name);
    // A tab that is not seen is not read.
    await page.bringToFront();
    await shows(page, PAINTED);
    await popup.close();
    await page.close();
  });

  it('switches everything off and on at once', async () => {
    const { page, tab } = await openNews();
    const popup = await house.popup(tab);
    await click(popup, say('everywhere_off'));
    await shows(page, []);
    await click(popup, say('everywhere_on'));
    await shows(page, PAINTED);
    await popup.close();
    await page.close();
  });

  it('switches a kind off and on at once', async () => {
    const { page, tab } = await openNews();
    const popup = await house.popup(tab);
    await click(popup, `${say('kinds_framing')} 1`);
    await shows(page, PAINTED.slice(0, 3));
    await click(popup, `${say('kinds_framing')} 1`);
    await shows(page, PAINTED);
    await popup.close();
    await page.close();
  });

  it('takes a wrong mark away, and brings it back', async () => {
    const { page, tab } = await openNews();
    const popup = await house.popup(tab);
    await click(popup, say('not_this_of', 'TASS'));
    await click(popup, say('not_here'));
    await shows(page, [PAINTED[0] ?? '', ...PAINTED.slice(2)]);
    await click(popup, say('undo'));
    await shows(page, PAINTED);
    await popup.close();
    await page.close();
  });
});

describe('the icon and the popup', () => {
  it('show a grey 0 for news without a mark', async () => {
    const { page, tab } = await house.open('/quiet.html');
    await until('a 0', async () => (await house.icon(tab)).text === '0');
    const { title, colour } = await house.icon(tab);
    expect(title).toBe(say('icon_zero'));
    expect(Math.max(...colour) - Math.min(...colour)).toBeLessThan(24);
    const popup = await house.popup(tab);
    await until('the sentence', async () => (await words(popup)).includes(say('empty_title')));
    await popup.close();
    await page.close();
  });

  it('say that a page is no news, and read it when asked', async () => {
    const { page, tab } = await house.open('/tool.html');
    await until('the tooltip', async () => (await house.icon(tab)).title === say('icon_not-news'));
    expect(await marks(page)).toEqual([]);
    const popup = await house.popup(tab);
    await until('the sentence', async () => (await words(popup)).includes(say('not-news_text')));
    await click(popup, say('not-news_scan'));
    await shows(page, ['За словами Лаврова']);
    await popup.close();
    await page.close();
  });

  it('are there for a page that is no news where the site is always read', async () => {
    await house.rupor.store({ settings: { v: 2, language: 'en', alwaysSites: ['127.0.0.1'] } });
    await until('the site is known to the browser', async () =>
      (await house.rupor.desk()).evaluate(
        async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1,
      ),
    );
    const { page } = await house.open('/tool.html');
    await shows(page, ['За словами Лаврова']);
    await page.close();
    await house.reset();
    await until('it is no more', async () =>
      (await house.rupor.desk()).evaluate(
        async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0,
      ),
    );
  });

  it('say that the browser keeps them out of its own pages', async () => {
    const { page, tab } = await house.openBlank();
    const popup = await house.popup(tab);
    await until('the sentence', async () => (await words(popup)).includes(say('restricted_text')));
    await popup.close();
    await page.close();
  });

  it('break no rule of their own security policy', async () => {
    const { page, tab } = await openNews();
    const popup = await house.popup(tab);
    const heard = complaints(popup);
    await popup.reload({ waitUntil: [] });
    await until('the rows', async () => (await popup.$$('ol li')).length === 4);
    expect(heard).toEqual([]);
    await popup.close();
    await page.close();
  });
});
