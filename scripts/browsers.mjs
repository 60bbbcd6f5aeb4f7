// Starts a browser with the extension in it: the same for the demo and for the end-to-end tests.
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import manifest from '../manifest.json' with { type: 'json' };
import { findBrowser, stop } from './setup.mjs';

/** @typedef {import('./setup.mjs').Browser} Browser */

/** Firefox gives every install a random moz-extension:// host; a pinned one can be opened by address. */
const GECKO_UUID = '6f1d1b52-4d4c-4e0a-9a43-72757075726f';
const SIZE = { width: 1280, height: 900 };
const CHROME_ARGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {Browser} browser @param {boolean} headless @returns {import('puppeteer-core').LaunchOptions} */
function launchOptions(browser, headless) {
  const executablePath = findBrowser(browser) ?? stop(`There is no ${browser} here.`);
  const common = { executablePath, headless, defaultViewport: headless ? SIZE : null };
  if (browser === 'firefox') {
    return {
      ...common,
      browser: 'firefox',
      // From Firefox 153 a driver may not open moz-extension:// pages without it.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: GECKO_UUID }),
      },
    };
  }
  return {
    ...common,
    enableExtensions: true, // Branded Chrome ignores --load-extension; this way goes through the protocol.
    pipe: true, // Chrome before 149 takes the Extensions domain only over a pipe.
    args: [...CHROME_ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    // Debian's wrapper script keeps flags of the person's own; a test wants none.
    env: { ...process.env, CHROMIUM_FLAGS: '' },
  };
}

/**
 * @param {Browser} kind
 * @param {{ extension?: string, headless?: boolean }} [options] `extension`: the folder, by default dist/<kind>
 */
export async function launch(kind, { extension = `dist/${kind}`, headless = true } = {}) {
  const browser = await puppeteer.launch(launchOptions(kind, headless));
  // Firefox wants an absolute path ("NS_ERROR_FILE_UNRECOGNIZED_PATH" otherwise).
  const id = await browser.installExtension(resolve(extension));
  const base = kind === 'firefox' ? `moz-extension://${GECKO_UUID}` : `chrome-extension://${id}`;
  return {
    browser,
    kind,
    id,
    base,
    /**
     * Opens a page of the extension.
     * @param {string} path @param {import('puppeteer-core').Page} [page] a page to use, else a new one
     */
    async open(path, page) {
      const target = page ?? (await browser.newPage());
      // In Firefox goto() never resolves for such pages (puppeteer issue 14314): no wait, then poll.
      await target.goto(`${base}/${path}`, kind === 'firefox' ? { waitUntil: [] } : {});
      await target.waitForFunction(
        (/** @type {string} */ start) => location.href.startsWith(start) && document.readyState === 'complete',
        { timeout: 10_000 },
        base,
      );
      return target;
    },
  };
}
