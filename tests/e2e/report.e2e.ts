import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bugs } from '../../package.json' with { type: 'json' };
import { click, complaints, marks, say, start, until, words } from './browser';

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start();
});
afterAll(() => house?.stop());
beforeEach(() => house.reset());

/** The report page for the mark of TASS on news.html. */
async function openReport() {
  const { page, tab } = await house.open('/news.html');
  const view = await house.rupor.state(tab);
  const row = view.state === 'list' ? view.rows.find(({ kind }) => kind === 'state-media') : undefined;
  if (!row) throw new Error(`no mark to report: ${JSON.stringify(view)}`);
  const report = await house.rupor.openOwn(`src/ui/report/index.html?tab=${tab}&flag=${row.id}`);
  await until('the preview', async () => (await preview(report)) !== '');
  return { page, tab, report };
}

const preview = (report: Page) =>
  report.evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea#bytes')?.value ?? '');

/** Stands in for the system's clipboard, which a test cannot read in every browser. */
async function watchClipboard(report: Page): Promise<() => Promise<string | undefined>> {
  await report.evaluate(() => {
    const write = async (text: string) => void Object.assign(globalThis, { copied: text });
    Object.defineProperty(navigator.clipboard, 'writeText', { value: write });
  });
  return () => report.evaluate(() => (globalThis as unknown as { copied?: string }).copied);
}

describe('a report of a wrong mark', () => {
  it('is reached from the row of the mark', async () => {
    const { page, tab } = await house.open('/news.html');
    const popup = await house.popup(tab);
    await click(popup, say('not_this_of', 'TASS'));
    const before = new Set(await house.rupor.browser.pages());
    await click(popup, say('not_report'));
    let report: Page | undefined;
    await until('the report page', async () => {
      report = (await house.rupor.browser.pages()).find((one) => !before.has(one));
      return report !== undefined && (await words(report)).includes(say('report_title'));
    });
    await report?.close();
    await page.close();
  });

  it('copies exactly what it shows', async () => {
    const { page, report } = await openReport();
    const copied = await watchClipboard(report);
    await click(report, say('report_copy'));
    await until('a copy', async () => (await copied()) !== undefined);
    expect(await copied()).toBe(await preview(report));
    await report.close();
    await page.close();
  });

  it('opens a draft with exactly what it shows', async () => {
    const { page, report } = await openReport();
    const [href] = await report.$$eval('a[href]', (links) => links.map((link) => link.href));
    const draft = new URL(href ?? '');
    expect(draft.href.startsWith(`${bugs}/new?`)).toBe(true);
    expect(draft.searchParams.get('body')).toBe(await preview(report));
    await report.close();
    await page.close();
  });

  it('shows the words, the host and the versions, and no address of the page', async () => {
    const { page, report } = await openReport();
    const text = await preview(report);
    expect(text).toContain('ТАСС');
    expect(text).toContain(say('line_host', '127.0.0.1'));
    expect(text).not.toContain('news.html');
    await report.close();
    await page.close();
  });

  it('follows the choices above it until it is edited, and is copied as edited', async () => {
    const { page, report } = await openReport();
    const copied = await watchClipboard(report);
    await click(report, say('address_none'));
    await until('no host', async () => !(await preview(report)).includes('127.0.0.1'));
    await report.focus('textarea#bytes');
    await report.keyboard.type('!');
    await until('the edit', async () => (await preview(report)).includes('!'));
    await click(report, say('report_copy'));
    await until('a copy', async () => (await copied()) !== undefined);
    expect(await copied()).toBe(await preview(report));
    await report.close();
    await page.close();
  });

  it('hides the mark at once and can bring it back', async () => {
    const { page, report } = await openReport();
    const tass = async () => (await marks(page)).some(({ text }) => text.includes('ТАСС'));
    await until('no mark', async () => !(await tass()));
    await click(report, say('undo'));
    await until('the mark again', tass);
    expect(await words(report)).toContain(say('report_shown'));
    await report.close();
    await page.close();
  });

  it('sends nothing by itself and breaks no rule of its policy', async () => {
    const { page, report } = await openReport();
    const heard = complaints(report);
    const requests: string[] = [];
    report.on('request', (request) => requests.push(request.url()));
    await click(report, say('report_keep'));
    await until('that it is kept', async () => (await words(report)).includes(say('report_kept')));
    expect(requests).toEqual([]);
    expect(heard).toEqual([]);
    await report.close();
    await page.close();
  });
});
