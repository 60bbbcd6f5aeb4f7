/** What the extension costs a tab that is left open, in memory: the same tabs with and without it. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { launch, launchBare } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import { rest } from './page-rest';

/** All per tab, in megabytes of 1,000,000 bytes. */
export type Memory = {
  /** Memory of all processes of the browser, what several share counted once (PSS). */
  readonly processes: number;
  /** What JavaScript holds after a collection: objects, and texts and buffers beside the heap. */
  readonly heap: number;
};

const MAP = '--host-resolver-rules=MAP *.test 127.0.0.1';
const MB = 1_000_000;
/** A tab's extension has read, painted and fallen silent after this. Milliseconds. */
const SETTLED = 1500;

/** Opens so many tabs of one page, each a site and a process of its own. @param extension folder; undefined for none */
export async function memoryOf(html: string, tabs: number, extension: string | undefined): Promise<Memory> {
  const server = await serve('tests/pages', { '/page.html': html });
  const rupor = extension === undefined ? undefined : await launch('chrome', { extension, args: [MAP] });
  const browser = rupor?.browser ?? (await launchBare('chrome', { args: [MAP] }));
  try {
    const { port } = new URL(server.origin);
    // The first page of a kind brings what all share: it is not counted.
    const open = async (at: number): Promise<Page> => {
      const page = await browser.newPage();
      await page.goto(`http://tab${at}.test:${port}/page.html`, { waitUntil: 'load' });
      return page;
    };
    await open(0);
    await rest(SETTLED);
    const before = pss(browser);
    const pages: Page[] = [];
    for (let at = 1; at <= tabs; at++) pages.push(await open(at));
    await rest(SETTLED);
    let heap = 0;
    for (const page of pages) heap += await heapOf(page);
    await rest(SETTLED);
    return { processes: (pss(browser) - before) / tabs / MB, heap: heap / tabs / MB };
  } finally {
    await browser.close();
    server.close();
  }
}

/** Bytes that JavaScript holds in the page's process after a collection, ours included. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  // Twice: what a finaliser lets go of in the first is freed in the second.
  for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  await session.detach();
  return usedSize + (backingStorageSize ?? 0);
}

/** Bytes of the browser and all its children. Linux alone tells them. */
function pss(browser: Browser): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) && read(`/proc/${pid}/stat`);
    // "pid (name, which may hold spaces) state parent …"
    if (stat) parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const root = browser.process()?.pid ?? -1;
  const isOurs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (at === root) return true;
    return false;
  };
  let total = 0;
  for (const pid of parents.keys()) {
    if (!isOurs(pid)) continue;
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1];
    total += Number(kilobytes ?? 0) * 1024;
  }
  return total;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // The process ended meanwhile.
  }
}
