// Starts a browser with the extension in it: the same for the demo and for the end-to-end tests.
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import manifest from '../manifest.json' with { type: 'json' };
import { findBrowser, stop } from './setup.mjs';

/** @typedef {import('./setup.mjs').Browser} Browser */

/** Firefox gives every install a random moz-extension:// host; a pinned one can be opened by address. */
const GECKO_UUID = '6f1d1b52-4d4c-4e0a-9a43-72757075726f';
const SIZE = { width: 1280, height: 900 };
/** How long the first page may take on a busy machine. */
const FIRST_PAGE_MS = 30_000;
/** How long a page may take to say where it is. */
const ANSWER_MS = 2000;
/** How long the driver may take to hear of a tab. */
const UNHEARD_MS = 1000;
const CHROME_ARGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @typedef {{ headless?: boolean, args?: readonly string[], prefs?: Record<string, unknown>, profile?: string }} How
 *   `args`: more of the browser's own switches; `prefs`: more of Firefox's preferences; `profile`: a folder that outlives
 *   the browser, a new one each time unless said
 */

/** @param {Browser} browser @param {How} how @returns {import('puppeteer-core').LaunchOptions} */
function launchOptions(browser, { headless = true, args = [], prefs = {}, profile }) {
  const executablePath = findBrowser(browser) ?? stop(`There is no ${browser} here.`);
  const common = {
    executablePath,
    headless,
    defaultViewport: headless ? SIZE : null,
    ...(profile && { userDataDir: profile }),
  };
  if (browser === 'firefox') {
    return {
      ...common,
      browser: 'firefox',
      // From Firefox 153 a driver may not open moz-extension:// pages without it.
      args: ['--remote-allow-system-access', ...args],
      extraPrefsFirefox: {
        // An add-on under test that is put in again keeps its host.
        'extensions.webextensions.keepUuidOnUninstall': true,
        'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: GECKO_UUID }),
        ...prefs,
      },
    };
  }
  return {
    ...common,
    enableExtensions: true, // Branded Chrome ignores --load-extension; this way goes through the protocol.
    pipe: true, // Chrome before 149 takes the Extensions domain only over a pipe.
    args: [...CHROME_ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args],
    // Debian's wrapper script keeps flags of the person's own; a test wants none.
    env: { ...process.env, CHROMIUM_FLAGS: '' },
  };
}

/**
 * Where a page is; nowhere, while it does not answer. Puppeteer does not hear where a page of an extension goes in
 * Firefox; the page itself knows.
 * @param {import('puppeteer-core').Page} page
 */
const addressOf = (page) => Promise.race([page.evaluate(() => location.href).catch(() => ''), pause(ANSWER_MS, '')]);

/** Tabs that the driver has not heard of, and since when (milliseconds since 1970). @type {Map<string, number>} */
const unheard = new Map();

/**
 * The pages that are open. Of a tab that an extension opens, Firefox leaves out now and then on a busy machine to tell
 * the driver (seen in 5 of 329 installations, Firefox 153), and of one that goes with its extension always: its tree of
 * tabs is asked, and the driver told in its stead.
 * @param {Browser} kind @param {any} browser @returns {Promise<import('puppeteer-core').Page[]>}
 */
async function openPages(kind, browser) {
  const pages = await browser.pages();
  if (kind === 'chrome') return pages;
  const { contexts } = (await browser.connection.send('browsingContext.getTree', { maxDepth: 0 })).result;
  const known = new Map(pages.map((/** @type {any} */ page) => [page.mainFrame()._id, page]));
  for (const tab of contexts) {
    const since = unheard.get(tab.context) ?? Date.now();
    if (!known.has(tab.context)) unheard.set(tab.context, since);
    // It may be on its way: told twice, the driver would take one tab for two.
    if (known.has(tab.context) || Date.now() - since < UNHEARD_MS) continue;
    browser.connection.emit('browsingContext.contextCreated', tab);
    unheard.delete(tab.context);
  }
  return contexts.flatMap((/** @type {any} */ { context }) => known.get(context) ?? []);
}

/** Starts a browser without the extension. @param {Browser} kind @param {How} [how] */
export const launchBare = (kind, how = {}) => puppeteer.launch(launchOptions(kind, how));

/**
 * Allows an extension in private windows. Puppeteer knows no way to; the protocols beneath it put it in once more.
 * @param {Browser} kind @param {any} browser @param {string} path
 */
async function allowInPrivate(kind, browser, path) {
  if (kind === 'chrome') return browser._connection.send('Extensions.loadUnpacked', { path, enableInIncognito: true });
  const allowed = { extensionData: { type: 'path', path }, 'moz:allowPrivateBrowsing': true };
  return browser.connection.send('webExtension.install', allowed);
}

/**
 * Starts a browser with the extension in it.
 * @param {Browser} kind
 * @param {How & Installation} [options]
 */
export async function launch(kind, options = {}) {
  return install(kind, await launchBare(kind, options), options);
}

/**
 * @typedef {{ extension?: string, inPrivate?: boolean }} Installation
 *   `extension`: a folder, dist/<kind> unless said; `inPrivate`: it is allowed in private windows
 */

