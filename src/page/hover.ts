/** When the pointer opens and closes the card: calmly, and never while one selects. */

import { around } from './dom';

/** How long the pointer rests on a mark before its card opens. Milliseconds. */
const OPEN_AFTER = 250;
/** How long the card stays after the pointer has left mark and card. Milliseconds. */
const CLOSE_AFTER = 300;
/** The same while the pointer is on its way from the mark to the card. */
const CLOSE_ON_THE_WAY = 900;
/** Of what one presses for its own sake: a tap there does not open a card. */
const PRESSABLE = 'a[href], button, input, select, textarea, label, summary, [role="button"], [contenteditable="true"]';

export type Hover = {
  /** The mark under a point of the window. */
  readonly markAt: (x: number, y: number) => number | undefined;
  /** The mark whose card is open. */
  readonly current: () => number | undefined;
  /** Does a card open where the pointer rests? If not, by a press alone. */
  readonly opensAtRest: () => boolean;
  /** The pointer has come to a mark: its card may be wanted soon. */
  readonly near: () => void;
  /** @param by the pointer rests on it, or it was clicked or tapped */
  readonly open: (id: number, by: 'hover' | 'press') => void;
  /** The pointer has left. */
  readonly close: () => void;
  readonly isCard: (target: EventTarget | null) => boolean;
  /** Card and marked words together, with what lies between them. */
  readonly corridor: () => DOMRect | undefined;
};

export function watchPointer(hover: Hover, signal: AbortSignal): void {
  let opening: { readonly id: number; readonly timer: ReturnType<typeof setTimeout> } | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const keep = () => {
    clearTimeout(closing);
    closing = undefined;
  };
  const forget = () => {
    clearTimeout(opening?.timer);
    opening = undefined;
  };

  function onMove(event: PointerEvent): void {
    frame = 0;
    if (event.pointerType !== 'mouse' || !event.isTrusted || signal.aborted) return;
    if (hover.isCard(event.target)) {
      forget();
      keep();
      return;
    }
    const id = event.buttons !== 0 || isSelecting() ? undefined : hover.markAt(event.clientX, event.clientY);
    if (id !== undefined && id === hover.current()) {
      forget();
      keep();
      return;
    }
    if (id !== opening?.id) forget();
    if (id !== undefined && !opening && hover.opensAtRest()) {
      hover.near();
      opening = {
        id,
        timer: setTimeout(() => {
          opening = undefined;
          keep();
          // It was opened otherwise meanwhile, perhaps at another of its parts.
          if (hover.current() !== id) hover.open(id, 'hover');
        }, OPEN_AFTER),
      };
    }
    if (hover.current() === undefined) return;
    const path = hover.corridor();
    const onTheWay = path !== undefined && holdsPoint(path, event.clientX, event.clientY);
    // Moving on the way starts the patience anew; away from it the clock runs on.
    if (onTheWay) keep();
    closing ??= setTimeout(
      () => {
        closing = undefined;
        hover.close();
      },
      onTheWay ? CLOSE_ON_THE_WAY : CLOSE_AFTER,
    );
  }

  addEventListener(
    'pointermove',
    (event) => {
      // One look a frame is enough, and the last event of a frame is where the pointer is.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => onMove(event));
    },
    { passive: true, signal },
  );
  document.documentElement.addEventListener('pointerleave', forget, { signal });
  // Under the browser's own menu no card is wanted.
  addEventListener('contextmenu', forget, { passive: true, capture: true, signal });
  addEventListener('scroll', forget, { passive: true, capture: true, signal });
  addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || isSelecting()) return;
      const [target] = event.composedPath();
      if (target instanceof Element && around(target, PRESSABLE)) return;
      const id = hover.markAt(event.clientX, event.clientY);
      if (id === undefined) return;
      forget();
      keep();
      hover.open(id, 'press');
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    forget();
    keep();
    cancelAnimationFrame(frame);
  });
}

function isSelecting(): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed;
}

function holdsPoint(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
