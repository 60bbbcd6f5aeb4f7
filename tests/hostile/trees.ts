/** Text in places of its own: shadow trees, frames, elements of the page's own making, fields to write in. */
import { until } from '../e2e/browser';
import { articleOf, CALM, MORE, NO_SCRIPTS, OWN, PLAIN, pageOf, QUIET, type Row, TEXT } from './row';

const LINE = `<p>${MORE}</p>`;
const WITH_LINE = articleOf(`${TEXT}<div>${LINE}</div>`);

/** A host whose tree a script fills. @param mode of its shadow root */
const host = (mode: 'open' | 'closed', inside: string): string =>
  articleOf(
    `${TEXT}<x-host></x-host><script>
      const shadow = document.querySelector('x-host').attachShadow({ mode: '${mode}' });
      shadow.append(document.createRange().createContextualFragment(${JSON.stringify(inside)}));
      const nested = shadow.querySelector('x-nested');
      if (nested) nested.attachShadow({ mode: 'open' }).append(document.createRange().createContextualFragment(${JSON.stringify(LINE)}));
    </script>`,
  );

/** A frame beside the text of the article, with one more sentence in it. */
const framed = (attributes: string): string => articleOf(`${TEXT}<iframe ${attributes}></iframe>`);

const editor = (html: string, script = ''): string =>
  articleOf(`${TEXT}${html}${script === '' ? '' : `<script>${script}</script>`}`);

/** Fields, and the same words as plain paragraphs: those have a flag. */
const EDITORS: readonly (readonly [name: string, html: string])[] = [
  ['textarea', `<textarea rows="4">${MORE}</textarea>`],
  ['input', `<input value="${MORE}"><label>${CALM}</label>`],
  ['contenteditable', `<div contenteditable="true">${LINE}</div>`],
  ['contenteditable without a value', `<div contenteditable>${LINE}</div>`],
  ['contenteditable="plaintext-only"', `<div contenteditable="plaintext-only">${LINE}</div>`],
  ['a text box by its role', `<div role="textbox">${LINE}</div>`],
  [
    'an editor of code, whose lines are no fields',
    `<div class="cm-editor"><div class="cm-scroller"><div class="cm-content" contenteditable="true"><div class="cm-line">${MORE}</div></div></div><div class="cm-panel">${LINE}</div></div>`,
  ],
  [
    'an editor of code that hides its field',
    `<div class="monaco-editor"><textarea></textarea><div class="view-line"><span>${MORE}</span></div></div>`,
  ],
];

export const TREES: readonly Row[] = [
  { name: 'shadow: open', page: host('open', LINE), twin: WITH_LINE, flags: 'same' },
  { name: 'shadow: open in open', page: host('open', '<x-nested></x-nested>'), twin: WITH_LINE, flags: 'same' },
  {
    name: 'shadow: slotted',
    page: host('open', '<b>Додано:</b> <slot></slot>').replace('<x-host>', `<x-host>${LINE}`),
    twin: WITH_LINE,
    flags: 'same',
  },
  {
    name: 'shadow: declared in the markup',
    page: articleOf(`${TEXT}<x-host><template shadowrootmode="open">${LINE}</template></x-host>`),
    twin: WITH_LINE,
    flags: 'same',
  },
  {
    name: 'shadow: closed stays closed to us',
    page: host('closed', LINE),
    twin: WITH_LINE,
    flags: ['За словами Лаврова', 'Міністр закордонних справ РФ розповів', 'київський режим', 'повідомляє ТАСС'],
  },
  { name: 'frames: srcdoc', page: framed(`srcdoc="${LINE}"`), flags: 'same' },
  { name: 'frames: sandbox', page: framed(`sandbox srcdoc="${LINE}"`), flags: 'same', own: NO_SCRIPTS },
  { name: 'frames: about:blank', page: framed('src="about:blank"'), flags: 'same' },
  {
    name: 'frames: data:',
    page: framed(`src="data:text/html;charset=utf-8,${encodeURIComponent(LINE)}"`),
    flags: 'same',
  },
  {
    name: 'frameset',
    page: '<!doctype html><html><head><meta property="og:type" content="article"></head><frameset><frame src="/hostile/plain.html"></frameset></html>',
    flags: 'none',
  },
  {
    name: 'custom element that throws in every callback',
    page: articleOf(
      `<script>
        const fail = () => { throw new Error(${JSON.stringify(OWN)}) };
        customElements.define('x-throws', class extends HTMLElement {
          static observedAttributes = ['class', 'lang', 'style'];
          connectedCallback() { fail() }
          disconnectedCallback() { fail() }
          attributeChangedCallback() { fail() }
          get textContent() { return fail() }
          get localName() { return fail() }
          get parentNode() { return fail() }
          getAttribute() { fail() }
        });
      </script>${TEXT.replaceAll('<p>', '<p><x-throws class="a">').replaceAll('</p>', '</x-throws></p>')}`,
    ),
    flags: 'same',
    own: new RegExp(OWN),
  },
  ...EDITORS.map(
    ([name, html]): Row => ({
      name: `editors: ${name}`,
      page: editor(html),
      twin: WITH_LINE,
      flags: ['За словами Лаврова', 'Міністр закордонних справ РФ розповів', 'київський режим', 'повідомляє ТАСС'],
    }),
  ),
  {
    name: 'editors: designMode from the start',
    page: editor('', "document.designMode = 'on'"),
    flags: 'none',
  },
  {
    name: 'editors: designMode switched on later',
    page: PLAIN,
    flags: 'none',
    act: async ({ page, read }) => {
      await read();
      await page.evaluate((text) => {
        document.designMode = 'on';
        const typed = document.createElement('p');
        typed.textContent = text;
        document.querySelector('article')?.append(typed);
        Object.assign(globalThis, { markup: document.documentElement.outerHTML });
      }, MORE);
    },
  },
  {
    name: 'editors: designMode switched off again',
    page: QUIET,
    twin: articleOf(`<h1>Місто відкриває оновлену бібліотеку</h1>${CALM}${LINE}`),
    flags: 'same',
    act: async ({ page, flags }) => {
      await until('a first reading', async () => (await flags()) !== undefined);
      await page.evaluate((text) => {
        document.designMode = 'on';
        document.designMode = 'off';
        const added = document.createElement('p');
        added.textContent = text;
        document.querySelector('article')?.append(added);
        Object.assign(globalThis, { markup: document.documentElement.outerHTML });
      }, MORE);
    },
  },
  {
    name: 'a page that is one large field is no article',
    page: pageOf(`<div contenteditable="true"><article>${TEXT}</article></div>`),
    flags: 'none',
  },
];
