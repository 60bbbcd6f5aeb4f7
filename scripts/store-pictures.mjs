// The pictures that the stores show, in their sizes: Rupor as it is, over the sample articles of the demo.
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './setup.mjs';
import { markPoint } from './shots.mjs';
import { keep, openNews, openOwn } from './surfaces.mjs';

/** @typedef {import('./surfaces.mjs').Stand} Stand */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ readonly width: number, readonly height: number }} Size */

const FOLDER = join(ROOT, 'store/images');
const WINDOW = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };
const MARQUEE = { width: 1400, height: 560 };
/** Where in the window the article with its card begins. */
const ARTICLE_LEFT = 296;
const POPUP = { width: 360, height: 560 };
const PANEL = { width: 380, height: 800 };
/** Long enough for a card to open and for what fades in to have come. */
const SETTLE_MS = 800;

const settle = () => new Promise((done) => setTimeout(done, SETTLE_MS));
const articleOf = (/** @type {Stand} */ { choices }) => `/article.${choices.language}.html`;

/** @param {Stand} stand @param {Page} page */
const dress = ({ choices }, page) =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: choices.look.theme }]);

/** What the page shows now, as an address of data. @param {Page} page @param {Size} size */
async function shoot(page, size) {
  await page.setViewport(size);
  await page.bringToFront();
  await settle();
  const bytes = await page.screenshot({ encoding: 'base64' });
  return `data:image/png;base64,${bytes}`;
}

