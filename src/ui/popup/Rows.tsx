import { useEffect, useRef, useState } from 'preact/hooks';
import { KINDS } from '../../engine/types';
import { t } from '../../shared/i18n';
import type { Row } from '../../shared/messages';
import { FlagRow, type Opened, type RowActs } from './FlagRow';

export type RowsProps = { readonly rows: readonly Row[]; readonly host: string; readonly acts: RowActs };

/** One stop for Tab; arrows move within. Letter keys go by their place, so that they work in a Cyrillic layout. */
export function Rows({ rows, host, acts }: RowsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [current, setCurrent] = useState(rows[0]?.id);
  const [opened, setOpened] = useState<{ readonly id: number; readonly part: Opened }>();
  const place = Math.max(
    0,
    rows.findIndex((row) => row.id === current),
  );

  const goTo = (index: number): void => {
    list.current?.querySelectorAll<HTMLButtonElement>('.flag-go')[index]?.focus();
  };
  // On opening, and when the row that had the focus has gone from the list.
  // Whatever changes the list may take the focus with it.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) goTo(place);
  }, [rows.length]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLSelectElement) return;
      const digit = /^(?:Digit|Numpad)([123])$/.exec(event.code)?.[1];
      const kind = digit === undefined ? undefined : KINDS[Number(digit) - 1];
      if (kind) acts.onToggle(kind);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [acts.onToggle]);

  const turn = (id: number, part: Opened): void =>
    setOpened(opened?.id === id && opened.part === part ? undefined : { id, part });

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[place];
    if (!row || event.ctrlKey || event.altKey || event.metaKey || !isOnRow(event.target)) return;
    const moves: Record<string, number> = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: rows.length - 1 };
    const to = moves[event.key];
    if (to !== undefined) goTo(Math.min(rows.length - 1, Math.max(0, to)));
    else if (event.key === 'ArrowRight' || event.code === 'KeyI') turn(row.id, 'why');
    else if (event.key === 'Delete') turn(row.id, 'menu');
    else if (event.key === 'Escape' && opened) setOpened(undefined);
    else return;
    event.preventDefault();
  };

  return (
    // The keys are those of the buttons inside, heard once for all.
    <ol class="flags" aria-label={t('rows_label')} ref={list} onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <FlagRow
          key={row.id}
          row={row}
          host={host}
          isCurrent={index === place}
          opened={opened?.id === row.id ? opened.part : undefined}
          onFocus={() => setCurrent(row.id)}
          onOpen={(part) => turn(row.id, part)}
          onClose={() => {
            setOpened(undefined);
            goTo(index);
          }}
          acts={acts}
        />
      ))}
    </ol>
  );
}

/** Inside an opened menu or explanation the keys have their usual meaning. */
function isOnRow(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.flag-head') !== null;
}
