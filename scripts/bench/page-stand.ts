/** Bench pages in bare Chromium: our modules built into one script of the page's own world, and a clock of 5 µs. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { partsOf } from '../../src/lexicon/parts';
import { launchBare } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import { nodes } from './page-text';

export type Stand = Awaited<ReturnType<typeof openStand>>;

/** Pages with these two headers have a clock of 5 µs, others one of 100 µs. */
const HEADERS = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/** Sizes of the pages, in text nodes. */
export const SIZES = [1000, 10_000] as const;
export type Size = (typeof SIZES)[number];

const HEAD = '<script src="/tables.js"></script><script src="/child.js"></script>';

/** page-child.ts and all that it needs, as a build makes it. */
async function child(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome140',
      lib: { entry: new URL('page-child.ts', import.meta.url).pathname, formats: ['iife'], name: 'child' },
    },
  });
  const chunks = [built].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  return chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
}

export async function openStand() {
  const tables = readFileSync(new URL('../../src/lexicon/generated/tables-uk.json', import.meta.url), 'utf8');
  const pages: Record<string, string> = {
    '/child.js': await child(),
    '/tables.js': `globalThis.tables = ${JSON.stringify(partsOf(tables))};`,
  };
  for (const size of SIZES) pages[`/${size}.html`] = nodes(size).replace('</head>', `${HEAD}</head>`);
  const server = await serve('tests/pages', pages, HEADERS);
  const browser = await launchBare('chrome');

  /** Opens a page of so many text nodes that nobody has touched, lets `act` work in it, and closes it. */
  async function on<T>(size: Size, act: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.goto(`${server.origin}/${size}.html`, { waitUntil: 'load' });
      if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('the page has no fine clock');
      return await act(page);
    } finally {
      await context.close();
    }
  }

  return {
    on,
    version: () => browser.version(),
    async close() {
      await browser.close();
      server.close();
    },
  };
}
