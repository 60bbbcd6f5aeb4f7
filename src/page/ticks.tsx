/** Where on the page the marks are, at the edge of the window: there while a card is open, and for the moment of a jump. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Kind } from '../engine/types';
import { boxOf, elementAround } from './dom';
import type { Mark } from './ledger';
import { measure } from './locate';

/** Ticks nearer to each other are one. Pixels. */
const APART = 6;
/** Marks that get a tick; beyond it the edge would be a solid line. */
const TICKS_MAX = 300;
/** What the ticks take of the window's edge, as in card.css. Pixels. */
export const TICKS_WIDTH = 16;
/** A tick's half height, kept within the window. Pixels. */
const HALF = 6;

type Tick = {
  readonly mark: Mark;
  /** Its middle from the window's upper edge. Pixels. */
  readonly at: number;
  /** The marks it stands for, itself first. */
  readonly stands: number[];
};

/** @returns the ticks of these marks, in whatever the one in question scrolls in */
function ticksOf(marks: readonly Mark[], around: Mark): Tick[] {
  const scroller = scrollerOf(placeOf(around));
  const root = document.scrollingElement ?? document.documentElement;
  const whole = scroller ?? root;
  const seen = scroller ? boxOf(scroller) : new DOMRect(0, 0, innerWidth, innerHeight);
  // Shares of what is seen, as a zoomed root counts its own lengths in other pixels than the window.
  const length = Math.max(1, whole.scrollHeight / Math.max(1, whole.clientHeight));
  const above = whole.scrollTop / Math.max(1, whole.clientHeight);
  const ticks: Tick[] = [];
  for (const mark of marks.slice(0, TICKS_MAX)) {
    if (scroller && !isWithin(placeOf(mark), scroller)) continue;
    const box = measure(mark.block, mark.flag.paint)?.getBoundingClientRect();
    if (!box) continue;
    const share = ((box.top - seen.top) / seen.height + above) / length;
    const at = Math.min(innerHeight - HALF, Math.max(HALF, seen.top + share * seen.height));
    ticks.push({ mark, at, stands: [mark.id] });
  }
  return merge(ticks);
}

/** Of ticks that would touch, the first stands for all. */
export function merge<T extends Pick<Tick, 'at' | 'stands'>>(ticks: readonly T[]): T[] {
  const kept: T[] = [];
  for (const tick of ticks.toSorted((a, b) => a.at - b.at)) {
    const last = kept.at(-1);
    if (last && tick.at - last.at < APART) last.stands.push(...tick.stands);
    else kept.push(tick);
  }
  return kept;
}

const placeOf = ({ block }: Mark): Element | null => {
  const [piece] = block.pieces;
  return piece ? elementAround(piece.node) : null;
};

/** The box that an element scrolls in; undefined where that is the window. */
function scrollerOf(start: Element | null): Element | undefined {
  for (let element = start; element && element !== document.body; element = elementAround(element)) {
    const isLong = element.scrollHeight > element.clientHeight + 1 && element !== document.documentElement;
    if (isLong && /auto|scroll/.test(getComputedStyle(element).overflowY)) return element;
  }
  return undefined;
}

function isWithin(start: Element | null, outer: Element): boolean {
  let element = start;
  while (element && element !== outer) element = elementAround(element);
  return element !== null;
}

/** The scrollbar is on the other side in some right-to-left windows. */
function edge(): 'left' | 'right' {
  const root = document.documentElement;
  const border = Number.parseFloat(getComputedStyle(root).borderLeftWidth) || 0;
  return root.clientLeft - border > 1 ? 'left' : 'right';
}

type TicksProps = {
  readonly marks: readonly Mark[];
  readonly current: Mark;
  readonly nameOf: (mark: Mark) => string;
  readonly onGo: (id: number) => void;
};

/** For the pointer only: keys and screen readers have the steps of the card and the list of the popup. */
export function Ticks({ marks, current, nameOf, onGo }: TicksProps) {
  const [ticks, setTicks] = useState<readonly Tick[]>([]);
  useLayoutEffect(() => {
    const read = () => setTicks(ticksOf(marks, current));
    read();
    addEventListener('resize', read);
    return () => removeEventListener('resize', read);
  }, [marks, current]);
  if (ticks.length === 0) return null;
  return (
    <div class="ticks" data-edge={edge()} aria-hidden="true">
      {ticks.map(({ mark, at, stands }) => {
        const {
          id,
          flag: { kind, stance },
        } = mark;
        return (
          <button
            key={id}
            type="button"
            class="tick"
            tabIndex={-1}
            data-kind={kind}
            data-stance={stance}
            data-current={stands.includes(current.id)}
            title={nameOf(mark)}
            style={{ top: `${Math.round(at) - HALF}px` }}
            onClick={() => onGo(id)}
          >
            <svg viewBox="0 0 12 6" width="12" height="6" aria-hidden="true">
              <path
                {...SHAPES[kind]}
                fill="none"
                stroke="currentColor"
                stroke-linecap={kind === 'state-media' ? 'butt' : 'round'}
              />
            </svg>
          </button>
        );
      })}
    </div>
  );
}

/** A bar, three dots, a zigzag: as the lines under the words. */
const SHAPES: { readonly [K in Kind]: Readonly<Record<string, string>> } = {
  'state-media': { d: 'M0 3h12', 'stroke-width': '3' },
  official: { d: 'M1.5 3h10', 'stroke-width': '3', 'stroke-dasharray': '0 4.5' },
  framing: { d: 'M.7 4.5 3.5 1.5 6 4.5 8.5 1.5l2.8 3', 'stroke-width': '1.7' },
};
