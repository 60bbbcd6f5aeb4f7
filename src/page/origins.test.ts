// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fillHead } from '../../tests/markup';
import { Hosts, OWNER_BASE } from '../lexicon/hosts';
import { originsOf } from './origins';

const LINES = ['another.example', 'outlet.example', 't.me/outlet'];
const hosts = new Hosts({
  list: LINES.join('\n'),
  owners: [1, 0, 0].map((entry) => String.fromCharCode(OWNER_BASE + entry)).join(''),
  entries: ['outlet', 'another'],
});

let article: Element;
const found = () => originsOf(document, article, hosts).map(({ as, entry, address }) => [as, entry, address]);
const data = (...values: unknown[]) =>
  fillHead(values.map((value) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`).join(''));

beforeEach(() => {
  location.href = 'https://news.example/1';
  fillHead('');
  // Outside the document frames are not loaded.
  article = document.createElement('article');
});

describe('originsOf', () => {
  it('tells whose site the page is on', () => {
    location.href = 'https://www.outlet.example/x/y';
    expect(found()).toEqual([['site', 'outlet', 'outlet.example/x']]);
    location.href = 'https://other.example/';
    expect(found()).toEqual([]);
  });

  it('tells whose posts and players the article shows, each once', () => {
    const show = (tag: string, name: string, value: string) => {
      const element = document.createElement(tag);
      element.setAttribute(name, value);
      article.append(element);
    };
    show('blockquote', 'data-telegram-post', 'outlet/12');
    show('iframe', 'src', 'https://t.me/outlet/12?embed=1');
    show('iframe', 'src', 'https://video.outlet.example/player');
    show('iframe', 'data-src', '//later.outlet.example/player');
    show('video', 'src', 'https://another.example/film.mp4');
    show('iframe', 'src', 'https://other.example/');
    expect(found()).toEqual([
      ['embed', 'outlet', 't.me/outlet'],
      ['embed', 'outlet', 'video.outlet.example/player'],
      ['embed', 'outlet', 'later.outlet.example/player'],
      ['embed', 'another', 'another.example/film.mp4'],
    ]);
  });

  it('tells whom the page declares in its head', () => {
    fillHead(
      '<meta name="author" content="https://t.me/outlet"><meta name="original-source" content="https://outlet.example/a">' +
        '<link rel="canonical" href="https://another.example/2">',
    );
    const post = document.createElement('blockquote');
    post.setAttribute('data-telegram-post', 'outlet/1');
    article.append(post);
    expect(found()).toEqual([
      ['author', 'outlet', 't.me/outlet'],
      ['source', 'outlet', 'outlet.example/a'],
      ['source', 'another', 'another.example/2'],
    ]);
  });

  const things: readonly (readonly [name: string, value: unknown, as: string])[] = [
    ['a publisher’s address', { publisher: { name: 'Агенція', url: 'https://OUTLET.example/' } }, 'publisher'],
    [
      'a publisher’s identity in a graph',
      { '@graph': [{ publisher: { '@id': 'https://outlet.example/#we' } }] },
      'publisher',
    ],
    [
      'one of several authors',
      { author: ['Хтось', { sameAs: ['https://t.me/x', 'https://outlet.example'] }] },
      'author',
    ],
    ['the work that it is based on', { mainEntity: { isBasedOn: 'https://outlet.example/7' } }, 'source'],
    ['the organisation that it comes from', [{ sourceOrganization: { url: '//outlet.example' } }], 'source'],
  ];
  it.each(things)('tells %s in structured data', (_, value, as) => {
    data(value);
    expect(found().map(([role, entry]) => [role, entry])).toEqual([[as, 'outlet']]);
  });

  it('does not say of an outlet’s own page that it is its own', () => {
    location.href = 'https://outlet.example/';
    data({ publisher: { url: 'https://outlet.example/we' }, author: { url: 'https://another.example/' } });
    expect(found().map(([as]) => as)).toEqual(['site', 'author']);
  });

  it('reads no words, no broken and no endless data', () => {
    data(
      { publisher: 'outlet.example', author: { url: 7 }, isBasedOn: null },
      { publisher: Array(200).fill({ url: 'https://x.example/' }).concat({ url: 'https://outlet.example/' }) },
      { publisher: { url: 'https://outlet.example/', padding: 'x'.repeat(200_000) } },
    );
    const broken = document.createElement('script');
    broken.type = 'application/ld+json';
    broken.textContent = '{"publisher":';
    document.head.append(broken);
    expect(found()).toEqual([]);
  });
});
