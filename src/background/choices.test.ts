import { beforeEach, describe, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => {
  const area = () => {
    const kept: { settings?: object } = {};
    return {
      kept,
      get: vi.fn(async () => structuredClone(kept)),
      set: vi.fn(async (items: object) => void Object.assign(kept, structuredClone(items))),
    };
  };
  return {
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
      local: area(),
      session: area(),
    },
  };
});
vi.mock('../shared/browser', () => ({ browser: fake }));

import { defaults, type Exclusion, LIST_MAX, parseSettings } from '../shared/settings';
import { settingsFor } from '../shared/settings-for';
import type { Heard } from './doors';

const { local, session } = fake.storage;
const HOST = 'visnyk.example';
const anywhere: Exclusion = { scope: 'anywhere', entry: 'tass', title: 'ТАСС', at: 1 };
const here: Exclusion = { ...anywhere, scope: 'here', host: HOST, place: 'a1' };
const from = (where: Heard['where'] = 'disk', host = HOST): Heard => ({
  tab: 7,
  host,
  frame: 0,
  where,
  message: { say: 'choices' },
});
const kept = (area: typeof local) => parseSettings(area.kept.settings).exclusions;

// Anew for each test, as the background is: it counts what pages write.
let choices: typeof import('./choices');
beforeEach(async () => {
  vi.useRealTimers();
  vi.clearAllMocks();
  for (const area of [local, session]) delete area.kept.settings;
  vi.resetModules();
  choices = await import('./choices');
});

describe('a page', () => {
  it('is told what concerns its site, from the memory of private windows where it is in one', async () => {
    local.kept.settings = { ...defaults, offSites: ['other.example'], exclusions: [here] };
    session.kept.settings = { ...defaults, offSites: [HOST] };
    const told = await choices.choicesFor(from());
    expect(told).toEqual(settingsFor(parseSettings(local.kept.settings), HOST));
    expect(JSON.stringify(told)).not.toContain('other.example');
    expect((await choices.choicesFor(from('memory'))).site).toBe('off');
  });

  it('hears the defaults where the storage is broken', async () => {
    local.get.mockRejectedValueOnce(new Error('broken'));
    expect(await choices.choicesFor(from())).toEqual(settingsFor(defaults, HOST));
  });

  it('has a mark hidden and brought back, each where its choices are kept', async () => {
    expect(await choices.keepFor(from(), { say: 'exclude', exclusion: here })).toBe(true);
    expect(await choices.keepFor(from('memory'), { say: 'exclude', exclusion: anywhere })).toBe(true);
    expect([kept(local), kept(session)]).toEqual([[here], [here, anywhere]]);
    expect(await choices.keepFor(from(), { say: 'readmit', exclusion: here })).toBe(true);
    expect(kept(local)).toEqual([]);
  });

  it('reaches no other site', async () => {
    local.kept.settings = { ...defaults, exclusions: [here] };
    for (const say of ['exclude', 'readmit'] as const)
      expect(await choices.keepFor(from('disk', 'other.example'), { say, exclusion: here })).toBeUndefined();
    expect(kept(local)).toEqual([here]);
  });

  it('takes back only what was hidden just so', async () => {
    local.kept.settings = { ...defaults, exclusions: [anywhere] };
    const guessed = { ...anywhere, at: 2 };
    expect(await choices.keepFor(from(), { say: 'readmit', exclusion: guessed })).toBeUndefined();
    expect(kept(local)).toEqual([anywhere]);
  });

  it('pushes nothing out of a full list', async () => {
    const full = Array.from({ length: LIST_MAX }, (_, i) => ({ ...anywhere, entry: `entry_${i}` }));
    local.kept.settings = { ...defaults, exclusions: full };
    expect(await choices.keepFor(from(), { say: 'exclude', exclusion: here })).toBeUndefined();
    expect(kept(local)).toEqual(full);
  });

  it('writes no more in a minute than a reader would', async () => {
    vi.useFakeTimers();
    const write = (i: number) =>
      choices.keepFor(from(), { say: 'exclude', exclusion: { ...anywhere, entry: `entry_${i}` } });
    for (let i = 0; i < 100; i++) await write(i);
    expect(kept(local)).toHaveLength(30);
    vi.advanceTimersByTime(60_000);
    expect(await write(100)).toBe(true);
  });

  it('hears nothing of a failure but that there was one', async () => {
    local.set.mockRejectedValueOnce(new Error('quota'));
    await expect(choices.keepFor(from(), { say: 'exclude', exclusion: here })).rejects.toThrow('quota');
  });
});

describe('a choice', () => {
  it('is told to the tabs that go by it, without a word of what it is', async () => {
    const { passOn } = choices;
    fake.tabs.query.mockResolvedValue([{ id: 1, incognito: false }, { id: 2, incognito: true }, { incognito: true }]);
    await passOn({ other: { newValue: {} } }, 'local');
    await passOn({ settings: { newValue: {} } }, 'sync');
    expect(fake.tabs.sendMessage).not.toHaveBeenCalled();
    await passOn({ settings: { newValue: {} } }, 'session');
    expect(fake.tabs.sendMessage.mock.calls).toEqual([[2, { say: 'chosen' }]]);
    fake.tabs.sendMessage.mockClear();
    await passOn({ settings: { newValue: {} } }, 'local');
    expect(fake.tabs.sendMessage.mock.calls).toEqual([
      [1, { say: 'chosen' }],
      [2, { say: 'chosen' }],
    ]);
  });
});

describe('a site that is always read in private windows', () => {
  it('is known to the browser until they are closed, and not written down', async () => {
    fake.tabs.query.mockResolvedValue([]);
    session.kept.settings = { v: 2, alwaysSites: ['blog.example', '*'] };
    await choices.passOn({ settings: { newValue: {} } }, 'session');
    expect(fake.scripting.registerContentScripts).toHaveBeenCalledWith([
      expect.objectContaining({
        id: 'always-private',
        matches: ['*://blog.example/*', '*://www.blog.example/*'],
        persistAcrossSessions: false,
      }),
    ]);
    delete session.kept.settings;
    fake.scripting.getRegisteredContentScripts.mockResolvedValueOnce([{ id: 'always-private' }]);
    fake.scripting.registerContentScripts.mockClear();
    await choices.passOn({ settings: {} }, 'session');
    expect(fake.scripting.unregisterContentScripts).toHaveBeenCalledWith({ ids: ['always-private'] });
    expect(fake.scripting.registerContentScripts).not.toHaveBeenCalled();
  });
});
