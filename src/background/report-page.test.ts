import { beforeEach, describe, expect, it, vi } from 'vitest';

type Context = { tabId: number; windowId: number; documentUrl: string };
const { tabs, windows, contexts, getContexts } = vi.hoisted(() => {
  const contexts: Context[] = [];
  return {
    contexts,
    getContexts: vi.fn(async (): Promise<Context[]> => contexts),
    tabs: {
      get: vi.fn(async (id: number) => ({ id, index: 4 })),
      create: vi.fn(async (_: object) => undefined),
      update: vi.fn(async (_id: number, _change: object) => undefined),
    },
    windows: { update: vi.fn(async (_id: number, _change: object) => undefined) },
  };
});
vi.mock('../shared/browser', () => ({
  browser: {
    tabs,
    windows,
    runtime: { getURL: (path: string) => `x://rupor/${path}`, getContexts },
  },
}));

import { forgetTab } from './own-page';
import { openReport } from './report-page';

const report = (tab: number, flag: number): string => `x://rupor/src/ui/report/index.html?tab=${tab}&flag=${flag}`;

beforeEach(() => {
  vi.clearAllMocks();
  vi.useFakeTimers();
  contexts.length = 0;
  for (let tab = 1; tab < 10; tab += 1) forgetTab(tab);
});

describe('openReport', () => {
  it('opens the page for that mark beside its tab', async () => {
    await openReport(1, 5);
    expect(tabs.create).toHaveBeenCalledWith({ url: report(1, 5), openerTabId: 1, index: 5 });
  });

  it('opens it where the browser can, for a private tab: Chromium shows none of ours in its window', async () => {
    tabs.create.mockRejectedValueOnce(new Error('Tab opener must be in the same window as the updated tab.'));
    await openReport(3, 5);
    expect(tabs.create).toHaveBeenLastCalledWith({ url: report(3, 5) });
  });

  it('does not let a page open one after another', async () => {
    for (let id = 0; id < 100; id += 1) await openReport(2, id);
    expect(tabs.create).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(3000);
    await openReport(2, 5);
    expect(tabs.create).toHaveBeenCalledTimes(2);
  });

  it('opens no more than thirty in an hour', async () => {
    for (let second = 0; second < 3590; second += 1) {
      await openReport(2, second);
      vi.advanceTimersByTime(1000);
    }
    expect(tabs.create).toHaveBeenCalledTimes(30);
    vi.advanceTimersByTime(11_000);
    await openReport(2, 0);
    expect(tabs.create).toHaveBeenCalledTimes(31);
  });

  it('opens one where the browser does not tell which are open', async () => {
    getContexts.mockRejectedValueOnce(new Error('not supported'));
    await openReport(5, 1);
    getContexts.mockReturnValueOnce(new Promise(() => undefined));
    const opening = openReport(6, 1);
    await vi.advanceTimersByTimeAsync(2000);
    await opening;
    expect(tabs.create).toHaveBeenCalledTimes(2);
  });

  it('shows the one that this tab has open, for another mark in its place, also after the background has slept', async () => {
    contexts.push(
      { tabId: 40, windowId: 1, documentUrl: report(44, 5) },
      { tabId: 41, windowId: 2, documentUrl: report(4, 5) },
    );
    await openReport(4, 5);
    expect(tabs.update).toHaveBeenLastCalledWith(41, { active: true });
    expect(windows.update).toHaveBeenLastCalledWith(2, { focused: true });
    vi.advanceTimersByTime(3000);
    await openReport(4, 6);
    expect(tabs.update).toHaveBeenLastCalledWith(41, { active: true, url: report(4, 6) });
    expect(tabs.create).not.toHaveBeenCalled();
  });
});
