import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { click, complaints, say, shows, start, until, words } from './browser';

/** A page of news with an invented outlet and an invented phrase in it. */
const NEWS = `<!doctype html><html lang="uk"><head><meta charset="utf-8"><meta property="og:type" content="article">
<title>Порт</title></head><body><article><h1>Порт відкриють до кінця місяця</h1>
<p>Про це повідомляє Ромашка-Інформ, а наступного дня про порт написала і міська газета.</p>
<p>Так званий «мирний примус» обговорювали дві години, однак рішення ще не ухвалили.</p>
<p>Учора в порту тривав мирний примус, і кораблі чекали на рейді до самого вечора.</p>
<p>За словами Лаврова, наступна зустріч може відбутися взимку.</p></article></body></html>`;

const LEXICON = ['За словами Лаврова'];
const SOURCE = 'повідомляє Ромашка-Інформ';
const PHRASES = ['«мирний примус»', 'мирний примус'];

let house: Awaited<ReturnType<typeof start>>;
let news: Page;
let tab: number;
let options: Page;
let heard: readonly string[];
beforeAll(async () => {
  house = await start({ '/own.html': NEWS });
  await openBoth();
});
afterAll(() => house?.stop());

async function openBoth(): Promise<void> {
  ({ page: news, tab } = await house.open('/own.html'));
  options = await house.rupor.openOwn('src/ui/options/index.html#own');
  heard = complaints(options);
}

/** What the page says of its marks. */
async function rows() {
  const state = await house.rupor.state(tab);
  return state.state === 'list' ? state.rows : [];
}

/** Writes over what is in a field. */
async function write(selector: string, text: string): Promise<void> {
  await options.waitForSelector(selector);
  await options.$eval(selector, (field) => (field as HTMLTextAreaElement).select());
  await options.type(selector, text);
}

/** By key: the line that says what was done may lie over the button. */
async function save(): Promise<void> {
  await options.focus('#own-name');
  await options.keyboard.press('Enter');
}
const line = (name: string) => until(name, async () => (await words(options)).includes(name));

describe('own sources and phrases', () => {
  it('are refused where they would mark everything, or are known', async () => {
    await shows(news, LEXICON);
    await options.waitForSelector('#own-add');
    await click(options, say('own_add'));
    await write('#own-name', 'Ромашка-Інформ');
    await write('#own-forms', 'ро*\nТАСС');
    await until('both faults', async () => {
      const said = await words(options);
      return said.includes(say('own_fault_open', 'ро*', '3')) && said.includes(say('own_fault_known', 'ТАСС', 'TASS'));
    });
    await save();
    expect(await options.evaluate(() => document.activeElement?.id)).toBe('own-forms');
    await shows(news, LEXICON);
  });

  it('are tried on a sample by the engine of the pages', async () => {
    await write('#own-forms', 'Ромашка-Інформ*');
    await until('a mark in the sample', async () => {
      const marked = await options.$$eval('.own-marked .mark', (marks) => marks.map((mark) => mark.textContent));
      return JSON.stringify(marked) === JSON.stringify([SOURCE]);
    });
    await write('#own-sample', 'Тут нічого немає.');
    await line(say('own_sample_none'));
  });

  it('of a source: an open page is marked at once, and says whose it is', async () => {
    await save();
    await shows(news, [SOURCE, ...LEXICON]);
    const [source] = await rows();
    expect(source).toMatchObject({
      title: 'Ромашка-Інформ',
      role: 'attribution',
      stance: 'reported',
      confidence: 'sure',
    });
    expect(source?.entry).toMatch(/^own_/);
  });

  it('of a phrase: with its stance', async () => {
    await click(options, say('own_add'));
    await write('#own-name', 'мирний примус');
    await write('#own-forms', 'мирн* примус*');
    await options.$eval('.own-form .seg label:last-of-type', (label) => (label as HTMLElement).click());
    await save();
    await shows(news, [SOURCE, ...PHRASES, ...LEXICON]);
    expect((await rows()).slice(1, 3).map(({ kind, stance }) => [kind, stance])).toEqual([
      ['framing', 'distanced'],
      ['framing', 'adopted'],
    ]);
  });

  it('are listed in the popup as the reader’s, and lead to their form instead of a report', async () => {
    const popup = await house.popup(tab);
    await until('all rows', async () => (await popup.$$('.flag')).length === 4);
    await click(popup, say('why_of', 'Ромашка-Інформ'));
    await until('whose it is', async () => (await words(popup)).includes(say('own_card', say('kind_state-media'))));
    await click(popup, say('not_this_of', 'Ромашка-Інформ'));
    await until('the menu', async () => (await words(popup)).includes(say('own_change')));
    expect(await words(popup)).not.toContain(say('not_report'));
    const before = new Set(await house.rupor.pages());
    await click(popup, say('own_change'));
    let form: Page | undefined;
    await until('the form', async () => {
      form = (await house.rupor.pages()).find((one) => !before.has(one));
      const name = await form?.$eval('#own-name', (field) => (field as HTMLInputElement).value).catch(() => undefined);
      return name === 'Ромашка-Інформ';
    });
    await form?.close();
    if (!popup.isClosed()) await popup.close();
  });

  it('are changed, and the page with them', async () => {
    await options.bringToFront();
    await click(options, say('own_edit_of', 'мирний примус'));
    await write('#own-name', 'тривалий примус');
    await write('#own-forms', 'тривав мирн* примус*');
    await save();
    const title = 'тривалий примус';
    await until('the new name', async () => (await rows()).some((row) => row.title === title));
    await shows(news, [SOURCE, 'тривав мирний примус', ...LEXICON]);
  });

  it('are there after all of it was opened anew', async () => {
    await options.close();
    await news.close();
    await openBoth();
    await line('тривалий примус');
    await shows(news, [SOURCE, 'тривав мирний примус', ...LEXICON]);
  });

  it('are removed, and come back', async () => {
    await click(options, say('remove_of', 'Ромашка-Інформ'));
    await line(say('own_removed', 'Ромашка-Інформ'));
    await shows(news, ['тривав мирний примус', ...LEXICON]);
    await click(options, say('undo'));
    await shows(news, [SOURCE, 'тривав мирний примус', ...LEXICON]);
    expect(heard).toEqual([]);
  });
});
