import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../../scripts/pack';
import { click, complaints, kind, marks, say, shows, start, until, words } from './browser';
import { cardName, inCard } from './inside';

/** What of news.html is marked. */
const ALL = ['Міністр закордонних справ РФ розповів', 'повідомляє ТАСС', 'За словами Лаврова', 'київський режим'];
const { pausedUntil: _, ...choices } = JSON.parse(readFileSync('tests/fixtures/settings/v2.json', 'utf8'));
const CHOICES = { ...choices, language: 'en' };

/** A profile that outlives a browser. Firefox forgets what an add-on under test has kept when it takes it out at its end. */
const profile = mkdtempSync(join(tmpdir(), 'rupor-profile-'));
const files = mkdtempSync(join(tmpdir(), 'rupor-files-'));
const KEEPING = { 'extensions.webextensions.keepStorageOnUninstall': true };

let house: Awaited<ReturnType<typeof start>>;
/** Chromium knows an unpacked extension by its folder: it stays the same over a restart. */
const folder = unpack(kind);
const begin = async (): Promise<void> => {
  house = await start({}, KEEPING, undefined, { profile, folder, inPrivate: true });
};
beforeAll(begin);
afterAll(async () => {
  await house?.stop();
  for (const made of [profile, files, folder]) rmSync(made, { recursive: true, force: true });
});

/** All that is kept on the disk. */
const onDisk = async (): Promise<string> =>
  (await house.rupor.desk()).evaluate(async () => {
    const kept = await chrome.storage.local.get(null);
    return JSON.stringify(Object.entries(kept).sort());
  });
const inMemory = async (): Promise<object> =>
  (await house.rupor.desk()).evaluate(() => chrome.storage.session.get(null) as Promise<object>);
const kept = async (): Promise<unknown> =>
  (await house.rupor.desk()).evaluate(async () => (await chrome.storage.local.get('settings')).settings);

const file = (name: string, text: string): string => {
  const path = join(files, name);
  writeFileSync(path, text);
  return path;
};
const around = (settings: object, more: object = {}): string =>
  JSON.stringify({
    program: 'Rupor',
    format: 1,
    version: '0.1.0',
    saved: '2026-11-23T10:00:00.000Z',
    settings,
    ...more,
  });

async function openData(): Promise<Page> {
  const page = await house.rupor.openOwn('src/ui/options/index.html#data');
  await page.waitForSelector('#data input[type="file"]');
  return page;
}

async function choose(page: Page, path: string): Promise<void> {
  const chooser = await page.$('#data input[type="file"]');
  await (chooser as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

/** The browser's own "save as" is out of reach: what is handed to it is not. */
async function watchSaving(page: Page): Promise<() => Promise<{ name: string; text: string } | undefined>> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => Object.assign(globalThis, { saved: text }));
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = function (): void {
      Object.assign(globalThis, { named: this.download });
    };
  });
  return () =>
    page.evaluate(() => {
      const { saved, named } = globalThis as { saved?: string; named?: string };
      return saved === undefined || named === undefined ? undefined : { text: saved, name: named };
    });
}

describe('a file', () => {
  it('goes out, everything is reset, the file comes in: all is as it was, and stays after a restart', async () => {
    await house.rupor.store({ settings: { ...CHOICES, pausedUntil: 0 } });
    const page = await openData();
    const heard = complaints(page);
    const saved = await watchSaving(page);
    await click(page, say('opt_export'));
    await until('a file', async () => (await saved()) !== undefined);
    const out = await saved();
    expect(out?.name).toMatch(/^rupor-\d{4}-\d\d-\d\d\.json$/);

    await click(page, say('opt_reset'));
    await page.click('.data-box .btn-main');
    await until('the reset', async () => (await words(page)).includes(say('reset_done')));
    expect(await kept()).toMatchObject({ own: [], exclusions: [], sites: 'all', strictness: 'normal' });

    await choose(page, file(out?.name ?? '', out?.text ?? ''));
    await until('the preview', async () => (await words(page)).includes(say('import_title')));
    // Nothing has changed so far.
    expect(await kept()).toMatchObject({ own: [], strictness: 'normal' });
    await click(page, say('import_take'));
    await until('the choices', async () => (await words(page)).includes(say('import_done')));
    expect(await kept()).toEqual({ ...CHOICES, pausedUntil: 0 });
    expect(heard).toEqual([]);

    await house.stop();
    await begin();
    expect(await kept()).toEqual({ ...CHOICES, pausedUntil: 0 });
  }, 90_000);

  it('comes in live in an open page, and is undone', async () => {
    await house.reset();
    const { page: news } = await house.open('/news.html');
    await shows(news, ALL);
    const page = await openData();
    await choose(page, file('off.json', around({ v: 2, offSites: ['127.0.0.1'] })));
    await until('the preview', async () => (await words(page)).includes(say('import_counts', '1', '1', '0')));
    await click(page, say('import_take'));
    await shows(news, []);
    await click(page, say('undo'));
    await shows(news, ALL);
    await page.close();
    await news.close();
  });

  it.each([
    ['broken', '{"program": "Rupor", oops', () => 'JSON'],
    ['huge', `${around({ v: 2 })}${' '.repeat(2 * 1024 * 1024)}`, () => say('import_large')],
    ['of another program', '{"settings": {}}', () => say('import_foreign')],
    ['of a newer Rupor', around({ v: 3 }), () => say('import_newer')],
    ['with a site that is a pattern', around({ v: 2, alwaysSites: ['*'] }), () => 'settings.alwaysSites[0]'],
    [
      'that would reach into a program',
      around({ v: 2 }).replace('{"v":2', '{"v":2,"__proto__":{"enabled":false}'),
      () => say('import_unknown', 'settings.__proto__'),
    ],
  ])('that is refused changes nothing: one %s', async (name, text, reason) => {
    await house.reset();
    const before = await onDisk();
    const page = await openData();
    await choose(page, file(`${name}.json`, text));
    await until('the reason', async () => (await words(page)).includes(reason()));
    expect(await words(page)).not.toContain(say('import_title'));
    expect(await onDisk()).toBe(before);
    await page.close();
  });

  it('with hostile words shows them as words, and runs nothing', async () => {
    await house.reset();
    const page = await openData();
    const heard = complaints(page);
    const name = '<img src=x onerror="document.title=1">';
    const own = [{ id: 'own_a1b2c3d4', name, kind: 'framing', langs: [], forms: [name], at: 1 }];
    const exclusion = { scope: 'anywhere', entry: 'tass', title: '"><script>document.title=1</script>', at: 1 };
    await choose(page, file('hostile.json', around({ v: 2, own, exclusions: [exclusion] })));
    await until('the preview', async () => (await words(page)).includes(say('import_title')));
    await click(page, say('import_take'));
    await until('that it is taken', async () => (await words(page)).includes(say('import_done')));
    expect(await page.evaluate(() => document.querySelectorAll('img, script:not([src])').length)).toBe(0);
    expect(heard).toEqual([]);
    await page.close();
  });
});

