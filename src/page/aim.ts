/** What the reader is about to open the browser's own menu on: told just before it opens, so that it offers what fits. */
import { tell } from './alive';
import { world } from './world';

const RIGHT = 2;

/** Tells the background, at each press that opens a menu, whether a mark is meant. */
export function watchAim(signal: AbortSignal): void {
  const aim = (at?: Point): void => {
    const isMark = world.ruporArticle?.aim(at) ?? false;
    void tell({ say: 'aim', isMark });
  };
  const onPress = (event: PointerEvent): void => {
    // On a Mac the menu also opens by the left button with Control held down.
    const opensMenu = event.button === RIGHT || (event.button === 0 && event.ctrlKey);
    if (event.isTrusted && opensMenu) aim({ x: event.clientX, y: event.clientY });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.isTrusted && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) aim();
  };
  // First of all: a page may keep the event for itself, and the menu opens all the same.
  addEventListener('pointerdown', onPress, { capture: true, passive: true, signal });
  addEventListener('keydown', onKey, { capture: true, passive: true, signal });
}

/** In the window, in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };
