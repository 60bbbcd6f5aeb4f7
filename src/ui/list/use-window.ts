import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useCallback, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

/** What tells an item from the others. */
type Key = VirtualItem['key'];

export type Windowed = {
  /** What is to be rendered, in order: each at its `start`, in pixels. */
  readonly items: readonly VirtualItem[];
  /** Of the whole list. Pixels. */
  readonly height: number;
  /** The `ref` of each rendered item, which also carries `data-index`. */
  readonly measure: (item: HTMLElement | null) => void;
  /** Scrolls as little as needed for the item to be seen. */
  readonly show: (index: number) => void;
};

/** More rows than this beyond either edge would be drawn for nothing. */
const OVERSCAN = 4;
/** A popup's room, until the real one is measured: the first frame has its rows already. Pixels. */
const FIRST_ROOM = { width: 360, height: 560 };

/**
 * Of a long list only what can be seen, so that two thousand rows scroll as twenty do. Rows may differ in height and
 * change it; when the list changes, what stands at its upper edge stays there.
 * @param scroller what scrolls
 * @param keys of the items, each but once
 * @param estimate the usual height of an item in pixels
 * @param keep index of the one item that is rendered wherever it is: it holds the focus
 */
export function useWindow(
  scroller: { readonly current: HTMLElement | null },
  keys: readonly Key[],
  estimate: number,
  keep: number,
): Windowed {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const edge = useRef<Edge | undefined>(undefined);
  const before = useRef(keys);
  // The library lays the whole list out anew for another function.
  const getItemKey = useCallback((index: number) => keys[index] ?? index, [keys]);
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), keep])].sort((a, b) => a - b),
    [keep],
  );
  const options = {
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey,
    rangeExtractor,
    initialRect: FIRST_ROOM,
    overscan: OVERSCAN,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  if (before.current !== keys) {
    edge.current = edgeOf(virtual, before.current, keys);
    before.current = keys;
  }
  virtual.setOptions(options);

  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  useLayoutEffect(() => {
    const { key, past } = edge.current ?? {};
    edge.current = undefined;
    const item = virtual.measurementsCache.find((one) => one.key === key);
    if (item && past !== undefined) virtual.scrollToOffset(item.start + past);
  }, [virtual, keys]);

  return {
    items: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    measure: virtual.measureElement,
    show: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  };
}

/** The item at the upper edge of what is seen, and how far it is past it in pixels. */
type Edge = { readonly key: Key; readonly past: number };

/** The first item that can be seen and stays; a list that stands at its beginning goes on doing so. */
function edgeOf(
  virtual: Virtualizer<HTMLElement, HTMLElement>,
  keys: readonly Key[],
  next: readonly Key[],
): Edge | undefined {
  const offset = virtual.scrollOffset ?? 0;
  if (offset <= 0) return undefined;
  const staying = new Set(next);
  const first = virtual.getVirtualItemForOffset(offset)?.index ?? 0;
  const item = virtual.measurementsCache.slice(first).find((_, i) => staying.has(keys[first + i] ?? -1));
  return item && { key: item.key, past: offset - item.start };
}
