/**
 * DOM to passages: one string for each block of running text, with the way back to its text nodes.
 *
 * A `TreeWalker` without a filter callback (six times faster than with one), no recursion (a page may be 100 000 levels
 * deep), and no `node.nextSibling` (a form field of that name would send it round for ever).
 */
import type { Passage, PassageRole } from '../engine/types';
import {
  attribute,
  dataOf,
  elementAround,
  holds,
  isBare,
  isBefore,
  isElement,
  nameOf,
  nodeTypeOf,
  shadowOf,
} from './dom';
import { findOpening } from './scope';
import { BY_CONTENT, isSkipped } from './skip';

/** `text[at + i]` of the block is `node.data[from + i]` (line feeds and tabs as spaces), for `length` UTF-16 units. */
export type Piece = {
  readonly node: Text;
  readonly at: number;
  readonly from: number;
  readonly length: number;
  /** The link that it is in. */
  readonly link?: Element;
};

/** One passage and the way back. Never leaves the content script. Text between pieces (a line break) has no node. */
export type Block = { readonly passage: Passage; readonly pieces: readonly Piece[] };

/** `article`: running text of the article and the page's headline; `page`: links and what is outside it, too. */
export type Reach = 'article' | 'page';

/** How a walk ended. `lost`: the page took away the place where it stood; it has to be done again. */
export type Walk = { readonly end: 'done' | 'lost' | 'too-long'; readonly shadows: readonly ShadowRoot[] };

/** Steps between two moments at which the caller may pause. */
const STEPS_BETWEEN_PAUSES = 256;
/** A million steps without a word cost 1.7 s on a loaded machine (Chromium). */
const STEPS_MAX = 1_000_000;
/** A page with more text than this is read in part: 1.2 to 1.8 s on a loaded machine (Chromium). UTF-16 units. */
const TEXT_MAX = 5_000_000;
const BLOCK_MAX = 12_000;
const SHADOWS_MAX = 200;
/** A block mostly of links and at least this long leads to other texts; a shorter one may be a credit with a link. */
const LINKS_MIN = 40;
const LINKS_SHARE = 0.75;
/** Less is a bullet or a dash. */
const TWO_LETTERS = /\S\s*\S/;

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite data dfn em font i img ins label mark nobr picture q s samp small source span ' +
    'strike strong sub sup time tt u var wbr ruby'
  ).split(' '),
);
const HEADING = /^h[1-6]$/;
/** Inside these, an element of the page's own making is a word or two in a sentence. */
const SENTENCE = /^(?:p|h[1-6]|a|span|em|strong|b|i|figcaption|dd|dt)$/;
const CAPTION = /(?:^|[\s_-])(?:caption|credit|copyright)(?:$|[\s_-])/i;

type Frame = {
  readonly block: boolean;
  readonly role: PassageRole;
  readonly link: Element | undefined;
  readonly inArticle: boolean;
  /** Inside the page's own headline, which is kept wherever it stands. */
  readonly title: boolean;
  /** Inside the article's container, or in the headline. */
  readonly wanted: boolean;
  readonly sentence: boolean;
  /** What elements without attributes mean in it, by name; only where no link is around. */
  readonly plain?: Map<string, Inner>;
};
type Inner = Frame | 'skip' | 'break';

/** Where a walk begins, and what the elements around it mean for the text in it. */
export type Place = {
  readonly root: Element;
  readonly scope: Element;
  /** The headline, where it stands before the scope: what is between them is the article's, too. */
  readonly opening: Element | undefined;
  readonly reach: Reach;
  readonly frame: Frame;
};

/** The page as a whole. @param scope the article's container; outside it only what its headline opens is kept */
export function wholeOf(root: Element, scope: Element, reach: Reach): Place {
  const frame = frameOf({ ...ROOT, wanted: reach === 'page' || scope === root });
  return { root, scope, opening: findOpening(root, scope), reach, frame };
}

/**
 * A part of a place that was walked before. `part` must be a block (`blockAround`), and no shadow tree around it.
 * @returns undefined where it is in something that is left out
 */
export function partOf(whole: Place, part: Element): Place | undefined {
  const path: Element[] = [];
  for (let element: Element | null = part; element !== whole.root; element = elementAround(element)) {
    if (element === null) return undefined;
    path.push(element);
  }
  let { frame } = whole;
  for (const element of path.reverse()) {
    const inner = enter(element, frame, whole.scope);
    if (inner === 'skip' || inner === 'break') return undefined;
    frame = inner;
  }
  const { opening, scope } = whole;
  const isOpen = opening !== undefined && isBefore(opening, part) && isBefore(part, scope) && !holds(part, scope);
  return { ...whole, root: part, frame: isOpen ? frameOf({ ...frame, wanted: true }) : frame };
}

