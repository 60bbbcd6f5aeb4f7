/** Pages that never stand still: storms, feeds, other articles under other addresses, documents written anew. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { until } from '../e2e/browser';
import { type Act, articleOf, CALM, MORE, PLAIN, QUIET, type Row, TEXT } from './row';

/** How long a storm lasts, milliseconds; changes in each of its steps of ten milliseconds: 5 000 a second. */
const STORM_MS = 1500;
const GUSTS = 50;

/** Lets the page change itself; what it puts back at its end is what it was. @param gust one change, `i` counts */
const storm = (gust: string, calm: string) => async (page: Page) => {
  await page.evaluate(`(async () => {
    const article = document.querySelector('article');
    const [first, second] = article.querySelectorAll('p');
    const end = performance.now() + ${STORM_MS};
    for (let i = 0; performance.now() < end; await new Promise((done) => setTimeout(done, 10))) {
      for (let n = 0; n < ${GUSTS}; n++, i++) { ${gust} }
    }
    ${calm}
  })()`);
};

/** The page as it is now is what has to be left as it is. */
const remember = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign(globalThis, { markup: document.documentElement.outerHTML });
  });

const FEED = `${TEXT}${CALM}`;
const ITEM = `<p>${MORE}</p>`;
const ITEMS = 12;

const OTHER_TEXT = `<h1>Пресслужба переказала розмову</h1><p>${MORE}</p>${CALM}`;
const OTHER = articleOf(OTHER_TEXT);

/** Shows another article under another address, as pages do that never load a second one. */
const goes =
  (how: string): Act =>
  async ({ page, painted }) => {
    await until('the first article’s marks', async () => (await painted()).length === 4);
    await page.evaluate(how);
    await page.evaluate((inside) => {
      const article = document.querySelector('article');
      article?.replaceChildren(document.createRange().createContextualFragment(inside));
    }, OTHER_TEXT);
    await remember(page);
  };

/** Writes over the document, as old scripts do. */
const written =
  (html: string, close: boolean): Act =>
  async ({ page }) => {
    await page.evaluate(
      (source, end) => {
        document.open();
        document.write(source);
        if (end) document.close();
      },
      html,
      close,
    );
    await remember(page);
  };

export const RESTLESS: readonly Row[] = [
  {
    name: 'storm-attributes: 5 000 a second',
    page: PLAIN,
    flags: 'same',
    act: ({ page }) =>
      storm(
        `article.className = 'c' + i; first.title = i; document.documentElement.dataset.theme = i % 2 ? 'dark' : 'light';`,
        `article.removeAttribute('class'); first.removeAttribute('title'); delete document.documentElement.dataset.theme;`,
      )(page),
  },
  {
    name: 'storm-childlist: 5 000 a second',
    page: PLAIN,
    flags: 'same',
    act: ({ page }) =>
      storm(
        `const p = document.createElement('p'); p.textContent = 'Рядок ' + i + ' повідомляє ТАСС'; article.append(p); p.remove(); article.insertBefore(second, i % 2 ? first : null);`,
        `first.after('\\n', second); article.normalize(); for (const node of [...article.childNodes]) if (node.nodeType === 3) node.data = '\\n';
         document.querySelectorAll('article > p').forEach((p) => p.previousSibling.nodeType === 1 && p.before('\\n'));
         globalThis.markup = document.documentElement.outerHTML;`,
      )(page),
  },
  {
    name: 'storm-characterData: 5 000 a second',
    page: PLAIN,
    flags: 'same',
    act: ({ page }) =>
      storm(
        `const text = second.firstChild; globalThis.kept ??= text.data; text.data = 'За словами Лаврова, рядок ' + i;`,
        `second.firstChild.data = globalThis.kept;`,
      )(page),
  },
  {
    name: `endless-scroll: ${ITEMS} more paragraphs, one by one`,
    page: articleOf(FEED),
    twin: articleOf(FEED + ITEM.repeat(ITEMS)),
    flags: 'same',
    act: async ({ page }) => {
      for (let i = 0; i < ITEMS; i++) {
        await page.evaluate((text) => {
          const item = document.createElement('p');
          item.textContent = text;
          document.querySelector('article')?.append(item);
          scrollTo(0, document.body.scrollHeight);
        }, MORE);
      }
      await remember(page);
    },
  },
  { name: 'spa: pushState', page: PLAIN, twin: OTHER, flags: 'same', act: goes("history.pushState(null, '', '?b')") },
  {
    name: 'spa: replaceState',
    page: PLAIN,
    twin: OTHER,
    flags: 'same',
    act: goes("history.replaceState(null, '', '?b')"),
  },
  { name: 'spa: hash', page: PLAIN, twin: OTHER, flags: 'same', act: goes("location.hash = '#/b'") },
  {
    name: 'bfcache pair: away and back',
    page: PLAIN,
    flags: 'same',
    act: async ({ page, house, read, painted }) => {
      await read();
      await page.goto(`${house.server.origin}/hostile/quiet.html`);
      await page.goBack();
      await until('the marks', async () => (await painted()).length === 4);
    },
  },
  {
    name: 'document.write after load, never closed',
    page: QUIET,
    twin: PLAIN,
    flags: 'same',
    act: written(PLAIN, false),
  },
  { name: 'document.open: another article', page: QUIET, twin: PLAIN, flags: 'same', act: written(PLAIN, true) },
  {
    name: 'document.open: the flags go with the text',
    page: PLAIN,
    flags: 'none',
    act: async (stage) => {
      await stage.read();
      await written(QUIET, true)(stage);
    },
  },
  {
    name: 'adopted node: the article goes through another document',
    page: articleOf(TEXT).replace('</body>', '<iframe></iframe></body>'),
    flags: 'same',
    act: async ({ page, read }) => {
      await read();
      await page.evaluate(() => {
        const article = document.querySelector('article');
        const frame = document.querySelector('iframe');
        if (!article || !frame) return;
        frame.contentDocument?.body.append(article);
        frame.before(article);
      });
    },
  },
  {
    name: 'redirect while scanning',
    page: articleOf(
      `${TEXT}${CALM.repeat(3000)}<script>addEventListener('load', () => setTimeout(() => location.replace('/hostile/plain.html'), 60))</script>`,
    ),
    flags: 'same',
    act: async ({ page }) => {
      await page.waitForFunction(() => location.pathname === '/hostile/plain.html');
      expect(new URL(page.url()).pathname).toBe('/hostile/plain.html');
    },
  },
];
