/** What the reader chose is seen in a page that is open, at once and after a reload, and nothing of the page is changed. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Look, Settings } from '../../src/shared/settings';
import { click, marks, say, shows, start, until } from './browser';
import { PAGES, PAINTED } from './card-pages';
import { cardName, inCard, isOpen } from './inside';
import { middleOf, rest } from './lines';

const LINK = 'з’явилося в мережі';
const OUTSIDE = 'повідомляє ТАСС';
/** A page has heard of a choice by then, if it hears of it at all. */
const HEARD_MS = 500;
/** The article with a link to an outlet, and words beside it that are no part of it. */
const PAGE = (PAGES['/plain.html'] ?? '')
  .replace(
    '</article>',
    `<p>Відео з місця <a href="https://t.me/rian_ru/1">${LINK}</a>, його автора не назвали.</p></article>`,
  )
  .replace(
    '</body>',
    `<div><p>Про це ${OUTSIDE}. Розмова тривала дві години, її подробиць не розкривають.</p></div></body>`,
  );
const ALL = [...PAINTED, LINK];

let house: Awaited<ReturnType<typeof start>>;
let page: Page;
let tab: number;
beforeAll(async () => {
  house = await start({ '/look.html': PAGE });
  ({ page, tab } = await house.openBlank());
  await page.setViewport({ width: 1000, height: 700 });
  await page.goto(`${house.server.origin}/look.html`);
});
afterAll(() => house?.stop());
beforeEach(async () => {
  // A choice of the test before may still be on its way, and would close a card: a sight of the page's own comes between.
  await choose({ look: { style: 'none' } });
  await shows(page, []);
  await house.reset();
  await shows(page, ALL);
});

type Change = {
  readonly [K in keyof Settings]?: Settings[K] extends readonly unknown[] ? Settings[K] : Partial<Settings[K]>;
};
const choose = (change: Change) => house.rupor.store({ settings: { v: 2, language: 'en', ...change } });
const look = (change: Partial<Look>) => choose({ look: change });
const count = async (n: number) => until(`${n} on the icon`, async () => (await house.icon(tab)).text === String(n));

/** The number of the n-th mark in the list. */
async function idOf(index: number): Promise<number> {
  const state = await house.rupor.state(tab);
  return state.state === 'list' ? (state.rows[index]?.id ?? -1) : -1;
}

/** What a mark looks like, as the page itself can see it. */
const lookOf = (name: string) =>
  page.evaluate((of) => {
    const style = getComputedStyle(document.body, `::highlight(passage-${of})`);
    const { textDecorationLine: line, textDecorationThickness: width, textDecorationColor: colour } = style;
    return { line, width, colour, tint: style.backgroundColor };
  }, name);
type Seen = Awaited<ReturnType<typeof lookOf>>;
async function looks(name: string, wanted: Partial<Seen>): Promise<void> {
  let seen: Seen | undefined;
  await until(`the look ${JSON.stringify(wanted)}`, async () => {
    seen = await lookOf(name);
    return Object.entries(wanted).every(([key, value]) => seen?.[key as keyof Seen] === value);
  }).catch(() => expect(seen).toMatchObject(wanted));
}
const PETROL = 'rgb(23, 118, 109)';
const CLEAR = 'rgba(0, 0, 0, 0)';

/** Does it in the page that is open, and looks again after a reload; the page has changed nothing of itself by then. */
async function liveAndKept(change: () => Promise<unknown>, see: () => Promise<unknown>): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await change();
  await see();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  await page.reload();
  await see();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
}

describe('what is marked', () => {
  it('leaves out a stance that is off, also from the steps and the icon; the list has it still', async () => {
    const isOwnVoice = ({ name }: { name: string }) => name.includes('1-');
    const all = await marks(page);
    const left = all.filter((mark) => !isOwnVoice(mark)).map(({ text }) => text);
    expect(left.length).toBeLessThan(all.length);
    await liveAndKept(
      () => choose({ stances: { adopted: false } }),
      async () => {
        await shows(page, left);
        await count(left.length);
      },
    );
    expect(await house.rupor.ask(tab, { do: 'previous' })).toBe(true);
    await until('the card', () => isOpen(page));
    const position = await inCard(page, (root) => root.querySelector('.card-steps')?.textContent);
    expect(position).toContain(`of ${left.length}`);
    await page.keyboard.press('Escape');
    const state = await house.rupor.state(tab);
    expect(state).toMatchObject({ state: 'list', rows: { length: ALL.length } });
  });

  it('is of the whole page where the reader wants that', async () => {
    await liveAndKept(
      () => choose({ reach: 'page' }),
      () => shows(page, [...ALL, OUTSIDE]),
    );
    await house.reset();
    await shows(page, ALL);
  });

  it('has no links where the reader wants none', async () => {
    await liveAndKept(
      () => choose({ links: false }),
      () => shows(page, PAINTED),
    );
    expect(await house.rupor.state(tab)).toMatchObject({ rows: { length: PAINTED.length } });
  });

  it('is nothing where only chosen sites are read, and all of it on one of them', async () => {
    await liveAndKept(
      () => choose({ sites: 'chosen' }),
      () => shows(page, []),
    );
    await until('off', async () => (await house.rupor.state(tab)).state === 'off');
    await choose({ sites: 'chosen', onSites: ['127.0.0.1'] });
    await shows(page, ALL);
  });
});

