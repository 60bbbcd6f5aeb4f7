// Every surface of Rupor in every state that a reader can meet, and how to come to it: one list for the pictures
// (`npm run screenshots`) and for the check of accessibility (tests/e2e/access.e2e.ts).
import { join } from 'node:path';
import { ROOT } from './setup.mjs';
import { markPoint } from './shots.mjs';

/** @typedef {Awaited<ReturnType<typeof import('./browsers.mjs').launch>>} Rupor */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ readonly width: number, readonly height: number }} Size */

/**
 * Where surfaces are opened. `choices`: the reader's settings that hold for all of them (language, theme).
 * @typedef {{ readonly rupor: Rupor, readonly origin: string, readonly choices: { readonly language: string, readonly look: { readonly theme: string } } }} Stand
 */

/**
 * `open` returns the page that shows the surface; what it opened beside it is closed by `clear`.
 * @typedef {{ readonly name: string, readonly size: Size, readonly isWhole?: boolean, readonly same?: string, readonly open: (stand: Stand) => Promise<Page> }} Surface
 *   `isWhole`: the picture has all of the page, not the window alone; `same`: alike for places of one and the same page
 */

const POPUP = { width: 360, height: 560 };
const PANEL = { width: 360, height: 900 };
const REPORT = { width: 640, height: 900 };
const WINDOW = { width: 1120, height: 900 };

const PATIENCE_MS = 10_000;
const ARTICLE = '/article.uk.html';
/** Noon of a day long after this one, so that a pause is one whenever the pictures are taken. */
const FAR = new Date(2099, 0, 1, 12).getTime();

const NEWS = '<meta property="og:type" content="article">';
const CALM = 'Міст через річку відкрили після ремонту, рух відновили зранку без черг і заторів на обох берегах.';
const MARKED = 'За даними ТАСС, зустріч відкладено. Лавров вважає, що час ще є. Київський режим про це мовчить.';

/** @param {string} body @param {string} [head] */
const made = (body, head = '') =>
  `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Зразок</title>${head}</head><body>${body}</body></html>`;

/** What the surfaces stand on: the demo's folder, and pages made here. */
export const GROUND = {
  folder: join(ROOT, 'demo'),
  pages: {
    '/calm.html': made(`<article><h1>Міст відкрили</h1>${`<p>${CALM}</p>`.repeat(8)}</article>`, NEWS),
    '/many.html': made(`<article><h1>Зразок</h1>${`<p>${MARKED}</p>`.repeat(167)}</article>`, NEWS),
    '/tool.html': made('<h1>Калькулятор</h1><p><input aria-label="число"></p>'),
    // No script of an extension starts in a document of XML, as in a page that was open before Rupor came.
    '/feed.xml': '<?xml version="1.0"?><feed><title>Зразок</title></feed>',
  },
};

/** @param {Stand} stand @param {object} [settings] @param {object} [kept] */
export async function keep({ rupor, choices }, settings = {}, kept = {}) {
  await rupor.store({ reports: [], ...kept, settings: { v: 2, ...choices, ...settings } });
}

/** A web page that has been read, and its tab. @param {Stand} stand @param {string} path */
export async function openNews({ rupor, origin }, path) {
  const opened = await rupor.openTab(`${origin}${path}`);
  if (path.endsWith('.html')) await rupor.state(opened.tab);
  return opened;
}

/** Presses the n-th control that fits. @param {Page} page @param {string} selector @param {number} [n] */
async function press(page, selector, n = 0) {
  await page.waitForSelector(selector, { timeout: PATIENCE_MS });
  await page.$$eval(selector, (found, index) => /** @type {HTMLElement} */ (found[index]).click(), n);
}

/** @param {string} selector @returns {(page: Page) => Promise<unknown>} */
const sees = (selector) => (page) => page.waitForSelector(selector, { timeout: PATIENCE_MS });

/**
 * The list of a page's marks, as popup or panel.
 * @param {'popup' | 'panel'} place @param {string} name
 * @param {{ path?: string, settings?: object, act?: (page: Page) => Promise<unknown> }} [how]
 * @returns {Surface}
 */
