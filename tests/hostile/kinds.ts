/** Documents that are no HTML page, or one of another kind; and pages with rules of their own. */
import { expect } from 'vitest';
import { kind } from '../e2e/browser';
import { type Act, articleOf, CALM, HEADLINE, NO_SCRIPTS, PARAGRAPHS, PLAIN, pageOf, type Row, TEXT } from './row';

const WORDS = 'За словами Лаврова, наступна зустріч може відбутися взимку. Про це повідомляє ТАСС.';

/** A PDF of one page: the smallest that both viewers open. Its text is Latin, as its font is. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F 12 Tf 20 100 Td (TASS reports this.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

const XML_HEAD = '<meta property="og:type" content="article"/><title>Місто</title>';

const VIEWER = kind === 'chrome' ? { unread: 'Chromium shows XML as a page that it writes itself' } : {};

const opensCard: Act = async ({ house, tab, page }) => {
  const view = await house.rupor.state(tab);
  const id = view.state === 'list' ? view.rows[0]?.id : undefined;
  expect(await house.rupor.ask(tab, { do: 'explain', id: Number(id) })).toBe(true);
  await page.keyboard.press('Escape');
};

export const KINDS: readonly Row[] = [
  {
    name: 'xhtml',
    ending: 'xhtml',
    page: `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="uk"><head>${XML_HEAD}</head><body><article>${TEXT}</article></body></html>`,
    flags: 'same',
  },
  {
    name: 'xml',
    ending: 'xml',
    page: `<?xml version="1.0" encoding="utf-8"?><article><h1>Новина</h1><p>${WORDS}</p></article>`,
    flags: 'none',
    ...VIEWER,
  },
  {
    name: 'xml with an article of XHTML in it',
    ending: 'xml',
    page: `<?xml version="1.0" encoding="utf-8"?><feed xmlns:h="http://www.w3.org/1999/xhtml"><h:article><h:p>${WORDS}</h:p></h:article></feed>`,
    flags: 'none',
    ...VIEWER,
  },
  {
    name: 'svg',
    ending: 'svg',
    page: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="100"><text y="20">${WORDS}</text><foreignObject width="500" height="60"><p xmlns="http://www.w3.org/1999/xhtml">${WORDS}</p></foreignObject></svg>`,
    flags: 'none',
  },
  {
    name: 'pdf',
    ending: 'pdf',
    page: PDF,
    flags: 'none',
    unseen: 'a viewer is no page that can be asked',
    unread: 'a viewer is no page that can be asked',
  },
  { name: 'json', ending: 'json', page: JSON.stringify({ article: WORDS }), flags: 'none' },
  { name: 'text', ending: 'txt', page: `${WORDS}\n`.repeat(20), flags: 'none' },
  { name: 'quirks mode', page: PLAIN.replace('<!doctype html>', ''), flags: 'same' },
  {
    name: 'no html, head or body tag, nothing closed',
    page: `<meta charset="utf-8"><meta property="og:type" content="article"><title>Місто</title><article>${TEXT.replaceAll('</p>', '')}`,
    flags: 'same',
  },
  {
    name: 'CSP sandbox with scripts',
    page: PLAIN,
    headers: { 'content-security-policy': 'sandbox allow-scripts' },
    flags: 'same',
    check: opensCard,
  },
  {
    name: 'CSP sandbox without scripts',
    page: PLAIN,
    headers: { 'content-security-policy': 'sandbox' },
    flags: 'same',
    own: NO_SCRIPTS,
    unread: 'no script of the page’s world may note how it was',
  },
  {
    name: 'CSP: no styles, no scripts, trusted types required; the card opens',
    page: PLAIN,
    headers: {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    flags: 'same',
    own: /favicon\.ico/,
    check: opensCard,
  },
  {
    name: 'rtl, and quotes with their direction overridden',
    page: articleOf(
      TEXT.replace('Лаврова', '\u202e\u202dЛаврова\u202c\u202c')
        .replace('ТАСС', '\u2067ТАСС\u2069\u200f')
        .replace('київський режим', '<bdo dir="rtl">київський режим</bdo>'),
    ).replace('<html', '<html dir="rtl"'),
    flags: 'same',
  },
  {
    name: 'zero-width ТАСС',
    page: articleOf(TEXT.replace('ТАСС', 'Т\u200bА\u200cС\u2060С').replace('Лаврова', 'Лав\ufeffро\u200dва')),
    flags: 'same',
  },
  {
    name: 'mixed-script ТАСС: Latin letters among Cyrillic ones',
    page: articleOf(TEXT.replace('ТАСС', 'TAСС')),
    twin: PLAIN,
    flags: ['повідомляє TAСС', 'За словами Лаврова', 'Міністр закордонних справ РФ розповів', 'київський режим'],
  },
  {
    name: 'soft-hyphen words, as an entity and as a character',
    page: articleOf(
      TEXT.replace('Лаврова', 'Лав&shy;ро\u00adва')
        .replace('закордонних', 'за\u00adкор\u00adдон\u00adних')
        .replace('режим', 'ре&shy;жим'),
    ),
    flags: 'same',
  },
  {
    name: 'every word in an element of its own',
    page: articleOf(
      [HEADLINE, ...PARAGRAPHS]
        .map((block) => block.replace(/(?<=[ >])([\p{L}’]+)(?=[ .,<])/gu, '<span><span>$1</span></span>'))
        .join(''),
    ),
    flags: 'same',
  },
  {
    name: 'hidden by its own markup or by style sheets, ten ways: not counted, not listed',
    page: hidden(),
    twin: hidden('no'),
    flags: ['київський режим'],
    unseen: 'what shows nowhere may be painted or not',
  },
];

/** Ten ways to hide a paragraph; with `no`, the same paragraphs in sight. */
function hidden(no = ''): string {
  const ways = [
    'hidden',
    'style="display: none"',
    'class="none"',
    'class="invisible"',
    'aria-hidden="true"',
    'class="off"',
    'class="tiny"',
    'class="glass"',
    'class="clipped"',
    'class="later"',
  ];
  const sheet = `.none { display: none } .invisible { visibility: hidden } .off { position: absolute; left: -9999px }
    .tiny { font-size: 0 } .glass { opacity: 0 } .clipped { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
    .later { content-visibility: hidden }`;
  const tricked = ways.map(
    (way, i) => `<p ${no === '' ? way : ''}>За словами Лаврова, випадок номер ${i} відомий.</p>`,
  );
  const folded = `<details ${no === '' ? '' : 'open'}><summary>Докладніше</summary><p>За словами Пєскова, зустріч буде.</p></details>`;
  return pageOf(
    `<article><h1>Новина дня</h1>${PARAGRAPHS[3]}${CALM}${tricked.join('')}${folded}</article>`,
    `<style>${sheet}</style>`,
  );
}