/** The nearest element around, or the element itself, that begins and ends a block of text. */
export function blockAround(element: Element): Element {
  for (let block = element; ; ) {
    const outer = elementAround(block);
    if (outer === null || isBlock(block, outer)) return block;
    block = outer;
  }
}

/** Does the element begin and end a block of text where it stands in `outer`? */
export function isBlock(element: Element, outer: Element): boolean {
  return !isInline(nameOf(element), SENTENCE.test(nameOf(outer)));
}

function isInline(name: string, inSentence: boolean): boolean {
  return INLINE.has(name) || (inSentence && name.includes('-'));
}

/** Walks from the place's root in document order and yields each block as it ends, undefined where a caller may pause. */
export function* collect({ root, scope, opening, reach, frame: outermost }: Place): Generator<Block | undefined, Walk> {
  const walkers = [walk(root)];
  const frames: Frame[] = [outermost];
  const shadows: ShadowRoot[] = [];
  const gather = new Gatherer(reach);
  /** Between the headline and the article's container. */
  let isOpen = false;
  let length = 0;
  let node: Node = root;
  for (let steps = 1; ; steps++) {
    if (steps % STEPS_BETWEEN_PAUSES === 0) yield undefined;
    if (steps > STEPS_MAX || length > TEXT_MAX) {
      gather.cut();
      yield* gather.take();
      return { end: 'too-long', shadows };
    }
    const frame = frames[frames.length - 1] ?? ROOT;
    const walker = walkers[walkers.length - 1];
    if (!walker) return { end: 'lost', shadows };
    let next: Node | null = null;
    if (nodeTypeOf(node) === 3) {
      const text = dataOf(node as Text);
      const rest = TEXT_MAX - length;
      length += text.length;
      if (frame.wanted || isOpen) {
        const data = text.slice(0, rest);
        for (let from = 0; from < data.length; ) {
          from = gather.add(node as Text, data, from, frame);
          if (from === data.length) break;
          gather.cut();
          yield* gather.take();
        }
      }
      if (text.length > rest) continue;
    } else if (isElement(node)) {
      const inner = node === root ? frame : enter(node, frame, scope);
      if (inner === 'break') gather.lineBreak();
      else if (inner !== 'skip') {
        if (inner.block) gather.cut();
        if (node === opening) isOpen = true;
        else if (node === scope) isOpen = false;
        const shadow = shadows.length >= SHADOWS_MAX ? null : shadowOf(node);
        if (shadow) {
          shadows.push(shadow);
          const inside = walk(shadow);
          next = inside.firstChild();
          if (next) walkers.push(inside);
        }
        next ??= walker.firstChild();
        if (next && node !== root) frames.push(inner);
        else if (!next && inner.block) gather.cut();
      }
    }
    // Nothing below: go on to what follows, closing every element that ends here.
    while (!next) {
      const current = walkers[walkers.length - 1];
      if (!current) break;
      next = current.nextSibling();
      if (next) break;
      if (current.parentNode()) {
        if (frames.length > 1 && frames.pop()?.block) gather.cut();
      } else if (walkers.length > 1) {
        // A shadow tree is read; its host's own children (shown in its slots) follow.
        walkers.pop();
        next = walkers[walkers.length - 1]?.firstChild() ?? null;
        if (!next && frames.length > 1 && frames.pop()?.block) gather.cut();
      } else {
        gather.cut();
        yield* gather.take();
        return { end: frames.length === 1 && current.currentNode === root ? 'done' : 'lost', shadows };
      }
    }
    if (gather.hasBlock) yield* gather.take();
    if (!next) return { end: 'lost', shadows };
    node = next;
  }
}

const ROOT: Frame = {
  block: true,
  role: 'body',
  link: undefined,
  inArticle: false,
  title: false,
  wanted: false,
  sentence: false,
};

/** Frames without a link: a few dozen are enough for all pages. */
const known = new Map<PassageRole, Frame[]>();

function frameOf(frame: Frame): Frame {
  if (frame.link) return frame;
  const { block, role, inArticle, title, wanted, sentence } = frame;
  const ofRole = known.get(role) ?? [];
  known.set(role, ofRole);
  const key = +block | (+inArticle << 1) | (+title << 2) | (+wanted << 3) | (+sentence << 4);
  ofRole[key] ??= { ...frame, plain: new Map() };
  return ofRole[key];
}

function walk(root: Node): TreeWalker {
  return document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
}

/** More names than this are a page's own making. */
const NAMES_MAX = 200;