/** Shows a page of HTML in the browser, in a size. @param {Stand} stand @param {string} html @param {Size} size */
async function made({ rupor }, html, size) {
  const page = await rupor.browser.newPage();
  await page.setViewport(size);
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    * { box-sizing: border-box; margin: 0 }
    body { overflow: hidden; font: 20px/1.4 system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif }
    img { display: block }
  </style>${html}`);
  return page;
}

/** The mouse on the n-th mark of a page, and its card open. @param {Page} page @param {number} mark */
async function point(page, mark) {
  const { x, y } = await markPoint(page, mark);
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  await page.waitForFunction(() => document.documentElement.childElementCount > 2);
  await settle();
}

/** A card over the article. @param {Stand} stand */
async function card(stand) {
  const { page } = await openNews(stand, articleOf(stand));
  await page.setViewport(WINDOW);
  await dress(stand, page);
  await page.bringToFront();
  await point(page, AGENCY[stand.choices.language] ?? 0);
  return page;
}

/** Popup or panel with the article that it is about. @param {Stand} stand @param {'popup' | 'panel'} place */
async function listBeside(stand, place) {
  const { page: news, tab } = await openNews(stand, articleOf(stand));
  const list = await openOwn(
    stand,
    `src/ui/${place}/index.html?tab=${tab}`,
    '.flag',
    place === 'popup' ? POPUP : PANEL,
  );
  await Promise.all([news, list].map((page) => dress(stand, page)));
  // As after a press with the mouse: no ring around the row that the keyboard would begin with.
  await list.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
  if (place === 'popup') {
    const [under, over] = [await shoot(news, WINDOW), await shoot(list, POPUP)];
    const frame = 'position:fixed;top:12px;right:24px;border-radius:10px;box-shadow:0 0 0 1px #0003,0 12px 40px #0006';
    return made(stand, `<img src="${under}"><img src="${over}" style="${frame}">`, WINDOW);
  }
  const [left, right] = [
    await shoot(news, { width: WINDOW.width - PANEL.width - 1, height: WINDOW.height }),
    await shoot(list, PANEL),
  ];
  return made(
    stand,
    `<div style="display:flex;gap:1px;background:#8888"><img src="${left}"><img src="${right}"></div>`,
    WINDOW,
  );
}

/** @param {Stand} stand @param {string} address @param {string} selector */
const own = (stand, address, selector) => openOwn(stand, address, selector, WINDOW);

/** @param {Stand} stand */
async function options(stand) {
  const page = await own(stand, 'src/ui/options/index.html#look', '#look h2');
  await page.$eval('#look', (section) => section.scrollIntoView({ behavior: 'instant' }));
  return page;
}

/** @param {Stand} stand */
async function report(stand) {
  const { tab } = await openNews(stand, articleOf(stand));
  const view = await stand.rupor.state(tab);
  const id = view.state === 'list' ? (view.rows[0]?.id ?? 0) : 0;
  return own(stand, `src/ui/report/index.html?tab=${tab}&flag=${id}`, 'textarea');
}

/** The name and the one sentence, on the colour of paper. @param {Stand} stand @param {Size} size */
async function sign(stand, size) {
  const { name, single_purpose: purpose } = parse(
    readFileSync(join(ROOT, `store/${stand.choices.language}.yml`), 'utf8'),
  );
  const icon = readFileSync(join(ROOT, 'public/icons/icon-active-128.png')).toString('base64');
  const scale = size === TILE ? 1 : 1.9;
  const words = `<div style="display:flex;flex-direction:column;justify-content:center;gap:${14 * scale}px;padding:${28 * scale}px;width:${size === TILE ? '100%' : '51%'}">
    <div style="display:flex;align-items:center;gap:${16 * scale}px;font-size:${40 * scale}px;font-weight:650">
      <img src="data:image/png;base64,${icon}" style="width:${64 * scale}px;height:${64 * scale}px">${name}</div>
    <p style="font-size:${17.5 * scale}px;text-wrap:pretty">${purpose}</p></div>`;
  const beside = size === TILE ? '' : await cardBeside(stand);
  return made(
    stand,
    `<div style="display:flex;height:100vh;background:#fdfcfa;color:#1d1d1f">${words}${beside}</div>`,
    size,
  );
}

/**
 * The window with the card, as high as the picture, without what stands left of the article. Taken beyond the window's
 * edge, the card would close.
 * @param {Stand} stand
 */
async function cardBeside(stand) {
  const page = await card(stand);
  const picture = await page.screenshot({ encoding: 'base64', captureBeyondViewport: false });
  const left = (ARTICLE_LEFT / WINDOW.height) * MARQUEE.height;
  return `<div style="flex:1;overflow:hidden;border-left:1px solid #0002"><img src="data:image/png;base64,${picture}" style="height:100%;margin-left:-${left}px"></div>`;
}

/** The mark of each sample that a card opens on: a state agency. @type {Readonly<Record<string, number>>} */
const AGENCY = { uk: 5, en: 2 };

/** @type {readonly { name: string, theme: 'light' | 'dark', open: (stand: Stand) => Promise<Page> }[]} */
const PICTURES = [
  { name: '1-card', theme: 'light', open: (stand) => card(stand) },
  { name: '2-popup', theme: 'light', open: (stand) => listBeside(stand, 'popup') },
  { name: '3-panel', theme: 'dark', open: (stand) => listBeside(stand, 'panel') },
  {
    name: '4-options',
    theme: 'light',
    open: options,
  },
  { name: '5-report', theme: 'light', open: report },
  { name: 'tile', theme: 'light', open: (stand) => sign(stand, TILE) },
  { name: 'marquee', theme: 'light', open: (stand) => sign(stand, MARQUEE) },
];

/** Takes them all into store/images. @param {Pick<Stand, 'rupor' | 'origin'>} ground */
export async function takeStorePictures({ rupor, origin }) {
  mkdirSync(FOLDER, { recursive: true });
  for (const language of ['uk', 'en']) {
    for (const { name, theme, open } of PICTURES) {
      const before = await rupor.pages();
      const stand = { rupor, origin, choices: { language, look: { theme } } };
      await keep(stand);
      const page = await open(stand);
      await dress(stand, page);
      await settle();
      const path = join(FOLDER, `${name}-${language}.png`);
      await page.screenshot({ path: /** @type {`${string}.png`} */ (path) });
      console.log(relative(ROOT, path));
      for (const opened of await rupor.pages()) if (!before.includes(opened)) await opened.close();
    }
  }
}
