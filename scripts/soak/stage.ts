/** The browser of the soak: what is done in it, and what a reader would see. */
import type { CDPSession, Page } from 'puppeteer-core';
import en from '../../src/shared/texts/en.json' with { type: 'json' };
import { launch } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import type { Browser } from '../setup.mjs';
import { PAGES } from './pages';

/** How long anything may take on a busy machine. Milliseconds. */
const PATIENCE = 30_000;

export type Stage = Awaited<ReturnType<typeof openStage>>;
export type Tab = { readonly page: Page; readonly tab: number };

export const rest = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Asks until it is so. @throws with these words where it never is */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await holds()); await rest(25))
    if (Date.now() > end) throw new Error(`not within ${PATIENCE / 1000} s: ${what}`);
}

/** @param folder of the unpacked extension */
export async function openStage(kind: Browser, folder: string) {
  const server = await serve('tests/pages', PAGES);
  // Firefox's driver cannot stop the background; it stops by itself, here after 50 ms of quiet instead of 30 s.
  const rupor = await launch(kind, { extension: folder, prefs: { 'extensions.background.idle.timeout': 50 } });
  await rupor.store({ settings: { v: 2, language: 'en' }, reports: [] });
  const errors: string[] = [];
  const desk = await rupor.desk();
  let kills = 0;
  let stopper: CDPSession | undefined;

  /** Stops the background where it runs, and waits until it has stopped (Chromium only). */
  async function kill(): Promise<void> {
    if (kind === 'firefox') return;
    if (!stopper) {
      stopper = await desk.createCDPSession();
      stopper.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        kills += versions.filter(({ runningStatus }) => runningStatus === 'stopping').length;
      });
      await stopper.send('ServiceWorker.enable');
    }
    await stopper.send('ServiceWorker.stopAllWorkers');
  }

  async function open(path: string): Promise<Tab> {
    const opened = await rupor.openTab(server.origin + path);
    opened.page.on('pageerror', (error) => errors.push(String(error)));
    return opened;
  }

  const badge = (tab: number) => desk.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);

  /** Marks in text that is still there. */
  const marks = (page: Page) =>
    page.evaluate(
      () =>
        [...CSS.highlights]
          .flatMap(([, highlight]) => [...highlight])
          .filter(({ startContainer }) => startContainer.isConnected && startContainer.ownerDocument === document)
          .length,
    );

  /** What page, icon and list say. */
  async function told({ page, tab }: Tab): Promise<string> {
    const view = await rupor.ask(tab, { ask: 'state' });
    return JSON.stringify([
      await marks(page),
      await badge(tab),
      view?.state === 'list' ? view.rows.length : view?.state,
    ]);
  }

  async function holds(opened: Tab, count: number, isSo: () => Promise<boolean>): Promise<void> {
    await until('', isSo).catch(async () => {
      const seen = await opened.page.evaluate(() => document.visibilityState);
      throw new Error(
        `marks, badge and list of ${opened.page.url()} (${seen}) are ${await told(opened)}, not ${count}`,
      );
    });
  }

  /** Waits until so many marks are painted. */
  const painted = (opened: Tab, count: number) =>
    holds(opened, count, async () => (await marks(opened.page)) === count);

  /** Waits until page, icon and list all say so many marks. */
  const agree = (opened: Tab, count: number) =>
    holds(opened, count, async () => (await told(opened)) === JSON.stringify([count, String(count), count]));

  /** The reports that are kept. */
  const reports = () =>
    desk.evaluate(async () => {
      const { reports: kept } = await chrome.storage.local.get('reports');
      return Array.isArray(kept) ? kept.length : 0;
    });

  /** Presses «Keep» on the report page, and waits for the report. */
  async function keep(report: Page, before: number): Promise<void> {
    await until('the button that keeps a report', () =>
      report
        .evaluate((label) => {
          const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === label);
          button?.click();
          return button !== undefined;
        }, en.report_keep)
        .catch(() => false),
    );
    await until('a report that is kept', async () => (await reports()) > before);
    await report.close();
  }

  /** The mark that the report is of. */
  async function firstMark(tab: number): Promise<number> {
    const view = await rupor.state(tab);
    const row = view.state === 'list' ? view.rows[0] : undefined;
    if (!row) throw new Error('there is no mark to report');
    return row.id;
  }

  /** Closes all and lets go of the server. */
  async function close(): Promise<void> {
    await rupor.close();
    server.close();
  }

  const killed = () => kills;
  return { kind, rupor, desk, errors, kill, killed, open, painted, agree, reports, keep, firstMark, marks, close };
}

/** Speaks from our own script's world in a page, as that script does (Chromium only). */
export async function ownWorld(page: Page, base: string) {
  const session = await page.createCDPSession();
  let context: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin === base) context = id;
  });
  await session.send('Runtime.enable');
  await until('our world in the page', async () => context !== undefined);
  return {
    /** @returns what the background answers */
    async tell(message: object): Promise<unknown> {
      const expression = `chrome.runtime.sendMessage(${JSON.stringify(message)})`;
      const how = {
        expression,
        awaitPromise: true,
        returnByValue: true,
        ...(context !== undefined && { contextId: context }),
      };
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', how);
      if (exceptionDetails) throw new Error(`the background did not answer: ${exceptionDetails.text}`);
      return result.value;
    },
    close: () => session.detach(),
  };
}
