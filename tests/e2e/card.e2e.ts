import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { complaints, kind, say, shows, start, until } from './browser';
import { PAGES, PAINTED } from './card-pages';
import { cardBox, cardName, inCard, isOpen } from './inside';
import { covered, linesOf, middleOf, rest } from './lines';

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start(PAGES);
});
afterAll(() => house?.stop());
beforeEach(() => house.reset());

const WIDE = { width: 1280, height: 800 };

async function open(path: string, size: { width: number; height: number; deviceScaleFactor?: number } = WIDE) {
  const opened = await house.openBlank();
  await opened.page.setViewport(size);
  await opened.page.goto(`${house.server.origin}${path}`);
  await shows(opened.page, PAINTED);
  return opened;
}

/** Goes from mark to mark by key. @returns what each card covers of its words or shows outside the window */
async function walk(page: Page, tab: number): Promise<string[]> {
  const faults: string[] = [];
  for (let index = 0; index < PAINTED.length; index++) {
    expect(await house.rupor.ask(tab, { do: 'next' })).toBe(true);
    const lines = await linesOf(page, index);
    const card = await cardBox(page);
    const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const words = `${PAINTED[index]} at ${view.width} × ${view.height}`;
    if (!card) faults.push(`no card: ${words}`);
    else {
      const over = lines.reduce((sum, line) => sum + covered(card, line), 0);
      if (over > 0) faults.push(`${Math.round(over)} px² covered: ${words}`);
      const inside = card.x >= 0 && card.y >= 0 && card.x + card.width <= view.width + 0.5;
      if (!inside || card.y + card.height > view.height + 0.5) faults.push(`outside: ${words}`);
      if (card.height < 60) faults.push(`${card.height} px high: ${words}`);
    }
  }
  return faults;
}

describe('the card', () => {
  const ENDS = [WIDE, { width: 320, height: 568 }];
  const BETWEEN = [
    { width: 800, height: 600 },
    { width: 640, height: 360 },
  ];
  /** Pages on which the height of the window matters in a way of its own. Elsewhere sizes between show nothing new. */
  const HIGH = ['/plain.html', '/sticky.html', '/inner.html'];
  const sizesFor = (path: string) => (HIGH.includes(path) ? [...ENDS, ...BETWEEN] : ENDS);
  it.each(Object.keys(PAGES))('covers no word that it explains: %s', async (path) => {
    const { page, tab } = await open(path);
    for (const size of sizesFor(path)) {
      await page.setViewport(size);
      expect(await walk(page, tab)).toEqual([]);
    }
    await page.close();
  });

  it('covers none at 200 % of zoom and in the lowest window, and follows the pointer there', async () => {
    const { page, tab } = await open('/plain.html');
    // The browser's own zoom: it counts for all pages of an origin.
    const zoom = async (factor: number) => {
      await (await house.rupor.desk()).evaluate((id, by) => chrome.tabs.setZoom(id, by), tab, factor);
      await page.bringToFront();
      await until('the zoom', () => page.evaluate((by) => devicePixelRatio === by, factor));
    };
    try {
      for (const size of [{ width: 640, height: 512 }, WIDE]) {
        await zoom(1);
        await page.setViewport(size);
        await zoom(2);
        expect(await page.evaluate(() => innerWidth)).toBe(size.width / 2);
        expect(await walk(page, tab)).toEqual([]);
      }
      await page.keyboard.press('Escape');
      await rest(page, 1);
      await until('the card', async () => (await cardName(page)) === 'Sergey Lavrov');
    } finally {
      await zoom(1);
    }
    await page.close();
  });

  it('is gone to below a bar that stays at the top', async () => {
    const { page, tab } = await open('/sticky.html', { width: 640, height: 360 });
    for (let index = 0; index < PAINTED.length; index++) {
      await house.rupor.ask(tab, { do: 'next' });
      const [line] = await linesOf(page, index);
      // The bar is 180 pixels high; a line's box begins above its letters.
      expect(line?.y, PAINTED[index]).toBeGreaterThan(177);
    }
    await page.close();
  });

  it('is as wide as it should be, whatever the page zooms or restyles', async () => {
    for (const path of ['/plain.html', '/zoomed-root.html', '/scaled-root.html', '/odd.html']) {
      const { page, tab } = await open(path);
      await house.rupor.ask(tab, { do: 'next' });
      const card = await cardBox(page);
      expect([path, Math.round(card?.width ?? 0)]).toEqual([path, 328]);
      const style = await inCard(page, (root) => {
        const { color, backgroundColor, fontSize, direction } = getComputedStyle(
          root.querySelector('.card') as Element,
        );
        return { color, backgroundColor, fontSize, direction, opacity: getComputedStyle(root.host).opacity };
      });
      expect(style).toEqual({
        color: 'rgb(28, 27, 25)',
        backgroundColor: 'rgb(255, 255, 255)',
        fontSize: '13px',
        direction: 'ltr',
        opacity: '1',
      });
      await page.close();
    }
  });

  it('stands on the free side of a page that is read from the right', async () => {
    const { page } = await open('/rtl.html');
    // Both sides have room.
    await page.evaluate(() => Object.assign(document.body.style, { margin: '0 auto', maxWidth: '400px' }));
    const [line] = await linesOf(page, 1);
    await rest(page, 1);
    await until('the card', () => isOpen(page));
    const card = await cardBox(page);
    expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThan(line?.x ?? 0);
    await page.close();
  });

  it('leaves the page as it was, byte by byte', async () => {
    const { page, tab } = await open('/plain.html');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await house.rupor.ask(tab, { do: 'next' });
    await house.rupor.ask(tab, { do: 'next' });
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toBe(before);
    await page.keyboard.press('Escape');
    await until('no card', async () => !(await isOpen(page)));
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await page.close();
  });
});

