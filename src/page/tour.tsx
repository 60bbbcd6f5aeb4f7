/** Going from mark to mark: scroll there, flash, open the card; and what one can do in the card. */

import { exclude, hiddenText, readmit } from '../shared/exclusions';
import { t } from '../shared/i18n';
import type { Row } from '../shared/messages';
import { rowName } from '../shared/row-name';
import type { Exclusion } from '../shared/settings';
import { isAlive, tell } from './alive';
import { Card, type Hidden } from './card';
import { elementAround } from './dom';
import { Frame, type Opener } from './frame';
import { watchPointer } from './hover';
import type { Ledger, Mark } from './ledger';
import { measure } from './locate';
import type { Painter } from './paint';
import { Ticks } from './ticks';

/** A mark is brought into the middle part of the window: this share of its height stays free above and below. */
const MARGIN = 0.2;

export class Tour {
  private readonly frame = new Frame(() => this.close());
  private current: Mark | undefined;
  private opener: Opener = 'hover';
  private last: number | undefined;
  private hovering = false;
  /** The open card has hidden its own mark: it stays, as the way back is in it. */
  private hiding = false;

  constructor(
    private readonly host: string,
    private readonly ledger: Ledger,
    private readonly painter: Painter,
    private readonly rowOf: (mark: Mark) => Row,
    private readonly shadows: () => readonly ShadowRoot[],
    private readonly life: AbortController,
  ) {
    life.signal.addEventListener('abort', () => this.close());
  }

  /** Follows the pointer from the first mark on: a page without marks is not listened to. */
  listen(): void {
    if (this.hovering) return;
    this.hovering = true;
    watchPointer(
      {
        markAt: (x, y) => this.painter.at(x, y, this.shadows()),
        current: () => this.current?.id,
        open: (id, by) => void this.explain(id, by),
        close: () => {
          if (this.opener === 'hover') this.settle();
        },
        isCard: (target) => this.frame.isHost(target),
        corridor: () => this.corridor(),
      },
      this.life.signal,
    );
  }

  /** Scrolls to a mark and brightens it. @returns false where it is no longer on the page */
  reveal(id: number): boolean {
    const mark = this.ledger.find(id);
    const range = mark && measure(mark.block, mark.flag.paint);
    const element = range && elementAround(range.startContainer);
    if (!range || !element) return false;
    const { top, bottom } = range.getBoundingClientRect();
    if (top < innerHeight * MARGIN || bottom > innerHeight * (1 - MARGIN)) {
      Element.prototype.scrollIntoView.call(element, { block: 'center', inline: 'nearest', behavior: 'instant' });
      // The middle of a long paragraph need not be where the mark is.
      const now = range.getBoundingClientRect();
      if (now.top < 0 || now.bottom > innerHeight) scrollBy({ top: now.top - innerHeight / 2, behavior: 'instant' });
    }
    this.last = id;
    this.painter.flash(id);
    return true;
  }

  /** Opens the card of a mark that is in the window. @returns false where there is none */
  explain(id: number, opener: Opener): boolean {
    const mark = this.ledger.find(id);
    // After an update of the extension this script is an orphan: it could neither keep nor report anything.
    if (!isAlive()) this.life.abort();
    if (!mark || this.life.signal.aborted) return false;
    const shown = this.ledger.shown();
    const row = this.rowOf(mark);
    const position = { at: shown.indexOf(mark) + 1, of: shown.length };
    // What one goes to with the pointer is away from the pointer: it stays until one presses elsewhere.
    const onwards = opener === 'key' ? 'key' : 'press';
    const card = (
      <Card
        key={id}
        row={row}
        host={this.host}
        position={position}
        acts={{
          onClose: () => this.close(),
          onStep: (by) => void this.step(by, onwards),
          onHide: (scope) => this.hide(mark, scope),
          onReport: () => {
            void tell({ say: 'report', id });
            this.close();
          },
        }}
      />
    );
    const ticks = (
      <Ticks
        marks={shown}
        current={mark}
        nameOf={(one) => rowName(this.rowOf(one))}
        onGo={(to) => void (this.reveal(to) && this.explain(to, onwards))}
      />
    );
    const said = t('jumped', t('position', position.at, position.of), t(`kind_${row.kind}`), t(`stance_${row.stance}`));
    if (!this.frame.show(mark, { card, ticks, said }, opener)) return false;
    this.current = mark;
    this.opener = opener;
    this.last = id;
    this.hiding = false;
    this.painter.open(id);
    return true;
  }

  /** Goes to the next or the previous mark, round the ends, and opens its card. */
  step(by: 1 | -1, opener: Opener): boolean {
    const shown = this.ledger.shown();
    const at = shown.findIndex((mark) => mark.id === (this.current?.id ?? this.last));
    const next = at >= 0 ? shown.at((at + by) % shown.length) : this.nearest(shown, by);
    return next !== undefined && this.reveal(next.id) && this.explain(next.id, opener);
  }

  close(): void {
    if (!this.current) return;
    this.current = undefined;
    this.hiding = false;
    this.painter.open(undefined);
    this.frame.close();
  }

  /** Closes the card, as what it says may be out of date or the pointer has left it; not while it offers the way back. */
  settle(): void {
    if (!this.hiding) this.close();
  }

  /** After a new reading: a card whose mark is gone has nothing to explain. */
  refresh(): void {
    if (this.hiding) return;
    const mark = this.current && this.ledger.find(this.current.id);
    if (!mark) this.close();
    else if (mark !== this.current) this.painter.open(mark.id);
    this.current = mark;
  }

  /** The address has changed: the steps begin anew. */
  restart(): void {
    this.close();
    this.last = undefined;
  }

  /** The first mark below the window's upper edge, or the last one above it. */
  private nearest(shown: readonly Mark[], by: 1 | -1): Mark | undefined {
    const isBelow = (mark: Mark) => (measure(mark.block, mark.flag.paint)?.getBoundingClientRect().top ?? 0) >= 0;
    return by > 0 ? (shown.find(isBelow) ?? shown[0]) : (shown.findLast((mark) => !isBelow(mark)) ?? shown.at(-1));
  }

  private async hide(mark: Mark, scope: Exclusion['scope']): Promise<Hidden | undefined> {
    const { place, host, entry } = this.ledger.place(mark);
    const row = this.rowOf(mark);
    const common = { entry, title: row.title, at: Date.now() };
    const exclusion: Exclusion =
      scope === 'anywhere'
        ? { scope, ...common }
        : scope === 'site'
          ? { scope, ...common, host }
          : { scope, ...common, host, place };
    // Before it is kept: the page hears of the change before this promise ends.
    this.hiding = true;
    try {
      await exclude(exclusion);
    } catch {
      this.hiding = false;
      return undefined; // The card says so; the mark stays.
    }
    if (this.current === mark) this.painter.open(undefined);
    return { text: hiddenText(rowName(row), exclusion), undo: () => this.undo(exclusion) };
  }

  private async undo(exclusion: Exclusion): Promise<boolean> {
    try {
      await readmit(exclusion);
    } catch {
      return false;
    }
    this.close();
    return true;
  }

  private corridor(): DOMRect | undefined {
    const card = this.frame.box();
    const words = this.current && measure(this.current.block, this.current.flag.paint)?.getBoundingClientRect();
    if (!card || !words) return undefined;
    const left = Math.min(card.left, words.left);
    const top = Math.min(card.top, words.top);
    return new DOMRect(left, top, Math.max(card.right, words.right) - left, Math.max(card.bottom, words.bottom) - top);
  }
}
