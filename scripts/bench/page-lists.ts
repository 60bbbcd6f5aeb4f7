/** How soon the popup of the toolbar shows its first row, and the side panel what has changed. */

import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { type Figure, judge, type Run } from './figure';
import { barePopup, type Extension } from './page-extension';
import { type Lab, openLab } from './page-lab';
import { median, range } from './page-numbers';
import { rest } from './page-rest';

export const ids = ['popup.open', 'panel.change'] as const;

const TIMES = 15;
/** Of a page after its first mark, and of a popup after it was closed. Milliseconds. */
const READ = 1500;
const CLOSED = 200;
/** Longest wait for a row. Milliseconds. */
const PATIENCE = 20_000;

const SAYS = [
  'Про це повідомляє ТАСС. Більше подробиць немає.',
  'За словами Лаврова, наступна зустріч може відбутися взимку, якщо сторони погодять порядок денний.',
  'Пізніше про це повідомило РИА Новости. Інших подробиць немає.',
  'Погода в місті залишалася дощовою, тому частину заходів перенесли до приміщення, а решту відклали на тиждень.',
];
/** Twenty-one marks. */
const PAGE = `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Новина</title></head><body><article>
<h1>Новина</h1>${Array.from({ length: 7 }, () => SAYS.map((words) => `<p>${words}</p>`).join('')).join('')}
</article></body></html>`;

export async function* figures(run: Run, extension: Extension): AsyncGenerator<Figure> {
  const lab = await openLab({ '/twenty.html': PAGE }, extension.folder);
  try {
    await lab.store({ settings: { v: 2, language: 'uk' } });
    if (run.wants('popup.open')) yield await opening(lab, run);
    if (run.wants('panel.change')) yield await changing(lab, run);
  } finally {
    await lab.close();
  }
}

/** Each time another page that no list has asked yet: what a row says of its mark is brought then. */
async function opening(lab: Lab, run: Run): Promise<Figure> {
  run.say(`the popup, ${TIMES} times`);
  const first: number[] = [];
  const again: number[] = [];
  const bare: number[] = [];
  const folder = barePopup();
  const other = await lab.browser.installExtension(folder);
  for (let times = 0; times < TIMES; times++) {
    const page = await lab.opened('/twenty.html');
    await page.bringToFront();
    await rest(READ);
    first.push(await popupOver(lab, page, lab.id));
    again.push(await popupOver(lab, page, lab.id));
    bare.push(await popupOver(lab, page, other));
    await page.close();
  }
  rmSync(folder, { recursive: true, force: true });
  return judge({
    id: 'popup.open',
    what: 'popup of the toolbar over an article with 21 marks: from its navigation to its first row painted',
    value: median(first),
    target: 100,
    sense: 'at-most',
    unit: 'ms',
    detail: `${range(first, 'ms')}; once more over the same page ${median(again).toFixed(0)} ms, ${range(again, 'ms')}; a popup of one bare sentence ${median(bare).toFixed(0)} ms, ${range(bare, 'ms')}`,
  });
}

async function popupOver(lab: Lab, page: Page, id: string): Promise<number> {
  const extension = (await lab.browser.extensions()).get(id);
  await extension?.triggerAction(page);
  for (const end = Date.now() + PATIENCE; Date.now() < end; await rest(20)) {
    const popup = (await extension?.pages())?.find((open) => open.url().endsWith('/popup/index.html'));
    if (!popup) continue;
    const painted = await popup.evaluate(firstRow);
    await popup.close();
    await rest(CLOSED);
    return painted;
  }
  throw new Error(`no popup within ${PATIENCE} ms`);
}

/** Runs in the popup: when a row's sentence was painted, the largest text that it has. Milliseconds since navigation. */
function firstRow(): Promise<number> {
  return new Promise((done) => {
    const seen = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('element' in entry && (entry.element as Element | null)?.closest('.flag')) done(entry.startTime);
      }
    });
    seen.observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/** A name is switched off everywhere and on again: the settings, the page and the panel each hear of it. */
async function changing(lab: Lab, run: Run): Promise<Figure> {
  run.say(`the side panel, ${TIMES} times`);
  const page = await lab.opened('/twenty.html');
  await rest(READ);
  const tab = await (await lab.desk()).evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    return Math.max(...tabs.map(({ id }) => id ?? 0));
  });
  const panel = await lab.openOwn(`src/ui/panel/index.html?tab=${tab}`);
  await panel.waitForSelector('.flag', { timeout: PATIENCE });
  // Seen, as it is beside a panel, a page does what it has to at once.
  await page.bringToFront();
  const times: number[] = [];
  for (let turn = 0; turn < TIMES; turn++) {
    const isOff = turn % 2 === 0;
    times.push(await panel.evaluate(untilShown, isOff));
    await rest(CLOSED);
  }
  await Promise.all([panel.close(), page.close()]);
  return judge({
    id: 'panel.change',
    what: 'side panel: from an exclusion kept or dropped to the list that shows it',
    value: median(times),
    target: 200,
    sense: 'at-most',
    unit: 'ms',
    detail: `${range(times, 'ms')}; through the storage, the page's own list and its answer`,
  });
}

/** Runs in the panel: from the change of the settings to another number of sources in its filter. Milliseconds. */
function untilShown(isOff: boolean): Promise<number> {
  const before = document.querySelector('.filter b')?.textContent;
  return new Promise((done) => {
    const start = performance.now();
    const seen = new MutationObserver(() => {
      const now = document.querySelector('.filter b')?.textContent;
      if (now === before || now === undefined) return;
      seen.disconnect();
      done(performance.now() - start);
    });
    seen.observe(document.body, { subtree: true, childList: true, characterData: true });
    const exclusions = isOff ? [{ scope: 'anywhere', entry: 'tass', title: 'ТАСС', at: 1 }] : [];
    void chrome.storage.local.set({ settings: { v: 2, language: 'uk', exclusions } });
  });
}
