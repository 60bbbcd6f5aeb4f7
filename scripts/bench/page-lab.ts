/** Chromium with the packed extension and pages of the bench, each opened in a process that has seen nothing before. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import { rest } from './page-rest';
import { type Trace, traced } from './page-trace';

export type Lab = Awaited<ReturnType<typeof openLab>>;

/** Longest wait for a page and its mark. Milliseconds. */
const PATIENCE = 60_000;
/** What the witness of a page asks for when it sees a mark. */
const SEEN = '/seen';

/**
 * @param pages made pages by path
 * @param extension folder of the built extension
 */
export async function openLab(pages: Record<string, string>, extension: string) {
  const server = await serve('tests/pages', pages);
  const { port } = new URL(server.origin);
  // Each name is a site of its own, and each site gets a new process: nothing is compiled or optimised there yet.
  const rupor = await launch('chrome', { extension, args: ['--host-resolver-rules=MAP *.test 127.0.0.1'] });
  let sites = 0;
  const address = (path: string): string => `http://site${++sites}.test:${port}${path}`;

  /** Stops the background, as the browser does after half a minute of quiet. */
  async function sleep(): Promise<void> {
    const target = rupor.browser.targets().find((one) => one.type() === 'service_worker');
    const worker = await target?.worker();
    await worker?.close();
  }

  /** Has the background running, whatever came before. */
  const wake = async (): Promise<void> => {
    await (await rupor.desk()).evaluate(() => chrome.runtime.sendMessage({ say: 'nothing' }).catch(() => undefined));
  };

  const asked = (path: string): number => server.requests.filter((request) => request.path === path).length;

  /** Waits until a page asks for this path once more than `before` times: how pages of the bench say something. */
  async function heard(path: string, patience = PATIENCE, before = asked(path)): Promise<void> {
    for (const end = Date.now() + patience; asked(path) <= before; await rest(20)) {
      if (Date.now() > end) throw new Error(`no ${path} within ${patience} ms`);
    }
  }

  /** Goes to a page and waits for the first mark, if it has a witness. */
  async function go(page: Page, path: string): Promise<void> {
    const before = asked(SEEN);
    await page.goto(address(path), { waitUntil: 'load', timeout: PATIENCE });
    if (pages[path]?.includes(SEEN)) await heard(SEEN, PATIENCE, before);
  }

  /** Opens a page in a new process; its first mark is painted. */
  async function opened(path: string): Promise<Page> {
    const page = await rupor.browser.newPage();
    await go(page, path);
    return page;
  }

  /**
   * Opens a page in a new process and traces it until its first mark, `settle` milliseconds longer, and closes it.
   * @param prepare what the tab needs before the page comes, such as a slower processor
   */
  async function visit(path: string, settle: number, prepare?: (page: Page) => Promise<void>): Promise<Trace> {
    const page = await rupor.browser.newPage();
    try {
      await prepare?.(page);
      return await traced(page, async () => {
        await go(page, path);
        await rest(settle);
      });
    } finally {
      await page.close();
    }
  }

  /** Bytes of files of the extension, by their addresses. */
  const bytesOf = (urls: readonly string[]): number =>
    urls.reduce((total, url) => total + statSync(join(extension, new URL(url).pathname)).size, 0);

  return {
    ...rupor,
    server,
    address,
    sleep,
    wake,
    heard,
    opened,
    visit,
    traced,
    bytesOf,
    async close() {
      await rupor.close();
      server.close();
    },
  };
}
