/** Chromium with the packed extension and pages of the bench, each opened in a process that has seen nothing before. */
import type { Page } from 'puppeteer-core';
import { launch } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import { rest } from './page-rest';
import { type Trace, traced } from './page-trace';

export type Lab = Awaited<ReturnType<typeof openLab>>;

/** Longest wait for a mark. Milliseconds. */
const PATIENCE = 30_000;

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

  const seen = (): number => server.requests.filter(({ path }) => path === '/seen').length;

  /** Waits for the next mark that a page's witness tells of. */
  async function marked(before: number): Promise<void> {
    for (const end = Date.now() + PATIENCE; seen() === before; await rest(20)) {
      if (Date.now() > end) throw new Error(`no mark within ${PATIENCE} ms`);
    }
  }

  /**
   * Opens a page in a new process and traces it until `until` is done, `settle` milliseconds longer, and closes it.
   * @param prepare what the tab needs before the page comes, such as a slower processor
   */
  async function visit(path: string, settle: number, prepare?: (page: Page) => Promise<void>): Promise<Trace> {
    const page = await rupor.browser.newPage();
    try {
      await prepare?.(page);
      const before = seen();
      const hasWitness = pages[path]?.includes('/seen');
      return await traced(page, async () => {
        await page.goto(address(path), { waitUntil: 'load', timeout: PATIENCE });
        if (hasWitness) await marked(before);
        await rest(settle);
      });
    } finally {
      await page.close();
    }
  }

  return {
    ...rupor,
    server,
    address,
    sleep,
    wake,
    visit,
    async [Symbol.asyncDispose]() {
      await rupor.close();
      server.close();
    },
  };
}
