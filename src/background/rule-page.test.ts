import { beforeEach, expect, it, vi } from 'vitest';

const tabs = vi.hoisted(() => ({
  get: vi.fn(async (id: number) => ({ id, index: 4 })),
  create: vi.fn(async (_: object) => undefined),
}));
vi.mock('../shared/browser', () => ({
  browser: { tabs, runtime: { getURL: (path: string) => `x://rupor/${path}`, getContexts: async () => [] } },
}));

import { openRule } from './rule-page';

beforeEach(() => {
  vi.clearAllMocks();
  vi.useFakeTimers();
});

it('opens the entry in the rules browser, and the reader’s own where those are kept', async () => {
  await openRule(1, 'ria_novosti');
  await openRule(2, 'own_ab12cd34');
  expect(tabs.create.mock.calls).toEqual([
    [{ url: 'x://rupor/src/ui/options/index.html?from=1#ria_novosti', openerTabId: 1, index: 5 }],
    [{ url: 'x://rupor/src/ui/options/index.html?from=2#own_ab12cd34', openerTabId: 2, index: 5 }],
  ]);
});

it('opens no more than one in a second', async () => {
  for (let time = 0; time < 20; time += 1) await openRule(3, 'ria_novosti');
  expect(tabs.create).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  await openRule(3, 'lavrov');
  expect(tabs.create).toHaveBeenCalledTimes(2);
});
