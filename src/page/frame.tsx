/**
 * The card's place in the page: one closed shadow root, there only while the card or ticks show, in the top layer, beside the
 * passage and never over it. A page can take it away or cover it; it cannot look in, press what is in it or restyle it.
 */
import { autoUpdate, computePosition, hide, type Rect, type VirtualElement } from '@floating-ui/dom';
import { type ComponentChild, render } from 'preact';
import { uiLanguage } from '../shared/i18n';
import type { Look } from '../shared/settings';
import css from './card.css?inline';
import { dock, EDGE } from './dock';
import { around, boxOf, elementAround, focusedIn, isConnected } from './dom';
import { groundOf } from './ground';
import type { Mark } from './ledger';
import { measure } from './locate';
import { Said } from './said';
import { TICKS_WIDTH } from './ticks';

/** By the pointer resting on a mark: goes with it. Pressed: stays. By key: takes the focus, keeps it and is announced. */
export type Opener = 'hover' | 'press' | 'key';

export type Content = {
  /** None after a jump: ticks alone. */
  readonly card?: ComponentChild;
  readonly ticks: ComponentChild;
  /** What a screen reader hears after a jump by key. */
  readonly said: string;
  readonly palette: Look['palette'];
};

const HOST_STYLE = { all: 'initial', display: 'contents', direction: 'ltr', 'unicode-bidi': 'isolate' };

/** Lower than this a card scrolls as a whole: its head and foot would leave nothing of its body. Pixels. */
const TIGHT = 200;

type Open = {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly layer: HTMLElement;
  readonly focused: Element | null;
  readonly end: AbortController;
  opener: Opener;
  /** The words that the card explains, in the window. */
  words: () => DOMRectList | undefined;
  stopPlacing: () => void;
};

export class Frame {
  private opened: Open | undefined;

  /** @param onGone the card was closed by Escape, a press elsewhere, its passage leaving the window, or the page */
  constructor(private readonly onGone: () => void) {}

  /** Shows the content beside the mark, in place of what was shown before. @returns false where the mark is gone */
  show(mark: Mark, { card, ticks, said, palette }: Content, opener: Opener): boolean {
    const range = measure(mark.block, mark.flag.paint);
    const anchor = range && elementAround(range.startContainer);
    if (!range || !anchor) return false;
    this.opened ??= this.attach(anchor, opener);
    const { opened } = this;
    const { layer } = opened;
    opened.opener = opener;
    opened.words = () => measure(mark.block, mark.flag.paint)?.getClientRects();
    layer.dataset.ground = groundOf(range.startContainer);
    layer.dataset.palette = palette;
    layer.lang = uiLanguage();
    const content = (
      <>
        {card && <div class="place">{card}</div>}
        {leavesEdges(columnOf(anchor), boxOf(layer)) && ticks}
        <Said text={opener === 'key' ? said : ''} />
      </>
    );
    render(content, layer);
    opened.stopPlacing();
    opened.stopPlacing = this.place(opened, mark, anchor);
    if (opener === 'key') layer.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
    return true;
  }

  close(): void {
    const { opened } = this;
    if (!opened) return;
    this.opened = undefined;
    const hadFocus = opened.shadow.activeElement !== null;
    opened.end.abort();
    opened.stopPlacing();
    render(null, opened.layer);
    opened.host.remove();
    const { focused } = opened;
    if (hadFocus && focused instanceof HTMLElement) HTMLElement.prototype.focus.call(focused, { preventScroll: true });
  }

  /** Is this the card's host, as the page and its events see it? */
  isHost(target: EventTarget | null): boolean {
    return this.opened !== undefined && target === this.opened.host;
  }

  /** Where the card is in the window, and the edge beside it where there are ticks; undefined while it is closed. */
  box(): DOMRect | undefined {
    const layer = this.opened?.layer;
    const card = layer?.querySelector('.place')?.getBoundingClientRect();
    const ticks = layer?.querySelector('.ticks')?.getBoundingClientRect();
    if (!card || !ticks) return card;
    const left = Math.min(card.left, ticks.left);
    return new DOMRect(left, card.top, Math.max(card.right, ticks.right) - left, card.height);
  }

