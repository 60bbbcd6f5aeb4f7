import { beforeEach, describe, expect, it, vi } from 'vitest';

type Entry = { id: string; title: string; visible?: boolean };
const { tabs, scripting, contextMenus, kept, entries } = vi.hoisted(() => {
  const entries = new Map<string, Entry>();
  return {
    entries,
    kept: { local: {} as Record<string, unknown>, session: {} as Record<string, unknown> },
    tabs: {
      get: vi.fn(async (id: number) => ({ id, index: 4 })),
      create: vi.fn(async (_: object) => undefined),
      sendMessage: vi.fn(async () => true),
    },
    scripting: { executeScript: vi.fn(async (_: object) => []) },
    contextMenus: {
      removeAll: vi.fn(async () => entries.clear()),
      create: vi.fn((entry: Entry) => void entries.set(entry.id, entry)),
      update: vi.fn(async (id: string, change: Partial<Entry>) => {
        const entry = entries.get(id);
        if (!entry) throw new Error(`Cannot find menu item with id ${id}`);
        entries.set(id, { ...entry, ...change });
      }),
      refresh: vi.fn(async () => undefined),
    },
  };
});
vi.mock('../shared/browser', () => {
  const area = (name: 'local' | 'session') => ({
    get: async () => kept[name],
    set: async (items: object) => void Object.assign(kept[name], items),
  });
  return {
    browser: {
      tabs,
      scripting,
      contextMenus,
      storage: { local: area('local'), session: area('session') },
      i18n: { getUILanguage: () => 'uk' },
      runtime: { getManifest: () => ({}), getURL: (path: string) => `x://${path}` },
    },
  };
});

import '../shared/texts';
import type { Tabs } from '../shared/browser';
import { defaults, parseSettings } from '../shared/settings';
import type { Heard } from './doors';
import { aim, choose, makeMenus, renameMenus } from './menus';

const heard = (change: Partial<Heard> = {}): Heard => ({
  tab: 7,
  host: 'news.example',
  frame: 0,
  where: 'disk',
  message: { say: 'aim', isMark: true },
  ...change,
});
const tab = (change: object = {}) =>
  ({ id: 7, url: 'https://www.news.example/1', incognito: false, ...change }) as Tabs.Tab;
const offSites = (area: 'local' | 'session') => parseSettings(kept[area].settings).offSites;
const seen = () => [...entries.values()].filter(({ visible }) => visible !== false).map(({ title }) => title);

beforeEach(async () => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  kept.local = {};
  kept.session = {};
  await makeMenus();
});

describe('the browser’s menu', () => {
  it('has one entry of ours before a page says more, and it needs a selection', () => {
    expect(seen()).toEqual(['Повідомити про пропущене']);
    expect(entries.get('report-missed')).toMatchObject({ contexts: ['selection'] });
    for (const entry of entries.values())
      expect(entry).toMatchObject({ documentUrlPatterns: ['http://*/*', 'https://*/*'] });
  });

  it('offers *Not this…* on a mark alone', async () => {
    await aim(heard(), true);
    expect(seen()).toEqual(['Не те…', 'Повідомити про пропущене', 'Вимкнути Рупор тут']);
    expect(contextMenus.refresh).toHaveBeenCalledTimes(1);
    await aim(heard(), false);
    expect(seen()).toEqual(['Повідомити про пропущене', 'Вимкнути Рупор тут']);
  });

  it('offers to switch on where the site is off, and neither where all are', async () => {
    kept.local = { settings: { ...defaults, offSites: ['news.example'] } };
    await aim(heard(), false);
    expect(seen()).toContain('Увімкнути Рупор тут');
    kept.local = { settings: { ...defaults, enabled: false } };
    await aim(heard(), false);
    expect(seen()).toEqual(['Повідомити про пропущене']);
  });

  it('offers nothing of one page on the next, which may say nothing', async () => {
    await aim(heard(), true);
    await vi.advanceTimersByTimeAsync(5000);
    expect(seen()).toEqual(['Повідомити про пропущене']);
  });

  it('keeps nothing of a page: the browser writes its entries to the disk', async () => {
    await aim(heard(), true);
    expect(JSON.stringify([...entries.values()])).not.toContain('news.example');
  });

  it('speaks the reader’s language at once', async () => {
    await renameMenus({ ...defaults, language: 'en' });
    expect(seen()).toEqual(['Report a missed passage']);
    kept.local = { settings: { ...defaults, language: 'en' } };
    await aim(heard(), true);
    expect(seen()).toEqual(['Not this…', 'Report a missed passage', 'Switch Rupor off here']);
  });
});

describe('a choice in it', () => {
  it('has the page open the card', async () => {
    await choose('not-this', tab());
    expect(tabs.sendMessage).toHaveBeenCalledExactlyOnceWith(7, { do: 'not-this' });
  });

  it('opens the report beside the tab, after the door was brought, or where it cannot come', async () => {
    await choose('report-missed', tab());
    expect(scripting.executeScript).toHaveBeenCalledWith(expect.objectContaining({ files: ['src/page/door.js'] }));
    scripting.executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page'));
    await choose('report-missed', tab());
    expect(tabs.create.mock.calls).toEqual(
      [1, 2].map(() => [{ url: 'x://src/ui/report/index.html?tab=7&missed=1', openerTabId: 7, index: 5 }]),
    );
  });

  it('switches the site off and on', async () => {
    await choose('site', tab());
    expect(offSites('local')).toEqual(['news.example']);
    await choose('site', tab());
    expect(offSites('local')).toEqual([]);
  });

  it('writes nothing down of a private window', async () => {
    await choose('site', tab({ incognito: true }));
    expect(kept.local).toEqual({});
    expect(offSites('session')).toEqual(['news.example']);
  });

  it('does nothing for a tab that is gone', async () => {
    await choose('site', undefined);
    expect([kept.local, kept.session]).toEqual([{}, {}]);
  });
});