const listOf = (place, name, { path = ARTICLE, settings = {}, act = sees('.flag') } = {}) => ({
  name: `${place}-${name}`,
  size: place === 'popup' ? POPUP : PANEL,
  async open(stand) {
    await keep(stand, settings);
    const { tab } = await openNews(stand, path);
    const page = await stand.rupor.openOwn(`src/ui/${place}/index.html?tab=${tab}`);
    await page.setViewport(place === 'popup' ? POPUP : PANEL);
    await act(page);
    return page;
  },
});

/** A card over the sample article. @param {string} name @param {number} mark its place among the marks @returns {Surface} */
const cardOf = (name, mark) => ({
  name: `card-${name}`,
  size: WINDOW,
  async open(stand) {
    await keep(stand);
    const { page } = await openNews(stand, ARTICLE);
    await page.setViewport(WINDOW);
    await page.bringToFront();
    const point = await markPoint(page, mark);
    await page.mouse.move(point.x - 2, point.y);
    await page.mouse.move(point.x, point.y);
    return page;
  },
});

/** Choices of a reader who has used Rupor for a while. */
const AT = new Date(2026, 10, 14, 12).getTime();
const EXCLUSIONS = [
  { scope: 'here', entry: 'special_operation', title: 'спецоперація', host: 'visnyk.example', place: 'p1', at: AT },
  { scope: 'site', entry: 'ria_novosti', title: 'РИА Новости', host: 'rozbory.example', at: AT },
  { scope: 'anywhere', entry: 'root_causes', title: 'першопричини', at: AT },
];
const OWN = [
  { id: 'own_example1', name: 'Приклад-Інформ', kind: 'state-media', langs: [], forms: ['Приклад-Інформ*'], at: AT },
  { id: 'own_example2', name: 'зразковий лад', kind: 'framing', langs: ['uk'], forms: ['зразковий лад'], at: AT },
];
const SITES = { offSites: ['visnyk.example'], alwaysSites: ['rozbory.example'] };
const COMMON = {
  v: 2,
  at: AT,
  lang: 'uk',
  note: '',
  page: { precision: 'none' },
  rupor: '0.1.0',
  lexicon: '2026-11-22',
};
const REPORTS = [
  {
    ...COMMON,
    what: 'wrong',
    id: '11111111-1111-4111-8111-111111111111',
    kind: 'framing',
    stance: 'adopted',
    role: 'wording',
    entry: 'special_operation',
    title: 'спецоперація',
    reason: 'meaning',
    before: 'Від початку ',
    mark: 'спецоперації',
    after: ' затримано двох перевізників.',
    done: ['kept', 'issue'],
  },
  {
    ...COMMON,
    what: 'missed',
    id: '22222222-2222-4222-8222-222222222222',
    kind: 'state-media',
    before: 'В агенції ',
    mark: 'нагадали',
    after: ', що причал зачинено.',
    done: ['copy'],
  },
];

const ALL_OFF = { 'state-media': false, official: false, framing: false };
const STATE = sees('.state h2');

/** @param {Stand} stand @param {string} address @param {string} selector @param {Size} size */
export async function openOwn({ rupor }, address, selector, size) {
  const page = await rupor.openOwn(address);
  await page.setViewport(size);
  await sees(selector)(page);
  return page;
}

/**
 * A section of the options.
 * @param {string} name
 * @param {{ as?: string, settings?: object, look?: object, kept?: object, act?: (page: Page) => Promise<unknown> }} [how]
 *   `as`: in which state, where it is not the usual one
 * @returns {Surface}
 */
const optionsOf = (name, { as, settings = {}, look = {}, kept = {}, act } = {}) => ({
  name: as ? `options-${name}-${as}` : `options-${name}`,
  size: WINDOW,
  ...(!act && { same: JSON.stringify([settings, look, kept]) }),
  async open(stand) {
    await keep(stand, { ...settings, look: { ...stand.choices.look, ...look } }, kept);
    const page = await openOwn(stand, `src/ui/options/index.html#${name}`, `#${name} h2`, WINDOW);
    await act?.(page);
    return page;
  },
});

