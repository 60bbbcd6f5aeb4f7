/** Is this script still part of a running extension? After an update an old one lives on in open pages. */
import { browser } from '../shared/browser';

export function isAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false; // "Extension context invalidated."
  }
}

/** Says something to the background and to our open pages; nobody may be listening. */
export function tell(message: object): void {
  if (!isAlive()) return;
  browser.runtime.sendMessage(message).catch(() => {
    // The popup is closed, or the extension has just gone: nothing is lost, both ask again.
  });
}
