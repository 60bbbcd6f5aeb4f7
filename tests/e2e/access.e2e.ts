import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say, shows, start, until, words } from './browser';
import { PAGES, PAINTED } from './card-pages';
import { inCard } from './inside';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start(PAGES);
});
afterAll(() => house?.stop());

/** What axe finds wrong with a page of ours, one line each. */
async function faults(page: Page): Promise<string[]> {
  // What is still fading in has too little contrast.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe('the surfaces', () => {
  it('have no accessibility fault in the list of marks', async () => {
    const { page, tab } = await house.open('/news.html');
    const popup = await house.popup(tab);
    await until('the rows', async () => (await popup.$$('ol li')).length > 0);
    expect(await faults(popup)).toEqual([]);
    await popup.close();
    await page.close();
  });

  it('have none where there is nothing to list', async () => {
    const { page, tab } = await house.open('/tool.html');
    const popup = await house.popup(tab);
    await until('the sentence', async () => (await words(popup)).includes(say('not-news_title')));
    expect(await faults(popup)).toEqual([]);
    await popup.close();
    await page.close();
  });

  it('have none in the report', async () => {
    const { page, tab } = await house.open('/news.html');
    const view = await house.rupor.state(tab);
    const id = view.state === 'list' ? (view.rows[0]?.id ?? -1) : -1;
    const report = await house.rupor.openOwn(`src/ui/report/index.html?tab=${tab}&flag=${id}`);
    await until('the form', async () => (await report.$('textarea#bytes')) !== null);
    expect(await faults(report)).toEqual([]);
    await report.close();
    await page.close();
  });

  it('have none in the rules', async () => {
    const page = await house.rupor.openOwn('src/ui/options/index.html#tass');
    await until('the rule', async () => (await page.$('.rule h3')) !== null);
    expect(await faults(page)).toEqual([]);
    await page.close();
  });

  it.each(['/plain.html', '/dark.html'])('have none in the card: %s', async (path) => {
    const { page, tab } = await house.open(path);
    await shows(page, PAINTED);
    await house.rupor.ask(tab, { do: 'next' });
    // axe sees into no closed shadow root: it reads a copy of what is in it, in a page of its own.
    const card = await inCard(page, (root) => {
      const layer = root.querySelector('.layer')?.cloneNode(true) as HTMLElement | undefined;
      layer?.removeAttribute('popover');
      return { css: root.querySelector('style')?.textContent ?? '', layer: layer?.outerHTML ?? '' };
    });
    expect(card?.layer).toContain('role="dialog"');
    const copy = await house.rupor.browser.newPage();
    const css = card?.css.replaceAll(':host', ':root');
    await copy.setContent(
      `<!doctype html><html lang="en"><title>The card</title><style>${css}</style>${card?.layer}</html>`,
    );
    expect(await faults(copy)).toEqual([]);
    await copy.close();
    await page.close();
  });
});
