/**
 * Reads of the DOM that a page cannot forge. A `<form><input name="parentNode">` answers `form.parentNode` with the
 * input, also to a content script in Chromium; the getters of the prototypes are out of its reach.
 */

type Getter<T, V> = (of: T) => V;

/**
 * Looked for at the first use: an interface that nobody asks for is never made for our script, which costs most of
 * what a small script costs in a page that it has nothing to do with (0.04 to 0.2 ms each, cold).
 */
/* @__NO_SIDE_EFFECTS__ */
function getter<T extends object, V>(prototype: () => T, name: keyof T): Getter<T, V> {
  let get: ((this: T) => V) | undefined;
  return (of) => {
    get ??= found(prototype(), name) as (this: T) => V;
    return get.call(of);
  };
}

function found<T extends object>(prototype: T, name: keyof T): () => unknown {
  for (let owner: object | null = prototype; owner; owner = Object.getPrototypeOf(owner)) {
    const get = Object.getOwnPropertyDescriptor(owner, name)?.get;
    if (get) return get;
  }
  throw new Error(`no getter for ${String(name)}`);
}

export const nodeTypeOf = getter<Node, number>(() => Node.prototype, 'nodeType');
export const parentOf = getter<Node, Node | null>(() => Node.prototype, 'parentNode');
export const beforeOf = getter<Node, Node | null>(() => Node.prototype, 'previousSibling');
export const afterOf = getter<Node, Node | null>(() => Node.prototype, 'nextSibling');
const isInTree = getter<Node, boolean>(() => Node.prototype, 'isConnected');
const documentOf = getter<Node, Document | null>(() => Node.prototype, 'ownerDocument');
/** Is the node in this page? What another document has adopted is connected, too, but there. */
export const isConnected = (node: Node): boolean => isInTree(node) && documentOf(node) === document;
export const nameOf = getter<Element, string>(() => Element.prototype, 'localName');
/** The open shadow root of an element; closed ones stay closed to us. */
export const shadowOf = getter<Element, ShadowRoot | null>(() => Element.prototype, 'shadowRoot');
export const dataOf = getter<CharacterData, string>(() => CharacterData.prototype, 'data');
export const lengthOf = getter<CharacterData, number>(() => CharacterData.prototype, 'length');
export const scrollLeftOf = getter<Element, number>(() => Element.prototype, 'scrollLeft');
export const scrollTopOf = getter<Element, number>(() => Element.prototype, 'scrollTop');
export const textOf = getter<Element, string>(() => Element.prototype, 'textContent');

export const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
/** Has it no attribute at all? One question instead of one for each attribute that would matter. */
export const isBare = (element: Element): boolean => !Element.prototype.hasAttributes.call(element);
/** The first descendant that fits. */
export const within = (element: Element, selector: string): Element | null =>
  Element.prototype.querySelector.call(element, selector);
/** The first element of a document that fits. */
export const firstIn = (doc: Document, selector: string): Element | null =>
  Document.prototype.querySelector.call(doc, selector);
/** `XPathResult.BOOLEAN_TYPE`. */
const BOOLEAN = 3;
/** Is it so in the document? XPath, answered by the browser alone: no element is made for our script. */
export const isTrue = (doc: Document, xpath: string): boolean =>
  Document.prototype.evaluate.call(doc, xpath, doc, null, BOOLEAN).booleanValue;
/** Elements of a document; the browser keeps this number. */
export const sizeOf = (doc: Document): number => Document.prototype.getElementsByTagName.call(doc, '*').length;
/** All descendants that fit. */
export const all = (element: Element, selector: string): Element[] => [
  ...Element.prototype.querySelectorAll.call(element, selector),
];
/** The nearest ancestor that fits, the element itself included. */
export const around = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
/** The document or the shadow root that a node is in. */
export const treeOf = (node: Node): Node => Node.prototype.getRootNode.call(node);
export const holds = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);
/** Does the first stand before the second in document order? */
export const isBefore = (first: Node, second: Node): boolean =>
  (Node.prototype.compareDocumentPosition.call(second, first) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;

export const isElement = (node: Node): node is Element => nodeTypeOf(node) === 1;
export const isText = (node: Node): node is Text => nodeTypeOf(node) === 3;

const hrefOf = getter<HTMLAnchorElement, string>(() => HTMLAnchorElement.prototype, 'href');
const srcOf = getter<HTMLIFrameElement, string>(() => HTMLIFrameElement.prototype, 'src');
/** Where a link leads or a frame comes from, as the browser resolves it; empty for anything else. */
export function addressOf(element: Element): string {
  if (element instanceof HTMLAnchorElement) return hrefOf(element);
  return element instanceof HTMLIFrameElement ? srcOf(element) : '';
}

/** The element that a node is in; across a shadow root, its host. */
export function elementAround(node: Node): Element | null {
  const parent = parentOf(node);
  if (parent === null) return null;
  if (isElement(parent)) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}

const activeIn = getter<ShadowRoot, Element | null>(() => ShadowRoot.prototype, 'activeElement');
/** What has the focus, also inside open shadow trees. */
export function focusedIn(tree: Document): Element | null {
  let focused = tree.activeElement;
  for (let root = focused && shadowOf(focused); root; root = focused && shadowOf(focused)) {
    const inner = activeIn(root);
    if (!inner) break;
    focused = inner;
  }
  return focused;
}
