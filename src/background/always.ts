/** Sites that a reader wants read whatever they look like: the browser tells the first script there before it runs. */
import { browser } from '../shared/browser';
import { readSettings } from '../shared/settings';

const ID = 'always';
/** Says that the page is to answer (vite.config.ts writes it). */
const ASKED = 'src/page/asked.js';

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
  await browser.scripting.registerContentScripts([{ id: ID, js: [ASKED], matches, runAt: 'document_start' }]);
}

/** A site is kept without `www.`; an address in numbers has none, and one in brackets fits no pattern. */
function patternsOf(host: string): string[] {
  if (host.startsWith('[')) return [];
  return /[a-z]/.test(host) ? [`*://${host}/*`, `*://www.${host}/*`] : [`*://${host}/*`];
}
