import { inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kind, marks, say, shows, start, until, words } from './browser';
import { PAGES, PAINTED } from './card-pages';

/** More passages than are painted. */
const LONG = `<!doctype html><html lang="uk"><head><meta charset="utf-8"><meta property="og:type" content="article">
<title>Стрічка</title></head><body><article><h1>Стрічка новин порту</h1>
${'<p>Про це повідомляє ТАСС. Порт працює, а причал полагодять узимку.</p>'.repeat(2200)}</article></body></html>`;

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start({ ...PAGES, '/long.html': LONG });
});
afterAll(() => house?.stop());
beforeEach(() => house.reset());

async function open(path = '/plain.html') {
  const opened = await house.open(path);
  await shows(opened.page, PAINTED);
  return opened;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const painted = async (page: Page) => (await marks(page)).length;

/** What makes the painter look. */
async function point(page: Page): Promise<void> {
  await page.mouse.move(300, 300);
  await page.mouse.move(310, 310);
}
const scroll = (page: Page) => page.evaluate(() => scrollBy(0, scrollY === 0 ? 60 : -60));
async function stir(page: Page): Promise<void> {
  await point(page);
  await scroll(page);
}

/** Longer than the painter takes to look after that, and than a scroll takes to end. Milliseconds. */
const LOOKED = 400;
/** Longer than it looks by itself after it has painted. Milliseconds. */
const SETTLED = 2500;

describe('marks that a page takes away', () => {
  const thefts: Record<string, () => void> = {
    'clears the registry': () => CSS.highlights.clear(),
    'puts its own in their place': () => {
      for (const [name] of [...CSS.highlights]) CSS.highlights.set(name, new Highlight());
    },
    'empties them': () => {
      for (const [, highlight] of [...CSS.highlights]) highlight.clear();
    },
  };
  const left = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    for (const how of Object.keys(thefts)) pages.set(how, (await open()).page);
    await pause(SETTLED);
  });
  afterAll(() => Promise.all([...pages.values()].map((page) => page.close())));

  async function front(how: string): Promise<Page> {
    const page = pages.get(how) as Page;
    await page.bringToFront();
    return page;
  }

  it.each(Object.entries(thefts))('come back twice where a page %s', async (how, theft) => {
    const page = await front(how);
    for (const look of [point, scroll]) {
      // At once: a scroll that is just ending makes the painter look.
      expect(await page.evaluate(`(${theft})(), (${left})()`)).toBe(0);
      await look(page);
      await shows(page, PAINTED);
    }
  });

  it('do not come back a third time', async () => {
    for (const [how, theft] of Object.entries(thefts)) {
      const page = await front(how);
      await shows(page, PAINTED);
      await page.evaluate(theft);
      await stir(page);
    }
    await pause(SETTLED);
    for (const how of Object.keys(thefts)) {
      const page = await front(how);
      await stir(page);
      await pause(LOOKED);
      expect(await painted(page), how).toBe(0);
    }
  });
});

