/** Popup and side panel: the list of marks, in one tab and beside all of them. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, kind, marks, say, shows, start, until, words } from './browser';
import { article, CALM, LAVROV, type Opened, put, RIA, TASS, whole } from './follow';

const FLAGS = 500;
const SAID = [TASS, LAVROV, RIA];
const said = (index: number) => SAID[index % SAID.length] ?? TASS;
const paragraphs = (count: number) => Array.from({ length: count }, (_, index) => said(index).says);

/** Three marks under the title, under one heading and under another. */
const PARTS = whole(
  `<article><h1>Новина</h1><p>${TASS.says}</p><p>${CALM}</p><h2>Що відомо</h2><p>${LAVROV.says}</p>
  <p class="tall">${CALM}</p><h2>Що далі</h2><p id="last">${RIA.says}</p><p>${CALM}</p></article>`,
  '<style>.tall { margin-bottom: 3000px }</style>',
);
const THREE = [TASS.marked, LAVROV.marked, RIA.marked];
const ONE = whole(article('Інша новина', TASS.says));

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  const many = whole(article('Дуже довга новина', ...paragraphs(FLAGS)));
  house = await start({ '/many.html': many, '/parts.html': PARTS, '/one.html': ONE });
});
afterAll(() => house?.stop());
beforeEach(() => house.reset());

async function open(path: string, expected: readonly string[]): Promise<Opened> {
  const opened = await house.open(path);
  await shows(opened.page, expected);
  return opened;
}

/** Names of the rows that are rendered, in order. */
const rows = (list: Page): Promise<string[]> =>
  list.$$eval('ol li .flag-text .mark', (all) => all.map(({ textContent }) => textContent ?? ''));

const listed = (list: Page, expected: readonly string[]) =>
  until(`the rows ${expected.join(', ')}`, async () => JSON.stringify(await rows(list)) === JSON.stringify(expected));

/** The row that has the focus: its place among all, how high it is, and whether all of its head can be seen. */
const focused = (list: Page) =>
  list.evaluate(() => {
    const row = document.activeElement?.closest('li');
    const box = row?.getBoundingClientRect();
    const room = document.querySelector('.flags')?.getBoundingClientRect();
    return {
      at: Number(row?.getAttribute('aria-posinset')),
      of: Number(row?.getAttribute('aria-setsize')),
      height: Math.round(box?.height ?? 0),
      isSeen: !!box && !!room && box.top >= room.top - 1 && box.top + 40 <= room.bottom + 1,
    };
  });

const focusOn = (list: Page, at: number) =>
  until(`the focus on row ${at}, in sight`, async () => {
    const now = await focused(list);
    return now.at === at && now.isSeen;
  });

/** The mark of the row that is shown as the reader's place. */
const here = (list: Page) => list.evaluate(() => document.querySelector('.is-here .mark')?.textContent ?? '');

async function closeAll(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) if (!page.isClosed()) await page.close();
}

describe('a list of five hundred', () => {
  it('has only what can be seen, and is gone through by keys and wheel', async () => {
    const { page, tab } = await house.open('/many.html');
    await until('all marks', async () => (await marks(page)).length === FLAGS);
    const popup = await house.popup(tab);
    await focusOn(popup, 1);
    expect(await popup.$$('ol li')).not.toHaveLength(0);
    expect((await popup.$$('ol li')).length).toBeLessThan(40);
    expect((await focused(popup)).of).toBe(FLAGS);

    await popup.keyboard.press('End');
    await focusOn(popup, FLAGS);
    for (let times = 0; times < 12; times++) await popup.keyboard.press('ArrowUp');
    await focusOn(popup, FLAGS - 12);
    await popup.keyboard.press('Home');
    await focusOn(popup, 1);

    const { height } = await focused(popup);
    await popup.keyboard.press('KeyI');
    await until('the explanation', async () => (await focused(popup)).height > height + 40);
    await popup.keyboard.press('ArrowDown');
    await focusOn(popup, 2);
    // The row in focus stays, and keeps the focus, wherever the list is.
    await popup.mouse.move(180, 400);
    await popup.mouse.wheel({ deltaY: 20_000 });
    const first = () => popup.$$eval('ol li', (all) => Number(all[1]?.getAttribute('aria-posinset')));
    await until('rows from further down', async () => (await first()) > 20);
    expect((await focused(popup)).at).toBe(2);
    await closeAll(popup, page);
  });
});

