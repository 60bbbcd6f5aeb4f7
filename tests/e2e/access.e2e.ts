import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GROUND, SURFACES } from '../../scripts/surfaces.mjs';
import { shows, start, until } from './browser';
import { PAGES, PAINTED } from './card-pages';
import { inCard } from './inside';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start({ ...PAGES, ...GROUND.pages }, {}, GROUND.folder);
  await house.rupor.desk();
});
afterAll(() => house?.stop());

/** Changes the theme alone. */
const inTheme = (theme: 'light' | 'dark') =>
  house.rupor.desk().then((desk) =>
    desk.evaluate(async (next) => {
      const { settings } = (await chrome.storage.local.get('settings')) as { settings: { look: object } };
      await chrome.storage.local.set({ settings: { ...settings, look: { ...settings.look, theme: next } } });
    }, theme),
  );

const schemeOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

/** What axe asks that depends on colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong with a page of ours, one line each.
 * @param rules which it asks; all unless said
 */
async function faults(page: Page, rules?: readonly string[]): Promise<string[]> {
  // What is still fading in has too little contrast. One that is broken off is over as well.
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: { run(how: object): Promise<AxeResults> } }).axe.run(runOnly ? { runOnly } : {}),
    rules,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Our own pages, each place of one once; axe sees into no closed shadow root, so the card is looked at apart. */
const OWN = SURFACES.filter(({ name, same }, at) => {
  const isFirst = same === undefined || SURFACES.findIndex((other) => other.same === same) === at;
  return isFirst && !name.startsWith('card');
});

describe('the surfaces', () => {
  it.each(OWN)('have no accessibility fault, light or dark: $name', async ({ open }) => {
    const { rupor, server } = house;
    const before = await rupor.pages();
    const page = await open({ rupor, origin: server.origin, choices: { language: 'en', look: { theme: 'light' } } });
    expect(await faults(page), 'light').toEqual([]);
    await inTheme('dark');
    await until('the dark theme', async () => (await schemeOf(page)) === 'dark');
    // Another theme has other colours and nothing else.
    expect(await faults(page, OF_COLOURS), 'dark').toEqual([]);
    for (const opened of await rupor.pages()) if (!before.includes(opened)) await opened.close();
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
