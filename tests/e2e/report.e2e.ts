import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bugs } from '../../package.json' with { type: 'json' };
import { click, complaints, marks, say, start, until, words } from './browser';
import { inCard, type Look } from './inside';
import type { Box } from './lines';

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start();
});
afterAll(() => house?.stop());
beforeEach(async () => {
  await house.reset();
  await house.rupor.store({ reports: [] });
});

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

/** Waits for the report page that was opened, and closes it. @param before the pages that were there */
async function closeReportBeside(before: ReadonlySet<Page>): Promise<void> {
  let report: Page | undefined;
  await until('the report page', async () => {
    report = (await house.rupor.pages()).find((one) => !before.has(one));
    return report !== undefined && (await words(report)).includes(say('report_title'));
  });
  await report?.close();
}

/** Clicks what the look finds in the card, as soon as it stands still. */
async function clickInCard(page: Page, look: Look<Box | undefined>): Promise<void> {
  let box: Box | undefined;
  await until('it in the card', async () => {
    const before = box;
    box = await inCard(page, look);
    return box !== undefined && box.x === before?.x && box.y === before.y;
  });
  if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
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

/** Stands in for the browser's own "save as". */
async function watchFiles(own: Page): Promise<() => Promise<string | undefined>> {
  await own.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => Object.assign(globalThis, { saved: text }));
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  return () => own.evaluate(() => (globalThis as unknown as { saved?: string }).saved);
}

/** The report page for words of news.html that nothing marks, as if the menu on the selection had opened it. */
async function openMissed() {
  const { page, tab } = await house.open('/news.html');
  await house.rupor.state(tab);
  await page.evaluate(() => {
    const node = [...document.querySelectorAll('p')].find((p) => p.textContent?.startsWith('Журналісти'))?.firstChild;
    if (!node) throw new Error('no paragraph to select in');
    getSelection()?.setBaseAndExtent(node, 'Журналісти '.length, node, 'Журналісти чекали'.length);
  });
  const report = await house.rupor.openOwn(`src/ui/report/index.html?tab=${tab}&missed=1`);
  await until('the preview', async () => (await preview(report)) !== '');
  return { page, report };
}

/** Saves the file by its button. @returns what is in it */
async function savedBy(own: Page, button: string): Promise<unknown> {
  const saved = await watchFiles(own);
  await click(own, button);
  await until('a file', async () => (await saved()) !== undefined);
  return JSON.parse((await saved()) ?? '');
}

describe('a report of a wrong mark', () => {
  it('is reached from the row of the mark', async () => {
    const { page, tab } = await house.open('/news.html');
    const popup = await house.popup(tab);
    await click(popup, say('not_this_of', 'TASS'));
    const before = new Set(await house.rupor.pages());
    await click(popup, say('not_report'));
    await closeReportBeside(before);
    await page.close();
  });

  it('is reached from the card of the mark', async () => {
    const { page, tab } = await house.open('/news.html');
    await house.rupor.state(tab);
    const before = new Set(await house.rupor.pages());
    await house.rupor.ask(tab, { do: 'next' });
    await clickInCard(page, (root) => root.querySelector('.card-foot button')?.getBoundingClientRect().toJSON());
    await clickInCard(page, (root) => root.querySelector('.menu button:last-child')?.getBoundingClientRect().toJSON());
    await closeReportBeside(before);
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

  it('saves a file with exactly what it shows', async () => {
    const { page, report } = await openReport();
    expect(await savedBy(report, say('report_save'))).toMatchObject({ what: 'wrong', text: await preview(report) });
    await report.close();
    await page.close();
  });

  it('is known the next time, with what was said', async () => {
    const first = await openReport();
    const said = await preview(first.report);
    await click(first.report, say('report_keep'));
    await until('that it is kept', async () => (await words(first.report)).includes(say('report_kept')));
    await click(first.report, say('undo'));
    await until('the mark again', async () => (await marks(first.page)).some(({ text }) => text.includes('ТАСС')));
    await first.report.close();
    await first.page.close();
    const { page, report } = await openReport();
    await until('the report before', async () => (await words(report)).includes(say('report_then')));
    expect(await report.$eval('.already pre', ({ textContent }) => textContent)).toBe(said);
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

describe('a report of a missed passage', () => {
  it('shows, copies, opens and saves the same text, and what was selected in it', async () => {
    const { page, report } = await openMissed();
    const text = await preview(report);
    expect(text).toContain('Журналісти [[чекали]] на учасників біля входу до будівлі');
    expect(text).not.toContain('news.html');
    const copied = await watchClipboard(report);
    await click(report, say('report_copy'));
    await until('a copy', async () => (await copied()) !== undefined);
    expect(await copied()).toBe(text);
    const [href] = await report.$$eval('a[href^="https:"]', (links) => links.map((link) => link.href));
    expect(new URL(href ?? '').searchParams.get('body')).toBe(text);
    expect(await savedBy(report, say('report_save'))).toMatchObject({ what: 'missed', mark: 'чекали', text });
    await report.close();
    await page.close();
  });

  it('stands in my reports, goes and comes back', async () => {
    const { page, report } = await openMissed();
    const text = await preview(report);
    await click(report, say('report_keep'));
    await until('that it is kept', async () => (await words(report)).includes(say('report_kept')));
    await report.close();
    await page.close();
    const options = await house.rupor.openOwn('src/ui/options/index.html#reports');
    const heading = say('report_missed_subject', 'чекали');
    await click(options, heading);
    await until('its text', async () => (await words(options)).includes(text.split('\n').at(-1) ?? ''));
    expect(await savedBy(options, say('opt_reports_export'))).toMatchObject([{ what: 'missed', text }]);
    await click(options, say('opt_reports_remove'));
    await until('none', async () => (await words(options)).includes(say('opt_reports_none')));
    await click(options, say('undo'));
    await until('the report again', async () => (await words(options)).includes(heading));
    await options.close();
  });

  it('says so where nothing is selected', async () => {
    const { page, tab } = await house.open('/quiet.html');
    const report = await house.rupor.openOwn(`src/ui/report/index.html?tab=${tab}&missed=1`);
    await until('why', async () => (await words(report)).includes(say('report_none_title')));
    await report.close();
    await page.close();
  });
});