describe('by pointer', () => {
  it('opens where the pointer rests, without the focus, and goes with it', async () => {
    const { page } = await open('/plain.html');
    await page.focus('#before');
    await rest(page, 0);
    await until('the card', async () => (await cardName(page)) === 'TASS');
    expect(await inCard(page, (root) => root.activeElement === null)).toBe(true);
    expect(await inCard(page, (root) => root.querySelector('[role=status]')?.textContent)).toBe('');
    await page.mouse.move(4, 500);
    await page.mouse.move(5, 500);
    await until('no card', async () => !(await isOpen(page)));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
    await page.close();
  });

  it('stays when the mark was pressed, until one presses elsewhere', async () => {
    const { page } = await open('/plain.html');
    const { x, y } = await middleOf(page, 1);
    await page.mouse.click(x, y);
    await until('the card', async () => (await cardName(page)) === 'Sergey Lavrov');
    await page.mouse.move(4, 500);
    await page.mouse.move(5, 500);
    await new Promise((done) => setTimeout(done, 1200));
    expect(await isOpen(page)).toBe(true);
    await page.mouse.click(5, 500);
    await until('no card', async () => !(await isOpen(page)));
    await page.close();
  });
});

describe('by key', () => {
  it('takes the focus, keeps it, says where one is, and gives the focus back', async () => {
    const { page, tab } = await open('/plain.html');
    await page.focus('#before');
    await house.rupor.ask(tab, { do: 'next' });
    await house.rupor.ask(tab, { do: 'next' });
    const focus = () =>
      inCard(page, (root) => root.activeElement?.getAttribute('aria-label') ?? root.activeElement?.textContent);
    expect(await focus()).toContain('Sergey Lavrov');
    const heard = [say('position', '2', '7'), say('kind_official'), say('stance_reported')].join(', ');
    await until(
      'the announcement',
      async () => (await inCard(page, (root) => root.querySelector('[role=status]')?.textContent)) === heard,
    );
    const seen: unknown[] = [];
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      seen.push(await focus());
    }
    expect(seen).not.toContain(undefined);
    expect(seen.filter((one) => one === say('close')).length).toBeGreaterThanOrEqual(2);
    expect(seen).toContain(say('next'));
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await focus()).toBeTruthy();
    await page.mouse.move(4, 500);
    await page.mouse.move(5, 500);
    await new Promise((done) => setTimeout(done, 1200));
    expect(await isOpen(page)).toBe(true);
    await page.keyboard.press('Escape');
    await until('no card', async () => !(await isOpen(page)));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
    await page.close();
  });

  it('gives the focus back into a shadow tree', async () => {
    const { page, tab } = await open('/shadow.html');
    await page.evaluate(() =>
      document.querySelector('#reader')?.shadowRoot?.querySelector<HTMLElement>('#deep')?.focus(),
    );
    await house.rupor.ask(tab, { do: 'next' });
    await page.keyboard.press('Escape');
    await until('no card', async () => !(await isOpen(page)));
    expect(await page.evaluate(() => document.querySelector('#reader')?.shadowRoot?.activeElement?.id)).toBe('deep');
    await page.close();
  });
});

