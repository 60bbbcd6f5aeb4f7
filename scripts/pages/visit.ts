/** Saved pages in a real browser: with the extension and without it, with the page's own scripts and without them. */
import type { Page } from 'puppeteer-core';
import { launch, launchBare } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import type { Browser } from '../setup.mjs';
import type { Saved } from './saved';

/** A page that asks for much that it does not get may wait for it. Milliseconds. */
const LOAD_MS = 20_000;
/** Between the answer "I have read" and the look at the page. Milliseconds. */
const SETTLE_MS = 200;
/** With this header a page's own scripts do not run; those of an extension do. */
const NO_SCRIPTS = { 'content-security-policy': "script-src 'none'" };

const pathOf = (name: string): string => `/saved/${encodeURIComponent(name)}.html`;
const articleOf = (name: string): string => `/expected/${encodeURIComponent(name)}.html`;

/** Serves the pages twice, as they are (`alive`) and without scripts (`still`), and what readability expects of them. */
export async function serveSaved(pages: readonly Saved[]) {
  const made: Record<string, string> = {};
  for (const { name, source, expected } of pages) {
    made[`/saved/${name}.html`] = source;
    made[`/expected/${name}.html`] = `<!doctype html><meta charset="utf-8"><body>${expected}`;
  }
  const [alive, still] = await Promise.all([serve('.cache', made), serve('.cache', made, NO_SCRIPTS)]);
  return {
    alive: (name: string) => alive.origin + pathOf(name),
    still: (name: string) => still.origin + pathOf(name),
    expected: (name: string) => still.origin + articleOf(name),
    close() {
      alive.close();
      still.close();
    },
  };
}

/** Lets a page speak to this machine only. */
async function keepIn(page: Page): Promise<Page> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isOurs = protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1';
    // A request may be gone by the time of the answer; then there is nothing to stop.
    void (isOurs ? request.continue() : request.abort()).catch(() => undefined);
  });
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  page.setDefaultNavigationTimeout(LOAD_MS);
  return page;
}

/** Loads a page. @returns undefined, or why it did not load */
async function load(page: Page, url: string): Promise<string | undefined> {
  try {
    await page.goto(url, { waitUntil: 'load' });
    return undefined;
  } catch (problem) {
    return String(problem);
  }
}

const htmlOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, SETTLE_MS));

/** A page with the extension on it: its text, what the extension says of it, and the extension's errors. */
export type Seen = { readonly html: string; readonly state: string; readonly errors: readonly string[] };

export type WithRupor = { see(url: string): Promise<Seen>; close(): Promise<void> };

/** A tab of a browser with the extension. Rejects where a page does not load or the extension does not answer. */
export async function openWith(kind: Browser, extension: string): Promise<WithRupor> {
  const rupor = await launch(kind, { extension });
  await rupor.store({ settings: { v: 2, language: 'en' } });
  const { page, tab } = await rupor.openBlank();
  await keepIn(page);
  let errors: string[] = [];
  const hear = (words: string): void => {
    if (words.includes(rupor.base)) errors.push(words);
  };
  page.on('pageerror', (error) => hear(error instanceof Error ? `${error.message}\n${error.stack}` : String(error)));
  page.on('console', (message) => {
    hear(`${message.type()} ${message.text()} ${message.stackTrace().map(({ url }) => url)}`);
  });
  return {
    async see(url) {
      errors = [];
      const problem = await load(page, url);
      if (problem !== undefined) throw new Error(problem);
      const { state } = await rupor.state(tab);
      await settled();
      return { html: await htmlOf(page), state, errors };
    },
    close: rupor.close,
  };
}

export type Bare = { readonly page: Page; see(url: string): Promise<string>; close(): Promise<void> };

/** A tab of a browser without the extension. */
export async function openBare(kind: Browser): Promise<Bare> {
  const browser = await launchBare(kind);
  const page = await keepIn(await browser.newPage());
  return {
    page,
    async see(url) {
      const problem = await load(page, url);
      if (problem !== undefined) throw new Error(problem);
      await settled();
      return htmlOf(page);
    },
    close: () => browser.close(),
  };
}
