/**
 * Where the reader's choices are kept, and as what: unread, for scripts that have no room for a schema. The choices of
 * normal windows are on disk. What is chosen in a private window stays in memory, laid over the others, until the last
 * private window is closed.
 */
import { browser, type Storage } from './browser';

/**
 * `memory`: of private windows, for the background and our own pages. `passed-on`: the same for a page's script, which
 * cannot reach that memory in Firefox: the background reads and writes for it.
 */
export type Where = 'disk' | 'memory' | 'passed-on';

/** The key that settings are kept under. */
export const KEY = 'settings';
/** The key of their version, as `@wxt-dev/storage` keeps it. */
const VERSION_KEY = `${KEY}$`;
/** A storage that has not answered by now is taken for broken. */
const STORAGE_MS = 2000;

let settled: Where | undefined;

/** The choices that this script, or this page of ours, goes by. */
export function whereWeAre(): Where {
  return settled ?? (browser.extension?.inIncognitoContext ? 'passed-on' : 'disk');
}

/** Tells a page of ours whose choices it shows: it may stand in a normal window and be about a private tab. */
export function settle(isPrivate: boolean): void {
  settled = isPrivate ? 'memory' : 'disk';
}

/** The settings as they are kept. @throws when the storage fails or does not answer in two seconds. */
export async function load(where: Where): Promise<unknown> {
  const mine = where === 'disk' ? undefined : await inTime(where === 'memory' ? remembered() : passedOn());
  return mine ?? fieldOf(await inTime(browser.storage.local.get(KEY)), KEY);
}

/** What private windows have chosen; undefined where they have chosen nothing. @throws when the storage fails. */
export async function remembered(): Promise<unknown> {
  return fieldOf(await browser.storage.session.get(KEY), KEY);
}

/** Keeps settings with their version, in one act. @throws when the storage fails or does not answer; nothing is kept then. */
export async function save(where: Where, settings: { readonly v: number }, more: object = {}): Promise<void> {
  // What must not come to the disk is refused, not written elsewhere.
  if (where === 'passed-on') throw new Error('In a private window a page’s script keeps nothing.');
  if (where === 'memory') return inTime(browser.storage.session.set({ [KEY]: settings }));
  return inTime(browser.storage.local.set({ [KEY]: settings, [VERSION_KEY]: { v: settings.v }, ...more }));
}

/** Forgets what private windows have chosen. */
export const forgetPrivate = (): Promise<void> => browser.storage.session.remove(KEY);

/** Calls back with what is kept whenever it changes. */
export function watchKept(onChange: (kept: unknown) => void, signal: AbortSignal, where: Where): void {
  if (signal.aborted) return;
  const anew = (): void => void load(where).then(onChange, () => undefined);
  const onStored = (changes: Record<string, Storage.StorageChange>, area: string): void => {
    if (!Object.hasOwn(changes, KEY)) return;
    if (where === 'disk' && area === 'local') onChange(changes[KEY]?.newValue);
    if (where !== 'disk' && (area === 'local' || area === 'session')) anew();
  };
  const onMessage = (said: unknown): undefined => {
    if (fieldOf(said, 'say') === 'chosen') anew();
  };
  browser.storage.onChanged.addListener(onStored);
  if (where === 'passed-on') browser.runtime.onMessage.addListener(onMessage);
  const stop = (): void => {
    browser.storage.onChanged.removeListener(onStored);
    if (where === 'passed-on') browser.runtime.onMessage.removeListener(onMessage);
  };
  signal.addEventListener('abort', stop, { once: true });
}

/**
 * Lets no other window of Rupor write under this key in between. Only extension pages share an origin that is ours: on a web page
 * the lock would be the page's to hold for ever, so a content script goes without.
 */
export function alone<T>(key: string, work: () => Promise<T>): Promise<T> {
  const ours = globalThis.location?.protocol.endsWith('-extension:') ?? false;
  return ours && globalThis.navigator?.locks ? navigator.locks.request(`rupor-${key}`, work) : work();
}

/** The same promise, given up after two seconds. */
export function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The storage does not answer.')), STORAGE_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A field of the object itself: what a prototype lends does not count. */
export function fieldOf(input: unknown, field: string): unknown {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, field)) return undefined;
  return (input as Record<string, unknown>)[field];
}

async function passedOn(): Promise<unknown> {
  return browser.runtime.sendMessage({ say: 'choices' });
}
