import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { useWindow } from '../list/use-window';

export type EntriesProps<T> = {
  readonly label: string;
  /** The same array as long as nothing in it changes. */
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** What the item is called where its button is read out. */
  readonly nameOf: (item: T) => string;
  readonly children: (item: T) => ComponentChildren;
  readonly onRemove: (item: T) => void;
  /** What is said in place of an empty list. */
  readonly none: string;
};

/** The usual height of a row in pixels. */
const ROW = 45;

/** A list that may be long, each line with its *Remove*: only what can be seen of it is drawn. */
export function Entries<T>({ label, items, keyOf, nameOf, children, onRemove, none }: EntriesProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [held, hold] = useState(0);
  const left = useRef<number | undefined>(undefined);
  const keys = useMemo(() => items.map(keyOf), [items]);
  const { items: shown, height, measure } = useWindow(scroller, keys, ROW, Math.min(held, items.length - 1));

  // The button that was pressed is gone: the focus goes to the next one, or to the heading.
  useLayoutEffect(() => {
    if (left.current === undefined) return;
    const at = Math.min(left.current, items.length - 1);
    left.current = undefined;
    const next = scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"] .act`);
    (next ?? scroller.current?.closest('section')?.querySelector('h2'))?.focus({ preventScroll: true });
  }, [items]);

  return (
    <div class="entries" ref={scroller}>
      {items.length === 0 && <p class="none">{none}</p>}
      <ul aria-label={label} style={{ height: `${height}px` }}>
        {shown.map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={keys[index]}
              ref={measure}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onFocusIn={() => hold(index)}
            >
              {children(item)}
              <button
                type="button"
                class="act"
                aria-label={t('remove_of', nameOf(item))}
                onClick={() => {
                  left.current = index;
                  onRemove(item);
                }}
              >
                {t('remove')}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