describe('the popup', () => {
  it('is left to the keyboard alone: switch, filters, stance, steps, rows, footer', async () => {
    const { page, tab } = await open('/parts.html', THREE);
    const popup = await house.popup(tab);
    await focusOn(popup, 1);
    const stops = async (count: number, key: 'forward' | 'back') => {
      const seen: string[] = [];
      for (let stop = 0; stop < count; stop++) {
        if (key === 'back') await popup.keyboard.down('Shift');
        await popup.keyboard.press('Tab');
        if (key === 'back') await popup.keyboard.up('Shift');
        const name = () =>
          document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';
        seen.push(await popup.evaluate(name));
      }
      return seen;
    };
    expect(await stops(7, 'back')).toEqual([
      say('next'),
      say('previous'),
      say('stance_filter'),
      `${say('kinds_framing')} 0`,
      `${say('kinds_official')} 1`,
      `${say('kinds_state-media')} 2`,
      say('site_switch_of', '127.0.0.1'),
    ]);
    await stops(7, 'forward');
    expect(await stops(6, 'forward')).toEqual([
      say('why_of', 'TASS'),
      say('not_this_of', 'TASS'),
      say('pause_hour'),
      say('side_panel'),
      say('everywhere_off'),
      say('options'),
    ]);
    await closeAll(popup, page);
  });

  it('goes to the next mark and the one before, and says where it is', async () => {
    const { page, tab } = await open('/parts.html', THREE);
    const popup = await house.popup(tab);
    await listed(popup, THREE);
    await click(popup, say('previous'));
    await until('the last mark', async () => (await here(popup)) === RIA.marked);
    const isInWindow = () => {
      const box = document.querySelector('#last')?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    };
    await until('the passage in the window', () => page.evaluate(isInWindow));
    expect(await words(popup)).toContain(say('position', '3', '3'));
    const heard = () => popup.$eval('.sr[role="status"]', ({ textContent }) => textContent);
    expect(await heard()).toBe(
      say('jumped', say('position', '3', '3'), say('kind_state-media'), say('stance_reported')),
    );
    await click(popup, say('next'));
    await until('the first mark, round the end', async () => (await here(popup)) === TASS.marked);
    await closeAll(popup, page);
  });

  it('pauses all tabs, and all kinds, at once; and says so', async () => {
    const one = await open('/one.html', [TASS.marked]);
    const { page, tab } = await open('/parts.html', THREE);
    const popup = await house.popup(tab);
    await click(popup, say('pause_hour'));
    await shows(page, []);
    await shows(one.page, []);
    await click(popup, say('paused_resume'));
    // A tab that is not seen is not read.
    await page.bringToFront();
    await shows(page, THREE);
    await popup.bringToFront();
    await listed(popup, THREE);
    for (const digit of ['Digit1', 'Digit2', 'Digit3'] as const) {
      await popup.keyboard.press(digit);
    }
    await until('the sentence', async () => (await words(popup)).includes(say('kinds_none')));
    await one.page.bringToFront();
    await shows(one.page, []);
    await popup.bringToFront();
    await click(popup, say('show_all_main'));
    await listed(popup, THREE);
    await page.bringToFront();
    await shows(page, THREE);
    await one.page.bringToFront();
    await shows(one.page, [TASS.marked]);
    await closeAll(popup, page, one.page);
  });

  it('says why a site is not read where only chosen ones are, and chooses it', async () => {
    await house.rupor.store({ settings: { v: 2, language: 'en', sites: 'chosen' } });
    const { page, tab } = await house.open('/one.html');
    const popup = await house.popup(tab);
    await until('the sentence', async () => (await words(popup)).includes(say('not-chosen_text', '127.0.0.1')));
    await click(popup, say('off_action'));
    await page.bringToFront();
    await listed(popup, [TASS.marked]);
    await closeAll(popup, page);
  });
});

