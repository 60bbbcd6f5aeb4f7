/** A saved page as a tree. It is parsed as the HTML standard has it, so that a selector means the same in a browser. */
import { parseHTML } from 'linkedom';
import { type DefaultTreeAdapterTypes, html, parse } from 'parse5';

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const SIMPLE = /^[A-Za-z][\w-]*$/u;
/** What parse5 calls each node that is kept; comments and the document type are not. */
type Parsed = DefaultTreeAdapterTypes.ChildNode;

/** A document, where its texts stand in the source, and how to name its elements. */
export class Page {
  readonly document: Document;
  /** Offset (UTF-16, half-open) in the source of each text node that the source has. */
  private readonly places = new Map<Node, { readonly start: number; readonly end: number }>();
  private readonly ids = new Map<string, number>();

  constructor(readonly source: string) {
    this.document = parseHTML('<html></html>').document;
    const root = parse(source, { sourceCodeLocationInfo: true }).childNodes.find(({ nodeName }) => nodeName === 'html');
    this.document.documentElement.remove();
    if (root) this.grow(root);
  }

  /** Where in the source the text of this node lies. */
  placeOf(text: Node): { readonly start: number; readonly end: number } | undefined {
    return this.places.get(text);
  }

  /** A CSS selector of this element alone, from the nearest ancestor with an id of its own. */
  selectorOf(element: Element): string {
    const steps: string[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) {
      const id = at.getAttribute('id') ?? '';
      if (SIMPLE.test(id) && this.ids.get(id) === 1) return [`#${id}`, ...steps].join(' > ');
      steps.unshift(stepTo(at));
    }
    return steps.join(' > ');
  }

  /** Copies the tree that parse5 built. A loop, for pages are nested deeper than a stack is. */
  private grow(root: Parsed): void {
    const waiting: { readonly from: Parsed; readonly into: Node }[] = [{ from: root, into: this.document }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { from, into } = next;
      const made = this.make(from);
      if (!made) continue;
      into.appendChild(made);
      if (!('childNodes' in from)) continue;
      for (const child of from.childNodes.toReversed()) waiting.push({ from: child, into: made });
    }
  }

  private make(from: Parsed): Node | undefined {
    if (from.nodeName === '#text' && 'value' in from) {
      const text = this.document.createTextNode(from.value);
      const at = from.sourceCodeLocation;
      if (at) this.places.set(text, { start: at.startOffset, end: at.endOffset });
      return text;
    }
    if (!('tagName' in from)) return undefined;
    const isHtml = from.namespaceURI === html.NS.HTML;
    const element = isHtml
      ? this.document.createElement(from.tagName)
      : this.document.createElementNS(from.namespaceURI, from.tagName);
    for (const { name, value } of from.attrs) {
      element.setAttribute(name, value);
      if (name === 'id') this.ids.set(value, (this.ids.get(value) ?? 0) + 1);
    }
    return element;
  }
}

/** The element among its siblings. Names such as `o:p` would need escapes, so they are counted with all others. */
function stepTo(element: Element): string {
  const name = element.localName;
  const isSimple = SIMPLE.test(name);
  let place = 1;
  let isAlone = true;
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling) {
    if (!isSimple || at.localName === name) place += 1;
  }
  for (let at = element.nextElementSibling; at && isAlone; at = at.nextElementSibling) {
    isAlone = isSimple && at.localName !== name;
  }
  if (!isSimple) return `:nth-child(${place})`;
  return place === 1 && isAlone ? name : `${name}:nth-of-type(${place})`;
}

/** The text nodes under a node in reading order. */
export function* textsOf(root: Node): Generator<Text> {
  let node: Node | null = root;
  while (node) {
    if (node.nodeType === TEXT_NODE) yield node as Text;
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    node = node === root ? null : (node?.nextSibling ?? null);
  }
}

/** The innermost element that holds both nodes. */
export function elementAround(first: Node, last: Node): Element | undefined {
  const above = new Set<Node>();
  for (let at: Node | null = first; at; at = at.parentNode) above.add(at);
  let at: Node | null = last;
  while (at && !(at.nodeType === ELEMENT_NODE && above.has(at))) at = at.parentNode;
  return (at as Element | null) ?? undefined;
}
