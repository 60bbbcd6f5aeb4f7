// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../tests/fake-browser';

vi.mock('../shared/browser', async () => ({ browser: (await import('../../tests/fake-browser')).fake.browser }));

import '../shared/texts';
import { changeSettings, defaults } from '../shared/settings';
import { useSettings } from './use-settings';

beforeEach(() => {
  vi.useFakeTimers();
  fake.reset();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** What a page of ours shows so many milliseconds after it was opened. */
async function shownAfter(ms: number) {
  const { result } = renderHook(() => useSettings());
  await act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  return result;
}

describe('useSettings', () => {
  it.each([
    ['refuses', { rejects: 'broken' }, 10],
    ['answers nonsense', { instead: 7 }, 10],
    ['never answers', { never: true }, 2010],
  ] as const)(
    'has the usual choices where the storage %s, and the reader’s own with the next change',
    async (_how, fault, ms) => {
      fake.local.settings = { ...defaults, offSites: ['news.example'] };
      fake.plan('storage.local.get', fault);
      const shown = await shownAfter(ms);
      expect(shown.current).toEqual(defaults);
      await act(async () => void (await changeSettings((settings) => ({ ...settings, enabled: false }))));
      expect(shown.current).toMatchObject({ enabled: false, offSites: ['news.example'] });
    },
  );

  it.each([
    ['rejects', { rejects: 'No window.' }],
    ['says nothing', { instead: [] }],
  ] as const)('has the choices of normal windows where the question for the tab %s', async (_how, fault) => {
    fake.local.settings = { ...defaults, enabled: false };
    fake.plan('tabs.query', fault);
    expect((await shownAfter(10)).current).toMatchObject({ enabled: false });
  });
});
