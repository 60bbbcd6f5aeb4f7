/** How marks look where colours are not ours to choose, and pages that meddle with the card. */
import { expect } from 'vitest';
import { kind, until } from '../e2e/browser';
import { articleOf, PLAIN, type Row, type Stage, TEXT } from './row';

/** Children of `<html>`: head and body, and the card's host while it is open. */
const children = ({ page }: Stage): Promise<number> => page.evaluate(() => document.documentElement.childElementCount);

const explain = async ({ house, tab }: Stage): Promise<void> => {
  const view = await house.rupor.state(tab);
  const id = view.state === 'list' ? view.rows[0]?.id : undefined;
  await house.rupor.ask(tab, { do: 'explain', id: Number(id) });
};

/** A picture of the page with the marks, and one without them. */
async function pictures(stage: Stage): Promise<[string, string]> {
  const shot = () => stage.page.screenshot({ encoding: 'base64' });
  const withMarks = await shot();
  await stage.house.rupor.ask(stage.tab, { do: 'toggle-marks' });
  await until('no mark', async () => (await stage.painted()).length === 0);
  return [withMarks, await shot()];
}

/** What comes on paper: in Chromium as a picture, in Firefox as a document without its last objects: its hour is one. */
async function onPaper({ page }: Stage): Promise<string> {
  if (kind === 'firefox') {
    const sheet = Buffer.from(await page.pdf());
    return sheet.subarray(0, sheet.lastIndexOf('/Type /ObjStm')).toString('base64');
  }
  await page.emulateMediaType('print');
  const picture = await page.screenshot({ encoding: 'base64' });
  await page.emulateMediaType();
  return picture;
}

const MEDDLER = (act: string): string => `<script>
  globalThis.met = 0;
  new MutationObserver((records) => {
    for (const host of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (host.localName !== 'div' || globalThis.calm) continue;
      globalThis.met++;
      ${act}
    }
  }).observe(document.documentElement, { childList: true });
</script>`;

const FAKES = `
  const box = host.getBoundingClientRect();
  for (let i = 0; i < 200; i++)
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      (document.elementFromPoint(box.x + i, box.y + i) ?? host).dispatchEvent(new PointerEvent(type, {
        bubbles: true, composed: true, cancelable: true, clientX: box.x + i, clientY: box.y + i, pointerType: 'mouse' }));
  for (const key of ['Enter', ' ', 'Tab'])
    host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  host.click();
  if (host.shadowRoot) host.shadowRoot.querySelectorAll('button').forEach((button) => button.click());`;

export const LOOKS: readonly Row[] = [
  {
    name: 'print sheet: marks are on the screen, not on paper',
    page: PLAIN,
    flags: 'same',
    unread: 'the test itself changes a word at the end',
    check: async (stage) => {
      const paper = await onPaper(stage);
      const [marked, bare] = await pictures(stage);
      expect(marked).not.toBe(bare);
      expect(await onPaper(stage)).toBe(paper);
      // The comparison sees a highlight where one is printed; Firefox prints none, whoever made it, but it sees a word.
      await stage.page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('::highlight(own) { background-color: red }');
        document.adoptedStyleSheets.push(sheet);
        const range = new Range();
        range.selectNodeContents(document.body);
        CSS.highlights.set('own', new Highlight(range));
      });
      if (kind === 'firefox') {
        expect(await onPaper(stage)).toBe(paper);
        await stage.page.evaluate(() => document.querySelector('p')?.replaceChildren('Слово'));
      }
      expect(await onPaper(stage)).not.toBe(paper);
    },
  },
  {
    name: `forced colours: the marks are still to be seen${kind === 'firefox' ? ' (not in Firefox: its driver cannot force them)' : ''}`,
    page: PLAIN,
    flags: 'same',
    check: async (stage) => {
      const force = () => stage.page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }]);
      if (kind === 'firefox') return expect(force()).rejects.toThrow();
      const session = await stage.page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      expect(await stage.page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      const [marked, bare] = await pictures(stage);
      expect(marked).not.toBe(bare);
    },
  },
  {
    name: 'page that fakes clicks on our host: nothing is kept, reported or opened',
    page: articleOf(TEXT, MEDDLER(FAKES)),
    flags: 'same',
    check: async (stage) => {
      const { house, page } = stage;
      const stored = async () =>
        (await house.rupor.desk()).evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
      const [before, tabs] = [await stored(), (await house.rupor.browser.pages()).length];
      await explain(stage);
      await until('the faked clicks', async () => (await page.evaluate('met')) === 1);
      expect(await stored()).toBe(before);
      expect((await house.rupor.browser.pages()).length).toBe(tabs);
      expect((await stage.flags())?.length).toBe(4);
      await page.keyboard.press('Escape');
      await until('no card', async () => (await children(stage)) === 2);
    },
  },
  {
    name: 'page that removes our host at once: no fight, and the card opens again in peace',
    page: articleOf(TEXT, MEDDLER('host.remove();')),
    flags: 'same',
    check: async (stage) => {
      const { page } = stage;
      await explain(stage);
      await until('a card taken away', async () => (await page.evaluate('met')) === 1);
      await new Promise((done) => setTimeout(done, 400));
      expect(await page.evaluate('met')).toBe(1);
      expect(await children(stage)).toBe(2);
      await page.evaluate('globalThis.calm = true');
      await explain(stage);
      await until('the card', async () => (await children(stage)) === 3);
      await page.keyboard.press('Escape');
      await until('no card', async () => (await children(stage)) === 2);
    },
  },
];
