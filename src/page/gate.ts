/**
 * Is this page a news article? Everywhere else Rupor reads nothing. Runs on every page, in code that the browser has
 * just met: a question that it answers by itself comes before each that takes a loop of ours.
 */
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import {
  around,
  attribute,
  dataOf,
  elementAround,
  firstIn,
  holds,
  isTrue,
  lengthOf,
  nameOf,
  sizeOf,
  textOf,
} from './dom';
import { DATA, thingsOf } from './structured';

/** Not XML, SVG or a PDF viewer's shell. */
export const isHtml = ({ contentType }: Document): boolean =>
  contentType === 'text/html' || contentType === 'application/xhtml+xml';

/** A document with text in it: also no frameset. */
export function isReadable(doc: Document): boolean {
  // Asked by name: the body of a frame is made by that frame's own HTMLBodyElement.
  return isHtml(doc) && doc.body !== null && nameOf(doc.body) === 'body';
}

/** Does the page call itself an article, or look like one? */
export function isNews(doc: Document): boolean {
  if (!isHtml(doc)) return false;
  const isNamed = isDeclared(doc);
  // Here ends nearly every page that is no news.
  if (!isNamed && !has(doc, ROLE) && !mayHold(doc, `${BLOCKS} or ${LINES}`)) return false;
  if (!isReadable(doc) || doc.designMode === 'on') return false;
  return isNamed || (!isFrontPage(doc) && isWritten(doc));
}

/** One selector at a time: a list of them takes a browser ten times as long. */
const has = (doc: Document, selector: string): boolean => firstIn(doc, selector) !== null;

const OG = ['meta[property="og:type"]', 'meta[name="og:type"]'];
const SCOPE = '[itemscope][itemtype]';
const ROLE = '[role="article"]';
const TYPES = /^(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report)$/;
/** Part of each of these names: data without it is not worth parsing. */
const TYPE_PARTS = /Article|Posting|Report/;
function isDeclared(doc: Document): boolean {
  const og = OG.some((meta) => has(doc, meta)) && doc.head?.querySelector(OG.join());
  if (og && attribute(og, 'content')?.trim().toLowerCase() === 'article') return true;
  return (has(doc, DATA) && isInData(doc)) || (has(doc, SCOPE) && isMarkedUp(doc));
}

function isInData(doc: Document): boolean {
  for (const { '@type': type } of thingsOf(doc, TYPE_PARTS)) {
    if ([type].flat().some((name) => typeof name === 'string' && TYPES.test(name))) return true;
  }
  return false;
}

/** One article by its microdata; several beside each other are a list of articles. */
function isMarkedUp(doc: Document): boolean {
  let outer: Element | undefined;
  for (const scope of doc.querySelectorAll(SCOPE)) {
    if (!TYPES.test(attribute(scope, 'itemtype')?.trim() ?? '') || around(scope, 'aside, nav, footer')) continue;
    if (outer && holds(outer, scope)) continue;
    if (outer) return false;
    outer = scope;
  }
  return outer !== undefined;
}

/** A place to write or to work in: mail, editors, chats, documents. */
function isTool(doc: Document): boolean {
  const attributes = '[contenteditable=""] [contenteditable="true"] [contenteditable="plaintext-only"]';
  const roles = '[role="textbox"] [role="application"] [role="grid"]';
  const classes = '.CodeMirror .cm-editor .monaco-editor .ace_editor';
  return `${attributes} ${roles} ${classes}`.split(' ').some((tool) => has(doc, tool));
}

/** The shortest text that Readability counts, its own `minContentLength`. UTF-16 units. */
const BLOCK_MIN = 140;
/** Units that XPath may have to join: hostile pages put blocks into each other, and it joins the texts of each. */
const JOINED_MAX = 30_000_000;
/** Where this does not hold, Readability's answer is no: none of the elements that it looks at is long enough. */
const BLOCKS = [
  `string-length(/) * (count(//p) + count(//pre) + count(//article) + count(//div/br)) > ${JOINED_MAX}`,
  ...['p', 'pre', 'article', 'div[br]'].map((block) => `//${block}[string-length() >= ${BLOCK_MIN}]`),
].join(' or ');

function isFrontPage(doc: Document): boolean {
  return doc.location?.pathname === '/' && doc.location.search === '';
}

/** Elements of a page up to which XPath is asked; in a larger one a loop of ours, which is bounded, may be cheaper. */
const ASKED_MAX = 5000;

/** False where the page has nothing of the kind for certain. XPath knows no elements of XHTML without a prefix. */
const mayHold = (doc: Document, xpath: string): boolean =>
  sizeOf(doc) > ASKED_MAX || doc.contentType !== 'text/html' || isTrue(doc, xpath);

/** An article's text, and the page is no place to write or to sign in. */
function isWritten(doc: Document): boolean {
  // The dearest questions are left for pages with an article's text.
  if ((has(doc, 'article') || has(doc, ROLE)) && hasArticle(doc)) return !isTool(doc);
  const isText = (mayHold(doc, BLOCKS) && isProbablyReaderable(doc)) || (mayHold(doc, LINES) && hasBareText(doc));
  return isText && !isTool(doc) && !has(doc, 'input[type="password"]');
}

/** Running text that one `<article>` holds at least; a teaser holds less. */
const ARTICLE_MIN = 500;
const ARTICLES_MAX = 50;

function hasArticle(doc: Document): boolean {
  for (const article of [...doc.querySelectorAll(`article, ${ROLE}`)].slice(0, ARTICLES_MAX)) {
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

/**
 * Text that is long enough to be any of that; not so in a paragraph or a script, where most texts of that length are.
 * Where it holds for no text, `hasBareText` is false.
 */
const LINES = `//text()[string-length() >= ${BARE_MIN}][not(parent::p or parent::li or parent::a or parent::script or parent::style)]`;

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
