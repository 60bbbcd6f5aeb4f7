/**
 * Where the reader's choices are kept, for the background and our own pages; a page's script gets what concerns its site
 * from the background (`settings-for.ts`). The choices of normal windows are on disk. What is chosen in a private window
 * stays in memory, laid over the others, until the last private window is closed.
 */
import { browser, type Storage } from './browser';
import { fieldOf } from './field';

/** `memory`: of private windows. */
export type Where = 'disk' | 'memory';

/** The key that settings are kept under. */
export const KEY = 'settings';
/** The key of their version, as `@wxt-dev/storage` keeps it. */
const VERSION_KEY = `${KEY}$`;
/** A storage that has not answered by now is taken for broken. */
const STORAGE_MS = 2000;

let settled: Where | undefined;

/** The choices that this page of ours goes by. */
export function whereWeAre(): Where {
  return settled ?? (browser.extension?.inIncognitoContext ? 'memory' : 'disk');
}

/** Tells a page of ours whose choices it shows: it may stand in a normal window and be about a private tab. */
export function settle(isPrivate: boolean): void {
  settled = isPrivate ? 'memory' : 'disk';
}

/** The settings as they are kept. @throws when the storage fails or does not answer in two seconds. */
export async function load(where: Where): Promise<unknown> {
  const mine = where === 'disk' ? undefined : await remembered();
  return mine ?? storedIn('local', KEY);
}

/** @throws when the storage fails, or answers otherwise than a storage does: what is not known to be empty is not written over. */
export async function storedIn(area: 'local' | 'session', key: string): Promise<unknown> {
  const answer: unknown = await inTime(browser.storage[area].get(key));
  if (typeof answer !== 'object' || answer === null) throw new Error('The storage does not answer.');
  return fieldOf(answer, key);
}

/** What private windows have chosen; undefined where they have chosen nothing. @throws when the storage fails. */
export async function remembered(): Promise<unknown> {
  return storedIn('session', KEY);
}

/** Keeps settings with their version, in one act. @throws when the storage fails or does not answer; nothing is kept then. */
export async function save(where: Where, settings: { readonly v: number }, more: object = {}): Promise<void> {
  if (where === 'memory') return inTime(browser.storage.session.set({ [KEY]: settings }));
  return inTime(browser.storage.local.set({ [KEY]: settings, [VERSION_KEY]: { v: settings.v }, ...more }));
}

/** Forgets what private windows have chosen. */
export const forgetPrivate = (): Promise<void> => browser.storage.session.remove(KEY);

/** Calls back with what is kept whenever it changes. */
export function watchKept(onChange: (kept: unknown) => void, signal: AbortSignal, where: Where): void {
  if (signal.aborted) return;
  const onStored = (changes: Record<string, Storage.StorageChange>, area: string): void => {
    if (!Object.hasOwn(changes, KEY)) return;
    if (where === 'disk' && area === 'local') onChange(changes[KEY]?.newValue);
    if (where === 'memory' && (area === 'local' || area === 'session'))
      void load(where).then(onChange, () => undefined);
  };
  browser.storage.onChanged.addListener(onStored);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onStored), { once: true });
}

/** Lets no other window of Rupor write under this key in between. */
export function alone<T>(key: string, work: () => Promise<T>): Promise<T> {
  return globalThis.navigator?.locks ? navigator.locks.request(`rupor-${key}`, work) : work();
}

/** The same promise, given up after two seconds. */
export function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The storage does not answer.')), STORAGE_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
