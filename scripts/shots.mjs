// What the demo shows without a display: the marked passages as a table, and pictures of page, card, popup and rules.
import { join } from 'node:path';

/** @typedef {Awaited<ReturnType<typeof import('./browsers.mjs').launch>>} Rupor */
/** @typedef {import('../src/shared/messages').Row} Row */

const PAGE = { width: 1100, height: 900 };
const POPUP = { width: 360, height: 560 };
/** Long enough for a card to open and its transition to end. */
const SETTLE_MS = 700;

/** @param {readonly Row[]} rows */
function print(rows) {
  const lines = rows.map((row, index) => [
    String(index + 1),
    row.kind,
    row.stance,
    row.alias ? `${row.title} (${row.alias})` : row.title,
    row.mark,
  ]);
  const table = [['', 'kind', 'stance', 'who or what', 'marked'], ...lines];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  for (const line of table) console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

/** The middle of the n-th painted mark, in pixels of the window. @param {import('puppeteer-core').Page} page */
export async function markPoint(page, n = 0) {
  return page.evaluate((index) => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const places = ranges.map((painted) => {
      const range = document.createRange();
      range.setStart(painted.startContainer, painted.startOffset);
      range.setEnd(painted.endContainer, painted.endOffset);
      return range;
    });
    places.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    const range = places[index];
    if (!range) throw new Error(`there is no mark ${index}; there are ${places.length}`);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, n);
}

/** @param {number} ms */
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * @param {Rupor} rupor @param {string} url @param {string} folder
 * @returns {Promise<string[]>} paths of the pictures
 */
export async function show(rupor, url, folder) {
  await rupor.store({ settings: { v: 2, language: 'uk' } });
  const { page, tab } = await rupor.openTab(url);
  await page.setViewport(PAGE);
  const view = await rupor.state(tab);
  if (view.state !== 'list') throw new Error(`the sample is not read: ${view.state}`);
  print(view.rows);
  /** @type {string[]} */
  const pictures = [];
  /** @param {import('puppeteer-core').Page} from @param {string} name */
  const shoot = async (from, name) => {
    const path = join(folder, name);
    await from.screenshot({ path: /** @type {`${string}.png`} */ (path) });
    pictures.push(path);
  };
  // Firefox's driver has no way to set the colour scheme: it shows the one that the system has.
  const themes = rupor.kind === 'firefox' ? ['light'] : ['light', 'dark'];
  for (const theme of themes) {
    /** @param {import('puppeteer-core').Page} target */
    const paint = async (target) => {
      if (rupor.kind === 'firefox') return;
      await target.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    };
    await page.bringToFront();
    await paint(page);
    await page.mouse.move(5, 5);
    await page.evaluate(() => scrollTo(0, 0));
    await wait(SETTLE_MS);
    await shoot(page, `page-${theme}.png`);
    const point = await markPoint(page, 3);
    await page.mouse.move(point.x - 2, point.y);
    await page.mouse.move(point.x, point.y);
    await wait(SETTLE_MS);
    await shoot(page, `card-${theme}.png`);
    const popup = await rupor.openOwn(`src/ui/popup/index.html?tab=${tab}`);
    await popup.setViewport(POPUP);
    await paint(popup);
    await wait(SETTLE_MS);
    await shoot(popup, `popup-${theme}.png`);
    await popup.close();
    const rules = await rupor.openOwn('src/ui/options/index.html#ria_novosti');
    await rules.setViewport(PAGE);
    await paint(rules);
    await wait(SETTLE_MS);
    await shoot(rules, `rules-${theme}.png`);
    await rules.close();
  }
  return pictures;
}