describe('the side panel', () => {
  it('lists the marks under the page’s own headings, each sentence whole', async () => {
    const { page, tab } = await open('/parts.html', THREE);
    const panel = await house.panel(tab);
    await listed(panel, THREE);
    const heads = await panel.$$eval('.part', (all) => all.map(({ textContent }) => textContent));
    expect(heads).toEqual([say('beginning'), 'Що відомо', 'Що далі']);
    expect(await words(panel)).not.toContain(say('side_panel'));
    await closeAll(panel, page);
  });

  it('goes with the reader to other tabs and other pages', async () => {
    const one = await open('/one.html', [TASS.marked]);
    const { page, tab } = await open('/parts.html', THREE);
    const panel = await house.panel(tab);
    await listed(panel, THREE);
    await one.page.bringToFront();
    await listed(panel, [TASS.marked]);
    await page.bringToFront();
    await listed(panel, THREE);
    await page.goto(`${house.server.origin}/tool.html`);
    await until('that it is no news', async () => (await words(panel)).includes(say('not-news_title')));
    await page.goto(`${house.server.origin}/one.html`);
    await listed(panel, [TASS.marked]);
    await closeAll(panel, page, one.page);
  });

  it('follows what changes in the page, and where the reader goes in it, and leaves the focus', async () => {
    const { page, tab } = await open('/parts.html', THREE);
    const panel = await house.panel(tab);
    await listed(panel, THREE);
    await page.bringToFront();
    const focus = () => panel.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const before = await focus();
    await house.rupor.ask(tab, { do: 'next' });
    await until('the first mark', async () => (await here(panel)) === TASS.marked);
    await house.rupor.ask(tab, { do: 'next' });
    await until('the second', async () => (await here(panel)) === LAVROV.marked);
    expect(await focus()).toBe(before);
    await put(page, '#last', LAVROV.says);
    await listed(panel, [TASS.marked, LAVROV.marked, LAVROV.marked]);
    await house.rupor.store({ settings: { v: 2, language: 'en', offSites: ['127.0.0.1'] } });
    await until('that it is off', async () => (await words(panel)).includes(say('off_title')));
    await closeAll(panel, page);
  });

  it('hides a mark, brings it back, and hides it for all tabs', async () => {
    const one = await open('/one.html', [TASS.marked]);
    const { page, tab } = await open('/parts.html', THREE);
    const panel = await house.panel(tab);
    const hide = async () => {
      await click(panel, say('not_this_of', 'TASS'));
      await click(panel, say('not_anywhere'));
      await listed(panel, [LAVROV.marked, RIA.marked]);
    };
    await hide();
    await shows(page, [LAVROV.marked, RIA.marked]);
    await click(panel, say('undo'));
    await listed(panel, THREE);
    await hide();
    await one.page.bringToFront();
    await shows(one.page, []);
    await until('nothing found', async () => (await words(panel)).includes(say('empty_title')));
    await closeAll(panel, page, one.page);
  });

  it.skipIf(kind === 'firefox')(
    'opens from the popup, beside the page (in Firefox no driver can press the toolbar, nor open the sidebar)',
    async () => {
      const { page } = await open('/parts.html', THREE);
      const popup = await house.pressToolbar(page);
      await listed(popup, THREE);
      // A script of the driver's counts as a press; the popup closes while it runs.
      const press = (name: string) =>
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
      await popup.evaluate(press, say('side_panel')).catch(() => undefined);
      const panel = await house.ownPage('/panel/index.html');
      await listed(panel, THREE);
      await until('the popup gone', async () => popup.isClosed());
      const other = await open('/one.html', [TASS.marked]);
      await listed(panel, [TASS.marked]);
      await closeAll(other.page, page);
    },
  );
});
