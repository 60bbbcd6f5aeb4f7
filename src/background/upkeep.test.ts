import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';

// The library finds the browser by itself: the fake one stands where it looks.
const fake = vi.hoisted(() => {
  const kept: Record<string, unknown> = {};
  const pick = (keys: string | string[]) => [keys].flat().filter((key) => key in kept);
  const local = {
    get: vi.fn(async (keys: string | string[]) =>
      Object.fromEntries(pick(keys).map((key) => [key, structuredClone(kept[key])])),
    ),
    set: vi.fn(async (items: object) => void Object.assign(kept, structuredClone(items))),
  };
  const browser = { runtime: { id: 'rupor' }, storage: { local } };
  Object.assign(globalThis, { browser });
  return { kept, local, browser };
});
vi.mock('../shared/browser', () => ({ browser: fake.browser }));

import { changeSettings, defaults, parseSettings } from '../shared/settings';
import { bringUpToDate } from './upkeep';

const sample = (version: number): Record<string, unknown> =>
  JSON.parse(readFileSync(`tests/fixtures/settings/v${version}.json`, 'utf8'));

beforeEach(() => {
  for (const key of Object.keys(fake.kept)) delete fake.kept[key];
  vi.clearAllMocks();
  vi.useRealTimers();
});

describe('bringUpToDate', () => {
  it('makes the settings of the first Rupor those of this one, and loses nothing', async () => {
    fake.kept.settings = sample(1);
    await bringUpToDate();
    expect(fake.kept).toEqual({ settings: { ...defaults, ...sample(1), v: 2 }, settings$: { v: 2 } });
    // The settings and their version, in one act.
    expect(fake.local.set).toHaveBeenCalledTimes(1);
  });

  it('does it once', async () => {
    fake.kept.settings = sample(1);
    await bringUpToDate();
    await bringUpToDate();
    expect(fake.local.set).toHaveBeenCalledTimes(1);
  });

  it('leaves the settings of this Rupor as they are, also after a change', async () => {
    await changeSettings(() => parseSettings(sample(2)));
    expect(fake.kept).toEqual({ settings: sample(2), settings$: { v: 2 } });
    await bringUpToDate();
    expect(fake.local.set).toHaveBeenCalledTimes(1);
  });

  it('writes nothing where nothing is kept', async () => {
    await bringUpToDate();
    expect(fake.kept).toEqual({});
  });

  it.each([
    ['with', { settings$: { v: 3 } }],
    ['without', {}],
  ])('leaves the settings of a newer Rupor alone, %s a version beside them', async (_name, beside) => {
    const newer = { settings: { v: 3, tomorrow: true }, ...beside };
    Object.assign(fake.kept, newer);
    await bringUpToDate();
    expect(fake.kept).toEqual(newer);
    expect(fake.local.set).not.toHaveBeenCalled();
  });

  it('gives up on a storage that does not answer, so that no window waits for it', async () => {
    vi.useFakeTimers();
    fake.local.get.mockReturnValueOnce(new Promise(() => undefined));
    const done = expect(bringUpToDate()).rejects.toThrow('does not answer');
    await vi.advanceTimersByTimeAsync(2000);
    await done;
  });
});

describe('the settings of every version so far', () => {
  it.each([1, 2])('v%i come out as they went in, and the second time as the first', (version) => {
    const once = parseSettings(sample(version));
    expect(once).toMatchObject({ ...sample(version), v: defaults.v });
    expect(parseSettings(once)).toEqual(once);
  });
});