describe('by touch', () => {
  it('opens by a tap on the mark, stays while one scrolls, and closes by a tap elsewhere', async () => {
    const { page } = await open('/plain.html', { width: 390, height: 700 });
    const { x, y } = await middleOf(page, 0);
    await page.touchscreen.tap(x, y);
    await until('the card', async () => (await cardName(page)) === 'TASS');
    // Slowly and with a rest, so that the page does not fly on: a tap would only stop it. Firefox does not scroll by the
    // driver's finger; it is put down all the same.
    const finger = await page.touchscreen.touchStart(8, 500);
    for (let y = 500; y >= 470; y -= 5) {
      await finger.move(8, y);
      await new Promise((done) => setTimeout(done, 30));
    }
    await new Promise((done) => setTimeout(done, 300));
    await finger.end();
    expect(await isOpen(page)).toBe(true);
    await page.touchscreen.tap(8, 500);
    await until('no card', async () => !(await isOpen(page)));
    await page.close();
  });
});

describe('a page that does not want a card', () => {
  it('can take it away, and gets no quarrel', async () => {
    const { page } = await open('/plain.html');
    const heard = complaints(page);
    await page.evaluate(() => {
      const state = { seen: 0 };
      Object.assign(globalThis, { state });
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) {
            state.seen++;
            (node as Element).remove();
          }
        }
      }).observe(document.documentElement, { childList: true });
    });
    const seen = () => page.evaluate(() => (globalThis as unknown as { state: { seen: number } }).state.seen);
    await rest(page, 0);
    await until('an attempt', async () => (await seen()) === 1);
    await new Promise((done) => setTimeout(done, 600));
    expect(await seen()).toBe(1);
    await page.mouse.move(5, 500);
    await rest(page, 0);
    await until('another attempt', async () => (await seen()) === 2);
    expect(heard).toEqual([]);
    await page.close();
  });

  it('cannot press, open or close it', async () => {
    const { page, tab } = await open('/plain.html');
    const { x, y } = await middleOf(page, 0);
    const fake = (types: readonly string[]) =>
      page.evaluate(
        (all, at) => {
          for (const type of all) {
            const init = {
              bubbles: true,
              composed: true,
              clientX: at.x,
              clientY: at.y,
              pointerType: 'mouse',
              key: 'Escape',
            };
            const event = type.startsWith('key') ? new KeyboardEvent(type, init) : new PointerEvent(type, init);
            for (const target of [document.elementFromPoint(at.x, at.y), document.documentElement.lastElementChild]) {
              target?.dispatchEvent(event);
            }
          }
        },
        types,
        { x, y },
      );
    await fake(['pointermove', 'click']);
    await new Promise((done) => setTimeout(done, 600));
    expect(await isOpen(page)).toBe(false);
    await house.rupor.ask(tab, { do: 'next' });
    await fake(['pointerdown', 'click', 'keydown']);
    expect(await isOpen(page)).toBe(true);
    await page.close();
  });

  it('can cover it, which then closes as it should', async () => {
    const { page, tab } = await open('/plain.html');
    await house.rupor.ask(tab, { do: 'next' });
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh';
      document.body.append(cover);
      cover.showPopover();
    });
    await page.keyboard.press('Escape');
    await until('no card', async () => !(await isOpen(page)));
    await page.close();
  });
});

// Firefox's driver has no way to set what a reader prefers.
it.skipIf(kind === 'firefox')('moves nothing for a reader who wants no motion', async () => {
  const { page, tab } = await open('/plain.html');
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await house.rupor.ask(tab, { do: 'next' });
  expect(await inCard(page, (root) => root.querySelector('.card')?.getAnimations().length)).toBe(0);
  await page.close();
});
