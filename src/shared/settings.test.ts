import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const storage = vi.hoisted(() => {
  const kept: Record<string, unknown> = {};
  const listeners = new Set<(changes: object, area: string) => void>();
  return {
    kept,
    listeners,
    local: {
      get: vi.fn(async (key: string): Promise<Record<string, unknown>> => structuredClone({ [key]: kept[key] })),
      set: vi.fn(async (items: Record<string, unknown>) => {
        const changes = Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }]));
        Object.assign(kept, structuredClone(items));
        for (const listener of listeners) listener(changes, 'local');
      }),
    },
    onChanged: {
      addListener: (listener: (changes: object, area: string) => void) => void listeners.add(listener),
      removeListener: (listener: (changes: object, area: string) => void) => void listeners.delete(listener),
    },
  };
});
vi.mock('./browser', () => ({ browser: { storage } }));

import { exclude, readmit } from './exclusions';
import {
  changeSettings,
  defaults,
  type Exclusion,
  isOff,
  isPaused,
  parseSettings,
  readSettings,
  type Settings,
  watchSettings,
} from './settings';

const here: Exclusion = { scope: 'here', entry: 'tass', title: 'ТАСС', host: 'visnyk.example', place: 'p1', at: 1 };

beforeEach(() => {
  for (const key of Object.keys(storage.kept)) delete storage.kept[key];
  storage.listeners.clear();
  vi.useRealTimers();
});

describe('parseSettings', () => {
  it.each([undefined, null, 7, 'settings', [], {}, () => 1])('makes the defaults of %s', (input) => {
    expect(parseSettings(input)).toEqual(defaults);
  });

  it.each(['strict', 'normal', 'wide'])('keeps the strictness %s', (strictness) => {
    expect(parseSettings({ strictness }).strictness).toBe(strictness);
  });

  it.each([undefined, null, 2, '', 'Strict', ['wide'], {}])('makes the strictness %s the normal one', (strictness) => {
    expect(parseSettings({ strictness }).strictness).toBe('normal');
  });

  it('takes settings from before there was a strictness as they are, with the normal one', () => {
    const { strictness: _, ...older } = { ...defaults, enabled: false, offSites: ['visnyk.example'] };
    expect(parseSettings(older)).toEqual({ ...older, strictness: 'normal' });
  });

  it('lets each field that cannot be read come out as its default, alone', () => {
    const wonky = {
      v: 'one',
      enabled: 'yes',
      pausedUntil: Number.NaN,
      kinds: { 'state-media': false, official: 0, framing: null },
      offSites: ['Visnyk.Example', '', 7, 'visnyk.example', 'x'.repeat(300)],
      alwaysSites: 'all',
      exclusions: [here, { scope: 'here', entry: 'tass' }, { scope: 'never' }, null],
      language: 'tlh',
      extra: 1,
    };
    expect(parseSettings(wonky)).toEqual({
      ...defaults,
      kinds: { 'state-media': false, official: true, framing: true },
      offSites: ['visnyk.example'],
      exclusions: [here],
    });
  });

  it.each(['scope', 'entry', 'title', 'host', 'place', 'at'])('drops an exclusion whose %s cannot be read', (field) => {
    for (const wrong of [undefined, null, '', 'x'.repeat(300), -1, Number.NaN, {}]) {
      expect(parseSettings({ exclusions: [{ ...here, [field]: wrong }] }).exclusions).toEqual([]);
    }
  });

  it('takes no time that cannot be written as a date', () => {
    expect(parseSettings({ pausedUntil: 8.64e15 + 2, exclusions: [{ ...here, at: 8.64e15 + 2 }] })).toEqual(defaults);
  });

  it('takes nothing from a prototype', () => {
    expect(parseSettings(Object.create({ enabled: false, offSites: ['visnyk.example'] }))).toEqual(defaults);
    const poisoned = JSON.parse('{"__proto__": {"enabled": false}, "constructor": {"prototype": {"enabled": false}}}');
    expect(parseSettings(poisoned)).toEqual(defaults);
    expect(({} as { enabled?: boolean }).enabled).toBeUndefined();
  });

  it('never throws, and reads its own result as it is', () => {
    const shaped = fc.record(
      {
        enabled: fc.anything(),
        pausedUntil: fc.anything(),
        kinds: fc.anything(),
        offSites: fc.array(fc.oneof(fc.string(), fc.anything())),
        exclusions: fc.array(fc.oneof(fc.constant(here), fc.anything())),
        language: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), shaped), (input) => {
        const once = parseSettings(input);
        expect(parseSettings(once)).toEqual(once);
      }),
    );
  });
});