/**
 * Puts the extension into a browser that has none.
 * @param {Browser} kind @param {import('puppeteer-core').Browser} browser @param {Installation} [options]
 */
export async function install(kind, browser, { extension = `dist/${kind}`, inPrivate = false } = {}) {
  // Firefox wants an absolute path ("NS_ERROR_FILE_UNRECOGNIZED_PATH" otherwise).
  const path = resolve(extension);
  const id = await browser.installExtension(path);
  const base = kind === 'firefox' ? `moz-extension://${GECKO_UUID}` : `chrome-extension://${id}`;

  /** The page that opens by itself after the installation; it comes last of what the extension does then. */
  async function firstPage() {
    const end = Date.now() + FIRST_PAGE_MS;
    /** @type {string[]} */
    let addresses = [];
    while (Date.now() < end) {
      const pages = await openPages(kind, browser);
      addresses = await Promise.all(pages.map(addressOf));
      const first = pages[addresses.findIndex((address) => address.startsWith(`${base}/src/ui/welcome/`))];
      if (first) return first;
      await pause(50);
    }
    throw new Error(`no first page within ${FIRST_PAGE_MS} ms of the installation; open: ${addresses.join(', ')}`);
  }
  // In front of all others it would take the keys of the pages that are looked at.
  await (await firstPage()).close();
  // Firefox's driver does it in two steps: asked at once, it would stop the background while that opens its first page.
  if (inPrivate) await allowInPrivate(kind, browser, path);

  /**
   * Opens a page of the extension.
   * @param {string} path
   */
  async function openOwn(path) {
    const page = await browser.newPage();
    // In Firefox goto() never resolves for such pages (puppeteer issue 14314): no wait, then poll.
    await page.goto(`${base}/${path}`, kind === 'firefox' ? { waitUntil: [] } : {});
    await page.waitForFunction(
      (/** @type {string} */ start) => location.href.startsWith(start) && document.readyState === 'complete',
      { timeout: 20_000 },
      base,
    );
    return page;
  }

  /** @type {Promise<import('puppeteer-core').Page> | undefined} */
  let opened;
  /** A page of the extension kept open, to speak to its API from: the popup without a tab to look at. */
  const desk = () => {
    opened ??= openOwn('src/ui/popup/index.html?tab=0');
    return opened;
  };

  /** Puts the same extension in again, as an update does: what was open of it closes, its storage stays. */
  async function update() {
    await (await opened)?.close();
    opened = undefined;
    await browser.installExtension(resolve(extension));
  }

  const tabIds = async () =>
    (await desk()).evaluate(async () => (await chrome.tabs.query({})).map((tab) => Number(tab.id)));

  /** Opens a tab with nothing in it but the browser's own empty page. */
  async function openBlank() {
    const before = await tabIds();
    const page = await browser.newPage();
    const tab = (await tabIds()).find((candidate) => !before.includes(candidate));
    if (tab === undefined) throw new Error('the new tab is not known to the extension');
    return { page, tab };
  }

  /**
   * Opens a web page in a tab of its own.
   * @param {string} url
   */
  async function openTab(url) {
    const opened = await openBlank();
    await opened.page.goto(url, { waitUntil: 'load' });
    return opened;
  }

  /**
   * Asks the content script of a tab, as our own pages do; undefined where nobody answers.
   * @param {number} tab @param {import('../src/shared/messages').ToPage} message
   * @returns {Promise<any>}
   */
  async function ask(tab, message) {
    return (await desk()).evaluate(
      (to, what) => chrome.tabs.sendMessage(to, what).catch(() => undefined),
      tab,
      /** @type {any} */ (message),
    );
  }

  /** Has the first script of a tab answer. @param {number} tab */
  const wake = async (tab) =>
    (await desk()).evaluate(async (tabId) => {
      const files = ['/src/page/door.js'];
      await chrome.scripting.executeScript({ target: { tabId, frameIds: [0] }, files }).catch(() => undefined);
    }, tab);

  /**
   * The page's own account of itself, once it has read.
   * @param {number} tab
   * @returns {Promise<import('../src/shared/messages').PageState>}
   */
  async function state(tab) {
    for (let tries = 0; tries < 200; tries++) {
      const answer = await ask(tab, { ask: 'state' });
      if (answer && answer.state !== 'reading') return answer;
      // A page that is no news is silent until it is asked, as the popup does.
      if (!answer) await wake(tab);
      await pause(100);
    }
    throw new Error('the page did not answer within 20 s');
  }

  /** What the extension keeps, changed by hand. @param {Record<string, unknown>} items */
  const store = async (items) => (await desk()).evaluate((what) => chrome.storage.local.set(what), items);

  return {
    browser,
    kind,
    id,
    base,
    /** The pages that are open, also those that the extension has opened. */
    pages: () => openPages(kind, browser),
    openOwn,
    openBlank,
    openTab,
    ask,
    state,
    store,
    desk,
    update,
    remove: () => browser.uninstallExtension(id),
    close: () => browser.close(),
  };
}