describe('the marks', () => {
  it('come back by themselves where a page takes them as it starts', async () => {
    const { page, tab } = await house.openBlank();
    await page.goto(`${house.server.origin}/plain.html`);
    await shows(page, PAINTED);
    await page.evaluate(() => CSS.highlights.clear());
    await shows(page, PAINTED);
    // What is counted does not hang on what is painted.
    expect(await house.rupor.state(tab)).toMatchObject({ state: 'list', rows: { length: PAINTED.length } });
    await page.close();
  });

  it('cost a page no turn of its own: one that fights each frame wins', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      const state = { sets: 0, stop: false };
      Object.assign(globalThis, { state });
      const each = () => {
        if (CSS.highlights.size > 0) state.sets++;
        CSS.highlights.clear();
        if (!state.stop) requestAnimationFrame(each);
      };
      each();
    });
    for (let time = 0; time < 6; time++) {
      await stir(page);
      await pause(LOOKED);
    }
    const sets = await page.evaluate(() => (globalThis as unknown as { state: { sets: number } }).state.sets);
    // Once as it was found, and twice put back.
    expect(sets).toBe(3);
    await page.close();
  });

  it('leave the page’s own highlights as they are, with names of any kind', async () => {
    const { page, tab } = await house.openBlank();
    await page.evaluateOnNewDocument(() => {
      addEventListener('DOMContentLoaded', () => {
        const text = document.querySelector('h1')?.firstChild as Text;
        const range = new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 4 });
        for (const name of ['search', 'passage', 'own']) CSS.highlights.set(name, new Highlight(range));
      });
    });
    await page.goto(`${house.server.origin}/plain.html`);
    const own = () =>
      page.evaluate(() =>
        [...CSS.highlights]
          .filter(([name]) => !/-(light|dark)$/.test(name))
          .map(([name, { size }]) => `${name} ${size}`),
      );
    await until('all marks', async () => (await painted(page)) === PAINTED.length + 3);
    await house.rupor.ask(tab, { do: 'toggle-marks' });
    await until('no marks', async () => (await painted(page)) === 3);
    expect(await own()).toEqual(['search 1', 'passage 1', 'own 1']);
    await page.close();
  });

  it('change their colours with the page where they stand on another ground, and are not found anew', async () => {
    const { page } = await open();
    const grounds = async () => (await marks(page)).map(({ name }) => name.slice(name.lastIndexOf('-') + 1));
    /** How many places are painted that were not at the last question. */
    const foundAnew = () =>
      page.evaluate(() => {
        const own = globalThis as { placesThen?: Set<AbstractRange> };
        const now = new Set([...CSS.highlights].flatMap(([, highlight]) => [...highlight]));
        const { placesThen: then = now } = own;
        own.placesThen = now;
        return [...now].filter((place) => !then.has(place)).length;
      });
    await foundAnew();
    expect(new Set(await grounds())).toEqual(new Set(['light']));
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('article p:nth-of-type(even)'))
        one.setAttribute('style', 'background: #fff; color: #111');
      document.documentElement.setAttribute('style', 'background: #111; color: #eee');
    });
    await until('marks on dark', async () => (await grounds()).includes('dark'));
    expect(await grounds()).toContain('light');
    await shows(page, PAINTED);
    await page.evaluate(() => document.documentElement.removeAttribute('style'));
    await until('all on light', async () => !(await grounds()).includes('dark'));
    await shows(page, PAINTED);
    expect(await foundAnew()).toBe(0);
    await page.close();
  });

  it('are 2,000 at most, the first of the page, and the popup says so', async () => {
    const { page, tab } = await house.open('/long.html');
    await until('2,000 marks', async () => (await painted(page)) === 2000);
    const last = await page.evaluate(() => {
      const ends = [...CSS.highlights].flatMap(([, highlight]) => [...highlight].map((range) => range.startContainer));
      const all = [...document.querySelectorAll('p')];
      return Math.max(...ends.map((end) => all.indexOf(end.parentElement as HTMLParagraphElement)));
    });
    expect(last).toBe(1999);
    const popup = await house.popup(tab);
    await until('the end of the list', async () => (await words(popup)).includes(say('cut_marks', '2,000')));
    expect(await house.rupor.state(tab)).toMatchObject({ rows: { length: 2000 } });
    await popup.close();
    await page.close();
  });

  it('are not printed', async () => {
    const { page, tab } = await open();
    const marked = inks(await page.pdf());
    await house.rupor.ask(tab, { do: 'toggle-marks' });
    await shows(page, []);
    const plain = inks(await page.pdf());
    expect(plain.length).toBeGreaterThan(0);
    expect(marked).toEqual(plain);
    await page.close();
  });
});

/** Every colour that the drawing of a printed page sets: operators of PDF 32000, 8.6.8. */
function inks(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf);
  const found = new Set<string>();
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const from = bytes[at + 6] === 13 ? at + 8 : at + 7;
    let text: string;
    try {
      text = inflateSync(bytes.subarray(from, bytes.indexOf('endstream', from))).toString('latin1');
    } catch {
      continue; // A font, or the word inside something else.
    }
    if (!/\bBT\b/.test(text)) continue;
    for (const [ink] of text.matchAll(/(?:-?[\d.]+ ){1,4}(?:rg|RG|g|G|k|K|sc|SC|scn|SCN)\b/g)) found.add(ink);
  }
  return [...found].sort();
}

