/**
 * Marks to CSS highlights: the page's DOM is not touched.
 *
 * The registry is shared with the page: it may read or wipe it, and Firefox forbids a content script to iterate it.
 * So every place is kept in maps of our own, and only `get`, `set`, `add`, `delete` and `has` are used.
 */
import type { Ground } from '../shared/hues';
import { type Layer as Coat, FLASH, markName, markNames, OPEN } from '../shared/mark-name';
import type { Block } from './collect';
import { isConnected } from './dom';
import { type Grounds, groundOf } from './ground';
import type { Mark } from './ledger';
import { locate } from './locate';
import type { Slices } from './slices';

/** Marks between two looks at the clock: for each the page's styles are asked. */
const BATCH = 32;
/** A page that takes the marks away gets them back this often; one that goes on is left alone. */
const MENDS_MAX = 2;
/** After painting, when to look whether the page has taken the marks away: as it starts, and once it has. Milliseconds. */
const LOOKS = [500, 2000];
/** How long a mark that one has jumped to stays bright. Milliseconds. */
const FLASH_TIME = 1200;

type Paint = {
  readonly mark: Mark;
  readonly block: Block;
  readonly ground: Ground;
  readonly name: string;
  readonly range: StaticRange;
};

/** What is registered under one name. The places and their marks are kept beside it, as a page can empty the highlight itself. */
type Layer = { readonly highlight: Highlight; readonly ranges: Map<AbstractRange, number> };

/** Newer than the type library. */
type PointRegistry = HighlightRegistry & {
  highlightsFromPoint?: (
    x: number,
    y: number,
    options: { shadowRoots: readonly ShadowRoot[] },
  ) => ArrayLike<{ readonly ranges: ArrayLike<AbstractRange> }>;
};

export class Painter {
  private readonly layers = new Map<string, Layer>();
  private paints = new Map<number, Paint>();
  /** Text nodes that marks begin or end in, or did. */
  private readonly under = new WeakSet<Node>();
  /** Extra tints: for the mark whose card is open and for the one jumped to. */
  private readonly tints = new Map<Coat, { readonly id: number; readonly name: string; readonly range: StaticRange }>();
  private flashing: ReturnType<typeof setTimeout> | undefined;
  private onCalm: (() => void) | undefined;
  private looks: ReturnType<typeof setTimeout>[] = [];
  private mends = 0;
  private hasYielded = false;
  private isBare = false;

  /**
   * Takes away what an earlier instance left: after an update Firefox runs a new one in the same page.
   * @param bringSheet makes sure that the page knows what marks look like; says whether it has just learnt it
   */
  constructor(private readonly bringSheet: () => Promise<boolean>) {
    for (const name of markNames()) CSS.highlights.delete(name);
    addEventListener('scrollend', this.mend, { passive: true, capture: true });
    document.addEventListener('visibilitychange', this.mend);
  }

  /**
   * Makes the painted marks be exactly these. New ones are found first and registered all at once: after each change
   * of the registry the browser goes through all its places again, before the next style or frame.
   * @param isBare are they not to be seen before one opens them or jumps to them?
   * @returns has the page just learnt what they look like? Then all its styles are worked out anew.
   */
  async show(marks: readonly Mark[], slices: Slices, isBare: boolean): Promise<boolean> {
    const wasBare = this.isBare;
    this.isBare = isBare;
    this.stopLooking();
    if (isBare) for (const { name, range } of this.paints.values()) this.take(name, range);
    const wanted = new Map(marks.map((mark) => [mark.id, mark]));
    for (const [id, paint] of this.paints) {
      if (wanted.get(id)?.block !== paint.block) this.drop(id);
    }
    const fresh: Paint[] = [];
    await inSlices(wanted.values(), slices, (mark, grounds) => {
      const paint = this.paints.has(mark.id) ? undefined : find(mark, grounds);
      if (!paint) return;
      this.paints.set(mark.id, paint);
      this.under.add(paint.range.startContainer).add(paint.range.endContainer);
      fresh.push(paint);
    });
    if (isBare) return false;
    const unseen = wasBare ? [...this.paints.values()] : fresh;
    // After the page was asked for its styles: the sheet's coming makes that dear.
    const isStyled = unseen.length > 0 && (await this.bringSheet());
    // What was dropped or painted anew during a pause is left as it is.
    for (const paint of unseen)
      if (this.paints.get(paint.mark.id) === paint) this.put(paint.name, paint.range, paint.mark.id);
    this.mend();
    if (this.paints.size > 0) this.looks = LOOKS.map((time) => setTimeout(this.mend, time));
    return isStyled;
  }

