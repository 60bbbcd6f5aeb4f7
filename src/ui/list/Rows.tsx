import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n';
import type { Row } from '../../shared/messages';
import { FlagRow, type Opened, type RowActs } from './FlagRow';
import { isChord } from './keys';
import { useWindow } from './use-window';

export type RowsProps = {
  readonly rows: readonly Row[];
  readonly host: string;
  /** The mark that the reader has gone to last. */
  readonly here: number | undefined;
  /** In the panel: whole sentences, under the page's own headings. The popup takes the focus when it opens. */
  readonly isPanel: boolean;
  readonly acts: RowActs;
};

/** Usual height of a row. Pixels. */
const POPUP_ROW = 80;
const PANEL_ROW = 100;

/** One stop for Tab; arrows move within. Letter keys go by their place, so that they work in a Cyrillic layout. */
export function Rows({ rows, host, here, isPanel, acts }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(here ?? rows[0]?.id);
  const [opened, setOpened] = useState<{ readonly id: number; readonly part: Opened }>();
  /** Is the row at the cursor to have the focus as soon as it is there? */
  const wantsFocus = useRef(false);
  const ids = rows.map(({ id }) => id).join();
  const keys = useMemo(() => rows.map(({ id }) => id), [ids]);
  const at = placeOf(keys, cursor, useRef(0));
  const { items, height, measure, show } = useWindow(scroller, keys, isPanel ? PANEL_ROW : POPUP_ROW, at);

  const goTo = (index: number): void => {
    const to = Math.min(keys.length - 1, Math.max(0, index));
    wantsFocus.current = true;
    setCursor(keys[to]);
    show(to);
  };
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"] .flag-go`)?.focus({ preventScroll: true });
  });

  // On opening, and when the row that had the focus has gone from the list.
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && (!isPanel || document.hasFocus())) goTo(at);
  }, [ids]);

  // Where the reader is in the page, the list is too; but who is in the list is not pulled away.
  useEffect(() => {
    const to = here === undefined ? -1 : keys.indexOf(here);
    const isInside = document.hasFocus() && scroller.current?.contains(document.activeElement);
    if (to < 0 || isInside) return;
    setCursor(here);
    show(to);
  }, [here]);

  const turn = (id: number, part: Opened): void =>
    setOpened(opened?.id === id && opened.part === part ? undefined : { id, part });

  const close = (index: number): void => {
    setOpened(undefined);
    goTo(index);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    if (!row || isChord(event) || !isOnRow(event.target)) return;
    const moves: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: keys.length - 1 };
    const to = moves[event.key];
    if (to !== undefined) goTo(to);
    else if (event.key === 'ArrowRight' || event.code === 'KeyI') turn(row.id, 'why');
    else if (event.key === 'Delete') turn(row.id, 'menu');
    else if (event.key === 'Escape' && opened) setOpened(undefined);
    else return;
    event.preventDefault();
  };

  const hasParts = isPanel && rows.some(({ heading }) => heading !== undefined);
  return (
    <div class="flags" ref={scroller}>
      {/* The keys are those of the buttons inside, heard once for all. */}
      <ol aria-label={t('rows_label')} style={{ height: `${height}px` }} onKeyDown={onKeyDown}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const isPart = hasParts && (index === 0 || rows[index - 1]?.heading !== row.heading);
          return (
            <li
              key={row.id}
              ref={measure}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {isPart && (
                <h3 class="part" {...(row.heading === undefined ? {} : { lang: row.lang })}>
                  {row.heading ?? t('beginning')}
                </h3>
              )}
              <FlagRow
                row={row}
                host={host}
                isCurrent={index === at}
                isHere={row.id === here}
                isWhole={isPanel}
                opened={opened?.id === row.id ? opened.part : undefined}
                onFocus={() => setCursor(row.id)}
                onOpen={(part) => turn(row.id, part)}
                onClose={() => close(index)}
                acts={{
                  ...acts,
                  // The row may come back, and then without its menu.
                  onHide: (...hidden) => {
                    close(index);
                    return acts.onHide(...hidden);
                  },
                }}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Where the cursor is; where its row is gone, the one that has come to its place. */
function placeOf(keys: readonly number[], cursor: number | undefined, last: { current: number }): number {
  const at = cursor === undefined ? -1 : keys.indexOf(cursor);
  last.current = Math.max(0, at >= 0 ? at : Math.min(last.current, keys.length - 1));
  return last.current;
}

/** Inside an opened menu or explanation the keys have their usual meaning. */
function isOnRow(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.flag-head') !== null;
}
