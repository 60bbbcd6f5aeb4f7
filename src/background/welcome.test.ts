import { beforeEach, describe, expect, it, vi } from 'vitest';

const { browser, getAll } = vi.hoisted(() => {
  const getAll = vi.fn(async (_: object): Promise<object[]> => []);
  const browser: { windows?: object; tabs: { create: ReturnType<typeof vi.fn> }; runtime: object } = {
    tabs: { create: vi.fn(async (_: object) => undefined) },
    runtime: { getURL: (path: string) => `x://${path}` },
  };
  return { browser, getAll };
});
vi.mock('../shared/browser', () => ({ browser }));

import { welcome } from './welcome';

const url = 'x://src/ui/welcome/index.html';

beforeEach(() => {
  vi.clearAllMocks();
  browser.windows = { getAll };
});

describe('welcome', () => {
  it('opens in the window in front', async () => {
    getAll.mockResolvedValueOnce([
      { id: 1, incognito: false, focused: false },
      { id: 2, incognito: false, focused: true },
    ]);
    await welcome();
    expect(browser.tabs.create).toHaveBeenCalledExactlyOnceWith({ url, windowId: 2 });
  });

  it('never opens in a private window', async () => {
    getAll.mockResolvedValueOnce([
      { id: 1, incognito: false, focused: false },
      { id: 2, incognito: true, focused: true },
    ]);
    await welcome();
    expect(browser.tabs.create).toHaveBeenCalledExactlyOnceWith({ url, windowId: 1 });
    getAll.mockResolvedValueOnce([{ id: 2, incognito: true, focused: true }]);
    await welcome();
    expect(browser.tabs.create).toHaveBeenCalledTimes(1);
  });

  it('opens on a phone, which has no windows', async () => {
    delete browser.windows;
    await welcome();
    expect(browser.tabs.create).toHaveBeenCalledExactlyOnceWith({ url });
  });
});
