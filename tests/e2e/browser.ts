/** One real browser with the packed extension, a server of test pages, and what a reader could see of both. */
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { install } from '../../scripts/browsers.mjs';
import { unpack } from '../../scripts/pack';
import { type Made, serve } from '../../scripts/serve.mjs';
import en from '../../src/shared/texts/en.json' with { type: 'json' };
import { begin, borrow, end, giveBack } from './borrow';
import { kind } from './kind';

export { kind };

/** Rupor's own words in English, which the tests set; `$1` and so on filled in. */
export function say(key: keyof typeof en, ...words: string[]): string {
  return en[key].replace(/\$(\d)/g, (_, digit) => words[Number(digit) - 1] ?? '');
}

/** How long anything may take on a busy machine. */
const PATIENCE_MS = 15_000;

/**
 * Asks until the answer is true; a page that cannot answer, as it is just going elsewhere, is asked again.
 * @returns nothing where it ever was; otherwise what the last answer failed with, if it did
 */
async function comes(holds: () => Promise<boolean>): Promise<{ readonly cause: unknown } | undefined> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    let cause: unknown;
    try {
      if (await holds()) return undefined;
    } catch (problem) {
      cause = problem;
    }
    if (Date.now() > end) return { cause };
    await pause(50);
  }
}

/** Waits until it holds, or fails with the words for it. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const failed = await comes(holds);
  if (failed) throw new Error(`not within ${PATIENCE_MS} ms: ${what}`, failed);
}

/** A painted mark as the page itself can see it. */
export type Mark = { readonly name: string; readonly text: string };

/**
 * Every painted mark, read from the page's own world, in reading order; what stands in a shadow tree comes where its
 * host does.
 */
