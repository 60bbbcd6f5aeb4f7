/** Private windows: what is chosen there is in memory, is passed on to their pages, and goes with the last of them. */
import { browser, type Storage } from '../shared/browser';
import { exclude, readmit } from '../shared/exclusions';
import { forgetPrivate, KEY, remembered } from '../shared/kept';
import type { Chosen } from '../shared/messages';
import { registerAlways } from './always';
import type { Heard } from './doors';

/** Does what a page of a private window cannot do itself; undefined where it asks for something else, or is in none. */
export function keepFor({ where, message }: Heard): Promise<unknown> | undefined {
  if (where !== 'memory') return undefined;
  if (message.say === 'choices') return remembered();
  if (message.say === 'exclude') return exclude(message.exclusion, where).then(() => true);
  return message.say === 'readmit' ? readmit(message.exclusion, where).then(() => true) : undefined;
}

/** Does what follows from a choice made in private windows, and tells their pages of it. */
export async function passOn(changes: Record<string, Storage.StorageChange>, area: string): Promise<void> {
  if (area !== 'session' || !Object.hasOwn(changes, KEY)) return;
  await registerAlways('memory');
  const message: Chosen = { say: 'chosen' };
  for (const { id, incognito } of await browser.tabs.query({})) {
    // A tab without our script, or just closed, hears nothing.
    if (id !== undefined && incognito) browser.tabs.sendMessage(id, message).catch(() => undefined);
  }
}

/** Forgets what was chosen in private windows, if none is open any more. */
export async function forgetWithLast(): Promise<void> {
  const tabs = await browser.tabs.query({});
  if (!tabs.some(({ incognito }) => incognito)) await forgetPrivate();
}
