/** Pages that grow: a feed without an end, a live blog. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kind, start, until } from './browser';
import { agree, article, CALM, type House, LAVROV, type Opened, painted, RIA, TASS, whole } from './follow';

const ITEMS = 200;
const STEP = 4;
/** Items that the page keeps; older ones are taken out, as feeds do. */
const KEPT = 40;
/** The last items may take this much longer than the first: what is read does not grow with what was read. */
const GROWTH_MAX = 1.5;
const ATTEMPTS = 3;

/** A feed that measures by its own clock how long new items are without their marks, and remembers its old items weakly. */
const FEED = whole(
  `<main></main><script>
    const gone = [];
    const main = document.querySelector('main');
    const marked = (node) => [...CSS.highlights.values()].some((highlight) =>
      [...highlight].some((painted) => node.contains(painted.startContainer)));
    async function add(first, count) {
      const items = Array.from({ length: count }, (_, i) => {
        const item = document.createElement('article');
        item.innerHTML = '<h2>Запис ' + (first + i) + '</h2><p>${TASS.says}</p><p>${CALM}</p>';
        return item;
      });
      const began = performance.now();
      main.append(...items);
      while (main.childElementCount > ${KEPT}) {
        const old = main.firstElementChild;
        gone.push(...[...old.querySelectorAll('*')].map((element) => new WeakRef(element.firstChild)));
        old.remove();
      }
      while (!items.every(marked)) {
        if (performance.now() - began > 5000) throw new Error('an item without a mark');
        await new Promise((done) => requestAnimationFrame(done));
      }
      return performance.now() - began;
    }
  </script>`,
  '<meta property="og:type" content="article">',
);
const BLOG = whole(
  `<main>${article('Наживо', TASS.says, LAVROV.says)}</main>`,
  '<meta property="og:type" content="article">',
);

let house: House;
beforeAll(async () => {
  house = await start({ '/feed.html': FEED, '/blog.html': BLOG });
});
afterAll(() => house?.stop());

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** Frees what nothing holds. */
async function collectGarbage(page: Page): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  await client.detach();
}

describe('a feed without an end', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await house.open('/feed.html');
  });
  afterAll(() => opened.page.close());

  it('has every new item marked, the last as fast as the first', { timeout: 180_000 }, async () => {
    // Another program's turn slows one page; a reading that grows slows each.
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (attempt > 1) {
        await opened.page.close();
        opened = await house.open('/feed.html');
      }
      const times: number[] = [];
      for (let first = 0; first < ITEMS; first += STEP) {
        times.push(Number(await opened.page.evaluate(`add(${first}, ${STEP})`)));
      }
      const part = Math.ceil(50 / STEP);
      const [early, late] = [median(times.slice(0, part)), median(times.slice(-part))];
      console.info(
        `${kind}: a step of ${STEP} items is marked in ${early.toFixed(0)} ms, at the end ${late.toFixed(0)} ms`,
      );
      if (late / early <= GROWTH_MAX) return;
    }
    expect.fail(`the last items came more than ${GROWTH_MAX} times as slowly as the first, ${ATTEMPTS} times`);
  });

  it('counts and lists the items that are there, and no others', async () => {
    await agree(house, opened, Array(KEPT).fill(TASS.marked));
  });

  // Firefox's driver cannot ask for garbage to be collected.
  it.skipIf(kind === 'firefox')('lets go of the items that were taken out (Chromium only)', async () => {
    await until('old items that are free', async () => {
      await collectGarbage(opened.page);
      return (await opened.page.evaluate('gone.filter((text) => text.deref()).length')) === 0;
    });
    expect(await opened.page.evaluate('gone.length')).toBe((ITEMS - KEPT) * 3);
  });
});

describe('a live blog', () => {
  it('has new entries marked above the old ones, which stay the same marks', async () => {
    const opened = await house.open('/blog.html');
    await agree(house, opened, [TASS.marked, LAVROV.marked]);
    const ids = async () => {
      const view = await house.rupor.state(opened.tab);
      return view.state === 'list' ? view.rows.map(({ id }) => id) : [];
    };
    const before = await ids();
    for (let entry = 1; entry <= 3; entry++) {
      await opened.page.evaluate((words) => {
        const added = document.createElement('p');
        added.textContent = words;
        document.querySelector('h1')?.after(added);
      }, RIA.says);
      await agree(house, opened, [...Array(entry).fill(RIA.marked), TASS.marked, LAVROV.marked]);
      expect((await ids()).slice(entry)).toEqual(before);
    }
    expect(await painted(opened.page)).toHaveLength(5);
    await opened.page.close();
  });
});