  /** Paints anew what stands on another ground now: the page has changed its colours. */
  async renew(slices: Slices): Promise<void> {
    const moved: Paint[] = [];
    await inSlices([...this.paints.values()], slices, (paint, grounds) => {
      const ground = groundOf(paint.range.startContainer, grounds);
      const name = nameOf(paint.mark, paint.mark.flag.stance, ground);
      if (ground !== paint.ground) moved.push({ ...paint, ground, name });
    });
    for (const paint of moved) {
      const old = this.paints.get(paint.mark.id);
      if (old?.range !== paint.range) continue;
      this.take(old.name, old.range);
      this.paints.set(paint.mark.id, paint);
      if (!this.isBare) this.put(paint.name, paint.range, paint.mark.id);
    }
    for (const [what, { id }] of [...this.tints]) this.tint(what, id);
  }

  /**
   * Lets go of what the page has taken away or written over: no other words may stand under a mark.
   * @param written text nodes whose words have changed
   * @param isThinned has anything been taken out of the page?
   */
  prune(written: ReadonlySet<Node>, isThinned: boolean): void {
    if (!isThinned && ![...written].some((node) => this.under.has(node))) return;
    for (const [id, { block, mark, range }] of this.paints) {
      const { startContainer: start, endContainer: end } = range;
      const isWritten = written.has(start) || written.has(end);
      const isGone = isThinned && !(isConnected(start) && isConnected(end));
      const isHere = !isGone && (!isWritten || locate(block, mark.flag.paint));
      if (!isHere) this.drop(id);
    }
    for (const [what, { id }] of this.tints) if (!this.paints.has(id)) this.tint(what, undefined);
  }

  /**
   * Puts back what a page has taken from the registry, twice; then the page has its way and no fight freezes the tab.
   * There is no event for it and a timer without end would keep every page awake, so it is looked at when a reader
   * could miss the marks: soon after painting, after a scroll, under the pointer, when the page is seen again.
   */
  readonly mend = (): void => {
    if (this.hasYielded || document.hidden) return;
    const lost = [...this.layers].filter(([name, layer]) => isLost(name, layer));
    if (lost.length === 0) return;
    this.hasYielded = this.mends === MENDS_MAX;
    if (this.hasYielded) return;
    this.mends += 1;
    for (const [name, { highlight, ranges }] of lost) {
      for (const range of ranges.keys()) highlight.add(range);
      CSS.highlights.set(name, highlight);
    }
  };

  /** The mark under a point of the window. */
  at(x: number, y: number, shadowRoots: readonly ShadowRoot[]): number | undefined {
    if (this.paints.size === 0) return undefined;
    this.mend();
    const registry: PointRegistry = CSS.highlights;
    const hits = registry.highlightsFromPoint?.(x, y, { shadowRoots }) ?? [];
    // By index: Firefox gives no iterator across the border to the page.
    for (let i = 0; i < hits.length; i++) {
      const ranges = hits[i]?.ranges ?? [];
      for (let j = 0; j < ranges.length; j++) {
        const id = this.idOf(ranges[j]);
        if (id !== undefined && this.paints.has(id)) return id;
      }
    }
    return undefined;
  }

  /** Tints the mark whose card is open; undefined when none is. */
  open(id: number | undefined): void {
    this.tint(OPEN, id);
  }

