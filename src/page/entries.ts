/** The blocks of a page with what was found in them: a list in document order, and how it follows the page's changes. */
import type { Voice } from '../engine/types';
import type { Block } from './collect';
import { isConnected } from './dom';
import { blockOf, type Gist, gistOf, isText, roleOf } from './gist';
import type { Mark } from './ledger';

/** Someone's words, and how long they are in UTF-16 units. */
export type Weighed = Pick<Voice, 'kremlin'> & { readonly weight: number };

/** A part with more text nodes than this is read with the page as a whole. */
const NODES_MAX = 20_000;

export type Entry = {
  readonly block: Block | Gist;
  /** The text node that it begins in. */
  readonly anchor: Node;
  /** Of its text, in UTF-16 units. */
  readonly length: number;
  /** Of a fresh entry those of the block that stood here before: a mark that comes again keeps its id. */
  readonly marks: readonly Mark[];
  readonly voices: readonly Weighed[];
  readonly words: number;
  /** Not judged yet, or to be judged anew. */
  readonly isFresh: boolean;
};

/** With its text. */
export type WholeEntry = Entry & { readonly block: Block };

export const wholeOf = (entry: Entry): WholeEntry => ({ ...entry, block: blockOf(entry.block) });

/** Without its text, where nothing was found in it. */
export function lightOf(entry: WholeEntry): Entry {
  return entry.marks.length > 0 ? entry : { ...entry, block: gistOf(entry.block) };
}

/** One for all: most blocks of a page hold nothing. */
export const NONE: readonly never[] = [];

/**
 * Blocks as entries: as they were known where nothing has changed, fresh where something has.
 * @param known the entry of a block that began with this text node
 */
export function match(blocks: readonly Block[], known: (node: Node) => Entry | undefined): Entry[] {
  return blocks.map((block) => {
    const key = keyOf(block);
    const before = key && known(key);
    if (before && isSame(before.block, block)) return before;
    const { text } = block.passage;
    return {
      block,
      anchor: (block.pieces[0] as Block['pieces'][number]).node,
      length: text.length,
      marks: before?.marks ?? NONE,
      voices: NONE,
      words: countWords(text),
      isFresh: true,
    };
  });
}

/**
 * What stands after another block than before is to be judged anew: a pronoun in it may have meant someone in what is
 * gone, or mean someone in what came.
 * @param before the list as it was judged
 */
export function renewed(list: readonly Entry[], before: readonly Entry[]): Entry[] {
  const same = Math.min(list.length, before.length);
  const isSameAt = (i: number, shift: number) => list[i]?.anchor === before[i + shift]?.anchor;
  let start = 0;
  while (start < same && isSameAt(start, 0)) start++;
  const shift = before.length - list.length;
  let end = list.length;
  while (end > start && end + shift > start && isSameAt(end - 1, shift)) end--;
  const previous = new Map<Node, Node | undefined>();
  for (let i = start; i <= end + shift; i++) {
    const entry = before[i];
    if (entry) previous.set(entry.anchor, before[i - 1]?.anchor);
  }
  return list.map((entry, i) => {
    if (i < start || i > end) return entry;
    const isKnown = previous.has(entry.anchor) && previous.get(entry.anchor) === list[i - 1]?.anchor;
    return isKnown ? entry : asFresh(entry);
  });
}

/** A part of the page as it was read just now. */
export type Part = { readonly element: Element; readonly entries: readonly Entry[] };

/**
 * Puts the entries of each part in the place of all that the list has inside it.
 * @param list in document order, none of it in a shadow tree
 * @param isThinned has anything been taken out of the page since the list was made?
 * @returns undefined where the page has changed so much meanwhile that the order is lost
 */
export function splice(
  list: readonly Entry[],
  parts: readonly Part[],
  isThinned: boolean,
): readonly Entry[] | undefined {
  // By their text nodes, as what was moved into a part stands elsewhere in the list.
  const inside = new Set<Node>();
  for (const { element } of parts) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      inside.add(node);
      if (inside.size > NODES_MAX) return undefined;
    }
  }
  let rest = list.filter(({ anchor }) => !inside.has(anchor) && (!isThinned || isConnected(anchor)));
  for (const { element, entries } of parts) {
    if (!isConnected(element)) continue;
    const at = firstAfter(rest, element);
    const [last, next] = [rest[at - 1], rest[at]];
    if ((last && isAfter(last, element)) || (next && !isAfter(next, element))) return undefined;
    rest = rest.toSpliced(at, 0, ...entries);
  }
  return rest;
}

export function asFresh(entry: Entry): Entry {
  return entry.isFresh ? entry : { ...entry, isFresh: true };
}

const isAfter = (entry: Entry, part: Element): boolean =>
  (Node.prototype.compareDocumentPosition.call(part, entry.anchor) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Index of the first entry that follows the part. */
function firstAfter(list: readonly Entry[], part: Element): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(list[middle] as Entry, part)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A block is known again by its first text node; the later parts of one that was cut in an endless node are not. */
export function keyOf({ pieces: [first] }: Pick<Block, 'pieces'>): Node | undefined {
  return first?.from === 0 ? first.node : undefined;
}

function isSame(a: Block | Gist, b: Block): boolean {
  return (
    isText(a, b.passage.text) &&
    roleOf(a) === b.passage.role &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every(
      (piece, i) =>
        piece.node === b.pieces[i]?.node && piece.at === b.pieces[i]?.at && piece.link === b.pieces[i]?.link,
    )
  );
}

/** Words as a reader counts them: what stands between white space. */
function countWords(text: string): number {
  let count = 0;
  let isInside = false;
  for (let i = 0; i < text.length; i++) {
    const isSpace = text.charCodeAt(i) <= 32 || text.charCodeAt(i) === 0xa0;
    if (!isSpace && !isInside) count++;
    isInside = !isSpace;
  }
  return count;
}
