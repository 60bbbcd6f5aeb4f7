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
  };
});
vi.mock('./browser', () => ({ browser: fake }));

import { exclude } from './exclusions';
import { settle } from './kept';
import { removeReports } from './kept-reports';
import { changeSettings, type Exclusion, readSettings } from './settings';

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

describe('whereWeAre', () => {
  it('goes by the window of a script, and by what a page of ours was told', async () => {
    vi.resetModules();
    const { settle, whereWeAre } = await import('./kept');
    expect(whereWeAre()).toBe('disk');
    fake.extension.inIncognitoContext = true;
    expect(whereWeAre()).toBe('memory');
    settle(true);
    expect(whereWeAre()).toBe('memory');
    settle(false);
    expect(whereWeAre()).toBe('disk');
  });
});
