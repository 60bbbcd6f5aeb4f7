import { computePosition, flip, offset, shift } from '@floating-ui/dom';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Badge } from '../../parts/Badge';
import { Signs } from '../../parts/Signs';
import { SourceNote } from '../../parts/SourceNote';
import { Who } from '../../parts/Who';
import { noteLanguage, t, uiLanguage } from '../../shared/i18n';
import type { Row } from '../../shared/messages';
import { rowLanguage, rowName } from '../../shared/row-name';
import { partsOf } from '../marked';
import { useNotes } from './notes';
import { rowOf } from './sample';

/** How long a card stays after the pointer has left its mark: the way to it. Milliseconds. */
const STAYS = 300;
/** Between mark and card, and between card and the window's edge. Pixels. */
const GAP = 8;

/** An invented sentence with the marks of a page; each opens its card as it would there. */
export function Sample() {
  const [open, setOpen] = useState<string>();
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const notes = useNotes(noteLanguage());
  const enter = (number: string): void => {
    clearTimeout(leaving.current);
    setOpen(number);
  };
  const leave = (): void => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => setOpen(undefined), STAYS);
  };
  useEffect(() => () => clearTimeout(leaving.current), []);
  useEffect(() => {
    // Also where only the pointer is here, and the focus elsewhere.
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setOpen(undefined);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const [hint = '', rest = ''] = t('welcome_sample').split('$1');
  return (
    <section class="live" aria-label={t('welcome_sample_label')}>
      <div class="live-text" lang={uiLanguage()}>
        {partsOf(t('welcome_sentence')).map(({ number, words }) => {
          const row = number === undefined ? undefined : rowOf(number, words, notes);
          if (!row || number === undefined) return words;
          const acts = { onEnter: () => enter(number), onLeave: leave };
          return <Spot key={number} row={row} isOpen={open === number} {...acts} />;
        })}
      </div>
      <p class="live-hint">
        {hint}
        <kbd>Tab</kbd>
        {rest}
      </p>
    </section>
  );
}

type SpotProps = {
  readonly row: Row;
  readonly isOpen: boolean;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
};

/** A mark with its card: one after the other also for the Tab key, and for the pointer on its way. */
function Spot({ row, isOpen, onEnter, onLeave }: SpotProps) {
  const id = useId();
  const mark = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isOpen || !mark.current || !card.current) return;
    const { style } = card.current;
    const middleware = [offset(GAP), flip({ padding: GAP }), shift({ padding: GAP })];
    void computePosition(mark.current, card.current, { placement: 'bottom-start', middleware }).then(({ x, y }) => {
      style.left = `${x}px`;
      style.top = `${y}px`;
    });
  });
  return (
    // The pointer and the focus are watched for what is in it, which can be pressed and focused itself.
    // biome-ignore lint/a11y/noStaticElementInteractions: the mark within is the control
    <span class="spot" onMouseEnter={onEnter} onMouseLeave={onLeave} onFocusIn={onEnter} onFocusOut={onLeave}>
      <button
        type="button"
        class="mark"
        ref={mark}
        data-kind={row.kind}
        data-stance={row.stance}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onEnter}
      >
        {row.mark}
      </button>
      {isOpen && (
        <section class="live-card" id={id} ref={card} aria-label={rowName(row)} lang={uiLanguage()}>
          <CardContent row={row} />
        </section>
      )}
    </span>
  );
}

/** What the card of a page says, of the same parts. */
function CardContent({ row }: { readonly row: Row }) {
  return (
    <>
      <p class="live-kind" data-kind={row.kind}>
        <Badge kind={row.kind} stance={row.stance} />
        {t(`card_${row.kind}`)}
      </p>
      <p class="live-name">
        <bdi lang={rowLanguage(row)}>{rowName(row)}</bdi>
      </p>
      {row.who !== '' && (
        <p class="muted">
          <Who kind={row.kind} who={row.who} lang={rowLanguage(row)} />
        </p>
      )}
      <Signs row={row} lang={rowLanguage(row)} />
      <SourceNote lang={rowLanguage(row)} note={row.note} references={row.references} />
    </>
  );
}
