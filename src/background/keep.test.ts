import { describe, expect, it, vi } from 'vitest';

const local = vi.hoisted((): { setAccessLevel?: (level: object) => Promise<void> } => ({}));
vi.mock('../shared/browser', () => ({ browser: { storage: { local } } }));

import { keepFromPages } from './keep';

describe('keepFromPages', () => {
  it('closes the storage to pages where the browser can', async () => {
    local.setAccessLevel = vi.fn(async () => undefined);
    await keepFromPages();
    expect(local.setAccessLevel).toHaveBeenCalledExactlyOnceWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });

  it('does nothing where it cannot', async () => {
    delete local.setAccessLevel;
    await expect(keepFromPages()).resolves.toBeUndefined();
  });
});
