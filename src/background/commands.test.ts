import { beforeEach, describe, expect, it, vi } from 'vitest';

const { tabs, scripting, sidePanel, calls } = vi.hoisted(() => {
  const calls: string[] = [];
  return {
    calls,
    tabs: {
      query: vi.fn(async (_: object): Promise<{ id?: number }[]> => [{ id: 7 }]),
      sendMessage: vi.fn(async () => calls.push('sent')),
    },
    scripting: { executeScript: vi.fn(async (_: object) => calls.push('brought')) },
    sidePanel: { open: vi.fn(async (_: object) => undefined) },
  };
});
vi.mock('../shared/browser', () => ({
  browser: { tabs, scripting, sidePanel, runtime: { getManifest: () => ({}) } },
}));

import type { Tabs } from '../shared/browser';
import { obey } from './commands';

const TAB = { id: 8, windowId: 3 } as Tabs.Tab;

beforeEach(() => {
  vi.clearAllMocks();
  calls.length = 0;
});

describe('obey', () => {
  it.each(['next', 'previous', 'toggle-marks'])(
    'passes %s on to the page in front, and brings nothing',
    async (name) => {
      await obey(name, TAB);
      expect(tabs.sendMessage).toHaveBeenCalledExactlyOnceWith(8, { do: name });
      expect(scripting.executeScript).not.toHaveBeenCalled();
    },
  );

  it('looks for the page in front where the browser does not name it', async () => {
    await obey('next', undefined);
    expect(tabs.sendMessage).toHaveBeenCalledWith(7, { do: 'next' });
  });

  it('brings the door before it has a page read', async () => {
    await obey('scan-anyway', TAB);
    expect(scripting.executeScript).toHaveBeenCalledWith(
      expect.objectContaining({ target: { tabId: 8, frameIds: [0] }, files: ['src/page/door.js'] }),
    );
    expect(tabs.sendMessage).toHaveBeenCalledWith(8, { do: 'scan-anyway' });
    expect(calls).toEqual(['brought', 'sent']);
  });

  it('opens the side panel of that window before anything is waited for', () => {
    void obey('side-panel', TAB);
    expect(sidePanel.open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
    expect(tabs.query).not.toHaveBeenCalled();
  });

  it('does nothing for another key, nor without a tab', async () => {
    await obey('_execute_action', TAB);
    tabs.query.mockResolvedValueOnce([]);
    await obey('next', undefined);
    await obey('side-panel', undefined);
    expect(tabs.sendMessage).not.toHaveBeenCalled();
    expect(sidePanel.open).not.toHaveBeenCalled();
  });
});
