import { beforeEach, describe, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => ({
  tabs: {
    query: vi.fn(async (): Promise<object[]> => []),
    sendMessage: vi.fn(async (_tab: number, _message: object): Promise<unknown> => undefined),
  },
  scripting: {
    getRegisteredContentScripts: vi.fn(async (): Promise<object[]> => []),
    unregisterContentScripts: vi.fn(async () => undefined),
    registerContentScripts: vi.fn(async (_scripts: object[]) => undefined),
  },
  storage: {
    local: { get: vi.fn(async () => ({})), set: vi.fn(async (_items: object) => undefined) },
    session: {
      get: vi.fn(async (): Promise<object> => ({ settings: { v: 2, enabled: false } })),
      set: vi.fn(async (_items: object) => undefined),
      remove: vi.fn(async (_key: string) => undefined),
    },
  },
}));
vi.mock('../shared/browser', () => ({ browser: fake }));

import type { Exclusion } from '../shared/settings';
import type { Heard } from './doors';
import { forgetWithLast, keepFor, passOn } from './private';

const exclusion: Exclusion = { scope: 'anywhere', entry: 'tass', title: 'ТАСС', at: 1 };
const heard = (message: Heard['message'], where: Heard['where'] = 'memory'): Heard => ({
  tab: 7,
  url: '',
  frame: 0,
  where,
  message,
});

beforeEach(() => vi.clearAllMocks());

describe('keepFor', () => {
  it('passes on what is chosen in private windows, to their pages alone', async () => {
    expect(await keepFor(heard({ say: 'choices' }))).toEqual({ v: 2, enabled: false });
    expect(keepFor(heard({ say: 'choices' }, 'disk'))).toBeUndefined();
  });

  it('hides a mark in memory, and for no page of a normal window', async () => {
    expect(await keepFor(heard({ say: 'exclude', exclusion }))).toBe(true);
    expect(fake.storage.session.set).toHaveBeenCalledWith({
      settings: expect.objectContaining({ enabled: false, exclusions: [exclusion] }),
    });
    expect(keepFor(heard({ say: 'exclude', exclusion }, 'disk'))).toBeUndefined();
    expect(fake.storage.local.set).not.toHaveBeenCalled();
  });
});

describe('passOn', () => {
  it('tells the tabs of private windows, of a change of settings in memory alone', async () => {
    fake.tabs.query.mockResolvedValue([{ id: 1, incognito: false }, { id: 2, incognito: true }, { incognito: true }]);
    await passOn({ settings: { newValue: {} } }, 'local');
    await passOn({ other: { newValue: {} } }, 'session');
    expect(fake.tabs.sendMessage).not.toHaveBeenCalled();
    await passOn({ settings: { newValue: {} } }, 'session');
    expect(fake.tabs.sendMessage.mock.calls).toEqual([[2, { say: 'chosen' }]]);
  });
});

describe('a site that is always read in private windows', () => {
  it('is known to the browser until they are closed, and not written down', async () => {
    fake.tabs.query.mockResolvedValue([]);
    fake.storage.session.get.mockResolvedValue({ settings: { v: 2, alwaysSites: ['blog.example', '*'] } });
    await passOn({ settings: { newValue: {} } }, 'session');
    expect(fake.scripting.registerContentScripts).toHaveBeenCalledWith([
      expect.objectContaining({
        id: 'always-private',
        matches: ['*://blog.example/*', '*://www.blog.example/*'],
        persistAcrossSessions: false,
      }),
    ]);
    fake.storage.session.get.mockResolvedValue({});
    fake.scripting.getRegisteredContentScripts.mockResolvedValueOnce([{ id: 'always-private' }]);
    fake.scripting.registerContentScripts.mockClear();
    await passOn({ settings: {} }, 'session');
    expect(fake.scripting.unregisterContentScripts).toHaveBeenCalledWith({ ids: ['always-private'] });
    expect(fake.scripting.registerContentScripts).not.toHaveBeenCalled();
  });
});

describe('forgetWithLast', () => {
  it('forgets when no private window is open any more, and not before', async () => {
    fake.tabs.query.mockResolvedValue([
      { id: 1, incognito: false },
      { id: 2, incognito: true },
    ]);
    await forgetWithLast();
    expect(fake.storage.session.remove).not.toHaveBeenCalled();
    fake.tabs.query.mockResolvedValue([{ id: 1, incognito: false }]);
    await forgetWithLast();
    expect(fake.storage.session.remove).toHaveBeenCalledWith('settings');
  });
});