  /** Brightens the mark one has jumped to: for a moment, or where nothing may move until the next key or click. */
  flash(id: number, onCalm?: () => void): void {
    this.calm();
    this.onCalm = onCalm;
    this.tint(FLASH, id);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      for (const type of ['keydown', 'pointerdown'] as const)
        addEventListener(type, this.calm, { once: true, capture: true });
    } else {
      this.flashing = setTimeout(this.calm, FLASH_TIME);
    }
  }

  /** No mark is bright any more. */
  readonly calm = (): void => {
    clearTimeout(this.flashing);
    this.tint(FLASH, undefined);
    this.onCalm?.();
    this.onCalm = undefined;
  };

  /** Leaves the page as it was. */
  clear(): void {
    clearTimeout(this.flashing);
    this.stopLooking();
    removeEventListener('scrollend', this.mend, { capture: true });
    document.removeEventListener('visibilitychange', this.mend);
    for (const [name, layer] of this.layers) {
      unregister(name, layer);
      layer.highlight.clear();
    }
    this.layers.clear();
    this.paints.clear();
    this.tints.clear();
  }

  private drop(id: number): void {
    const paint = this.paints.get(id);
    if (!paint) return;
    this.paints.delete(id);
    this.take(paint.name, paint.range);
  }

  private tint(what: Coat, id: number | undefined): void {
    const old = this.tints.get(what);
    if (old) this.take(old.name, old.range);
    this.tints.delete(what);
    const paint = id === undefined ? undefined : this.paints.get(id);
    const range = paint && locate(paint.block, paint.mark.flag.paint);
    if (!paint || !range) return;
    const name = nameOf(paint.mark, what, paint.ground);
    this.tints.set(what, { id: paint.mark.id, name, range });
    // Of marks that are not seen it is the first thing to be painted. Without it one has still come to the right place.
    void this.bringSheet().catch(() => undefined);
    this.put(name, range, paint.mark.id);
  }

  private put(name: string, range: StaticRange, id: number): void {
    const layer = this.layers.get(name) ?? this.lay(name);
    layer.ranges.set(range, id);
    layer.highlight.add(range);
  }

  private lay(name: string): Layer {
    const layer = { highlight: new Highlight(), ranges: new Map<AbstractRange, number>() };
    this.layers.set(name, layer);
    if (!this.hasYielded) CSS.highlights.set(name, layer.highlight);
    return layer;
  }

  private take(name: string, range: StaticRange): void {
    const layer = this.layers.get(name);
    if (!layer) return;
    layer.ranges.delete(range);
    layer.highlight.delete(range);
    if (layer.ranges.size > 0) return;
    this.layers.delete(name);
    unregister(name, layer);
  }

  private idOf(range: AbstractRange | undefined): number | undefined {
    if (!range) return undefined;
    for (const { ranges } of this.layers.values()) {
      const id = ranges.get(range);
      if (id !== undefined) return id;
    }
    return undefined;
  }

  private stopLooking(): void {
    for (const look of this.looks) clearTimeout(look);
  }
}

/** Where a mark is and what it stands on; undefined where its words are gone. */
function find(mark: Mark, grounds: Grounds): Paint | undefined {
  const range = locate(mark.block, mark.flag.paint);
  if (!range) return undefined;
  const ground = groundOf(range.startContainer, grounds);
  return { mark, block: mark.block, ground, name: nameOf(mark, mark.flag.stance, ground), range };
}

/** Does something for each, with pauses; after each of these styles may be others. */
async function inSlices<T>(all: Iterable<T>, slices: Slices, act: (one: T, grounds: Grounds) => void): Promise<void> {
  let grounds: Grounds = new Map();
  let done = 0;
  for (const one of all) {
    act(one, grounds);
    if (++done % BATCH !== 0 || !slices.isOver()) continue;
    await slices.turn();
    grounds = new Map();
  }
}

/** Under the same name a newer instance may have put its own marks by now: those stay. */
function unregister(name: string, { highlight }: Layer): void {
  if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
}

function isLost(name: string, { highlight, ranges }: Layer): boolean {
  return CSS.highlights.get(name) !== highlight || highlight.size < ranges.size;
}

const nameOf = (mark: Mark, what: Coat, ground: Ground): string => markName(mark.flag.kind, what, ground);