/** What an element means for the text in it. */
function enter(element: Element, outer: Frame, scope: Element): Inner {
  const name = nameOf(element);
  const { plain } = outer;
  if (!plain || element === scope || name === 'a' || BY_CONTENT.has(name) || !isBare(element)) {
    return enterNamed(element, name, outer, scope);
  }
  let inner = plain.get(name);
  if (inner === undefined) {
    inner = enterNamed(element, name, outer, scope);
    if (plain.size < NAMES_MAX) plain.set(name, inner);
  }
  return inner;
}

function enterNamed(element: Element, name: string, outer: Frame, scope: Element): Inner {
  if (name === 'br') return 'break';
  if (isSkipped(element, name, outer.inArticle ? 'in-article' : 'outside')) return 'skip';
  const marked = isBare(element) ? undefined : element;
  const title = outer.title || name === 'h1' || (marked && attribute(marked, 'itemprop') === 'headline') === true;
  return frameOf({
    block: !isInline(name, outer.sentence),
    role: roleOf(marked, name, title, outer.role),
    link: name === 'a' ? element : outer.link,
    inArticle: outer.inArticle || element === scope || name === 'article' || name === 'main',
    title,
    wanted: outer.wanted || element === scope || title,
    sentence: SENTENCE.test(name),
  });
}

function roleOf(marked: Element | undefined, name: string, title: boolean, outer: PassageRole): PassageRole {
  if (title || HEADING.test(name)) return 'headline';
  if (name === 'figure' || name === 'figcaption' || name === 'caption') return 'caption';
  if (name === 'blockquote' || name === 'table') return 'body';
  return marked && CAPTION.test(attribute(marked, 'class') ?? '') ? 'caption' : outer;
}

/** A line feed in the page's source is a space to its reader, and only a `<br>` ends a line. Keeps the length. */
export function asSpaces(data: string): string {
  return data.replace(/[\t\n\f\r]/g, ' ');
}

/** Joins text nodes into blocks. */
class Gatherer {
  private text = '';
  private pieces: Piece[] = [];
  private linked = 0;
  private role: PassageRole = 'body';
  private title = false;
  /** Where the last line break ended, as long as nothing but space followed. */
  private brokenAt = -1;
  private ready: Block[] = [];

  constructor(private readonly reach: Reach) {}

  /** Has a block ended that was not taken yet? */
  get hasBlock(): boolean {
    return this.ready.length > 0;
  }

  /** The blocks that have ended. A generator for each node of a page would cost more than the walk. */
  take(): readonly Block[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  /** @returns where the text goes on in another block, or its end */
  add(node: Text, data: string, from: number, frame: Frame): number {
    const end = this.text.length + data.length - from > BLOCK_MAX ? this.fitting(data, from) : data.length;
    if (end > from) this.append(node, data, from, end, frame);
    return end;
  }

  /** One `<br>` is a line feed, which the engine takes for the end of a line; two are a new paragraph. */
  lineBreak(): void {
    if (this.text === '') return;
    if (this.brokenAt >= 0 && this.text.slice(this.brokenAt).trim() === '') this.cut();
    else {
      this.text += '\n';
      this.brokenAt = this.text.length;
    }
  }

  /** Ends the block. */
  cut(): void {
    if (this.text === '') return;
    const { text, pieces, role } = this;
    const keep = this.isKept();
    this.text = '';
    this.pieces = [];
    this.linked = 0;
    this.brokenAt = -1;
    // A copy has no room to grow.
    if (keep) this.ready.push({ passage: { text, role }, pieces: pieces.slice() });
  }

  private append(node: Text, data: string, from: number, end: number, frame: Frame): void {
    if (this.text === '') {
      this.role = frame.role;
      this.title = frame.title;
    }
    const part = asSpaces(data.slice(from, end));
    const { link } = frame;
    const piece = { node, at: this.text.length, from, length: part.length };
    this.pieces.push(link ? { ...piece, link } : piece);
    if (link) this.linked += part.length;
    this.text += part;
  }

  private isKept(): boolean {
    if (!TWO_LETTERS.test(this.text)) return false;
    if (this.reach === 'page' || this.title || this.linked === 0) return true;
    const letters = this.text.trim().length;
    return letters < LINKS_MIN || this.linked < letters * LINKS_SHARE;
  }

  /** Where an over-long text may be cut: after a sentence, else between words. */
  private fitting(data: string, from: number): number {
    const end = Math.max(from + 1, from + BLOCK_MAX - this.text.length);
    if (end >= data.length) return data.length;
    const tail = data.slice(Math.max(from, end - 2000), end);
    const start = end - tail.length;
    const sentence = Math.max(tail.lastIndexOf('. '), tail.lastIndexOf('! '), tail.lastIndexOf('? '));
    if (sentence > 0) return start + sentence + 2;
    const space = tail.lastIndexOf(' ');
    return space > 0 ? start + space + 1 : end;
  }
}
