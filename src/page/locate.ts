/** From a span in a passage to a place in the page, and back. */
import type { Span } from '../engine/types';
import { asSpaces, type Block, type Piece } from './collect';
import { boxOf, dataOf, elementAround, isConnected, scrollLeftOf, scrollTopOf } from './dom';

/**
 * The span's place as a `StaticRange`: a live `Range` slows every later edit of the page a hundredfold.
 * @returns undefined where the page has changed since the block was read
 */
export function locate(block: Block, span: Span): StaticRange | undefined {
  const ends = endsOf(block, span);
  return ends && new StaticRange(ends);
}

/** A live range for one measurement or one scroll; drop it at once. */
export function measure(block: Block, span: Span): Range | undefined {
  const ends = endsOf(block, span);
  if (!ends) return undefined;
  const range = document.createRange();
  range.setStart(ends.startContainer, ends.startOffset);
  range.setEnd(ends.endContainer, ends.endOffset);
  return range;
}

/** Is the span painted anywhere a reader could see: not in a closed accordion, moved off the page or without colour? */
export function isSeen(block: Block, span: Span): boolean {
  const range = measure(block, span);
  const element = range && elementAround(range.startContainer);
  if (!range || !element || !isVisible(element)) return false;
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  if (lines.some(({ right, bottom }) => right > 0 && bottom > 0)) return true;
  const [left, top] = scrolled(element);
  return lines.some(({ right, bottom }) => right + left > 0 && bottom + top > 0);
}

/** How far all that the element is in has been scrolled: the window and boxes within it. Pixels. */
function scrolled(start: Element): [left: number, top: number] {
  let [left, top] = [0, 0];
  for (let element: Element | null = start; element; element = elementAround(element)) {
    left += scrollLeftOf(element);
    top += scrollTopOf(element);
  }
  return [left, top];
}

function isVisible(element: Element): boolean {
  const shows = { visibilityProperty: true, opacityProperty: true };
  if (!Element.prototype.checkVisibility.call(element, shows)) return false;
  return getComputedStyle(element).contentVisibility !== 'hidden' && !isClipped(element);
}

/** A box of less is as good as none: text for screen readers, a folded part of the page. Pixels. */
const BOX_MIN = 1;

/** Does a box around it leave no room for it? */
function isClipped(start: Element): boolean {
  for (let element: Element | null = start; element && element !== document.body; element = elementAround(element)) {
    const { width, height } = boxOf(element);
    if ((width <= BOX_MIN || height <= BOX_MIN) && getComputedStyle(element).overflow !== 'visible') return true;
  }
  return false;
}

type Ends = { startContainer: Text; startOffset: number; endContainer: Text; endOffset: number };

function endsOf({ pieces, passage }: Block, span: Span): Ends | undefined {
  // A span may begin or end at a line break, which has no node: the nearest text inside it is taken.
  const first = pieces.find((piece) => piece.at + piece.length > span.start);
  const last = pieces.findLast((piece) => piece.at < span.end);
  if (!first || !last || !holds(first, passage.text)) return undefined;
  if (first !== last && !holds(last, passage.text)) return undefined;
  return {
    startContainer: first.node,
    startOffset: first.from + Math.max(0, span.start - first.at),
    endContainer: last.node,
    endOffset: last.from + Math.min(last.length, span.end - last.at),
  };
}

/** Does the node still say what it said when it was read? */
function holds({ node, at, from, length }: Piece, text: string): boolean {
  if (!isConnected(node)) return false;
  const said = dataOf(node).slice(from, from + length);
  return said.length === length && (text.startsWith(said, at) || text.startsWith(asSpaces(said), at));
}
