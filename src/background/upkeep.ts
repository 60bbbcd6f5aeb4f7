/** Settings of an older Rupor are brought up to date, once, when a newer one is installed. */
import { storage } from '@wxt-dev/storage';
import { alone, inTime, KEY, load } from '../shared/kept';
import { defaults, isNewer, parseSettings } from '../shared/settings';

/** Rejects when the storage does not answer. What is of a newer Rupor is left as it is. */
export function bringUpToDate(): Promise<void> {
  // Under the lock: a change made meanwhile in one of our windows would be overwritten by what was read before it.
  return alone(KEY, async () => {
    if (isNewer(await load('disk'))) return;
    const item = storage.defineItem(`local:${KEY}`, { version: defaults.v, migrations: { 2: toSecond } });
    // The library migrates as soon as an item is defined; this waits for it.
    await inTime(item.getMeta());
  });
}

/** What came with the second version has its default; what a reader had chosen stays. */
const toSecond = (first: unknown): unknown => parseSettings(first);
