import { beforeEach, describe, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => {
  const area = () => {
    const kept: Record<string, unknown> = {};
    return {
      kept,
      get: vi.fn(async (key: string) => (key in kept ? { [key]: structuredClone(kept[key]) } : {})),
      set: vi.fn(async (items: Record<string, unknown>) => void Object.assign(kept, structuredClone(items))),
      remove: vi.fn(async (key: string) => void delete kept[key]),
    };
  };
  const event = <F>() => {
    const listeners = new Set<F>();
    return { listeners, addListener: (f: F) => listeners.add(f), removeListener: (f: F) => listeners.delete(f) };
  };
  return {
    extension: { inIncognitoContext: false },
    storage: { local: area(), session: area(), onChanged: event<(changes: object, area: string) => void>() },
    runtime: { sendMessage: vi.fn(), onMessage: event<(said: unknown) => unknown>() },
  };
});
vi.mock('./browser', () => ({ browser: fake }));

import { exclude, readmit } from './exclusions';
import { settle, watchKept } from './kept';
import { removeReports } from './kept-reports';
import { changeSettings, defaults, type Exclusion, readSettings } from './settings';

const { local, session } = fake.storage;
const anywhere: Exclusion = { scope: 'anywhere', entry: 'tass', title: 'ТАСС', at: 1 };

beforeEach(() => {
  for (const { kept } of [local, session]) for (const key of Object.keys(kept)) delete kept[key];
  vi.clearAllMocks();
});

describe('what is chosen in a private window', () => {
  it('is kept in memory alone, over what normal windows have', async () => {
    await changeSettings((settings) => ({ ...settings, language: 'uk' }), 'disk');
    const before = structuredClone(local.kept);
    await changeSettings((settings) => ({ ...settings, offSites: ['visnyk.example'] }), 'memory');
    await exclude(anywhere, 'memory');
    expect(await readSettings('memory')).toMatchObject({
      language: 'uk',
      offSites: ['visnyk.example'],
      exclusions: [anywhere],
    });
    expect(local.kept).toEqual(before);
    expect(await readSettings('disk')).toMatchObject({ offSites: [], exclusions: [] });
  });

  it('leaves no report', async () => {
    settle(true);
    await expect(removeReports(['any'])).rejects.toThrow('private');
    settle(false);
    await removeReports(['any']);
    expect(local.set.mock.calls).toEqual([[{ reports: [] }]]);
  });

  it('is not written to the disk when the memory refuses', async () => {
    session.set.mockRejectedValueOnce(new Error('quota'));
    await expect(changeSettings((settings) => ({ ...settings, enabled: false }), 'memory')).rejects.toThrow('quota');
    expect(local.kept).toEqual({});
  });

  it('is nothing at first: it goes by the disk until something is chosen', async () => {
    await changeSettings((settings) => ({ ...settings, enabled: false }), 'disk');
    expect((await readSettings('memory')).enabled).toBe(false);
  });
});

describe("a page's script in a private window", () => {
  it('is told what is chosen there by the background', async () => {
    fake.runtime.sendMessage.mockResolvedValueOnce({ ...defaults, enabled: false });
    expect((await readSettings('passed-on')).enabled).toBe(false);
    expect(fake.runtime.sendMessage).toHaveBeenCalledWith({ say: 'choices' });
  });

  it('writes nothing itself', async () => {
    fake.runtime.sendMessage.mockResolvedValue(undefined);
    await expect(changeSettings((settings) => settings, 'passed-on')).rejects.toThrow('private');
    expect(local.set).not.toHaveBeenCalled();
    expect(session.set).not.toHaveBeenCalled();
  });

  it('has the background hide a mark and bring it back, and fails where it does not', async () => {
    fake.runtime.sendMessage.mockResolvedValueOnce(true).mockResolvedValueOnce(true).mockResolvedValueOnce(undefined);
    await exclude(anywhere, 'passed-on');
    await readmit(anywhere, 'passed-on');
    expect(fake.runtime.sendMessage.mock.calls).toEqual([
      [{ say: 'exclude', exclusion: anywhere }],
      [{ say: 'readmit', exclusion: anywhere }],
    ]);
    await expect(exclude(anywhere, 'passed-on')).rejects.toThrow();
    expect(local.set).not.toHaveBeenCalled();
  });

  it('asks anew when the background says that something was chosen', async () => {
    const seen: unknown[] = [];
    const stop = new AbortController();
    watchKept((kept) => seen.push(kept), stop.signal, 'passed-on');
    fake.runtime.sendMessage.mockResolvedValue({ v: 2, enabled: false });
    for (const listener of fake.runtime.onMessage.listeners) {
      expect(listener({ say: 'chosen' })).toBeUndefined();
      listener({ say: 'changed' });
      listener(null);
    }
    await vi.waitFor(() => expect(seen).toEqual([{ v: 2, enabled: false }]));
    stop.abort();
    expect(fake.runtime.onMessage.listeners.size + fake.storage.onChanged.listeners.size).toBe(0);
  });
});

describe('whereWeAre', () => {
  it('goes by the window of a script, and by what a page of ours was told', async () => {
    vi.resetModules();
    const { settle, whereWeAre } = await import('./kept');
    expect(whereWeAre()).toBe('disk');
    fake.extension.inIncognitoContext = true;
    expect(whereWeAre()).toBe('passed-on');
    settle(true);
    expect(whereWeAre()).toBe('memory');
    settle(false);
    expect(whereWeAre()).toBe('disk');
  });
});
