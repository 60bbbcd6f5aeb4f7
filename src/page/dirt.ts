/** What of the page has changed since it was last looked at: the smallest parts that have to be read anew. */
import { blockAround, isBlock } from './collect';
import {
  afterOf,
  beforeOf,
  around as closest,
  dataOf,
  elementAround,
  holds,
  isConnected,
  isElement,
  isText,
  nameOf,
  shadowOf,
  textOf,
  treeOf,
} from './dom';
import { isUnseen } from './skip';

/** Changes inside these are no change of the article: what is beside it, and what is being written. */
const BESIDE =
  'nav, aside, footer, script, style, svg, canvas, video, button, [aria-hidden="true"], [role="timer"], ' +
  'textarea, [role="textbox"], [contenteditable]:not([contenteditable="false"]), ' +
  '.CodeMirror, .cm-editor, .monaco-editor, .ace_editor';
const WORDLESS = new Set(
  'script style link meta iframe img picture source video audio svg canvas noscript template'.split(' '),
);
/** One line break does not end a block, two do. */
const NO_BORDER = new Set([...WORDLESS, 'br']);
/** More changed parts than this are a changed page. */
const PARTS_MAX = 64;

/** Parts of a page that changed. */
export type Changed = { readonly parts: readonly Element[]; readonly thinned: boolean };

export class Dirt {
  private parts = new Set<Element>();
  private isWhole = false;
  private isGone = false;
  private isThinned = false;
  /** Pages change the same places again and again. */
  private readonly beside = new Map<Element, boolean>();

  /** Is there anything to look at? */
  get isClean(): boolean {
    return !this.isWhole && !this.isGone && this.parts.size === 0;
  }

  /** Takes one record in; cheap, as pages can change thousands of times a second. */
  add(record: MutationRecord): void {
    if (record.removedNodes.length > 0) this.isThinned = true;
    if (this.isWhole) return;
    const { target } = record;
    // `document.open` puts another root in place of the one that was read.
    if (target === document) {
      if ([...record.addedNodes].includes(document.documentElement)) this.isWhole = true;
      return;
    }
    if (target === document.documentElement) {
      // The card itself is put beside body, and a page's head holds no text.
      if ([...record.addedNodes].includes(document.body)) this.isWhole = true;
      return;
    }
    const element = isElement(target) ? target : elementAround(target);
    const tree = treeOf(target);
    if (tree !== document) {
      // Shadow trees are read with the page as a whole; what hangs in no tree was told of when it was taken out.
      if (tree instanceof ShadowRoot && isConnected(tree)) this.isWhole = true;
      return;
    }
    // An element that has just been hidden is not beside the article for that.
    const around = record.type === 'attributes' && element ? elementAround(element) : element;
    if (!element || !around || !document.body || !holds(document.body, element) || this.isBeside(around)) return;
    if (record.type === 'childList') this.addChildren(record, element);
    // What is hidden does not end the line that it stands in.
    else this.put(around);
  }

  /**
   * What is to be read anew, and is no more to be told of. @returns `whole` where that is the page; else the parts, none
   * inside another, each of them a block and in the document. Text that is gone needs no part; `thinned` says that there
   * may be such, wherever it was.
   */
  take(): Changed & { readonly whole: boolean } {
    const { isWhole, isThinned, parts } = this;
    this.parts = new Set();
    this.isWhole = false;
    this.isGone = false;
    this.isThinned = false;
    this.beside.clear();
    const blocks = new Set([...parts].filter(isConnected).map(blockAround));
    return { whole: isWhole, thinned: isThinned, parts: [...blocks].filter((block) => !isInAnother(block, blocks)) };
  }

  private addChildren(record: MutationRecord, parent: Element): void {
    const added = [...record.addedNodes].filter(isSeen);
    const isLost = [...record.removedNodes].some(isSeen);
    if (added.length === 0 && !isLost) return;
    const isApart =
      endsLine(record.previousSibling, parent, beforeOf) &&
      endsLine(record.nextSibling, parent, afterOf) &&
      [...record.addedNodes, ...record.removedNodes].every((node) => !isSeen(node) || isBlockIn(node, parent));
    // Between two blocks a block comes or goes without a change to what is around it.
    if (!isApart) this.put(parent);
    else for (const node of added) if (isElement(node)) this.put(node);
    this.isGone ||= isLost;
  }

  private isBeside(element: Element): boolean {
    let answer = this.beside.get(element);
    if (answer === undefined) {
      answer = closest(element, BESIDE) !== null;
      this.beside.set(element, answer);
    }
    return answer;
  }

  private put(part: Element): void {
    this.parts.add(part);
    if (this.parts.size > PARTS_MAX) {
      this.isWhole = true;
      this.parts.clear();
    }
  }
}

/** Steps over what shows no words. */
const REACH = 8;

/** Does no line of text go on from here in this direction? */
function endsLine(from: Node | null, parent: Element, next: (node: Node) => Node | null): boolean {
  let node = from;
  for (let step = 0; node && step < REACH; step++) {
    if (isBlockIn(node, parent)) return true;
    if (isSeen(node)) return false;
    node = next(node);
  }
  return node === null;
}

function isBlockIn(node: Node, parent: Element): boolean {
  return isElement(node) && !NO_BORDER.has(nameOf(node)) && isBlock(node, parent) && !isUnseen(node);
}

/** A word, or the end of a line. */
function isSeen(node: Node): boolean {
  return hasWords(node) || (isElement(node) && nameOf(node) === 'br');
}

function hasWords(node: Node): boolean {
  if (isText(node)) return /\S/.test(dataOf(node));
  return isElement(node) && !WORDLESS.has(nameOf(node)) && (/\S/.test(textOf(node)) || holdsShadow(node));
}

/** Elements without a text that are asked for a shadow tree. */
const HOSTS_MAX = 1000;

/** Is there an open shadow tree in it? Its words are not the element's. */
function holdsShadow(element: Element): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT);
  let node: Node | null = element;
  for (let i = 0; node && i < HOSTS_MAX; i++, node = walker.nextNode()) if (shadowOf(node as Element)) return true;
  return false;
}

function isInAnother(block: Element, blocks: ReadonlySet<Element>): boolean {
  for (let outer = elementAround(block); outer; outer = elementAround(outer)) if (blocks.has(outer)) return true;
  return false;
}
