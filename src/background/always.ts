/** Sites that a reader wants read whatever they look like: the browser starts the door there, before the first script. */
import { browser } from '../shared/browser';
import { load, remembered } from '../shared/kept';
import { parseSettings } from '../shared/settings';

/** By where the choice is kept: what is chosen in a private window, the browser must not write down either. */
const IDS = { disk: 'always', memory: 'always-private' } as const;
type Kept = keyof typeof IDS;

const DOOR = 'src/page/door.js';

let registering: Promise<unknown> = Promise.resolve();

/** Registers the sites as they are kept now; one change after another. */
export function registerAlways(where: Kept = 'disk'): Promise<void> {
  const done = registering.then(() => register(where));
  registering = done.catch(() => undefined);
  return done;
}

async function register(where: Kept): Promise<void> {
  const id = IDS[where];
  const isNone = where === 'memory' && (await remembered()) === undefined;
  // Not the defaults: a storage that fails once must not make the browser forget the sites.
  const { alwaysSites } = parseSettings(await load(where));
  const matches = isNone ? [] : alwaysSites.flatMap(patternsOf);
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length === 0) return;
  const persistAcrossSessions = where === 'disk';
  await browser.scripting.registerContentScripts([
    { id, js: [DOOR], matches, runAt: 'document_end', persistAcrossSessions },
  ]);
}

/**
 * A site is kept without `www.`; an address in numbers has none, and one in brackets fits no pattern. What is no host
 * at all must not become a pattern of others: an asterisk would be every site.
 */
function patternsOf(host: string): string[] {
  if (!/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(host)) return [];
  return /[a-z]/.test(host) ? [`*://${host}/*`, `*://www.${host}/*`] : [`*://${host}/*`];
}
