/** Going from mark to mark: scroll there, flash, open the card. */
import type { Row } from '../shared/messages';
import type { SiteSettings } from '../shared/settings-for';
import type { Point } from './aim';
import { isAlive, tell } from './alive';
import { boxOf, elementAround, holds, treeOf } from './dom';
import type { Explainer } from './explainer';
import type { Opener } from './frame';
import { watchPointer } from './hover';
import type { Ledger, Mark } from './ledger';
import { measure } from './locate';
import type { Painter } from './paint';
import { world } from './world';

/** A mark is brought into the middle part of the window: this share of its height stays free above and below. */
const MARGIN = 0.2;
/** Whatever is larger than this share of the window is no bar but a page over the page. */
const BAR_MAX = 0.75;

/** What a tour needs to know of its page. */
export type TourPage = {
  readonly rowOf: (mark: Mark) => Row;
  readonly shadows: () => readonly ShadowRoot[];
  readonly settings: () => SiteSettings;
  /** The reader has gone to another mark. */
  readonly onGone: () => void;
  /** Has the script of the card brought, and what is said in it. */
  readonly bringCard: () => Promise<void>;
};

export class Tour {
  private card: Explainer | undefined;
  private current: Mark | undefined;
  /** The mark whose card is open or on its way: the pointer may have left before the card's script has come. */
  private wanted: number | undefined;
  private opener: Opener = 'hover';
  private last: number | undefined;
  /** The mark that the browser's own menu was opened on last, and how. */
  private aimed: { readonly id: number; readonly opener: Opener } | undefined;
  private hovering = false;
  /** The open card has hidden its own mark: it stays, as the way back is in it. */
  private hiding = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly painter: Painter,
    private readonly page: TourPage,
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
        markAt: (x, y) => this.painter.at(x, y, this.page.shadows()),
        current: () => this.wanted,
        opensAtRest: () => this.page.settings().look.hover,
        near: () => void this.openCard().catch(() => undefined),
        open: (id, by) => void this.explain(id, by),
        close: () => {
          if (!this.current || this.opener === 'hover') this.settle();
        },
        isCard: (target) => this.card?.isHost(target) === true,
        corridor: () => this.corridor(),
      },
      this.life.signal,
    );
  }

  /**
   * Scrolls to a mark; for as long as it is bright, ticks show where it is among the others.
   * @returns false where it is no longer on the page
   */
  jump(id: number): boolean {
    let isOver = false;
    const onCalm = () => {
      isOver = true;
      if (this.wanted === undefined) this.card?.close();
    };
    if (!this.reveal(id, onCalm)) return false;
    if (!this.page.settings().look.ticks) return true;
    const point = async () => {
      const card = await this.openCard();
      const mark = this.ledger.find(id);
      const marks = this.ledger.shown();
      if (!mark || marks.length < 2 || isOver || this.wanted !== undefined || this.life.signal.aborted) return;
      card?.point({ mark, marks, rowOf: this.page.rowOf, settings: this.page.settings() });
    };
    // Ticks are an extra: where the card's script cannot come, the mark is bright all the same.
    void point().catch(() => undefined);
    return true;
  }

  /** Scrolls to a mark and brightens it. @returns false where it is no longer on the page */
  reveal(id: number, onCalm?: () => void): boolean {
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
    this.uncover(element, range);
    this.goTo(id);
    this.painter.flash(id, onCalm);
    return true;
  }

  /**
   * Notes the mark that the browser's own menu is about to open on.
   * @param at the pointer; by key it is the mark that the reader has gone to last
   * @returns is there one?
   */
  aim(at?: Point): boolean {
    const id = at ? this.painter.at(at.x, at.y, this.page.shadows()) : this.last;
    const mark = id === undefined ? undefined : this.ledger.find(id);
    this.aimed = mark && { id: mark.id, opener: at ? 'press' : 'key' };
    return mark !== undefined;
  }

  /** Opens the card of that mark at *Not this…*. @returns false where there is none */
  async notThis(): Promise<boolean> {
    const { aimed } = this;
    // By key the mark may be anywhere on the page.
    if (!aimed || (aimed.opener === 'key' && !this.reveal(aimed.id))) return false;
    return this.explain(aimed.id, aimed.opener, 'not-this');
  }

  /** Opens the card of a mark that is in the window. @returns false where there is none */
  async explain(id: number, opener: Opener, part?: 'not-this'): Promise<boolean> {
    // After an update of the extension this script is an orphan: it could neither keep nor report anything.
    if (!isAlive()) this.life.abort();
    this.wanted = id;
    const card = await this.openCard().catch(() => undefined);
    const mark = this.ledger.find(id);
    if (!mark || !card || this.wanted !== id || this.life.signal.aborted) return false;
    const shown = this.ledger.shown();
    const isShown = card.show({
      mark,
      marks: shown,
      rowOf: this.page.rowOf,
      place: this.ledger.place(mark),
      position: { at: shown.indexOf(mark) + 1, of: shown.length },
      opener,
      ...(part && { part }),
      settings: this.page.settings(),
    });
    if (!isShown) return false;
    this.current = mark;
    this.opener = opener;
    this.goTo(id);
    this.hiding = false;
    this.painter.open(id);
    return true;
  }

  /** Goes to the next or the previous mark, round the ends, and opens its card. */
  async step(by: 1 | -1, opener: Opener): Promise<boolean> {
    const shown = this.ledger.shown();
    const at = shown.findIndex((mark) => mark.id === (this.current?.id ?? this.last));
    const next = at >= 0 ? shown.at((at + by) % shown.length) : this.nearest(shown, by);
    return next !== undefined && this.reveal(next.id) && (await this.explain(next.id, opener));
  }

  close(): void {
    this.wanted = undefined;
    this.card?.close();
    if (!this.current) return;
    this.current = undefined;
    this.hiding = false;
    this.painter.open(undefined);
  }

  /** Closes the card, as what it says may be out of date or the pointer has left it; not while it offers the way back. */
  settle(): void {
    if (!this.hiding) this.close();
  }

  /** After a new reading: a card whose mark is gone has nothing to explain, be it open or on its way. */
  refresh(): void {
    if (this.hiding || this.wanted === undefined) return;
    const mark = this.ledger.find(this.wanted);
    if (!mark) this.close();
    if (!mark || this.current?.id !== mark.id || mark === this.current) return;
    this.painter.open(mark.id);
    this.current = mark;
  }

  /** The address has changed: the steps begin anew. */
  restart(): void {
    this.close();
    this.last = undefined;
  }

  /** The mark that the reader has gone to last; it may be gone. */
  get here(): number | undefined {
    return this.last;
  }

  private goTo(id: number): void {
    if (this.last === id) return;
    this.last = id;
    this.page.onGone();
  }

  /** The first mark below the window's upper edge, or the last one above it. */
  private nearest(shown: readonly Mark[], by: 1 | -1): Mark | undefined {
    const isBelow = (mark: Mark) => (measure(mark.block, mark.flag.paint)?.getBoundingClientRect().top ?? 0) >= 0;
    return by > 0 ? (shown.find(isBelow) ?? shown[0]) : (shown.findLast((mark) => !isBelow(mark)) ?? shown.at(-1));
  }

  /** Scrolls on where the page's own bar lies over the words. */
  private uncover(element: Element, range: Range): void {
    const tree = treeOf(element);
    const [line] = range.getClientRects();
    if (!line || !(tree instanceof Document || tree instanceof ShadowRoot)) return;
    const pile = tree.elementsFromPoint(line.x + line.width / 2, line.y + 1);
    let bar: Element | null = pile.find((one) => !this.card?.isHost(one)) ?? null;
    if (!bar || holds(bar, element) || holds(element, bar)) return;
    while (bar && !/fixed|sticky/.test(getComputedStyle(bar).position)) bar = elementAround(bar);
    if (!bar) return;
    const { top, bottom } = boxOf(bar);
    if (top > 0 || bottom > innerHeight * BAR_MAX) return;
    scrollBy({ top: line.top - bottom - line.height, behavior: 'instant' });
  }

  private async openCard(): Promise<Explainer | undefined> {
    // The card stays, but the language of what is said in it may have changed.
    await this.page.bringCard();
    this.card ??= world.ruporCard?.({
      onClose: () => this.close(),
      onStep: (by, opener) => void this.step(by, opener),
      onGo: (id, opener) => void (this.reveal(id) && this.explain(id, opener)),
      onReport: (id) => {
        void tell({ say: 'report', id });
        this.close();
      },
      onMore: (entry) => void tell({ say: 'rule', entry }),
      onHiding: (isHiding) => {
        this.hiding = isHiding;
      },
      onHidden: (mark) => {
        if (this.current === mark) this.painter.open(undefined);
      },
    });
    return this.card;
  }

  private corridor(): DOMRect | undefined {
    const card = this.card?.box();
    const words = this.current && measure(this.current.block, this.current.flag.paint)?.getBoundingClientRect();
    if (!card || !words) return undefined;
    const left = Math.min(card.left, words.left);
    const top = Math.min(card.top, words.top);
    return new DOMRect(left, top, Math.max(card.right, words.right) - left, Math.max(card.bottom, words.bottom) - top);
  }
}
