/**
 * Pages that never stand still: storms, documents written anew, redirects. Feeds, other articles under other addresses,
 * the way back and pages prepared beforehand are followed in tests/e2e/follow-*.e2e.ts.
 */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type Act, articleOf, CALM, PLAIN, QUIET, type Row, TEXT } from './row';

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
