/** The keys of the browser's own key list, passed on to the page in front. */
import { browser, type Tabs } from '../shared/browser';
import type { ToPage } from '../shared/messages';
import { toggleSidePanel } from '../shared/side-panel';
import { bring } from './files';

const COMMANDS = ['next', 'previous', 'toggle-marks', 'scan-anyway'] as const;

/** What a command asks of the page; undefined for one that is not for the page. */
function commandOf(name: string): ToPage | undefined {
  const known = COMMANDS.find((command) => command === name);
  return known && { do: known };
}

/**
 * Does what the key asks in the tab in front. A tab without our script does nothing, as it should.
 * @param tab as the browser names it with the key
 */
export async function obey(name: string, tab: Tabs.Tab | undefined): Promise<void> {
  // At once, before anything is waited for: later both browsers refuse.
  if (name === 'side-panel') return tab?.windowId === undefined ? undefined : toggleSidePanel(tab.windowId);
  const command = commandOf(name);
  const id = (tab ?? (await inFront()))?.id;
  if (!command || id === undefined) return;
  // A page that is no news is silent until the door is there.
  if (name === 'scan-anyway') await bring(id, 0, ['door']);
  await browser.tabs.sendMessage(id, command);
}

async function inFront(): Promise<Tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}
