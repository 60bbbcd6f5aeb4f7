/** The list beside the page: Chrome's side panel, Firefox's sidebar. */
import { browser } from './browser';

type Chrome = { readonly sidePanel?: { open(where: { readonly windowId: number }): Promise<void> } };
const { sidePanel } = browser as Chrome;

/** Has this browser one at all? On a phone there is none. */
export const hasSidePanel: boolean = sidePanel !== undefined || browser.sidebarAction !== undefined;

/** The same by key; Firefox also closes it so. */
export function toggleSidePanel(windowId: number): Promise<void> {
  return sidePanel ? sidePanel.open({ windowId }) : browser.sidebarAction.toggle();
}

/** Opens it in a window. Must be called at once when the reader presses: after any wait both browsers refuse. */
export function openSidePanel(windowId: number): Promise<void> {
  return sidePanel ? sidePanel.open({ windowId }) : browser.sidebarAction.open();
}
