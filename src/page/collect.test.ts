// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import { fill } from '../../tests/markup';
import { type Block, collect, partOf, type Reach, wholeOf } from './collect';
import { findScope } from './scope';

beforeEach(() => {
  document.body.replaceChildren();
});

function show(html: string): void {
  fill(document.body, html);
}

function read(reach: Reach = 'article', root: Element = document.body): Block[] {
  const blocks: Block[] = [];
  const walk = collect(wholeOf(root, findScope(root), reach));
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done) {
      expect(step.value.end).toBe('done');
      return blocks;
    }
    if (step.value) blocks.push(step.value);
  }
}

const texts = (reach?: Reach) => read(reach).map((block) => block.passage.text.trim());

describe('a page that is too long', () => {
  it('is read to the last letter of its share, also within one text', () => {
    const text = 'слово '.repeat(300_000);
    show(`<p>${text}</p><p>${text}</p><p>${text}</p><p>ні</p>`);
    const walk = collect(wholeOf(document.body, document.body, 'article'));
    let units = 0;
    let step = walk.next();
    for (; !step.done; step = walk.next()) units += step.value?.passage.text.length ?? 0;
    expect(step.value.end).toBe('too-long');
    expect(units).toBe(5_000_000);
  });
});

describe('collect', () => {
  const cases: readonly (readonly [name: string, html: string, blocks: readonly string[]])[] = [
    [
      'joins inline markup into one block',
      '<p>За даними <a href="/t"><b>ТА</b>СС</a>, усе тихо.</p>',
      ['За даними ТАСС, усе тихо.'],
    ],
    ['ends a block where a block element ends', '<div>один<p>два слова</p>три</div>', ['один', 'два слова', 'три']],
    ['keeps one line break inside a sentence', '<p>перший<br>рядок</p>', ['перший\nрядок']],
    ['cuts at two line breaks', '<div>перший<br> <br>другий</div>', ['перший', 'другий']],
    [
      'reads nested lists item by item',
      '<ul><li>один<ul><li>два</li></ul></li><li>три</li></ul>',
      ['один', 'два', 'три'],
    ],
    ['reads tables cell by cell', '<table><tr><td>один</td><td>два</td></tr></table>', ['один', 'два']],
    [
      'skips code, fields and frames',
      '<p>так<script>ні</script><style>ні</style></p><textarea>ні</textarea><button>ні</button>',
      ['так'],
    ],
    ['skips menus, asides and footers', '<nav>ні</nav><aside>ні</aside><footer>ні</footer><p>так</p>', ['так']],
    [
      'skips what is hidden',
      '<p hidden>ні</p><p aria-hidden="true">ні</p><p style="display: none">ні</p><p>так</p>',
      ['так'],
    ],
    ['skips editors', '<div contenteditable="true">ні</div><div role="textbox">ні</div><p>так</p>', ['так']],
    ['reads what is expressly not editable', '<div contenteditable="false">так</div>', ['так']],
    [
      'skips boxes beside the article',
      '<div class="read-also">ні</div><div id="commentsList">ні</div><div class="ad-slot">ні</div><p>так</p>',
      ['так'],
    ],
    [
      'is not misled by parts of words',
      '<p class="headline">так</p><p class="no-comments">і так</p>',
      ['так', 'і так'],
    ],
    [
      'reads a wrapper with a bad name when the article is inside',
      '<div class="content-sidebar"><h1>Так</h1></div>',
      ['Так'],
    ],
    ['skips a site header', '<header>ні</header><article><header>так</header></article>', ['так']],
    ['reads a site header with the headline', '<header><h1>Так</h1></header>', ['Так']],
    ['skips forms', '<form><p>ні</p></form><p>так</p>', ['так']],
    ['reads a page that is one form', '<form><article><p>так</p></article></form>', ['так']],
    [
      'keeps a word of the page’s own making in its sentence',
      '<p>слово <x-tip>підказане</x-tip> тут</p>',
      ['слово підказане тут'],
    ],
    [
      'drops a block of links to other texts',
      '<p><a href="/x">Інша стаття з дуже довгим заголовком про порт і судна</a></p><p>так</p>',
      ['так'],
    ],
    ['skips comments that are articles', '<div id="comments"><article><p>ні</p></article></div><p>так</p>', ['так']],
    ['skips a wrapper’s name on a small box', '<div class="sidebar"><p>ні</p></div><p>так</p>', ['так']],
    [
      'skips another article in a list',
      '<p>так</p><ul><li><a href="/2"><h3>Інше</h3></a><p>ні</p></li></ul><article><h2><a href="/3">Ще</a></h2></article>',
      ['так'],
    ],
    [
      'reads a live blog entry by entry',
      '<ol><li><article><h3><a href="#e1">10:05</a></h3><p>один</p></article></li><li><article><p>два</p></article></li></ol>',
      ['10:05', 'один', 'два'],
    ],
    [
      'reads a post of another site inside the article',
      '<blockquote class="twitter-tweet"><p>так</p>— Хтось <a href="https://x.com/name/status/1">2 січня</a></blockquote>',
      ['так', '— Хтось 2 січня'],
    ],
    [
      'skips advertising and consent of AMP',
      '<amp-ad>ні</amp-ad><amp-consent>ні</amp-consent><amp-img><p>підпис</p></amp-img><p>так</p>',
      ['підпис', 'так'],
    ],
    ['skips words for ears only', '<p>так <span class="sr-only">ні</span></p>', ['так']],
    ['keeps a short linked credit', '<p>Джерело: <a href="/x">ТАСС</a></p>', ['Джерело: ТАСС']],
  ];
  it.each(cases)('%s', (_name, html, blocks) => {
    show(html);
    expect(texts()).toEqual(blocks);
  });

  it('keeps blocks of links when the whole page is asked for', () => {
    show('<p><a href="/x">Інша стаття з дуже довгим заголовком про порт і судна</a></p>');
    expect(texts('page')).toHaveLength(1);
  });

  it('tells headlines and captions from running text', () => {
    show(
      '<h1>Заголовок</h1><p>Абзац</p><figure><img><figcaption>Фото: агентство</figcaption></figure><p class="photo-credit">Агентство</p>',
    );
    expect(read().map((block) => block.passage.role)).toEqual(['headline', 'body', 'caption', 'caption']);
  });

  it('keeps the headline outside the article, and nothing else there', () => {
    const paragraph = `<p>${'довгий абзац '.repeat(20)}</p>`;
    show(`<div>ні</div><h1>Заголовок</h1><article>${paragraph}${paragraph}</article><div>ні</div>`);
    expect(texts().map((text) => text.slice(0, 9))).toEqual(['Заголовок', 'довгий аб', 'довгий аб']);
  });

  const paragraph = `<p>${'довгий абзац '.repeat(20)}</p>`;
  const long = paragraph.repeat(5);

  it('reads the article’s second half in a wrapper with a bad name', () => {
    show(`<h1>Заголовок</h1>${paragraph}<div id="read-more">${long}</div><div class="related">${paragraph}</div>`);
    expect(texts()).toHaveLength(7);
  });

  it('finds an article that no element is marked as', () => {
    const teaser = `<div><p>${'ні '.repeat(30)}</p></div>`;
    show(`<div>${teaser}<div id="a"><h1>Заголовок</h1><div>${long}</div></div>${teaser}</div>`);
    expect(texts().every((text) => !text.startsWith('ні'))).toBe(true);
    expect(texts()).toHaveLength(6);
  });

  it('reads what stands between the headline and the article: the lead, credits, the first picture', () => {
    const opening = '<h1>Заголовок цієї статті</h1><p>лід</p><figure><figcaption>підпис</figcaption></figure>';
    show(`<div>ні</div><div>${opening}</div><main>${long}</main><div>ні</div>`);
    expect(texts().slice(0, 3)).toEqual(['Заголовок цієї статті', 'лід', 'підпис']);
    expect(texts()).toHaveLength(8);
  });

  it('reads a part between the headline and the article anew, and no part outside', () => {
    show(`<p id="a">ні</p><h1>Заголовок цієї статті</h1><p id="b">лід</p><main>${long}</main><p id="c">ні</p>`);
    const whole = wholeOf(document.body, findScope(document.body), 'article');
    const textsOf = (id: string): string[] => {
      const part = partOf(whole, document.getElementById(id) as Element);
      return part ? [...collect(part)].flatMap((block) => block?.passage.text ?? []) : [];
    };
    expect(['a', 'b', 'c'].map(textsOf)).toEqual([[], ['лід'], []]);
  });

  it('reads the lead beside the body of the same article', () => {
    show(`<article><h1>Заголовок</h1><p>лід</p><div itemprop="articleBody">${long}</div></article><p>ні</p>`);
    expect(texts().slice(0, 2)).toEqual(['Заголовок', 'лід']);
    expect(texts()).toHaveLength(7);
  });

  it('does not take a site’s name for the article’s headline', () => {
    show(`<div><h1>Вісник</h1><p>ні</p></div><main>${long}</main>`);
    expect(texts()).not.toContain('ні');
  });

  it('maps every piece back to its text node, line feeds as spaces', () => {
    show('<p>\n  за  <b>даними</b>\n<i>ТАСС</i></p>');
    const [block] = read();
    expect(block?.passage.text).toBe('   за  даними ТАСС');
    for (const { node, at, from, length } of block?.pieces ?? []) {
      expect(block?.passage.text.slice(at, at + length)).toBe(
        node.data.slice(from, from + length).replaceAll('\n', ' '),
      );
    }
  });

  it('is not led astray by a form with fields named like DOM properties', () => {
    const names = [
      'nextSibling',
      'firstChild',
      'parentNode',
      'localName',
      'nodeType',
      'getAttribute',
      'shadowRoot',
      'children',
    ];
    const fields = names.map((name) => `<input name="${name}">`).join('');
    show(`<form>${fields}<article><p>так</p></article></form><p>і так</p>`);
    expect(texts('page')).toEqual(['так', 'і так']);
  });

  it('goes down a very deep tree', () => {
    let inner: Element = document.body;
    for (let depth = 0; depth < 3000; depth++) {
      const next = document.createElement('div');
      inner.append(next);
      inner = next;
    }
    inner.textContent = 'на дні';
    expect(texts()).toEqual(['на дні']);
  });

  it('cuts an endless text at a sentence', () => {
    const p = document.createElement('p');
    p.textContent = 'Речення на п’ять слів тут. '.repeat(2000);
    document.body.append(p);
    const blocks = read();
    expect(blocks.length).toBeGreaterThan(2);
    for (const { passage } of blocks) {
      expect(passage.text.length).toBeLessThanOrEqual(12_000);
      expect(passage.text.trim().endsWith('.')).toBe(true);
    }
    expect(blocks.map((block) => block.passage.text).join('')).toBe(p.textContent);
  });

  it('reads open shadow trees and then what their host holds', () => {
    show('<div id="host"><p>у слоті</p></div><p>після</p>');
    const shadow = document.getElementById('host')?.attachShadow({ mode: 'open' });
    if (shadow) fill(shadow, '<p>у тіні</p><slot></slot>');
    expect(texts()).toEqual(['у тіні', 'у слоті', 'після']);
  });

  it('says when the page took away the place where it stood', () => {
    show(`<div id="gone">${'<p>слово</p>'.repeat(400)}</div><p>далі</p>`);
    const walk = collect(wholeOf(document.body, document.body, 'article'));
    for (let step = walk.next(); !step.done && step.value !== undefined; ) step = walk.next();
    document.getElementById('gone')?.remove();
    let last = walk.next();
    while (!last.done) last = walk.next();
    expect(last.value.end).toBe('lost');
  });
});
