/** Pages that change while they are read: how they are made, and what Rupor must then say everywhere. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { marks, shows, type start, until } from './browser';

export type House = Awaited<ReturnType<typeof start>>;
export type Opened = { readonly page: Page; readonly tab: number };

/** Running text without a mark, long enough to make an article of any page. */
export const CALM =
  'Погода в місті залишалася дощовою, тому частину заходів перенесли до приміщення, а решту відклали на тиждень. ' +
  'Організатори повідомили відвідувачам новий розклад і подякували їм за терпіння, бо черга тягнулася аж до площі. ' +
  'Наступного дня бібліотека знову відчинила двері для всіх охочих, і діти першими зайняли місця біля вікон.';

/** Sentences with one mark each, and the words that are painted. */
export const TASS = { says: 'Про це повідомляє ТАСС. Більше подробиць немає.', marked: 'повідомляє ТАСС' };
export const RIA = {
  says: 'Пізніше про це повідомило РИА Новости. Інших подробиць немає.',
  marked: 'повідомило РИА Новости',
};
export const LAVROV = {
  says: 'За словами Лаврова, наступна зустріч може відбутися взимку.',
  marked: 'За словами Лаврова',
};

/** An article: headline, the paragraphs, and enough calm text after them. */
export function article(headline: string, ...paragraphs: readonly string[]): string {
  const said = paragraphs.map((words) => `<p>${words}</p>`).join('');
  return `<article><h1>${headline}</h1>${said}<p>${CALM}</p><p>${CALM}</p></article>`;
}

/** A whole page around such a body. @param head more for its head, such as a meta element */
export function whole(body: string, head = ''): string {
  return `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Сторінка</title>${head}</head><body>${body}</body></html>`;
}

/** Puts new content into the first element that fits, as an app does. */
export function put(page: Page, selector: string, markup: string): Promise<void> {
  return page.evaluate(
    (where, what) => {
      const content = document.createRange().createContextualFragment(what);
      document.querySelector(where)?.replaceChildren(content);
    },
    selector,
    markup,
  );
}

/** Lets time pass in the page: only where nothing is to happen, or something is to happen later. Milliseconds. */
export function rest(page: Page, milliseconds: number): Promise<unknown> {
  return page.evaluate((time) => new Promise((done) => setTimeout(done, time)), milliseconds);
}

/** Page, icon and the list for the popup agree on these marks, in this order, and no others. */
export async function agree(house: House, { page, tab }: Opened, expected: readonly string[]): Promise<void> {
  await shows(page, expected);
  const count = String(expected.length);
  await until(`a badge of ${count}`, async () => (await house.icon(tab)).text === count);
  let listed: unknown;
  await until(`the rows ${expected.join(', ')}`, async () => {
    const view = await house.rupor.state(tab);
    listed = view.state === 'list' ? view.rows.map(({ mark }) => mark) : view.state;
    return JSON.stringify(listed) === JSON.stringify(expected);
  }).catch(() => expect(listed).toEqual(expected));
}

/**
 * Does this in the page, and reads the marks when the next frame is drawn: what a reader could see first.
 * @returns the words under marks, other than those of `kept`
 */
export async function firstFrame(page: Page, kept: readonly string[], change: () => void): Promise<string[]> {
  await page.evaluate(`(async () => {
    (${change})();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    globalThis.seen = [...CSS.highlights.values()].flatMap((highlight) => [...highlight])
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, Math.min(endOffset, endContainer.length ?? endOffset));
        return range.toString();
      });
  })()`);
  const seen = (await page.evaluate('seen')) as string[];
  return seen.filter((words) => !kept.includes(words));
}

/** The painted words now, without waiting. */
export const painted = async (page: Page): Promise<string[]> => (await marks(page)).map(({ text }) => text);

/**
 * A reading leaves out what is called `related`, and a new name alone is no change of the text: if the mark in this
 * element is still there after something that need not be read, nothing was read.
 */
export function callRelated(page: Page, selector: string): Promise<void> {
  return page.evaluate((where) => document.querySelector(where)?.classList.add('related'), selector);
}
