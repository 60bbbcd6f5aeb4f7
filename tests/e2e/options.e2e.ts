import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, say, shows, start, until, words } from './browser';

/** What of news.html is marked, every mark of it sure. */
const ALL = ['Міністр закордонних справ РФ розповів', 'повідомляє ТАСС', 'За словами Лаврова', 'київський режим'];

/** The news page with a sentence that takes an inference, and one whose speaker may be a namesake. */
const DOUBTS = readFileSync('tests/pages/news.html', 'utf8').replace(
  '</article>',
  '<p>Росія заявила, що зустріч буде короткою.</p><p>Медведєв заявив, що зустріч буде довгою.</p></article>',
);
const NORMAL = [...ALL, 'Росія заявила'];
const WIDE = [...NORMAL, 'Медведєв заявив'];

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start({ '/doubts.html': DOUBTS });
});
afterAll(() => house?.stop());
beforeEach(() => house.reset());

const openRules = (fragment = '') => house.rupor.openOwn(`src/ui/options/index.html${fragment}`);
type Rules = Awaited<ReturnType<typeof openRules>>;

const names = (page: Rules) => page.$$eval('.rule-list b', (items) => items.map((item) => item.textContent ?? ''));

async function search(page: Rules, text: string): Promise<void> {
  await page.type('input[type="search"]', text);
}

describe('the strictness', () => {
  it('moves what is painted, counted and listed in an open page, without a reload', async () => {
    const { page: news, tab } = await house.open('/doubts.html');
    await shows(news, NORMAL);
    const options = await openRules();
    await options.waitForSelector('.strictness');
    const count = (n: number) => until(`a count of ${n}`, async () => (await house.icon(tab)).text === String(n));

    await click(options, say('opt_strictness_wide'));
    await shows(news, WIDE);
    await count(WIDE.length);
    const popup = await house.popup(tab);
    await until('all rows', async () => (await popup.$$('ol li')).length === WIDE.length);
    const doubted = await popup.$$eval('.doubt', (found) => found.map((word) => word.textContent));
    expect(doubted).toEqual([say('likely')]);
    const voices = () => popup.$$eval('.voices .n', (counts) => counts.map((count) => Number(count.textContent)));
    const [kremlin = 0, others = 0] = await voices();

    await click(options, say('opt_strictness_strict'));
    await shows(news, ALL);
    await count(ALL.length);
    await until('the sure rows', async () => (await popup.$$('ol li')).length === ALL.length);
    // The two that are not sure count as anyone's.
    expect(await voices()).toEqual([kremlin - 2, others + 2]);
    expect(await words(options)).toContain(say('opt_strictness_strict_text'));

    await click(options, say('opt_strictness_normal'));
    await shows(news, NORMAL);
    await popup.close();
    await options.close();
    await news.close();
  });

  it('is chosen with the arrows, and kept', async () => {
    const options = await openRules();
    await options.waitForSelector('.strictness input:checked');
    await options.focus('.strictness input:checked');
    await options.keyboard.press('ArrowRight');
    await until('the sentence', async () => (await words(options)).includes(say('opt_strictness_wide_text')));
    await options.close();
    const again = await openRules();
    await again.waitForSelector('.strictness input[value="wide"]:checked');
    await again.close();
  });
});

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
