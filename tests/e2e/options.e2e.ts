import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, say, shows, start, until, words } from './browser';

const ALL = ['Міністр закордонних справ РФ розповів', 'повідомляє ТАСС', 'За словами Лаврова', 'київський режим'];

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start();
});
afterAll(() => house?.stop());
beforeEach(() => house.reset());

const openRules = (fragment = '') => house.rupor.openOwn(`src/ui/options/index.html${fragment}`);
type Rules = Awaited<ReturnType<typeof openRules>>;

const names = (page: Rules) => page.$$eval('.rule-list b', (items) => items.map((item) => item.textContent ?? ''));

async function search(page: Rules, text: string): Promise<void> {
  await page.type('input[type="search"]', text);
}

describe('the rules', () => {
  it('are all there, the open one in full', async () => {
    const page = await openRules('#tass');
    await until('the rules', async () => (await names(page)).length > 300);
    expect(await page.$eval('.rule h3', (head) => head.textContent)).toBe('TASS');
    const said = await words(page);
    for (const part of [say('opt_rule_owner'), say('type_agency'), 'tass.ru', 'ИТАР-ТАСС'])
      expect(said).toContain(part);
    await page.close();
  });

  it('are found by any word of theirs', async () => {
    const page = await openRules();
    await search(page, 'лавров');
    await until('the minister', async () => (await names(page)).includes('Sergey Lavrov'));
    expect((await names(page)).length).toBeLessThan(20);
    await page.close();
  });

  it('say so where nothing fits', async () => {
    const page = await openRules();
    await search(page, 'qqqq');
    await until('the sentence', async () => (await words(page)).includes(say('opt_rules_none')));
    await page.close();
  });

  it('can be switched off one by one, at once in all tabs', async () => {
    const { page: news } = await house.open('/news.html');
    await shows(news, ALL);
    const page = await openRules('#tass');
    await page.waitForSelector('.rule-switch');
    await click(page, say('opt_rule_on'));
    await shows(
      news,
      ALL.filter((text) => !text.includes('ТАСС')),
    );
    await click(page, say('opt_rule_on'));
    await shows(news, ALL);
    await page.close();
    await news.close();
  });

  it('are walked through with the arrows', async () => {
    const page = await openRules('#tass');
    await page.waitForSelector('.rule-list a[aria-current]');
    await page.focus('.rule-list a[aria-current]');
    await page.keyboard.press('ArrowDown');
    await until('another rule', async () => (await page.$eval('.rule h3', (head) => head.textContent)) !== 'TASS');
    await page.close();
  });
});
