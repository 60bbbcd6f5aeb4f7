/** Is this page a news article? Everywhere else Rupor reads nothing. */
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import { around, attribute, textOf } from './dom';

/** A document with text in it: not XML, SVG, a PDF viewer's shell or a frameset. */
export function isReadable(doc: Document): boolean {
  const type = doc.contentType;
  return (type === 'text/html' || type === 'application/xhtml+xml') && doc.body instanceof HTMLBodyElement;
}

/** Does the page call itself an article, or look like one? */
export function isNews(doc: Document): boolean {
  if (!isReadable(doc) || doc.designMode === 'on') return false;
  if (isDeclared(doc)) return true;
  if (isTool(doc) || isFrontPage(doc)) return false;
  return hasArticle(doc) || (doc.querySelector('input[type="password"]') === null && isProbablyReaderable(doc));
}

const TYPES = /^(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|LiveBlogPosting|ReportageNewsArticle|Report)$/;
/** Longest structured data that is worth parsing. */
const DATA_MAX = 200_000;
/** Deepest nesting and most objects of structured data that are looked at. */
const THINGS_MAX = 200;

function isDeclared(doc: Document): boolean {
  const og = doc.querySelector('meta[property="og:type"], meta[name="og:type"]')?.getAttribute('content');
  if (og?.trim().toLowerCase() === 'article') return true;
  for (const scope of doc.querySelectorAll('[itemscope][itemtype]')) {
    if (around(scope, 'aside, nav, footer')) continue;
    if (TYPES.test(attribute(scope, 'itemtype')?.trim() ?? '')) return true;
  }
  for (const script of doc.querySelectorAll('script[type="application/ld+json"]')) {
    const text = textOf(script);
    if (text.length <= DATA_MAX && isArticleData(text)) return true;
  }
  return false;
}

/** Looks at the things a page describes, not at the lists of other articles within them. */
function isArticleData(json: string): boolean {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return false; // A page's own mistake; the other signs decide.
  }
  const things: unknown[] = [data];
  for (let i = 0; i < things.length && i < THINGS_MAX; i++) {
    const thing = things[i];
    if (Array.isArray(thing)) things.push(...thing.slice(0, THINGS_MAX));
    else if (typeof thing === 'object' && thing !== null) {
      const { '@type': type, '@graph': graph, mainEntity } = thing as Record<string, unknown>;
      if ([type].flat().some((name) => typeof name === 'string' && TYPES.test(name))) return true;
      things.push(graph, mainEntity);
    }
  }
  return false;
}

/** A place to write or to work in: mail, editors, chats, documents. */
function isTool(doc: Document): boolean {
  const tool =
    '[contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"], ' +
    '[role="application"], [role="grid"], .cm-editor, .monaco-editor';
  return doc.querySelector(tool) !== null;
}

function isFrontPage(doc: Document): boolean {
  return doc.location?.pathname === '/' && doc.location.search === '';
}

/** Running text that one `<article>` holds at least; a teaser holds less. */
const ARTICLE_MIN = 500;
const ARTICLES_MAX = 50;

function hasArticle(doc: Document): boolean {
  for (const article of [...doc.querySelectorAll('article, [role="article"]')].slice(0, ARTICLES_MAX)) {
    let length = 0;
    for (const paragraph of article.querySelectorAll('p')) {
      length += textOf(paragraph).trim().length;
      if (length >= ARTICLE_MIN) return true;
    }
  }
  return false;
}