describe('changeSettings', () => {
  it('makes one change after another, so that none is lost', async () => {
    await Promise.all(
      ['a.example', 'b.example', 'c.example'].map((site) =>
        changeSettings((settings) => ({ ...settings, offSites: [...settings.offSites, site] })),
      ),
    );
    expect((await readSettings()).offSites).toEqual(['a.example', 'b.example', 'c.example']);
  });

  it('reports a storage that refuses, loses nothing, and goes on with the next change', async () => {
    await changeSettings((settings) => ({ ...settings, enabled: false }));
    storage.local.set.mockRejectedValueOnce(new Error('quota'));
    await expect(changeSettings((settings) => ({ ...settings, language: 'en' }))).rejects.toThrow('quota');
    expect((await readSettings()).language).toBe('auto');
    await changeSettings((settings) => ({ ...settings, language: 'uk' }));
    expect(await readSettings()).toEqual({ ...defaults, enabled: false, language: 'uk' });
  });

  it('writes nothing when the storage cannot be read', async () => {
    storage.local.set.mockClear();
    storage.local.get.mockRejectedValueOnce(new Error('broken'));
    await expect(changeSettings((settings) => settings)).rejects.toThrow('broken');
    expect(storage.local.set).not.toHaveBeenCalled();
  });

  it('leaves the settings of a newer Rupor alone', async () => {
    storage.kept.settings = { v: 3, tomorrow: true };
    await expect(changeSettings((settings) => ({ ...settings, enabled: false }))).rejects.toThrow('newer');
    expect(storage.kept.settings).toEqual({ v: 3, tomorrow: true });
  });
});

describe('readSettings', () => {
  it('has the defaults where the storage refuses', async () => {
    storage.local.get.mockRejectedValueOnce(new Error('broken'));
    expect(await readSettings()).toEqual(defaults);
  });

  it('has the defaults where the storage never answers', async () => {
    vi.useFakeTimers();
    storage.local.get.mockReturnValueOnce(new Promise(() => undefined));
    const reading = readSettings();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await reading).toEqual(defaults);
  });
});

describe('watchSettings', () => {
  it('tells every change until it is stopped', async () => {
    const seen: Settings[] = [];
    const stop = new AbortController();
    watchSettings((settings) => seen.push(settings), stop.signal);
    await changeSettings((settings) => ({ ...settings, enabled: false }));
    await storage.local.set({ reports: [] });
    stop.abort();
    await changeSettings((settings) => ({ ...settings, enabled: true }));
    expect(seen.map((settings) => settings.enabled)).toEqual([false]);
  });

  it('does not start where it is stopped already', () => {
    watchSettings(() => undefined, AbortSignal.abort());
    expect(storage.listeners.size).toBe(0);
  });
});

describe('exclusions', () => {
  it('are kept once, and gone after being brought back', async () => {
    const site: Exclusion = { scope: 'site', entry: 'tass', title: 'ТАСС', host: 'visnyk.example', at: 2 };
    await exclude(here);
    await exclude({ ...here, at: 5 });
    await exclude(site);
    expect((await readSettings()).exclusions).toEqual([{ ...here, at: 5 }, site]);
    await readmit(here);
    expect((await readSettings()).exclusions).toEqual([site]);
  });
});

describe('isOff and isPaused', () => {
  it('go by the switch of all sites, the switch of a site, and the clock', () => {
    expect(isOff({ ...defaults, enabled: false }, 'visnyk.example')).toBe(true);
    expect(isOff({ ...defaults, offSites: ['visnyk.example'] }, 'visnyk.example')).toBe(true);
    expect(isOff({ ...defaults, offSites: ['visnyk.example'] }, 'other.example')).toBe(false);
    expect(isPaused({ ...defaults, pausedUntil: 100 }, 99)).toBe(true);
    expect(isPaused({ ...defaults, pausedUntil: 100 }, 100)).toBe(false);
  });
});