  private attach(anchor: Element, opener: Opener): Open {
    const host = document.createElement('div');
    // What is outside an open dialog can be neither pressed nor focused.
    const parent = around(anchor, ':modal') ?? document.documentElement;
    // Lengths are the window's own whatever zoom the page gives its root.
    const style = { ...HOST_STYLE, zoom: String(1 / (parent.currentCSSZoom || 1)) };
    for (const [name, value] of Object.entries(style)) host.style.setProperty(name, value, 'important');
    const shadow = host.attachShadow({ mode: 'closed' });
    const sheet = document.createElement('style');
    sheet.textContent = css;
    const layer = document.createElement('div');
    layer.className = 'layer';
    layer.popover = 'manual';
    shadow.append(sheet, layer);
    const end = new AbortController();
    const focused = focusedIn(document);
    this.listen(host, shadow, end.signal);
    Element.prototype.append.call(parent, host);
    layer.showPopover();
    // Where a page takes away what it does not know, there is no card, and no quarrel about it.
    const removed = new MutationObserver(() => {
      if (!isConnected(host)) this.onGone();
    });
    removed.observe(parent, { childList: true });
    end.signal.addEventListener('abort', () => removed.disconnect());
    return { ...{ host, shadow, layer, focused, end, opener }, words: () => undefined, stopPlacing: () => undefined };
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
      if (event.target === host || !event.isTrusted) return;
      if (event instanceof KeyboardEvent && event.key === 'Escape') this.onGone();
      if (!(event instanceof PointerEvent) || this.isOnWords(event)) return;
      // A finger that is put down may be about to scroll: it closes by a tap.
      if ((event.pointerType === 'touch') === (event.type === 'click')) this.onGone();
    };
    for (const type of ['keydown', 'pointerdown', 'click']) {
      addEventListener(type, onOutside, { capture: true, signal });
    }
  }

  private isOnWords({ clientX, clientY }: PointerEvent): boolean {
    const point = { x: clientX, y: clientY, width: 0, height: 0 };
    return [...(this.opened?.words() ?? [])].some((line) => meets(line, point));
  }

  private place({ layer }: Open, { block, flag }: Mark, anchor: Element): () => void {
    const card = layer.querySelector<HTMLElement>('.place');
    if (!card) return () => undefined;
    const isRtl = getComputedStyle(anchor).direction === 'rtl';
    const follow: VirtualElement = {
      contextElement: anchor,
      getBoundingClientRect: () => measure(block, flag.paint)?.getBoundingClientRect() ?? new DOMRect(),
    };
    let isOver = false;
    const update = async () => {
      const passage = measure(block, flag.paint)?.getBoundingClientRect();
      const { middlewareData } = await computePosition(follow, card, { strategy: 'fixed', middleware: [hide()] });
      if (isOver) return;
      if (!passage || middlewareData.hide?.referenceHidden) return this.onGone();
      // Where there is room is told from the card as large as it would like to be.
      const view = viewOf(layer);
      card.style.cssText = `max-width: ${view.width - 2 * EDGE}px`;
      delete layer.dataset.tight;
      const { width, height } = boxOf(card);
      const spot = await dock({ view, passage, column: columnOf(anchor), card: { width, height }, isRtl });
      card.style.left = `${spot.x}px`;
      card.style.top = `${spot.y}px`;
      card.style.width = `${spot.width}px`;
      card.style.setProperty('--room', `${spot.height}px`);
      if (spot.height < TIGHT) layer.dataset.tight = '';
    };
    const stop = autoUpdate(follow, card, () => void update());
    return () => {
      isOver = true;
      stop();
    };
  }
}

/** What can be seen of the window: without scrollbars and ticks, and within what two fingers have enlarged. */
function viewOf(layer: Element): Rect {
  const ticks = layer.querySelector<HTMLElement>('.ticks');
  const { x: left, y, width: whole, height } = boxOf(layer);
  const width = ticks ? whole - TICKS_WIDTH : whole;
  const x = ticks?.dataset.edge === 'left' ? left + TICKS_WIDTH : left;
  const seen = globalThis.visualViewport;
  if (!seen || seen.scale <= 1) return { x, y, width, height };
  return { x: seen.offsetLeft, y: seen.offsetTop, width: seen.width, height: seen.height };
}

const meets = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The text column that the passage is in: the card goes beside the whole of it, not into its lines. */
function columnOf(anchor: Element): DOMRect {
  let element: Element | null = anchor;
  while (element && getComputedStyle(element).display.startsWith('inline')) element = elementAround(element);
  return boxOf(element ?? anchor);
}

/** Where the text goes up to the edge of the window, ticks would be over words. */
const leavesEdges = (column: DOMRect, view: DOMRect): boolean =>
  column.left - view.left >= TICKS_WIDTH && view.right - column.right >= TICKS_WIDTH;

function keepFocus(event: KeyboardEvent, shadow: ShadowRoot): void {
  const stops = [...shadow.querySelectorAll<HTMLElement>('a[href], button:not([tabindex="-1"])')];
  const first = stops[0];
  const last = stops[stops.length - 1];
  const at = shadow.activeElement;
  const inside = at instanceof HTMLElement && stops.includes(at);
  const over = event.shiftKey ? at === first || !inside : at === last;
  if (!over) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
