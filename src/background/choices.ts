/** The reader's choices on their way to pages, and the few that come from there. */
import { browser, type Storage } from '../shared/browser';
import { exclusionOf, withExclusion, withoutExclusion } from '../shared/exclusions';
import { KEY } from '../shared/kept';
import type { Chosen, ToBackground } from '../shared/messages';
import { changeSettings, LIST_MAX, readSettings } from '../shared/settings';
import { type SiteSettings, settingsFor } from '../shared/settings-for';
import { registerAlways } from './always';
import type { Heard } from './doors';

/** What a card asks for. */
type Wish = Extract<ToBackground, { say: 'exclude' | 'readmit' }>;

/** A reader does not hide or bring back more marks than that in a minute. */
const WRITES_MAX = 30;
const MINUTE = 60_000;

/** When pages have written of late. Milliseconds since 1970. */
let writes: readonly number[] = [];

/** What the page that speaks is told: what concerns its site. */
export async function choicesFor({ host, where }: Heard): Promise<SiteSettings> {
  return settingsFor(await readSettings(where), host);
}

/**
 * Hides a mark for a card, or brings it back. A page that was taken over could ask for the same, so it reaches its own site
 * and what holds everywhere, pushes nothing out of the list, and takes back only what a card has hidden just so.
 * @returns true: it is kept; undefined: it may not be. Rejects where it cannot be.
 */
export async function keepFor({ host, where }: Heard, { say, exclusion }: Wish): Promise<true | undefined> {
  const isItsOwn = exclusion.scope === 'anywhere' || exclusion.host === host;
  if (!isItsOwn || !mayWrite(Date.now())) return undefined;
  let isKept = true;
  await changeSettings((settings) => {
    const { exclusions } = settings;
    const its = exclusionOf(exclusion);
    isKept =
      say === 'exclude'
        ? exclusions.length < LIST_MAX
        : exclusions.some((kept) => kept.at === exclusion.at && exclusionOf(kept) === its);
    if (!isKept) return settings;
    return say === 'exclude' ? withExclusion(settings, exclusion) : withoutExclusion(settings, exclusion);
  }, where);
  return isKept || undefined;
}

/** Does what follows from a choice, and tells the pages that go by it. */
export async function passOn(changes: Record<string, Storage.StorageChange>, area: string): Promise<void> {
  if ((area !== 'local' && area !== 'session') || !Object.hasOwn(changes, KEY)) return;
  const registering = registerAlways(area === 'local' ? 'disk' : 'memory');
  const message: Chosen = { say: 'chosen' };
  for (const { id, incognito } of await browser.tabs.query({ discarded: false })) {
    // A tab without our script, or just closed, hears nothing. A normal one does not go by what private windows choose.
    if (id !== undefined && (incognito || area === 'local'))
      browser.tabs.sendMessage(id, message).catch(() => undefined);
  }
  await registering;
}

function mayWrite(now: number): boolean {
  writes = writes.filter((at) => now - at < MINUTE);
  if (writes.length >= WRITES_MAX) return false;
  writes = [...writes, now];
  return true;
}
