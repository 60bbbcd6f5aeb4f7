/** The running text of a tree, block by block, each with its way back to the text nodes. */
import type { PassageRole, Span } from '../engine/types';

/** Where a stretch of text comes from, in the tree that offsets are told in. */
export type Origin = {
  /** Undefined: that tree has no such node. */
  readonly node: Text | undefined;
  /** UTF-16 offset in the node's text. */
  readonly from: number;
};

/** A stretch of text that comes from one text node, and its offset in the block's raw text. */
type Piece = Origin & { readonly at: number };

/** Two places in text nodes, UTF-16, half-open. */
export type NodeSpan = {
  readonly first: { readonly node: Text; readonly offset: number };
  readonly last: { readonly node: Text; readonly offset: number };
};

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const NOT_ARTICLE = list(
  'head script style noscript template svg math nav footer aside form button select textarea iframe',
);
const INLINE = list(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr',
);
const ROLES: ReadonlyMap<string, PassageRole> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'headline'] as const),
  ['figcaption', 'caption'],
  ['caption', 'caption'],
]);
const BLANKS = /[ \t\n\r\f]+/gu;

/** Text between two block boundaries: as the nodes have it, and as it is read, with single blanks. */
export class Block {
  private readonly pieces: Piece[] = [];
  private raw = '';
  private finished: string | undefined;

  constructor(public role: PassageRole) {}

  add(origin: Origin, text: string): void {
    this.pieces.push({ ...origin, at: this.raw.length });
    this.raw += text;
    this.finished = undefined;
  }

  get text(): string {
    this.finished ??= squeeze(this.raw);
    return this.finished;
  }

  /** Where the span (into `text`) lies in the text nodes; undefined where it lies in none. */
  locate(span: Span): NodeSpan | undefined {
    const units = rawUnits(this.raw);
    const first = this.placeOf(units[span.start]);
    const last = this.placeOf(units[span.end - 1]);
    return first && last && { first, last: { node: last.node, offset: last.offset + 1 } };
  }

  private placeOf(raw: number | undefined): NodeSpan['first'] | undefined {
    if (raw === undefined) return undefined;
    const piece = this.pieces.findLast(({ at }) => at <= raw);
    return piece?.node && { node: piece.node, offset: piece.from + raw - piece.at };
  }
}

/** Text on one line, with single blanks, as a browser shows it. */
export function squeeze(text: string): string {
  return text.replace(BLANKS, ' ').trim();
}

/** For each unit of the squeezed text the unit of the raw one that it is. */
function rawUnits(raw: string): number[] {
  const units: number[] = [];
  let at = 0;
  for (const { index, 0: blanks } of raw.matchAll(BLANKS)) {
    for (; at < index; at += 1) units.push(at);
    units.push(at);
    at += blanks.length;
  }
  for (; at < raw.length; at += 1) units.push(at);
  const spaced = raw.replace(BLANKS, ' ');
  return units.slice(spaced.length - spaced.trimStart().length);
}

/**
 * Blocks in reading order. A loop, for pages are nested deeper than a stack is.
 * @param originOf where a text of this tree comes from
 */
export function blocksOf(root: Node, originOf: (text: Text) => Origin): Block[] {
  const blocks: Block[] = [];
  /** The elements that are open, each with the role of the text in it: a paragraph of a caption is caption. */
  const open: { readonly node: Node; readonly role: PassageRole }[] = [];
  let block = new Block('body');
  const close = (): void => {
    block.role = open.at(-1)?.role ?? 'body';
    if (block.text !== '') blocks.push(block);
    block = new Block('body');
  };
  let node: Node | null = root;
  while (node) {
    if (node.nodeType === TEXT_NODE) block.add(originOf(node as Text), node.nodeValue ?? '');
    if (isBlock(node)) close();
    const child: Node | null = isArticle(node) ? node.firstChild : null;
    if (child) {
      open.push({ node, role: ROLES.get(nameOf(node)) ?? open.at(-1)?.role ?? 'body' });
      node = child;
      continue;
    }
    let next: Node | null = node === root ? null : node.nextSibling;
    for (let parent = open.at(-1); !next && parent; parent = open.at(-1)) {
      if (isBlock(parent.node)) close();
      open.pop();
      next = parent.node === root ? null : parent.node.nextSibling;
    }
    node = next;
  }
  close();
  return blocks;
}

function nameOf(node: Node): string {
  return node.nodeName.toLowerCase();
}

function isBlock(node: Node): boolean {
  return node.nodeType === ELEMENT_NODE && !INLINE.has(nameOf(node));
}

function isArticle(node: Node): boolean {
  if (node.nodeType !== ELEMENT_NODE || NOT_ARTICLE.has(nameOf(node))) return false;
  const element = node as Element;
  return !element.hasAttribute('hidden') && element.getAttribute('aria-hidden') !== 'true';
}