describe('marks look', () => {
  it('as they always did at first', async () => {
    await looks('s2-light', { line: 'underline', width: '2px', colour: PETROL, tint: CLEAR });
  });

  it('like tints', async () => {
    await liveAndKept(
      () => look({ style: 'tint' }),
      () => looks('s2-light', { line: 'none', tint: 'rgba(23, 118, 109, 0.17)' }),
    );
    await house.reset();
    await looks('s2-light', { line: 'underline', width: '2px', tint: CLEAR });
  });

  it.each([
    ['quiet', '1.5px'],
    ['strong', '2.5px'],
  ] as const)('%s', async (strength, width) => {
    await liveAndKept(
      () => look({ strength }),
      () => looks('s2-light', { line: 'underline', width }),
    );
  });

  it('in hues for readers who see fewer colours, and their card with them', async () => {
    await liveAndKept(
      () => look({ palette: 'colour-blind' }),
      () => looks('s2-light', { colour: 'rgb(69, 114, 111)' }),
    );
    await house.rupor.ask(tab, { do: 'explain', id: await idOf(0) });
    await until('the card', () => isOpen(page));
    const colour = await inCard(page, (root) => {
      const name = root.querySelector('.card-kind') as HTMLElement;
      return getComputedStyle(name).color;
    });
    expect(colour).toBe('rgb(69, 114, 111)');
    await page.keyboard.press('Escape');
  });

  it('like nothing, but one is led to them by key and from the list', async () => {
    await liveAndKept(
      () => look({ style: 'none' }),
      async () => {
        await shows(page, []);
        await count(ALL.length);
      },
    );
    await house.rupor.ask(tab, { do: 'next' });
    await until('the card', () => isOpen(page));
    expect(ALL).toContain((await marks(page))[0]?.text);
    await page.keyboard.press('Escape');
    await shows(page, []);
    await house.rupor.ask(tab, { do: 'reveal', id: await idOf(1) });
    await shows(page, [PAINTED[1] ?? '']);
    await looks('o5-light', { tint: 'rgba(150, 88, 12, 0.3)' });
    await shows(page, []);
  });
});

describe('the card', () => {
  const hasTicks = () => inCard(page, (root) => root.querySelector('.ticks') !== null);

  it('comes without ticks where the reader wants none', async () => {
    await house.rupor.ask(tab, { do: 'next' });
    await until('ticks', async () => (await hasTicks()) === true);
    await look({ ticks: false });
    await until('no card', async () => !(await isOpen(page)));
    await house.rupor.ask(tab, { do: 'next' });
    await until('the card', () => isOpen(page));
    expect(await hasTicks()).toBe(false);
    await page.keyboard.press('Escape');
  });

  it('stays while something is chosen that is nothing to this page', async () => {
    await house.rupor.ask(tab, { do: 'next' });
    await until('the card', () => isOpen(page));
    await choose({ look: { theme: 'dark' }, offSites: ['elsewhere.example'] });
    await pause(HEARD_MS);
    expect(await isOpen(page)).toBe(true);
    await page.keyboard.press('Escape');
  });

  it('opens by a press where it is not to open under the pointer', async () => {
    await rest(page, 0);
    await until('the card', () => isOpen(page));
    await look({ hover: false });
    await until('no card', async () => !(await isOpen(page)));
    const spot = await middleOf(page, 1);
    await page.mouse.click(spot.x, spot.y);
    await until('the card', async () => (await cardName(page)) === 'Sergey Lavrov');
    await page.keyboard.press('Escape');
  });
});

describe('the reader', () => {
  it('chooses in the options: page, sample and our own windows follow at once', async () => {
    const options = await house.rupor.openOwn('src/ui/options/index.html');
    const sample = () =>
      options.evaluate((clear) => {
        const mark = document.querySelector('.sample .mark[data-kind="state-media"]');
        const { textDecorationLine: line, backgroundColor: tint } = getComputedStyle(mark ?? document.body);
        const { colorScheme } = getComputedStyle(document.documentElement);
        return { line, isTinted: tint !== clear, colorScheme };
      }, CLEAR);
    const shown = (wanted: object) =>
      until(JSON.stringify(wanted), async () => {
        const seen: Record<string, unknown> = await sample();
        return Object.entries(wanted).every(([key, value]) => seen[key] === value);
      });
    await shown({ line: 'underline', isTinted: false });
    await click(options, say('opt_mark_tint'));
    await shown({ line: 'none', isTinted: true });
    await click(options, say('opt_theme_light'));
    await shown({ colorScheme: 'light' });
    await click(options, say('opt_theme_dark'));
    await shown({ colorScheme: 'dark' });
    await looks('s2-light', { line: 'none', tint: 'rgba(23, 118, 109, 0.17)' });
    await options.close();
    await page.bringToFront();
  });

  it('comes from the card to all that is known of the entry', async () => {
    await house.rupor.ask(tab, { do: 'explain', id: await idOf(0) });
    await until('the card', () => isOpen(page));
    const before = new Set(await house.rupor.pages());
    const spot = await inCard(page, (root) => {
      const box = root.querySelectorAll('.card-foot .btn')[1]?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await page.mouse.click(spot?.x ?? 0, spot?.y ?? 0);
    const open = () => document.querySelector('#rules [aria-current]')?.getAttribute('href');
    let options: Page | undefined;
    await until('the entry in the rules browser', async () => {
      options = (await house.rupor.pages()).find((one) => !before.has(one));
      return (await options?.evaluate(open)) === '#tass';
    });
    await options?.close();
    await page.bringToFront();
  });
});
