/** Is this page a news article? Everywhere else Rupor reads nothing. Runs on every page, so cheap questions come first. */
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import { around, attribute, dataOf, elementAround, holds, lengthOf, nameOf, textOf } from './dom';
import { thingsOf } from './structured';

/** A document with text in it: not XML, SVG, a PDF viewer's shell or a frameset. */
export function isReadable(doc: Document): boolean {
  const type = doc.contentType;
  // Asked by name: the body of a frame is made by that frame's own HTMLBodyElement.
  return (type === 'text/html' || type === 'application/xhtml+xml') && doc.body !== null && nameOf(doc.body) === 'body';
}

/** Does the page call itself an article, or look like one? */
export function isNews(doc: Document): boolean {
  if (!isReadable(doc) || doc.designMode === 'on') return false;
  if (isDeclared(doc)) return true;
  if (isFrontPage(doc)) return false;
  // The dearest questions are left for pages with an article's text.
  if (hasArticle(doc)) return !isTool(doc);
  if (!isProbablyReaderable(doc) && !hasBareText(doc)) return false;
  return !isTool(doc) && doc.querySelector('input[type="password"]') === null;
}

const TYPES = /^(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report)$/;
/** Part of each of these names: data without it is not worth parsing. */
const TYPE_PARTS = /Article|Posting|Report/;
function isDeclared(doc: Document): boolean {
  const og = doc.head?.querySelector('meta[property="og:type"], meta[name="og:type"]');
  if (og && attribute(og, 'content')?.trim().toLowerCase() === 'article') return true;
  for (const { '@type': type } of thingsOf(doc, TYPE_PARTS)) {
    if ([type].flat().some((name) => typeof name === 'string' && TYPES.test(name))) return true;
  }
  return isMarkedUp(doc);
}

/** One article by its microdata; several beside each other are a list of articles. */
function isMarkedUp(doc: Document): boolean {
  let outer: Element | undefined;
  for (const scope of doc.querySelectorAll('[itemscope][itemtype]')) {
    if (!TYPES.test(attribute(scope, 'itemtype')?.trim() ?? '') || around(scope, 'aside, nav, footer')) continue;
    if (outer && holds(outer, scope)) continue;
    if (outer) return false;
    outer = scope;
  }
  return outer !== undefined;
}

/** A place to write or to work in: mail, editors, chats, documents. */
function isTool(doc: Document): boolean {
  const tool =
    '[contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"], ' +
    '[role="application"], [role="grid"], .CodeMirror, .cm-editor, .monaco-editor, .ace_editor';
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

/** Text nodes that are looked at; a menu has hundreds. */
const TEXTS_MAX = 2000;
/** Shortest text without a tag of its own that is no label, teaser or search result. UTF-16 units. */
const BARE_MIN = 250;
/** Running text of that kind that makes an article. UTF-16 units. */
const BARE_SUM = 1000;
const BARE_IN = /^(?:div|section|td|span|font|center)$/;

/** Running text right in a `<div>`, which the other questions do not see. */
function hasBareText(doc: Document): boolean {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let i = 0; i < TEXTS_MAX; i++) {
    const node = walker.nextNode();
    if (!node) return false;
    if (lengthOf(node as Text) < BARE_MIN) continue;
    const parent = elementAround(node);
    if (!parent || !BARE_IN.test(nameOf(parent)) || around(parent, 'a, li, form, nav, aside, footer, [hidden]'))
      continue;
    const length = dataOf(node as Text).trim().length;
    if (length >= BARE_MIN) sum += length;
    if (sum >= BARE_SUM) return true;
  }
  return false;
}
