/** The keys of the browser's own key list, passed on to the page in front. */
import { browser } from '../shared/browser';
import type { ToPage } from '../shared/messages';

const COMMANDS = ['next', 'previous', 'toggle-marks'] as const;

/** What a command asks of the page; undefined for one that is not ours. */
function commandOf(name: string): ToPage | undefined {
  const known = COMMANDS.find((command) => command === name);
  return known && { do: known };
}

/** Does what the key asks in the tab in front. A tab without our script does nothing, as it should. */
export async function obey(name: string): Promise<void> {
  const command = commandOf(name);
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (command && tab?.id !== undefined) await browser.tabs.sendMessage(tab.id, command);
}
