/** Rupor itself comes and goes under open pages: it is updated, and its background is stopped. */
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, kind, say, start, until, words } from './browser';
import { agree, article, type House, LAVROV, put, RIA, TASS, whole } from './follow';
import { inCard } from './inside';

const PAGE = '/news-of-ours.html';
const QUIET = '/quiet.html';
const MARKED = [TASS.marked, LAVROV.marked];
/** How long after an update an old mark may be there. Milliseconds, and as much again for the test's own questions. */
const SILENCE = 1000;
/** Moments at which the background is stopped: so long after the start of a load, or after its first mark. Milliseconds. */
const MOMENTS = [
  ...[0, 60, 120, 180, 240, 300].map((after) => ({ of: 'load', after })),
  ...[0, 4, 8, 12, 16, 24].map((after) => ({ of: 'mark', after })),
];

let house: House;
beforeAll(async () => {
  house = await start(
    {
      '/favicon.ico': '',
      [PAGE]: whole(article('Новина', TASS.says, LAVROV.says)),
      [QUIET]: whole('<p>Тут нічого немає.</p>'),
    },
    // Firefox's driver cannot stop the background, but an idle one stops by itself: here after 50 ms instead of 30 s.
    { 'extensions.background.idle.timeout': 50 },
  );
});
afterAll(() => house?.stop());

describe('an update under an open page', () => {
  it('is followed by the new Rupor alone, without an error', async () => {
    const opened = await house.open(PAGE);
    const { page } = opened;
    const heard = complaints(page);
    await agree(house, opened, MARKED);
    const old = await page.evaluateHandle(() => [...CSS.highlights.values()]);
    await house.rupor.update();
    const updated = Date.now();
    await until('new marks instead of the old', () =>
      page.evaluate((before) => {
        const now = [...CSS.highlights.values()];
        return now.length > 0 && now.every((highlight) => !before.includes(highlight));
      }, old),
    );
    console.info(`${kind}: taken over ${Date.now() - updated} ms after an update`);
    expect(Date.now() - updated).toBeLessThan(2 * SILENCE);
    await agree(house, opened, MARKED);
    // The tests' own page has just been opened again, before this one.
    await page.bringToFront();
    // The old script has looked by now whether it is still wanted: what it does then must not touch the new marks.
    await page.evaluate((time) => new Promise((done) => setTimeout(done, time)), SILENCE + 200);
    await agree(house, opened, MARKED);
    await put(page, 'article p', RIA.says);
    await agree(house, opened, [RIA.marked, LAVROV.marked]);
    await page.reload();
    await agree(house, opened, MARKED);
    expect(heard).toEqual([]);
    await page.close();
  });

  it('is followed where a page was no news, and becomes some', async () => {
    const opened = await house.open(QUIET);
    await house.rupor.update();
    await opened.page.bringToFront();
    // The new first script has come by now, or never will.
    await new Promise((done) => setTimeout(done, SILENCE));
    await opened.page.evaluate(
      (markup) => {
        history.pushState({}, '', '/new.html');
        document.body.append(document.createRange().createContextualFragment(markup));
      },
      article('Новина', TASS.says, LAVROV.says),
    );
    await agree(house, opened, MARKED);
    await opened.page.close();
  });

  it('leaves a page that no script can be put into with the advice to load it again', async () => {
    const { page, tab } = await house.openBlank();
    await page.goto('http://127.0.0.1:1/').catch(() => undefined);
    const popup = await house.popup(tab);
    await until('the advice', async () => (await words(popup)).includes(say('stale_title')));
    await popup.close();
    await page.close();
  });
});

/** Stops the background where it runs; Firefox's driver cannot. */
async function kill(): Promise<void> {
  if (kind === 'firefox') return;
  stopper ??= await watchWorker();
  await stopper.send('ServiceWorker.stopAllWorkers');
}

let stopper: CDPSession | undefined;
/** How often a running background was stopped. */
let stopped = 0;

async function watchWorker(): Promise<CDPSession> {
  const session = await (await house.rupor.desk()).createCDPSession();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    stopped += versions.filter(({ runningStatus }) => runningStatus === 'stopping').length;
  });
  await session.send('ServiceWorker.enable');
  return session;
}

/** Presses the button of the card that has these words. */
async function press(page: Page, label: string): Promise<void> {
  const look = `(root) => {
    const button = [...root.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(label)}));
    const box = button?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }`;
  let point: { x: number; y: number } | undefined;
  await until(`the button “${label}”`, async () => {
    point = await inCard(page, look as unknown as (root: ShadowRoot) => typeof point);
    return point !== undefined;
  });
  if (point) await page.mouse.click(point.x, point.y);
}

describe('the background', () => {
  it.skipIf(kind === 'firefox')('may be stopped at twelve moments of a load (Chromium only)', async () => {
    const opened = await house.openBlank();
    for (const { of, after } of MOMENTS) {
      const load = opened.page.goto(`${house.server.origin}${PAGE}?${of}${after}`);
      if (of === 'mark') {
        await load;
        await opened.page.waitForFunction(() => CSS.highlights.size > 0, { polling: 'raf' });
      }
      await new Promise((done) => setTimeout(done, after));
      await kill();
      await load;
      await agree(house, opened, MARKED);
    }
    console.info(`the background was stopped ${stopped} times`);
    expect(stopped).toBeGreaterThan(MOMENTS.length / 2);
    await opened.page.close();
  });

  it('wakes for a choice, and tells it to all tabs', async () => {
    const tabs = [await house.open(PAGE), await house.open(PAGE)];
    for (const opened of tabs) await agree(house, opened, MARKED);
    const left = async (): Promise<number> => {
      const sizes = tabs.map(({ page }) =>
        page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)),
      );
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    };
    const after: number[] = [];
    for (const isStopped of [false, true]) {
      await house.reset();
      for (const opened of tabs) await agree(house, opened, MARKED);
      if (isStopped) await kill();
      const chosen = Date.now();
      await house.rupor.store({ settings: { v: 2, language: 'en', offSites: ['127.0.0.1'] } });
      // Without a rest, as its time is told; what never comes ends with the test's own time.
      while ((await left()) > 0);
      after.push(Date.now() - chosen);
    }
    console.info(
      `${kind}: a site was off in ${tabs.length} tabs after ${after[0]} ms, with a stopped background ${after[1]}`,
    );
    await house.reset();
    for (const opened of tabs) {
      await agree(house, opened, MARKED);
      await opened.page.close();
    }
  });

  const asleep = kind === 'firefox' ? 'has stopped by itself (50 ms idle)' : 'was stopped';
  it(`wakes for a change and for a report after it ${asleep}`, async () => {
    const opened = await house.open(PAGE);
    const { page, tab } = opened;
    await agree(house, opened, MARKED);
    await kill();
    await put(page, 'article p', RIA.says);
    await agree(house, opened, [RIA.marked, LAVROV.marked]);
    expect(await house.rupor.ask(tab, { do: 'next' })).toBe(true);
    await press(page, say('not_this'));
    const before = new Set(await house.rupor.pages());
    await kill();
    await press(page, say('not_report'));
    let report: Page | undefined;
    await until('the report page', async () => {
      report = (await house.rupor.pages()).find((one) => !before.has(one));
      return report !== undefined && (await words(report).catch(() => '')).includes(say('report_title'));
    });
    await report?.close();
    await page.close();
  });
});
