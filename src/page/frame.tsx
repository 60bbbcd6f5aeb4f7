/**
 * The card's place in the page: one closed shadow root, there only while the card is open, in the top layer, beside the
 * passage and never over it.
 */
import { autoUpdate, computePosition, flip, hide, offset, shift, size, type VirtualElement } from '@floating-ui/dom';
import { type ComponentChild, render } from 'preact';
import css from './card.css?inline';
import type { Block } from './collect';
import { boxOf, elementAround } from './dom';
import { groundOf } from './ground';
import type { Mark } from './ledger';
import { measure } from './locate';

/** Opened by key, the card takes the focus and keeps it; opened by pointer, it does not disturb. */
export type Opener = 'pointer' | 'key';

/** Between passage and card. Pixels. */
const GAP = 8;
/** Between card and the edge of the window. Pixels. */
const EDGE = 12;
const WIDTH = 328;
/** The card's head and foot and a line between them; with less room it covers what it must. Pixels. */
const HEIGHT_MIN = 160;

type Open = {
  readonly host: HTMLElement;
  readonly root: HTMLElement;
  readonly opener: Opener;
  readonly focused: Element | null;
  readonly end: AbortController;
  stopPlacing: () => void;
};

export class Frame {
  private opened: Open | undefined;

  /** @param onGone the card was closed by Escape, a click elsewhere or because its passage left the window */
  constructor(private readonly onGone: () => void) {}

  /** Shows the content beside the mark, in place of what was shown before. @returns false where the mark is gone */
  show(mark: Mark, content: ComponentChild, opener: Opener): boolean {
    const range = measure(mark.block, mark.flag.paint);
    const anchor = range && elementAround(range.startContainer);
    if (!range || !anchor) return false;
    this.opened ??= this.attach(opener);
    const { host, root } = this.opened;
    root.dataset.ground = groundOf(range.startContainer);
    render(content, root);
    this.opened.stopPlacing();
    this.opened.stopPlacing = this.place(host, mark.block, mark, anchor);
    if (opener === 'key') root.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
    return true;
  }

  close(): void {
    const { opened } = this;
    if (!opened) return;
    this.opened = undefined;
    opened.end.abort();
    opened.stopPlacing();
    render(null, opened.root);
    opened.host.remove();
    if (opened.opener === 'key' && opened.focused instanceof HTMLElement) opened.focused.focus({ preventScroll: true });
  }

  /** Is this the card's host, as the page and its events see it? */
  isHost(target: EventTarget | null): boolean {
    return this.opened !== undefined && target === this.opened.host;
  }

  /** Where the card is in the window; undefined while it is closed. */
  box(): DOMRect | undefined {
    return this.opened?.host.getBoundingClientRect();
  }

  private attach(opener: Opener): Open {
    const host = document.createElement('div');
    const style =
      'all: initial; position: fixed; inset: 0 auto auto 0; margin: 0; display: block; z-index: 2147483647;';
    for (const [, name, value] of style.matchAll(/([\w-]+): ([^;]+);/g)) {
      if (name && value) host.style.setProperty(name, value, 'important');
    }
    const shadow = host.attachShadow({ mode: 'closed' });
    const sheet = document.createElement('style');
    sheet.textContent = css;
    const root = document.createElement('div');
    shadow.append(sheet, root);
    const end = new AbortController();
    this.listen(host, shadow, end.signal);
    const focused = document.activeElement;
    document.documentElement.append(host);
    if ('popover' in host) {
      host.popover = 'manual';
      host.showPopover();
    }
    return { host, root, opener, focused, end, stopPlacing: () => undefined };
  }

  private listen(host: HTMLElement, shadow: ShadowRoot, signal: AbortSignal): void {
    // Only a person may press what is in the card.
    const onClick = (event: Event) => {
      if (!event.isTrusted) event.stopImmediatePropagation();
    };
    shadow.addEventListener('click', onClick, { capture: true, signal });
    const onKey = (event: Event) => {
      // The page's own keys mean nothing while one is in the card.
      event.stopPropagation();
      if (!(event instanceof KeyboardEvent) || event.type !== 'keydown') return;
      if (event.key === 'Escape') this.onGone();
      else if (event.key === 'Tab' && this.opened?.opener === 'key') keepFocus(event, shadow);
    };
    for (const type of ['keydown', 'keyup', 'keypress']) shadow.addEventListener(type, onKey, { signal });
    const onOutside = (event: Event) => {
      if (event.target === host) return;
      if (!(event instanceof KeyboardEvent) || event.key === 'Escape') this.onGone();
    };
    for (const type of ['keydown', 'pointerdown']) addEventListener(type, onOutside, { capture: true, signal });
  }

  private place(host: HTMLElement, block: Block, mark: Mark, anchor: Element): () => void {
    const update = async () => {
      const range = measure(block, mark.flag.paint);
      if (!range) return this.onGone();
      const passage = range.getBoundingClientRect();
      const column = columnOf(anchor);
      const beside = innerWidth - column.right >= WIDTH + GAP + EDGE;
      const reference: VirtualElement = {
        contextElement: anchor,
        getBoundingClientRect: () =>
          beside ? new DOMRect(column.x, passage.y, column.width, passage.height) : passage,
        getClientRects: () => range.getClientRects(),
      };
      // Where there is more room is told from the card as high as it would like to be.
      host.style.removeProperty('--room');
      const { x, y, middlewareData } = await computePosition(reference, host, {
        strategy: 'fixed',
        placement: beside ? 'right-start' : 'bottom-start',
        middleware: [
          offset(GAP),
          // Beside the column it fits as measured; there the window's lower edge only shifts it up.
          ...(beside ? [] : [flip({ padding: EDGE, crossAxis: false, fallbackPlacements: ['top-start'] })]),
          size({
            padding: EDGE,
            apply: ({ availableHeight }) => {
              const room = Math.max(HEIGHT_MIN, Math.floor(availableHeight));
              if (!beside) host.style.setProperty('--room', `${room}px`);
            },
          }),
          shift({ padding: EDGE }),
          hide(),
        ],
      });
      if (middlewareData.hide?.referenceHidden) return this.onGone();
      host.style.setProperty('left', `${Math.round(x)}px`, 'important');
      host.style.setProperty('top', `${Math.round(y)}px`, 'important');
    };
    const follow: VirtualElement = {
      contextElement: anchor,
      getBoundingClientRect: () => measure(block, mark.flag.paint)?.getBoundingClientRect() ?? new DOMRect(),
    };
    return autoUpdate(follow, host, () => void update());
  }
}

/** The text column that the passage is in: the card goes beside the whole of it, not into its lines. */
function columnOf(anchor: Element): DOMRect {
  let element: Element | null = anchor;
  while (element && getComputedStyle(element).display.startsWith('inline')) element = elementAround(element);
  return boxOf(element ?? anchor);
}

function keepFocus(event: KeyboardEvent, shadow: ShadowRoot): void {
  const stops = [...shadow.querySelectorAll<HTMLElement>('a[href], button')];
  const first = stops[0];
  const last = stops[stops.length - 1];
  const at = shadow.activeElement;
  const inside = at instanceof HTMLElement && stops.includes(at);
  const over = event.shiftKey ? at === first || !inside : at === last;
  if (!over) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
