/** Articles that are edited while one reads them. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { start } from './browser';
import { agree, article, firstFrame, type House, LAVROV, type Opened, RIA, TASS, whole } from './follow';

const NAME = 'Речник Кремля Дмитро Пєсков провів брифінг у вівторок.';
const SAID = 'Він заявив, що зустріч відбудеться взимку.';
const HE = 'Він заявив';
const PAGE = whole(article('Новина', NAME, SAID, TASS.says, LAVROV.says));
const MARKED = [HE, TASS.marked, LAVROV.marked];

let house: House;
let opened: Opened;
let page: Page;
beforeAll(async () => {
  house = await start({ '/edited.html': PAGE });
  opened = await house.openBlank();
  page = opened.page;
});
afterAll(() => house?.stop());
beforeEach(async () => {
  await page.goto(`${house.server.origin}/edited.html`);
  await agree(house, opened, MARKED);
});

/** Writes other words into a paragraph's own text node. */
const write = (paragraph: number, text: string) =>
  page.evaluate(
    (at, data) => {
      const node = document.querySelectorAll('article p')[at]?.firstChild;
      if (node instanceof Text) node.data = data;
    },
    paragraph,
    text,
  );

describe('a pronoun', () => {
  it('keeps the one it means when only its own paragraph changes', async () => {
    await write(1, `Потім усе змінилося. ${SAID}`);
    await agree(house, opened, MARKED);
    await write(1, 'Потім усе змінилося.');
    await agree(house, opened, MARKED.slice(1));
    await write(1, SAID);
    await agree(house, opened, MARKED);
  });

  it('means another one when only the paragraph before changes', async () => {
    await write(0, 'Мер міста провів брифінг у вівторок.');
    await agree(house, opened, MARKED.slice(1));
    await write(0, NAME);
    await agree(house, opened, MARKED);
  });
});

describe('a mark', () => {
  it('goes at once with words that are written over, and is not left on others', async () => {
    const seen = await firstFrame(page, MARKED, () => {
      const node = document.querySelectorAll('article p')[2]?.firstChild;
      if (node instanceof Text) node.data = 'Учора в місті було тихо. Більше подробиць немає.';
    });
    expect(seen).toEqual([]);
    await agree(house, opened, [HE, LAVROV.marked]);
  });

  it('goes at once with a paragraph that is taken out', async () => {
    const seen = await firstFrame(page, [HE, LAVROV.marked], () => document.querySelectorAll('article p')[2]?.remove());
    expect(seen).toEqual([]);
    await agree(house, opened, [HE, LAVROV.marked]);
  });

  it('comes with words that are written', async () => {
    await write(2, RIA.says);
    await agree(house, opened, [HE, RIA.marked, LAVROV.marked]);
  });

  it('stays where its text is split and joined again', async () => {
    await page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('article p')) {
        const { firstChild: text } = paragraph;
        for (let at = 9; at > 0 && text instanceof Text; at -= 3) text.splitText(at);
      }
    });
    await agree(house, opened, MARKED);
    await page.evaluate(() => document.querySelector('article')?.normalize());
    await agree(house, opened, MARKED);
  });

  it('goes where its paragraph goes', async () => {
    await page.evaluate(() => {
      const [, , tass, lavrov] = document.querySelectorAll('article p');
      if (tass) lavrov?.after(tass);
    });
    await agree(house, opened, [HE, LAVROV.marked, TASS.marked]);
  });

  it('goes with a paragraph that another document adopts, and returns with it', async () => {
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const paragraph = document.querySelectorAll('article p')[2];
      if (paragraph) frame.contentDocument?.body.append(paragraph);
    });
    await agree(house, opened, [HE, LAVROV.marked]);
    await page.evaluate(() => {
      const paragraph = document.querySelector('iframe')?.contentDocument?.querySelector('p');
      if (paragraph) document.querySelectorAll('article p')[1]?.after(paragraph);
    });
    await agree(house, opened, MARKED);
  });
});
