/** What is kept is for the background and our own pages: a page that was taken over must not read it in our name. */
import { browser } from '../shared/browser';

/** Chromium's lock; Firefox has none, and `webextension-polyfill` has no type for it. */
type Lockable = { readonly setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> };

/** Closes the storage to scripts in pages. What is chosen in private windows (`storage.session`) is closed from the beginning. */
export async function keepFromPages(): Promise<void> {
  const local: Lockable = browser.storage.local as object;
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
