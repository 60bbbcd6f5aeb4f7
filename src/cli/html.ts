import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Lang, PassageRole } from '../engine/types';
import { knownLang, type Placed, passage } from './passages';

/** The article of a page as plain text: its passages joined by an empty line, and where each of them starts. */
export type Article = { readonly text: string; readonly placed: readonly Placed[] };

type Block = { readonly text: string; readonly role: PassageRole };

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
/** Readability's time grows with the cube of the depth (1,000 levels: 8 s); news pages stay below 60 levels. */
const READABLE_DEPTH = 200;
const BETWEEN = '\n\n';
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

/** Finds the article of a page: its headline, then its paragraphs without menus, boxes and forms. */
export function htmlArticle(html: string): Article {
  const whole = /<html[\s>]/iu.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  const lang = knownLang(document.documentElement.getAttribute('lang') ?? undefined);
  const headings = [...document.querySelectorAll('h1')].map((h1) => squeeze(h1.textContent ?? '')).filter(Boolean);
  // Taken before Readability runs: it empties the document that it reads.
  const everything = blocksOf(document.documentElement);
  const readable = readArticle(document);
  const title = headings.length === 1 ? headings[0] : squeeze(readable?.title ?? '') || headings[0];
  const found = readable?.content ? blocksOf(readable.content) : [];
  const body = (found.length > 0 ? found : everything).filter((block) => block.text !== title);
  return join(title ? [{ text: title, role: 'headline' }, ...body] : body, lang);
}

function readArticle(document: Document): ReturnType<Readability<Node>['parse']> | undefined {
  if (isDeeper(document.documentElement, READABLE_DEPTH)) return undefined;
  return new Readability(document, { serializer: (node) => node }).parse();
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

function join(blocks: readonly Block[], lang: Lang | undefined): Article {
  let text = '';
  const placed = blocks.map((block) => {
    if (text !== '') text += BETWEEN;
    const base = text.length;
    text += block.text;
    return { passage: passage(block.text, block.role, lang), base };
  });
  return { text, placed };
}

/** Text between block boundaries, in reading order. A loop, for pages are nested deeper than a stack is. */
function blocksOf(root: Node): Block[] {
  const blocks: Block[] = [];
  /** The elements that are open, each with the role of the text in it: a paragraph of a caption is caption. */
  const open: { readonly node: Node; readonly role: PassageRole }[] = [];
  let text = '';
  const close = (): void => {
    const block = squeeze(text);
    if (block !== '') blocks.push({ text: block, role: open.at(-1)?.role ?? 'body' });
    text = '';
  };
  let node: Node | null = root;
  while (node) {
    if (node.nodeType === TEXT_NODE) text += node.nodeValue ?? '';
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

function squeeze(text: string): string {
  return text.replace(/[ \t\n\r\f]+/gu, ' ').trim();
}
