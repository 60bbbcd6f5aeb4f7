// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
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

beforeEach(() => {
  goTo('https://visnyk.example/news/1');
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
