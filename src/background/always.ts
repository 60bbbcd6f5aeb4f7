/** Sites that a reader wants read whatever they look like: the browser starts the door there, before the first script. */
import { browser } from '../shared/browser';
import { readSettings } from '../shared/settings';

const ID = 'always';
const DOOR = 'src/page/door.js';

let registering: Promise<unknown> = Promise.resolve();

/** Registers the sites as they are kept now; one change after another. */
export function registerAlways(): Promise<void> {
  const done = registering.then(register);
  registering = done.catch(() => undefined);
  return done;
}

async function register(): Promise<void> {
  const { alwaysSites } = await readSettings();
  const matches = alwaysSites.flatMap(patternsOf);
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([{ id: ID, js: [DOOR], matches, runAt: 'document_end' }]);
}

/**
 * A site is kept without `www.`; an address in numbers has none, and one in brackets fits no pattern. What is no host
 * at all must not become a pattern of others: an asterisk would be every site.
 */
function patternsOf(host: string): string[] {
  if (!/^[a-z0-9._-]+$/.test(host)) return [];
  return /[a-z]/.test(host) ? [`*://${host}/*`, `*://www.${host}/*`] : [`*://${host}/*`];
}
