/** Two hundred pages are read; then everything that could remember is searched for them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unpack } from '../../scripts/pack';
import { kind, start } from './browser';
import { CALM, whole } from './follow';

const VISITS = 200;
const PATH = '/visited-';
/** A word that stands in these pages alone, once beside a mark and once in the mark's own sentence. */
const WORD = 'Слідопитське';

/** Every second page is news with a mark, the others are a tool's. */
const pages = Object.fromEntries(
  Array.from({ length: VISITS }, (_, n) => {
    const news = `<article><h1>${WORD} місто ${n}</h1><p>${WORD} джерело ${n}: про це повідомляє ТАСС.</p><p>${CALM}</p><p>${CALM}</p></article>`;
    const body = n % 2 ? `<main><button>${WORD} ${n}</button></main>` : news;
    return [`${PATH}${n}.html`, whole(body, n % 2 ? '' : '<meta property="og:type" content="article">')];
  }),
);
/** What none may keep: addresses (a host alone is a trace as well) and words, as they stand or as bytes of two sizes. */
const TRACES = [PATH, '127.0.0.1', WORD].flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);

const profile = mkdtempSync(join(tmpdir(), 'rupor-profile-'));
const folder = unpack(kind);
let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start(pages, { 'extensions.webextensions.keepStorageOnUninstall': true }, undefined, {
    profile,
    folder,
  });
  await house.reset();
});
afterAll(() => {
  for (const made of [profile, folder]) rmSync(made, { recursive: true, force: true });
});

/** The files that the browser keeps for the extension. Its own history is the reader's, and no business of ours. */
function keptFiles(): string[] {
  const ours = kind === 'chrome' ? /Extension|Service Worker|IndexedDB|Local Storage/ : /extension/;
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => ours.test(path.slice(profile.length)));
}

it(`after ${VISITS} pages nothing holds an address or a word of them`, { timeout: 120_000 }, async () => {
  const { page, tab } = await house.openBlank();
  let marked = 0;
  for (const path of Object.keys(pages)) {
    await page.goto(`${house.server.origin}${path}`, { waitUntil: 'domcontentloaded' });
    if (!pages[path]?.includes('<article>')) continue;
    await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 'raf' });
    marked += 1;
  }
  expect(marked).toBe(VISITS / 2);
  // A reader looks at the last one as well: its list, and its card.
  await page.goto(`${house.server.origin}${PATH}0.html`);
  const state = await house.rupor.state(tab);
  await house.rupor.ask(tab, { do: 'explain', id: state.state === 'list' ? (state.rows[0]?.id ?? -1) : -1 });
  const popup = await house.popup(tab);
  await popup.waitForFunction((word) => document.body.innerText.includes(word), {}, WORD);

  const kept = await (await house.rupor.desk()).evaluate(async () => {
    const areas = ['local', 'session', 'sync'] as const;
    return JSON.stringify({
      areas: await Promise.all(areas.map((area) => chrome.storage[area].get(null).catch(() => 'closed'))),
      page: { ...localStorage, ...sessionStorage },
      databases: await indexedDB.databases(),
      caches: await caches.keys().catch(() => []),
    });
  });
  expect(kept).toContain('"language":"en"');
  expect(TRACES.filter((trace) => Buffer.from(kept).includes(trace)).map(String)).toEqual([]);

  await house.stop();
  const files = keptFiles();
  expect(files.length).toBeGreaterThan(0);
  const found = files.flatMap((path) => {
    const bytes = readFileSync(path);
    return TRACES.filter((trace) => bytes.includes(trace)).map((trace) => `${path.slice(profile.length)}: ${trace}`);
  });
  expect(found).toEqual([]);
});

it('what scripts ask for would be noticed, on this machine and beyond it', async () => {
  house = await start({ '/plain.html': whole(CALM) });
  const { page } = await house.open('/plain.html');
  await page.evaluate(async () => {
    for (const url of ['/made-up', 'http://outside.example/']) await fetch(url).catch(() => undefined);
  });
  expect(house.requests()).toEqual(['outside.example', '/made-up']);
  await house.stop();
});
