/** The ticks at the window's edge: with a card, and for the moment of a jump. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shows, start, until } from './browser';
import { PAGES, PAINTED } from './card-pages';
import { cardName, inCard, isOpen } from './inside';
import { linesOf, rest } from './lines';

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start(PAGES);
});
afterAll(() => house?.stop());

async function open(path: string) {
  const opened = await house.openBlank();
  await opened.page.setViewport({ width: 1280, height: 800 });
  await opened.page.goto(`${house.server.origin}${path}`);
  await shows(opened.page, PAINTED);
  return opened;
}

/** By their middles; undefined where there is nothing of ours. */
const ticksIn = (page: Page) =>
  inCard(page, (root) =>
    [...root.querySelectorAll('.tick')].map((tick) => {
      const { x, y, width, height } = tick.getBoundingClientRect();
      return {
        x: x + width / 2,
        y: y + height / 2,
        kind: tick.getAttribute('data-kind'),
        title: tick.getAttribute('title'),
        isLit: tick.getAttribute('data-current') === 'true',
      };
    }),
  );

describe('a card', () => {
  it('leads from mark to mark over the ticks, which come and go with it', async () => {
    const { page } = await open('/plain.html');
    await rest(page, 0);
    await until('the ticks', async () => ((await ticksIn(page))?.length ?? 0) >= 4);
    const all = (await ticksIn(page)) ?? [];
    const { width, height } = await page.evaluate(() => ({
      width: document.documentElement.clientWidth,
      height: document.documentElement.scrollHeight,
    }));
    const [line] = await linesOf(page, 0);
    const top = (line?.y ?? 0) + (await page.evaluate(() => scrollY));
    expect(Math.abs((all[0]?.y ?? 0) - (top / height) * 800)).toBeLessThan(2);
    for (const [at, tick] of all.entries()) {
      expect(tick.x).toBeGreaterThan(width - 16);
      expect(tick.x).toBeLessThan(width);
      if (at > 0) expect(tick.y - (all[at - 1]?.y ?? 0)).toBeGreaterThanOrEqual(5);
    }
    const last = all.at(-1);
    expect(last?.kind).toBe('framing');
    await page.mouse.move((last?.x ?? 0) - 2, last?.y ?? 0);
    await page.mouse.click(last?.x ?? 0, last?.y ?? 0);
    await until('the card of the wording', async () => (await cardName(page)) === last?.title);
    expect((await linesOf(page, 6))[0]?.y).toBeGreaterThan(0);
    await page.close();
  });
});

describe('a jump from the popup', () => {
  async function jump(page: Page, tab: number, index: number): Promise<void> {
    const view = await house.rupor.state(tab);
    const id = view.state === 'list' ? view.rows[index]?.id : undefined;
    expect(id).toBeTypeOf('number');
    expect(await house.rupor.ask(tab, { do: 'reveal', id: Number(id) })).toBe(true);
    await page.bringToFront();
  }
  const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

  it('shows ticks without a card for as long as the mark is bright, and leaves nothing', async () => {
    const { page, tab } = await open('/plain.html');
    await page.focus('#before');
    const before = await html(page);
    await jump(page, tab, 1);
    const start = Date.now();
    await until('the ticks', async () => ((await ticksIn(page))?.length ?? 0) >= 4);
    expect((await ticksIn(page))?.filter(({ isLit }) => isLit).map(({ kind: of }) => of)).toEqual(['official']);
    expect(await isOpen(page)).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
    await until('no ticks', async () => (await ticksIn(page)) === undefined);
    expect(Date.now() - start).toBeLessThan(3000);
    expect(await html(page)).toBe(before);
    await page.close();
  });

  it('stays short when a card is opened from a tick, and the card stays', async () => {
    const { page, tab } = await open('/plain.html');
    await jump(page, tab, 1);
    await until('the ticks', async () => ((await ticksIn(page))?.length ?? 0) >= 4);
    const last = (await ticksIn(page))?.at(-1);
    await page.mouse.click(last?.x ?? 0, last?.y ?? 0);
    await until('the card of the wording', async () => (await cardName(page)) === last?.title);
    await new Promise((done) => setTimeout(done, 1500));
    expect(await isOpen(page)).toBe(true);
    await page.keyboard.press('Escape');
    await until('no card', async () => !(await isOpen(page)));
    await page.close();
  });

  it('shows none where the text goes up to the edge of the window', async () => {
    const { page, tab } = await open('/wide.html');
    await jump(page, tab, 1);
    for (let look = 0; look < 10; look++) {
      expect((await ticksIn(page)) ?? []).toEqual([]);
      await new Promise((done) => setTimeout(done, 100));
    }
    await page.close();
  });
});