export function marks(page: Pick<Page, 'evaluate'>): Promise<Mark[]> {
  return page.evaluate(() => {
    const length = (node: Node) => node.nodeValue?.length ?? node.childNodes.length;
    const outermost = (node: Node): Node => {
      const root = node.getRootNode();
      return root instanceof ShadowRoot ? outermost(root.host) : node;
    };
    const found = [...CSS.highlights].flatMap(([name, highlight]) =>
      // A mark whose words were just taken away or cut short is not painted, and is dropped with the next reading.
      [...highlight]
        .filter(({ startContainer: node }) => node.isConnected && node.ownerDocument === document)
        .filter(({ startContainer, startOffset }) => startOffset <= length(startContainer))
        .filter(({ endContainer, endOffset }) => endOffset <= length(endContainer))
        .map((painted) => {
          const range = document.createRange();
          range.setStart(painted.startContainer, painted.startOffset);
          range.setEnd(painted.endContainer, painted.endOffset);
          return { name, range, place: outermost(painted.startContainer) };
        }),
    );
    found.sort((a, b) => {
      if (a.range.startContainer.getRootNode() === b.range.startContainer.getRootNode())
        return a.range.compareBoundaryPoints(Range.START_TO_START, b.range);
      return a.place.compareDocumentPosition(b.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
    return found.map(({ name, range }) => ({ name, text: range.toString().replace(/\s+/g, ' ') }));
  });
}

/** Waits until these marks are painted, in this order, and no others. */
export async function shows(page: Page, expected: readonly string[]): Promise<void> {
  let found: string[] = [];
  await comes(async () => {
    found = (await marks(page)).map(({ text }) => text);
    return JSON.stringify(found) === JSON.stringify(expected);
  });
  expect(found).toEqual(expected);
}

/** The words of a page of ours as they are shown. */
export const words = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Clicks the control whose accessible name starts so, whether it is a label, a text or an aria-label. */
export async function click(page: Page, name: string): Promise<void> {
  let point: { x: number; y: number } | undefined;
  await until(`a control named “${name}” that stands still`, async () => {
    const before = point;
    point = await page.evaluate((start) => {
      const controls = [...document.querySelectorAll<HTMLElement>('button, a, input, label, [role]')];
      const control = controls.find((one) => {
        const label = one.getAttribute('aria-label') ?? one.textContent ?? '';
        return label.trim().startsWith(start) && one.getClientRects().length > 0;
      });
      if (!control) return undefined;
      control.scrollIntoView({ block: 'nearest' });
      const box = control.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, name);
    // A page of ours may still be settling: a click at where a control was a moment ago would miss it.
    return point !== undefined && point.x === before?.x && point.y === before.y;
  });
  if (point) await page.mouse.click(point.x, point.y);
}

/** Complaints of a page of ours: errors, and violations of its content security policy. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  return heard;
}

/**
 * A browser with the extension as it was packed, newly put in, and the server; `stop` ends both.
 * @param pages made pages by path
 * @param prefs preferences for Firefox
 * @param ground the folder of pages that are served as they lie there
 * @param how a profile that outlives the browser; allowed in private windows. What is kept is then left as it is.
 */
export async function start(
  pages: Readonly<Record<string, Made>> = {},
  prefs: Record<string, unknown> = {},
  ground = 'tests/pages',
  how: { readonly profile?: string; readonly inPrivate?: boolean; readonly folder?: string } = {},
) {
  const folder = how.folder ?? unpack(kind);
  const server = await serve(ground, pages);
  // One with a profile, preferences or private windows of its own is started anew; Chromium has no preferences.
  const isOwn = how.profile || how.inPrivate || (kind === 'firefox' && Object.keys(prefs).length > 0);
  const lent = isOwn ? await begin({ ...how, prefs }) : await borrow();
  const { outside } = lent;
  const rupor = await install(kind, lent.browser, { ...how, extension: folder });

  /** Choices as after an installation, in English whatever the browser speaks. */
  const reset = () => rupor.store({ settings: { v: 2, language: 'en' } });
  if (!how.profile) await reset();

  /** The popup for a tab, as a page: the same document, with the tab named in its address. */
  async function popup(tab: number): Promise<Page> {
    const page = await rupor.openOwn(`src/ui/popup/index.html?tab=${tab}`);
    await page.setViewport({ width: 360, height: 560 });
    return page;
  }

  /** The side panel, or the sidebar, for a tab, as a page; it follows the other tabs of that window. */
  async function panel(tab: number): Promise<Page> {
    const page = await rupor.openOwn(`src/ui/panel/index.html?tab=${tab}`);
    await page.setViewport({ width: 360, height: 900 });
    return page;
  }

  /** A page of ours that the browser itself has opened (Chromium only). */
  async function ownPage(path: string): Promise<Page> {
    let found: Page | undefined;
    await until(path, async () => {
      const extension = (await rupor.browser.extensions()).get(rupor.id);
      found = (await extension?.pages())?.find((open) => open.url().endsWith(path));
      return found !== undefined;
    });
    return found as Page;
  }

  /** The popup of the toolbar's button itself (Chromium only). */
  async function pressToolbar(page: Page): Promise<Page> {
    const extension = (await rupor.browser.extensions()).get(rupor.id);
    await page.bringToFront();
    await extension?.triggerAction(page);
    return ownPage('/popup/index.html');
  }

  /** What the toolbar shows for a tab. */
  const icon = async (tab: number) =>
    (await rupor.desk()).evaluate(
      async (tabId) => ({
        text: await chrome.action.getBadgeText({ tabId }),
        title: await chrome.action.getTitle({ tabId }),
        colour: [...(await chrome.action.getBadgeBackgroundColor({ tabId }))].slice(0, 3),
      }),
      tab,
    );

  /** What was asked for by script, of this machine or of others, since this was asked last; nothing is Rupor's doing. */
  const requests = (): string[] => [...outside.asked.splice(0), ...server.byScript.splice(0)];

  return {
    rupor,
    server,
    requests,
    reset,
    popup,
    panel,
    ownPage,
    pressToolbar,
    icon,
    open: (path: string) => rupor.openTab(`${server.origin}${path}`),
    openBlank: rupor.openBlank,
    async stop() {
      if (isOwn) await end(lent);
      else {
        await rupor.remove();
        await giveBack(lent);
      }
      server.close();
      if (!how.folder) rmSync(folder, { recursive: true, force: true });
      expect(requests(), 'requests that no test has made').toEqual([]);
    },
  };
}
