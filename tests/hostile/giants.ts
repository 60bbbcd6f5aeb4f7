/** Pages that are too large for anyone, built by their own scripts. */
import { expect } from 'vitest';
import { kind } from '../e2e/browser';
import { articleOf, PARAGRAPHS, pageOf, type Row, TEXT } from './row';

/** Chromium dies of more than some 4,000 levels that are shown, and of serialising 100,000; Firefox takes minutes to make so many. */
const DEEP = kind === 'chrome' ? 100_000 : 8_000;
const FLAGS = 5000;
/** So many of them are painted and listed. */
const KEPT = 2000;

/** The article, and after it what a script makes with `article` at hand. */
const grown = (script: string, head = ''): string =>
  articleOf(`${TEXT}<script>{ const article = document.currentScript.parentNode; ${script} }</script>`, head);

const grow = (script: string, giant: string): Pick<Row, 'page' | 'flags' | 'giant' | 'name'> => ({
  name: giant,
  page: grown(script),
  flags: 'same',
  giant: true,
});

export const GIANTS: readonly Row[] = [
  {
    ...grow('', `deep-100k: ${DEEP} levels${kind === 'chrome' ? ', not shown' : ' (Firefox cannot build 100 000)'}`),
    page: grown(
      `let inner = article.appendChild(document.createElement('div'));
       inner.className = 'deep';
       for (let i = 0; i < ${DEEP}; i++) inner = inner.appendChild(document.createElement('div'));
       inner.textContent = 'дно';`,
      kind === 'chrome' ? '<style>.deep { display: none }</style>' : '',
    ),
    ...(kind === 'chrome' && { unread: 'Chromium itself crashes when such a tree is serialised', unnoted: true }),
  },
  {
    ...grow('', 'deep and shown: 2 000 levels with a class each'),
    page: grown(
      `let inner = article;
       for (let i = 0; i < 2000; i++) { inner = inner.appendChild(document.createElement('div')); inner.className = 'related-' + i; }
       inner.append(document.createElement('main'));`,
    ),
  },
  grow(
    `const p = document.createElement('p'); p.textContent = 'Дощ іде з самого ранку.';
     for (let i = 0; i < 100_000; i++) article.append(p.cloneNode(true));`,
    'wide-100k: 100 000 paragraphs side by side',
  ),
  grow(
    `const p = document.createElement('pre'); p.style.height = '1em'; p.style.overflow = 'hidden';
     p.textContent = 'Дощ іде з самого ранку. '.repeat(420_000); article.append(p);`,
    'one-10MB-text: one node of ten million characters',
  ),
  grow(
    `const row = document.createElement('div'); row.style.display = 'none';
     for (let i = 0; i < 1000; i++) row.append(document.createElement('b'));
     row.removeAttribute('style'); const all = document.createElement('div');
     for (let i = 0; i < 1000; i++) all.append(row.cloneNode(true));
     article.append(all);`,
    'million-empty: a million elements without a word',
  ),
  grow(
    `const all = document.createElement('div');
     for (let i = 0; i < 50_000; i++) all.append(i % 3 ? '' : 'слово', document.createElement('br'));
     article.append(all);`,
    'br-50k: fifty thousand line breaks',
  ),
  {
    name: 'huge inline <svg> text',
    page: grown(
      `const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
       for (let i = 0; i < 2000; i++) svg.appendChild(document.createElementNS(svg.namespaceURI, 'text')).textContent =
         'За словами Лаврова, зустріч відбудеться. '.repeat(10);
       article.append(svg);`,
    ),
    flags: 'same',
    giant: true,
  },
  {
    name: `${FLAGS} flags`,
    page: pageOf(`<article>${PARAGRAPHS[0].repeat(FLAGS)}</article>`),
    twin: pageOf(`<article>${PARAGRAPHS[0]}</article>`),
    flags: Array.from({ length: KEPT }, () => 'повідомляє ТАСС'),
    giant: true,
    check: async ({ house, tab }) => expect((await house.icon(tab)).text).toBe('999+'),
  },
];
