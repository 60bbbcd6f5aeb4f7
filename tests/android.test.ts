/** Firefox for Android lacks windows, menus, keys and sidebar. There is no phone here: its browser is made of what it has. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compat from '@mdn/browser-compat-data' with { type: 'json' };
import { beforeAll, describe, expect, it, vi } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import { fake } from './fake-browser';

vi.mock('../src/shared/browser', async () => ({ browser: (await import('./fake-browser')).fake.browser }));

/** What is asked for with a question mark, or behind one: no phone has it. */
const LACKING = ['commands', 'contextMenus', 'sidebarAction', 'windows'];

const { gecko, gecko_android: android } = manifest.browser_specific_settings;

type Support = { readonly version_added?: string | boolean | null };
type Entry = { readonly __compat?: { readonly support: Readonly<Record<string, Support | readonly Support[]>> } };

/** The version that brought it to a browser; undefined where it is not. */
function since(namespace: string, member: string, browser: string): number | undefined {
  // Chrome's name of the same interface; MDN writes of it under Firefox's.
  const name = namespace === 'contextMenus' ? 'menus' : namespace;
  const api = compat.webextensions.api as unknown as Record<string, Record<string, Entry>>;
  const support = api[name]?.[member]?.__compat?.support[browser];
  const added = [support].flat()[0]?.version_added;
  return typeof added === 'string' ? Number.parseInt(added.replace('≤', ''), 10) : undefined;
}

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

/** Every `browser.NAMESPACE.MEMBER` in the code. */
const used = [
  ...new Set(
    sources.flatMap((path) =>
      [
        ...readFileSync(path, 'utf8').matchAll(
          /\b(?:browser|native\(\)|menus\(\))\??\.([a-zA-Z]+)(?:\?)?\.([a-zA-Z]+)/g,
        ),
      ].map(([, namespace = '', member = '']) => `${namespace}.${member}`),
    ),
  ),
].sort();

describe('the interfaces that Rupor asks for', () => {
  const least = { firefox: gecko.strict_min_version, firefox_android: android.strict_min_version };

  it.each(used.filter((name) => !/^(i18n|extension)\./.test(name)))(
    '%s is in each browser, or done without',
    (name) => {
      const [namespace = '', member = ''] = name.split('.');
      if (LACKING.includes(namespace)) return expect(since(namespace, member, 'firefox_android')).toBeUndefined();
      expect(since(namespace, member, 'chrome')).toBeLessThanOrEqual(Number(manifest.minimum_chrome_version));
      expect(since(namespace, member, 'edge')).toBeLessThanOrEqual(Number(manifest.minimum_chrome_version));
      for (const [browser, version] of Object.entries(least))
        expect(since(namespace, member, browser)).toBeLessThanOrEqual(Number.parseInt(version, 10));
    },
  );

  it('are many', () => expect(used.length).toBeGreaterThan(30));
});

/** A busy machine takes its time. */
const PATIENCE = { timeout: 10_000 };

describe('on a phone', () => {
  const url = 'https://news.example/1';
  const tab = { id: 7, url, incognito: false };
  const page = { id: 'rupor', frameId: 0, origin: 'https://news.example', url, tab };
  const unheard: unknown[] = [];

  beforeAll(async () => {
    process.on('unhandledRejection', (reason) => unheard.push(reason));
    for (const name of LACKING) delete (fake.browser as Record<string, unknown>)[name];
    // It lists add-ons in a menu, without badges.
    for (const name of Object.keys(fake.browser.action)) if (name !== 'setTitle') delete fake.browser.action[name];
    await import('../src/background/main');
  });

  it('the background starts, and hears pages, the installation and a tab that closes', () => {
    for (const name of ['runtime.onMessage', 'runtime.onInstalled', 'runtime.onStartup', 'tabs.onRemoved'])
      expect(fake.count(name)).toBeGreaterThan(0);
  });

  it('the first page opens in a tab, since there is no window to choose', async () => {
    fake.tell('runtime.onInstalled', { reason: 'install' });
    await vi.waitFor(() => expect(fake.done('tabs.create')).toHaveLength(1), PATIENCE);
    expect(fake.done('tabs.create')[0]).toEqual([{ url: 'chrome-extension://rupor/src/ui/welcome/index.html' }]);
  });

  it('a count gets into the title, the one thing that such a button has', async () => {
    const answers = fake.tell('runtime.onMessage', { say: 'count', state: 'list', n: 3 }, page);
    await Promise.all(answers);
    const titles = fake.acts.filter(({ name }) => name.startsWith('action.')).map(({ name, of }) => [name, of[0]]);
    expect(titles).toContainEqual(['action.setTitle', { tabId: 7, title: expect.stringContaining('3') }]);
    expect(titles.every(([name]) => name === 'action.setTitle')).toBe(true);
  });

  it('a report opens in a tab', async () => {
    fake.tabs = [{ ...tab, index: 0 }];
    fake.tell('runtime.onMessage', { say: 'report', id: 1 }, page);
    await vi.waitFor(() => expect(fake.done('tabs.create')).toHaveLength(2), PATIENCE);
  });

  it('nothing is left unanswered: start, choices, a closed tab, a page of before', async () => {
    fake.tell('runtime.onStartup');
    fake.tell('runtime.onInstalled', { reason: 'update' });
    await (fake.browser.storage.local as { set(items: object): Promise<unknown> }).set({
      settings: { v: 2, language: 'uk' },
    });
    fake.tell('tabs.onRemoved', 7, {});
    await new Promise((done) => setTimeout(done, 50));
    expect(unheard).toEqual([]);
  });
});
