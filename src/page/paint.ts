/**
 * Marks to CSS highlights: the page's DOM is not touched. Owns the names that highlight.css styles.
 *
 * The registry is shared with the page: it may read or wipe it, and Firefox forbids a content script to iterate it.
 * So every place is kept in maps of our own, and only `get`, `set`, `add`, `delete` and `has` are used.
 */
import type { Kind, Stance } from '../engine/types';
import type { Block } from './collect';
import { isConnected } from './dom';
import { type Ground, groundOf } from './ground';
import type { Mark } from './ledger';
import { locate } from './locate';
import type { Slices } from './slices';

const KIND: { readonly [K in Kind]: string } = { 'state-media': 's', official: 'o', framing: 'f' };
const STANCE: { readonly [S in Stance]: string } = { adopted: '1', reported: '2', distanced: '3' };
const OPEN = '4';
const FLASH = '5';
const GROUNDS: readonly Ground[] = ['light', 'dark'];

/** More marks at once make Firefox slow when the page drops what they stand in. */
const MARKS_MAX = 2000;
/** Places added between two pauses. */
const BATCH = 500;
/** How long a mark that one has jumped to stays bright. Milliseconds. */
const FLASH_TIME = 1200;

type Paint = { readonly mark: Mark; readonly block: Block; readonly name: string; readonly range: StaticRange };

/** Newer than the type library. */
type PointRegistry = HighlightRegistry & {
  highlightsFromPoint?: (
    x: number,
    y: number,
    options: { shadowRoots: readonly ShadowRoot[] },
  ) => ArrayLike<{ readonly ranges: ArrayLike<AbstractRange> }>;
};

export class Painter {
  private readonly highlights = new Map<string, Highlight>();
  private paints = new Map<number, Paint>();
  private readonly ids = new WeakMap<AbstractRange, number>();
  /** Extra tints: for the mark whose card is open and for the one jumped to. */
  private readonly tints = new Map<string, { readonly name: string; readonly range: StaticRange }>();
  private flashing: ReturnType<typeof setTimeout> | undefined;

  /** Takes away what an earlier instance left: after an update Firefox runs a new one in the same page. */
  constructor() {
    for (const name of allNames()) CSS.highlights.delete(name);
  }

  /** Makes the painted marks be exactly these. */
  async show(marks: readonly Mark[], slices: Slices): Promise<void> {
    const wanted = new Map(marks.slice(0, MARKS_MAX).map((mark) => [mark.id, mark]));
    for (const [id, paint] of this.paints) {
      if (wanted.get(id)?.block !== paint.block) this.drop(id);
    }
    let added = 0;
    for (const mark of wanted.values()) {
      if (this.paints.has(mark.id)) continue;
      this.add(mark);
      if (++added % BATCH === 0) await slices.turn();
    }
    this.mend();
  }

  /** Paints all anew: the page has changed its colours. */
  async renew(slices: Slices): Promise<void> {
    const marks = [...this.paints.values()].map((paint) => paint.mark);
    for (const mark of marks) this.drop(mark.id);
    await this.show(marks, slices);
  }

  /** Lets go of what the page has taken away, so that no place outside the document stays registered. */
  prune(): void {
    for (const [id, { range }] of this.paints) {
      if (!isConnected(range.startContainer) || !isConnected(range.endContainer)) this.drop(id);
    }
  }

  /** Puts back what a page has wiped from the registry. */
  mend(): void {
    for (const [name, highlight] of this.highlights) {
      if (highlight.size > 0 && !CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
    }
  }

  /** The mark under a point of the window. */
  at(x: number, y: number, shadowRoots: readonly ShadowRoot[]): number | undefined {
    if (this.paints.size === 0) return undefined;
    const registry: PointRegistry = CSS.highlights;
    const hits = registry.highlightsFromPoint?.(x, y, { shadowRoots }) ?? [];
    // By index: Firefox gives no iterator across the border to the page.
    for (let i = 0; i < hits.length; i++) {
      const ranges = hits[i]?.ranges ?? [];
      for (let j = 0; j < ranges.length; j++) {
        const range = ranges[j];
        const id = range && this.ids.get(range);
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
  flash(id: number): void {
    clearTimeout(this.flashing);
    this.tint(FLASH, id);
    const stop = () => this.tint(FLASH, undefined);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      for (const type of ['keydown', 'pointerdown'] as const)
        addEventListener(type, stop, { once: true, capture: true });
    } else {
      this.flashing = setTimeout(stop, FLASH_TIME);
    }
  }

  /** Leaves the page as it was. */
  clear(): void {
    clearTimeout(this.flashing);
    for (const name of allNames()) CSS.highlights.delete(name);
    for (const highlight of this.highlights.values()) highlight.clear();
    this.highlights.clear();
    this.paints.clear();
    this.tints.clear();
  }

  private add(mark: Mark): void {
    const range = locate(mark.block, mark.flag.paint);
    if (!range) return;
    const name = nameOf(mark, STANCE[mark.flag.stance], groundOf(range.startContainer));
    this.paints.set(mark.id, { mark, block: mark.block, name, range });
    this.ids.set(range, mark.id);
    this.put(name, range);
  }

  private drop(id: number): void {
    const paint = this.paints.get(id);
    if (!paint) return;
    this.paints.delete(id);
    this.take(paint.name, paint.range);
  }

  private tint(what: string, id: number | undefined): void {
    const old = this.tints.get(what);
    if (old) this.take(old.name, old.range);
    this.tints.delete(what);
    const paint = id === undefined ? undefined : this.paints.get(id);
    const range = paint && locate(paint.block, paint.mark.flag.paint);
    if (!paint || !range) return;
    const name = nameOf(paint.mark, what, paint.name.endsWith('dark') ? 'dark' : 'light');
    this.tints.set(what, { name, range });
    this.put(name, range);
  }

  private put(name: string, range: StaticRange): void {
    let highlight = this.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      this.highlights.set(name, highlight);
    }
    highlight.add(range);
    if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
  }

  private take(name: string, range: StaticRange): void {
    const highlight = this.highlights.get(name);
    highlight?.delete(range);
    if (highlight?.size === 0) CSS.highlights.delete(name);
  }
}

function nameOf(mark: Mark, what: string, ground: Ground): string {
  return `passage-${KIND[mark.flag.kind]}${what}-${ground}`;
}

function allNames(): string[] {
  const whats = [...Object.values(STANCE), OPEN, FLASH];
  return Object.values(KIND).flatMap((kind) =>
    whats.flatMap((what) => GROUNDS.map((ground) => `passage-${kind}${what}-${ground}`)),
  );
}
