import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, marks, say, shows, start, until, words } from './browser';

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

const countOf = (page: Rules): Promise<number> =>
  page.$eval(
    '.rules-count',
    (line) => Number.parseInt((line.textContent ?? '').replace(/[^\d,].*$/u, '').replace(',', ''), 10) || 0,
  );

async function search(page: Rules, text: string): Promise<void> {
  await page.waitForSelector('.rules-find input');
  await page.type('.rules-find input[type="search"]', text);
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
    await until('the rules', async () => (await countOf(page)) > 300);
    // Of a long list only what can be seen is drawn.
    expect((await names(page)).length).toBeLessThan(60);
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

describe('the sites', () => {
  it('are switched off and chosen by their address, at once in an open page, and stay so', async () => {
    const { page: news } = await house.open('/news.html');
    await shows(news, ALL);
    const page = await openRules('#sites');
    await page.waitForSelector('#sites .add input');
    await page.type('#sites .add input', `${house.server.origin}/a?b#c`);
    await page.keyboard.press('Enter');
    await shows(news, []);
    const host = new URL(house.server.origin).hostname;
    await click(page, say('remove_of', host));
    await shows(news, ALL);
    await click(page, say('undo'));
    await shows(news, []);
    await page.close();
    const again = await openRules('#sites');
    await again.waitForSelector('#sites .entries select');
    expect(await again.$eval('#sites .entries select', (choice) => choice.value)).toBe('off');

    await again.select('#sites .entries select', 'always');
    await shows(news, ALL);
    await click(again, say('remove_of', host));
    await again.click('#sites input[role="switch"]');
    await shows(news, []);
    await again.close();
    await news.close();
  });

  it('are refused in one sentence where they are none', async () => {
    const page = await openRules('#sites');
    await page.waitForSelector('#sites .add input');
    await page.type('#sites .add input', 'visnyk,example');
    await page.keyboard.press('Enter');
    await until('the sentence', async () => (await words(page)).includes(say('opt_site_bad', 'visnyk,example')));
    await page.close();
  });
});

describe('what to mark', () => {
  it('is chosen by kind, by how it is put and by place, at once in an open page', async () => {
    const { page: news } = await house.open('/news.html');
    await shows(news, ALL);
    const page = await openRules('#what');
    await page.waitForSelector('#what .check');
    await click(page, say('kinds_framing'));
    await shows(
      news,
      ALL.filter((text) => text !== 'київський режим'),
    );
    await click(page, say('kinds_framing'));
    await click(page, say('stance_reported'));
    await until('fewer marks', async () => (await marks(news)).length < ALL.length);
    await click(page, say('stance_reported'));
    await shows(news, ALL);
    await page.close();
    await news.close();
  });
});

describe('the exclusions', () => {
  it('bring their marks back when they are removed, and take them away with an undo', async () => {
    await house.rupor.store({
      settings: { v: 2, language: 'en', exclusions: [{ scope: 'anywhere', entry: 'tass', title: 'TASS', at: 1 }] },
    });
    const without = ALL.filter((text) => !text.includes('ТАСС'));
    const { page: news } = await house.open('/news.html');
    await shows(news, without);
    const page = await openRules('#exclusions');
    await page.waitForSelector('#exclusions li');
    await click(page, say('remove_of', 'TASS'));
    await shows(news, ALL);
    await click(page, say('undo'));
    await shows(news, without);
    await click(page, say('opt_exclusions_clear'));
    await shows(news, ALL);
    await page.close();
    await news.close();
  });
});

describe('the page', () => {
  it('goes where its address says, and says where one is', async () => {
    const page = await openRules('#privacy');
    const current = () => page.$eval('nav.sections [aria-current]', (link) => link.getAttribute('href'));
    await until('the section', async () => (await page.$('#privacy')) !== null && (await current()) === '#privacy');
    await page.close();
  });

  it('takes another language at once', async () => {
    const page = await openRules();
    await page.waitForSelector('.language select');
    await page.select('.language select', 'uk');
    await until('Ukrainian', () => page.evaluate(() => document.documentElement.lang === 'uk'));
    expect(await page.$eval('h1', (head) => head.textContent)).not.toBe(say('options'));
    await page.close();
  });

  it.each([320, 820, 1600])('has room for itself at %i pixels, and at twice the size', async (width) => {
    const page = await openRules();
    await page.waitForSelector('#data');
    await page.setViewport({ width, height: 800 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.close();
  });
});
