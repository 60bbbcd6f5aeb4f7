import { beforeEach, describe, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => ({
  tabs: { query: vi.fn(async (): Promise<object[]> => []) },
  storage: { session: { remove: vi.fn(async (_key: string) => undefined) } },
}));
vi.mock('../shared/browser', () => ({ browser: fake }));

import { forgetWithLast } from './private';

beforeEach(() => vi.clearAllMocks());

describe('forgetWithLast', () => {
  it('forgets when no private window is open any more, and not before', async () => {
    fake.tabs.query.mockResolvedValue([
      { id: 1, incognito: false },
      { id: 2, incognito: true },
    ]);
    await forgetWithLast();
    expect(fake.storage.session.remove).not.toHaveBeenCalled();
    fake.tabs.query.mockResolvedValue([{ id: 1, incognito: false }]);
    await forgetWithLast();
    expect(fake.storage.session.remove).toHaveBeenCalledWith('settings');
  });
});