describe('a private window', () => {
  /** Opens the address in a new private window. */
  async function openPrivate(path: string): Promise<{ page: Page; tab: number; window: number }> {
    const before = new Set(await house.rupor.pages());
    const url = `${house.server.origin}${path}`;
    const opened = await (await house.rupor.desk()).evaluate(async (address) => {
      const made = await chrome.windows.create({ incognito: true, url: address });
      return { window: made?.id, tab: made?.tabs?.[0]?.id };
    }, url);
    if (opened.window === undefined || opened.tab === undefined) throw new Error('no private window');
    let page: Page | undefined;
    await until('the private page', async () => {
      page = (await house.rupor.pages()).find((one) => !before.has(one) && one.url() === url);
      return page !== undefined;
    });
    return { page: page as Page, tab: opened.tab, window: opened.window };
  }
  const closeWindow = async (id: number): Promise<void> => {
    await (await house.rupor.desk()).evaluate((window) => chrome.windows.remove(window), id);
  };

  it('keeps on the disk nothing of what is done in it; normal windows do not change', async () => {
    await house.reset();
    const { page: normal } = await house.open('/news.html');
    await shows(normal, ALL);
    const before = await onDisk();

    const first = await openPrivate('/news.html');
    await shows(first.page, ALL);
    const second = await openPrivate('/news.html');
    await shows(second.page, ALL);

    const popup = await house.popup(first.tab);
    await until('the sentence', async () => (await words(popup)).includes(say('private_window')));
    const TASS = 'повідомляє ТАСС';
    const others = ALL.filter((text) => text !== TASS);
    await click(popup, say('not_this_of', 'TASS'));
    await click(popup, say('not_anywhere'));
    await shows(first.page, others);
    await shows(second.page, others);
    await click(popup, say('undo'));
    await shows(second.page, ALL);

    // From the card, which the page's script shows: it cannot reach the memory itself.
    const state = await house.rupor.state(second.tab);
    const row = state.state === 'list' ? state.rows.find(({ kind: of }) => of === 'state-media') : undefined;
    await house.rupor.ask(second.tab, { do: 'explain', id: row?.id ?? -1 });
    await until('the card', async () => (await cardName(second.page)) !== undefined);
    await press(second.page, say('not_this'));
    await press(second.page, say('not_here'));
    await shows(first.page, others);

    const framed = state.state === 'list' ? state.rows.find(({ kind: of }) => of === 'framing') : undefined;
    const report = await house.rupor.openOwn(`src/ui/report/index.html?tab=${second.tab}&flag=${framed?.id}`);
    await until('the report', async () => (await words(report)).includes(say('report_private')));
    expect(await words(report)).not.toContain(say('report_keep'));
    await report.close();

    await click(popup, say('site_switch_of', '127.0.0.1'));
    await shows(first.page, []);
    await shows(second.page, []);
    await popup.close();

    expect(await inMemory()).toMatchObject({ settings: { offSites: ['127.0.0.1'] } });
    expect(await marks(normal)).toHaveLength(ALL.length);
    expect(await onDisk()).toBe(before);

    await closeWindow(first.window);
    expect(await inMemory()).not.toEqual({});
    await closeWindow(second.window);
    await until('the memory is empty', async () => JSON.stringify(await inMemory()) === '{}');
    const later = await openPrivate('/news.html');
    await shows(later.page, ALL);
    await closeWindow(later.window);
    expect(await onDisk()).toBe(before);
    await normal.close();
  }, 60_000);
});

/** Presses a button of the card whose words begin so. */
async function press(page: Page, name: string): Promise<void> {
  await until(`the button “${name}”`, async () => {
    const buttons = (await inCard(page, (root) =>
      [...root.querySelectorAll('button')].map((button) => {
        const box = button.getBoundingClientRect();
        return { name: button.textContent ?? '', x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }),
    )) as readonly { name: string; x: number; y: number }[] | undefined;
    const button = buttons?.find((one) => one.name.trim().startsWith(name));
    if (!button) return false;
    await page.mouse.click(button.x, button.y);
    return true;
  });
}
