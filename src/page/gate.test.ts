// @vitest-environment happy-dom

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as xpath from 'xpath';
import { fill, fillHead } from '../../tests/markup';
import { isNews, isReadable } from './gate';

const PARAGRAPH = `<p>${'Кілька слів звичайного тексту. '.repeat(12)}</p>`;
const ARTICLE = `<article><h1>Заголовок</h1>${PARAGRAPH.repeat(4)}</article>`;

const LINE = 'Кілька слів звичайного тексту. '.repeat(10);
const SNIPPET = 'Кілька слів звичайного тексту. '.repeat(5);
const scope = (type: string, inner: string) => `<div itemscope itemtype="https://schema.org/${type}">${inner}</div>`;

function goTo(url: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
}

function page(head: string, body: string): Document {
  fillHead(head);
  fill(document.body, body);
  return document;
}
const data = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

/** The library's types do not know this part of it. */
type Parsed = { evaluateBoolean(options: { node: Node; isHtml: boolean }): boolean };
const { parse } = xpath as unknown as { parse(expression: string): Parsed };
/** What a browser answers; happy-dom has no XPath. */
const evaluate = (expression: string, node: Document) => ({
  booleanValue: parse(expression).evaluateBoolean({ node, isHtml: true }),
});

beforeEach(() => {
  goTo('https://visnyk.example/news/1');
  Object.assign(Document.prototype, { evaluate });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('isNews', () => {
  const yes: readonly (readonly [name: string, head: string, body: string])[] = [
    ['og:type', '<meta property="og:type" content="article">', ''],
    ['JSON-LD', data({ '@type': 'NewsArticle' }), ''],
    ['JSON-LD with a list of types', data({ '@type': ['Thing', 'ReportageNewsArticle'] }), ''],
    ['JSON-LD in a graph', data({ '@graph': [{ '@type': 'WebSite' }, { '@type': 'NewsArticle' }] }), ''],
    ['microdata', '', '<div itemscope itemtype="https://schema.org/NewsArticle"></div>'],
    ['an article element with running text', '', ARTICLE],
    ['JSON-LD of a blog', data({ '@type': 'BlogPosting' }), ''],
    ['microdata of a live blog', '', scope('LiveBlogPosting', scope('BlogPosting', '') + scope('BlogPosting', ''))],
    ['running text alone', '', `<div>${PARAGRAPH.repeat(6)}</div>`],
    ['text without paragraphs', '', `<div>${LINE}</div><div>${LINE}</div><div>${LINE}</div><div>${LINE}</div>`],
    [
      'an article by its role, of short paragraphs',
      '',
      `<div role="article">${'<p>Кілька слів.</p>'.repeat(50)}</div>`,
    ],
    ['paragraphs that Readability just counts', '', `<p>${'о'.repeat(141)}</p>`.repeat(21)],
    ['lines that we just count', '', `<div>${'о'.repeat(250)}</div>`.repeat(4)],
    ['an article with a form to subscribe', '', `${ARTICLE}<input type="password">`],
  ];
  it.each(yes)('takes a page for news by %s', (_name, head, body) => {
    expect(isNews(page(head, body))).toBe(true);
  });

  const no: readonly (readonly [name: string, head: string, body: string])[] = [
    ['a list of links', '', '<ul><li><a href="/1">Одне</a></li><li><a href="/2">Друге</a></li></ul>'],
    ['a shop', data({ '@type': 'Product' }), '<article><p>Коротко.</p></article>'],
    ['broken data', '<script type="application/ld+json">{"@type":</script>', ''],
    ['a list that names articles', data({ '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle' }] }), ''],
    ['an editor', '', `<div contenteditable="true">${PARAGRAPH.repeat(6)}</div>${ARTICLE}`],
    ['a list of articles by microdata', '', scope('NewsArticle', 'Одне') + scope('NewsArticle', 'Друге')],
    ['a teaser by microdata', '', `<aside>${scope('NewsArticle', 'Одне')}</aside>`],
    ['long data that is no article', data({ '@type': 'Product', review: 'Article' }), ''],
    ['results of a search', '', `<div>${SNIPPET}</div>`.repeat(12)],
    ['empty lines', '', `<div>${' \n'.repeat(900)}</div>`.repeat(3)],
    ['long links', '', `<div><a href="/1"><span>${LINE}</span></a></div>`.repeat(6)],
    ['a place to sign in', '', `<input type="password"><div>${PARAGRAPH.repeat(6)}</div>`],
    ['an application', '', `<div role="application">${PARAGRAPH.repeat(6)}</div>`],
  ];
  it.each(no)('does not take %s for news', (_name, head, body) => {
    expect(isNews(page(head, body))).toBe(false);
  });

  const length = fc.constantFrom(0, 90, 139, 140, 141, 249, 250, 251, 500, 541, 560, 1000);
  const text = length.map((units) => 'Ой у лузі! '.repeat(100).slice(0, units).trimEnd().padEnd(units, '.'));
  const tag = fc.constantFrom(
    'p',
    'pre',
    'article',
    'div',
    'section',
    'span',
    'li',
    'ul',
    'td',
    'a',
    'aside',
    'script',
  );
  const attribute = fc.constantFrom(
    '',
    '',
    '',
    ' hidden',
    ' class="comment"',
    ' role="article"',
    ' itemscope itemtype=""',
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc.constant('<br>'),
      fc
        .tuple(tag, attribute, fc.array(tie('tree'), { maxLength: 4 }))
        .map(([name, given, inner]) => `<${name}${given}>${inner.join('')}</${name}>`),
    ),
  }));

  it('asks XPath only for what must be so in news', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), fc.constantFrom(1, 4), (trees, times) => {
        page('', trees.join('').repeat(times));
        const isNewsBefore = isNews(document);
        const everything = vi
          .spyOn(Document.prototype, 'evaluate')
          .mockReturnValue({ booleanValue: true } as XPathResult);
        const isNewsWithout = isNews(document);
        everything.mockRestore();
        expect(isNewsBefore).toBe(isNewsWithout);
      }),
      { numRuns: 60 },
    );
  });

  it('does not take a front page for an article', () => {
    goTo('https://visnyk.example/');
    expect(isNews(page('', ARTICLE))).toBe(false);
  });
});

describe('isReadable', () => {
  const fake = (contentType: string, body: unknown) => ({ contentType, body }) as unknown as Document;
  it('refuses what is no HTML, and framesets', () => {
    expect(isReadable(fake('text/html', document.body))).toBe(true);
    expect(isReadable(fake('application/pdf', document.body))).toBe(false);
    expect(isReadable(fake('image/svg+xml', null))).toBe(false);
    expect(isReadable(fake('text/html', document.createElement('frameset')))).toBe(false);
  });
});
