import { Readability } from '@mozilla/readability';
import type { Span } from '../engine/types';
import { Block, blocksOf, type NodeSpan, type Origin, squeeze } from './blocks';
import { Lines } from './lines';
import { elementAround, Page, textsOf } from './page';
import { knownLang, type Placed, passage } from './passages';

/** Where words stand in the page: offsets are UTF-16, half-open, into the element's `textContent`. */
export type ElementPlace = {
  /** Finds the innermost element with all the words, in the page as it was saved. */
  readonly selector: string;
  readonly start: number;
  readonly end: number;
  /** In the source, from 1; absent where the source has the words in another spelling. */
  readonly line?: number;
  /** In UTF-16 units of that line, from 1. */
  readonly column?: number;
};

/** The article of a page as plain text: its passages joined by an empty line, and where each of them starts. */
export type Article = {
  readonly text: string;
  readonly placed: readonly Placed[];
  /** The place of a span of `text` in the page; undefined for a headline that stands in no element. */
  placeOf(span: Span): ElementPlace | undefined;
};

/** Readability's time grows with the cube of the depth (1,000 levels: 8 s); news pages stay below 60 levels. */
const READABLE_DEPTH = 200;
const BETWEEN = '\n\n';
/** Readability counts these as text like any other, and as no kind of markup that it weighs. */
const LABEL = 'data';
const UNLABELLED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'SELECT', 'OPTION']);

/** Finds the article of a page: its headline, then its paragraphs without menus, boxes and forms. */
export function htmlArticle(html: string): Article {
  const page = new Page(html);
  const { document } = page;
  const lang = knownLang(document.documentElement.getAttribute('lang') ?? undefined);
  const headings = [...document.querySelectorAll('h1')].map(headlineOf).filter(({ text }) => text !== '');
  const readable = readArticle(page);
  const title = headings.length === 1 ? headings[0] : (titleOf(page, readable?.title ?? '') ?? headings[0]);
  const found = readable?.blocks ?? [];
  const all = found.length > 0 ? found : blocksOf(document.documentElement, (node) => ({ node, from: 0 }));
  const body = all.filter(({ text }) => text !== title?.text);
  const blocks = title ? [title, ...body] : body;
  const placed: (Placed & { readonly base: number })[] = [];
  let text = '';
  for (const block of blocks) {
    if (text !== '') text += BETWEEN;
    placed.push({ passage: passage(block.text, block.role, lang), base: text.length });
    text += block.text;
  }
  const places = new Places(page);
  const placeOf = (span: Span): ElementPlace | undefined => {
    const index = placed.findLastIndex(({ base }) => base <= span.start);
    const base = placed[index]?.base ?? 0;
    const nodes = blocks[index]?.locate({ start: span.start - base, end: span.end - base });
    return nodes && places.of(nodes);
  };
  return { text, placed, placeOf };
}

function headlineOf(h1: Element): Block {
  const block = new Block('headline');
  for (const node of textsOf(h1)) block.add({ node, from: 0 }, node.data);
  return block;
}

/** The title as Readability has it: often a part of the page's `<title>`, without the site's name. */
function titleOf(page: Page, title: string): Block | undefined {
  const words = squeeze(title);
  if (words === '') return undefined;
  const block = new Block('headline');
  const node = page.document.querySelector('head > title')?.firstChild as Text | null | undefined;
  const from = node ? node.data.indexOf(words) : -1;
  block.add({ node: from === -1 ? undefined : (node ?? undefined), from }, words);
  return block;
}

/** Readability rebuilds the document that it reads, so it gets a copy in which each text bears its number. */
function readArticle({ document }: Page): { readonly title: string; readonly blocks: Block[] } | undefined {
  if (isDeeper(document.documentElement, READABLE_DEPTH)) return undefined;
  const texts = [...textsOf(document.documentElement)];
  const copy = document.cloneNode(true) as Document;
  for (const [number, text] of [...textsOf(copy.documentElement)].entries()) {
    const parent = text.parentElement;
    if (text.data.trim() === '' || !parent || UNLABELLED.has(parent.tagName) || parent.closest('head')) continue;
    const label = copy.createElement(LABEL);
    label.setAttribute('number', String(number));
    parent.replaceChild(label, text);
    label.appendChild(text);
  }
  const read = new Readability<Node>(copy, { serializer: (node) => node }).parse();
  if (!read?.content) return undefined;
  // Readability may write its document out and parse it anew, which cuts a text at its entities.
  const starts = new Map<Node, number>();
  const originOf = (text: Text): Origin => {
    const node = texts[Number(text.parentElement?.getAttribute('number') ?? -1)];
    let from = 0;
    for (let at = text.previousSibling; at; at = at.previousSibling) {
      from += at.nodeValue?.length ?? 0;
      const start = starts.get(at);
      if (start === undefined) continue;
      from += start;
      break;
    }
    starts.set(text, from);
    return { node, from };
  };
  return { title: read.title ?? '', blocks: blocksOf(read.content, originOf) };
}

function isDeeper(root: Node, limit: number): boolean {
  let depth = 0;
  let node: Node | null = root;
  while (node) {
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      if (depth > limit) return true;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  return false;
}

/** Places in one page: from text nodes to an element, and to the line of the source. */
class Places {
  private lines: Lines | undefined;

  constructor(private readonly page: Page) {}

  of({ first, last }: NodeSpan): ElementPlace | undefined {
    const element = elementAround(first.node, last.node);
    if (!element) return undefined;
    let before = 0;
    let start = 0;
    let end = 0;
    for (const text of textsOf(element)) {
      if (text === first.node) start = before + first.offset;
      if (text === last.node) {
        end = before + last.offset;
        break;
      }
      before += text.data.length;
    }
    return { selector: this.page.selectorOf(element), start, end, ...this.inSource(first) };
  }

  /** The source may spell a text otherwise (`&nbsp;`), so the first word is looked for, as often as it comes before. */
  private inSource({ node, offset }: NodeSpan['first']): Pick<ElementPlace, 'line' | 'column'> {
    const place = this.page.placeOf(node);
    if (!place) return {};
    const word = /^\S+/u.exec(node.data.slice(offset))?.[0] ?? '';
    const written = this.page.source.slice(place.start, place.end);
    let at = written.indexOf(word);
    for (let seen = node.data.indexOf(word); seen < offset && at !== -1; seen = node.data.indexOf(word, seen + 1)) {
      at = written.indexOf(word, at + 1);
    }
    if (at === -1) return {};
    this.lines ??= new Lines(this.page.source);
    return this.lines.placeOf(place.start + at);
  }
}