/** The report page for a mark of the sample article. @param {string} name @param {(page: Page) => Promise<unknown>} [act] @returns {Surface} */
const reportOf = (name, act) => ({
  name: `report-${name}`,
  size: REPORT,
  isWhole: true,
  async open(stand) {
    await keep(stand);
    const { tab } = await openNews(stand, ARTICLE);
    const view = await stand.rupor.state(tab);
    const id = view.state === 'list' ? (view.rows[0]?.id ?? 0) : 0;
    const page = await openOwn(stand, `src/ui/report/index.html?tab=${tab}&flag=${id}`, 'textarea', REPORT);
    await act?.(page);
    return page;
  },
});

/** @type {readonly Surface[]} */
export const SURFACES = [
  listOf('popup', 'list'),
  listOf('popup', 'why', { act: (page) => press(page, '.flag [aria-expanded]', 0) }),
  listOf('popup', 'not-this', { act: (page) => press(page, '.flag [aria-haspopup]', 1) }),
  listOf('popup', 'filtered', { settings: { kinds: { ...ALL_OFF, official: true } } }),
  listOf('popup', 'filtered-to-nothing', { settings: { kinds: ALL_OFF }, act: sees('.filter[aria-pressed="false"]') }),
  listOf('popup', 'many', { path: '/many.html' }),
  listOf('popup', 'empty', { path: '/calm.html', act: STATE }),
  listOf('popup', 'not-news', { path: '/tool.html', act: STATE }),
  listOf('popup', 'reload', { path: '/feed.xml', act: STATE }),
  listOf('popup', 'off', { settings: { offSites: ['127.0.0.1'] }, act: STATE }),
  listOf('popup', 'not-chosen', { settings: { sites: 'chosen' }, act: STATE }),
  listOf('popup', 'everywhere-off', { settings: { enabled: false }, act: STATE }),
  listOf('popup', 'paused', { settings: { pausedUntil: FAR }, act: STATE }),
  {
    name: 'popup-restricted',
    size: POPUP,
    async open(stand) {
      await keep(stand);
      const { tab } = await stand.rupor.openBlank();
      return openOwn(stand, `src/ui/popup/index.html?tab=${tab}`, '.state h2', POPUP);
    },
  },
  listOf('panel', 'list'),
  listOf('panel', 'why', { act: (page) => press(page, '.flag [aria-expanded]', 0) }),
  listOf('panel', 'empty', { path: '/calm.html', act: STATE }),
  cardOf('source', 5),
  cardOf('statement', 2),
  cardOf('wording', 3),
  reportOf('wrong'),
  {
    name: 'report-missed',
    size: REPORT,
    isWhole: true,
    async open(stand) {
      await keep(stand);
      const { page: news, tab } = await openNews(stand, ARTICLE);
      await news.evaluate(() =>
        getSelection()?.selectAllChildren(document.querySelectorAll('article p')[2] ?? document),
      );
      return openOwn(stand, `src/ui/report/index.html?tab=${tab}&missed=1`, 'textarea', REPORT);
    },
  },
  {
    name: 'report-gone',
    size: REPORT,
    async open(stand) {
      await keep(stand);
      return openOwn(stand, 'src/ui/report/index.html?tab=0&flag=0', 'h1', REPORT);
    },
  },
  ...['sites', 'exclusions', 'own', 'reports'].map((name) => optionsOf(name, { as: 'none' })),
  optionsOf('sites', { settings: SITES }),
  optionsOf('what'),
  optionsOf('look'),
  optionsOf('look', { as: 'tint-colour-blind', look: { style: 'tint', palette: 'colour-blind' } }),
  optionsOf('exclusions', { settings: { exclusions: EXCLUSIONS } }),
  optionsOf('own', { settings: { own: OWN } }),
  optionsOf('own', { as: 'form', act: (page) => press(page, '#own .btn') }),
  optionsOf('reports', { kept: { reports: REPORTS } }),
  optionsOf('rules'),
  optionsOf('accuracy'),
  optionsOf('privacy'),
  optionsOf('data', { settings: { own: OWN } }),
  optionsOf('data', { as: 'reset', act: (page) => press(page, '#data [aria-expanded]') }),
  {
    name: 'welcome',
    size: WINDOW,
    isWhole: true,
    async open(stand) {
      await keep(stand);
      return openOwn(stand, 'src/ui/welcome/index.html', 'h1', WINDOW);
    },
  },
];
