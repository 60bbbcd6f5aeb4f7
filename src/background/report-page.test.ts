import { beforeEach, describe, expect, it, vi } from 'vitest';

const tabs = vi.hoisted(() => ({
  get: vi.fn(async (id: number) => ({ id, index: 4 })),
  create: vi.fn(async (_: object) => undefined),
}));
vi.mock('../shared/browser', () => ({ browser: { tabs, runtime: { getURL: (path: string) => `x://${path}` } } }));

import { openReport } from './report-page';

beforeEach(() => {
  vi.clearAllMocks();
  vi.useFakeTimers();
});

describe('openReport', () => {
  it('opens the page for that mark beside its tab', async () => {
    await openReport(1, 5);
    expect(tabs.create).toHaveBeenCalledWith({
      url: 'x://src/ui/report/index.html?tab=1&flag=5',
      openerTabId: 1,
      index: 5,
    });
  });

  it('opens it where the browser can, for a private tab: Chromium shows none of ours in its window', async () => {
    tabs.create.mockRejectedValueOnce(new Error('Tab opener must be in the same window as the updated tab.'));
    await openReport(3, 5);
    expect(tabs.create).toHaveBeenLastCalledWith({ url: 'x://src/ui/report/index.html?tab=3&flag=5' });
  });

  it('does not let a page open one after another', async () => {
    for (let id = 0; id < 100; id += 1) await openReport(2, id);
    expect(tabs.create).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(3000);
    await openReport(2, 5);
    expect(tabs.create).toHaveBeenCalledTimes(2);
  });
});