/** What a reader may prefer: Chromium's driver sets it page by page, Firefox is told by preferences as it starts. */
const PREFERENCES = {
  'forced-colors': { value: 'active', firefox: { 'browser.display.document_color_use': 2 } },
  'prefers-contrast': { value: 'more', firefox: { 'ui.useAccessibilityTheme': 1 } },
  'prefers-reduced-motion': { value: 'reduce', firefox: { 'ui.prefersReducedMotion': 1 } },
} as const;

/** Does something in a page of marks whose reader prefers this. */
async function preferring(
  name: keyof typeof PREFERENCES,
  act: (page: Page, tab: number, own: typeof house) => Promise<void>,
): Promise<void> {
  const { value, firefox } = PREFERENCES[name];
  const own = kind === 'firefox' ? await start(PAGES, firefox) : house;
  try {
    const { page, tab } = await own.open('/plain.html');
    await shows(page, PAINTED);
    if (kind === 'chrome') {
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
    }
    expect(await page.evaluate((query) => matchMedia(query).matches, `(${name}: ${value})`)).toBe(true);
    await act(page, tab, own);
    await page.close();
  } finally {
    if (own !== house) await own.stop();
  }
}

describe('the mark one has jumped to', () => {
  const flashes = async (page: Page) =>
    (await marks(page)).filter(({ name }) => /5-/.test(name)).map(({ text }) => text);

  it('is bright for a moment', async () => {
    const { page, tab } = await open();
    const view = await house.rupor.state(tab);
    const id = view.state === 'list' ? (view.rows[1]?.id ?? -1) : -1;
    await house.rupor.ask(tab, { do: 'reveal', id });
    const start = Date.now();
    expect(await flashes(page)).toEqual(['Лавров вважає']);
    await until('the end of it', async () => (await flashes(page)).length === 0);
    expect(Date.now() - start).toBeGreaterThan(900);
    expect(Date.now() - start).toBeLessThan(3000);
    await page.close();
  });

  it('stays bright until the next key where nothing may move', async () => {
    await preferring('prefers-reduced-motion', async (page, tab, own) => {
      const view = await own.rupor.state(tab);
      const id = view.state === 'list' ? (view.rows[1]?.id ?? -1) : -1;
      await own.rupor.ask(tab, { do: 'reveal', id });
      await pause(2000);
      expect(await flashes(page)).toEqual(['Лавров вважає']);
      await page.bringToFront();
      await page.keyboard.press('Shift');
      await until('the end of it', async () => (await flashes(page)).length === 0);
    });
  });
});

describe('for a reader who needs other colours', () => {
  /** The line of a mark, as the page can see it; the sheet comes a little after the first mark. */
  async function lineOf(page: Page, stanceAndKind: string): Promise<string> {
    let line = '';
    await until('the sheet', async () => {
      line = await page.evaluate((name) => {
        const { textDecorationStyle, textDecorationThickness, backgroundColor } = getComputedStyle(
          document.body,
          `::highlight(passage-${name})`,
        );
        return `${textDecorationStyle} ${textDecorationThickness} ${backgroundColor}`;
      }, stanceAndKind);
      return !line.includes(' auto ');
    });
    return line;
  }

  // What is asked for. Chromium 156 paints a selection behind it all the same; the line stays.
  it('the line tells kind and stance without a tint where the system sets the colours', async () => {
    await preferring('forced-colors', async (page) => {
      const lines = await Promise.all(
        ['s1', 's3', 'o1', 'o3', 'f1', 'f3'].map((name) => lineOf(page, `${name}-light`)),
      );
      const clear = lines.filter((line) => /(?:, 0\)|transparent)$/.test(line));
      expect(clear).toHaveLength(6);
      expect(lines.map((line) => line.replace(/ rgba.*/, ''))).toEqual([
        'solid 2.5px',
        'solid 1px',
        'dotted 2.5px',
        'dotted 1px',
        'wavy 1.6px',
        'wavy 0.8px',
      ]);
    });
  });

  it('lines are thicker where more contrast is wanted', async () => {
    const thickness = async (page: Page) => Number.parseFloat((await lineOf(page, 's3-light')).split(' ')[1] ?? '');
    const { page } = await open();
    const usual = await thickness(page);
    await page.close();
    await preferring('prefers-contrast', async (other) => expect(await thickness(other)).toBeGreaterThan(usual));
  });
});
