/** The shelf of hostile pages, each beside its clean twin: no hang, no error, the flags that belong there, nothing touched. */

import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Made } from '../../scripts/serve.mjs';
import { costIn, pulseOf } from '../hostile/cost';
import { backgroundErrors, pageErrors } from '../hostile/ears';
import { GIANTS } from '../hostile/giants';
import { KINDS } from '../hostile/kinds';
import { LOOKS } from '../hostile/looks';
import { NAMES } from '../hostile/names';
import { REGISTRY } from '../hostile/registry';
import { RESTLESS } from '../hostile/restless';
import { articleOf, CALM, PLAIN, QUIET, type Row, type Stage } from '../hostile/row';
import { TREES } from '../hostile/trees';
import { kind, start, until } from './browser';

const ROWS: readonly Row[] = [...NAMES, ...REGISTRY, ...TREES, ...KINDS, ...RESTLESS, ...LOOKS, ...GIANTS];
/** Both browsers are tested beside each other: the giants of one should not meet those of the other. */
const SHELF = kind === 'firefox' ? ROWS.toReversed() : ROWS;

/** Longest time that a page may keep one waiting while it is read; a giant has enough to do with itself. Milliseconds. */
const PULSE_MAX = 2000;
const PULSE_MAX_GIANT = 6000;
/** Processor time that a giant may cost us in all. Milliseconds. */
const COST_MAX = 3000;
/** A giant is read in some six seconds; on a busy machine it may wait for its turn as long again, and longer. Milliseconds. */
const READING_MAX = 40_000;
/** A giant's whole test, with the making and the comparing of its markup: other tests run beside it. Milliseconds. */
const GIANT_MAX = 120_000;
/** Longest wait for what belongs on any other page. Milliseconds. */
const PATIENCE = 8000;
/** After this a document that nobody of us answers for is taken for one that is not read. Milliseconds. */
const SILENCE_MS = 600;
/** Between two looks at how much has been read: longer than between two parts of a reading. Milliseconds. */
const GROWTH_MS = 600;
/** No flag so far, and none this much later. Milliseconds. */
const STILL_MS = 250;

const TWINS = [...new Set([PLAIN, ...SHELF.map(({ twin = PLAIN }) => twin)])];
const twinPath = (html: string): string =>
  html === PLAIN ? '/hostile/plain.html' : `/hostile/twin-${TWINS.indexOf(html)}.html`;
const pathOf = (row: Row): string => `/hostile/${SHELF.indexOf(row)}.${row.ending ?? 'html'}`;

const pages: Record<string, Made> = { '/favicon.ico': '', '/hostile/quiet.html': QUIET };
for (const html of TWINS) pages[twinPath(html)] = html;
for (const row of SHELF) pages[pathOf(row)] = row.headers ? { body: row.page, headers: row.headers } : row.page;
/** Takes a while to read. */
pages['/hostile/long.html'] = articleOf(CALM.repeat(20_000));

let house: Awaited<ReturnType<typeof start>>;
let errorsBehind: Awaited<ReturnType<typeof backgroundErrors>>;
beforeAll(async () => {
  house = await start(pages);
  errorsBehind = await backgroundErrors(house);
  await errorsBehind();
});
afterAll(() => house?.stop());
afterEach(() => house.reset());

/** Signs that a reader does not see, and that a mark may hold. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|⟨U\+[0-9A-F]+⟩/g;
const plain = (text: string): string => text.replace(INVISIBLE, '').replace(/\s+/g, ' ');

/** Opens a page that remembers its markup as it was when it had been parsed. */
async function enter(
  path: string,
  own?: RegExp,
  prepare?: (page: Page) => Promise<void>,
  isNoted = true,
): Promise<Stage & { errors: () => readonly string[] }> {
  const { page, tab } = await house.openBlank();
  const errors = pageErrors(page, own);
  await page.evaluateOnNewDocument((isNoted) => {
    if (!isNoted) return;
    addEventListener('DOMContentLoaded', () => {
      const get = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get;
      Object.assign(globalThis, { markup: get?.call(document).outerHTML });
    });
  }, isNoted);
  await prepare?.(page);
  await page.goto(house.server.origin + path);
  const flags = async () => {
    const view = await house.rupor.ask(tab, { ask: 'state' });
    if (view === undefined || view.state === 'reading') return undefined;
    const rows: readonly { entry: string; mark: string }[] = view.state === 'list' ? view.rows : [];
    return rows.map(({ entry, mark }) => `${entry}: ${plain(mark)}`).sort();
  };
  const painted = async () => {
    const texts = await page.evaluate(() =>
      [...CSS.highlights]
        .filter(([name]) => name !== 'own')
        .flatMap(([, highlight]) => [...highlight])
        .filter(({ startContainer }) => startContainer.isConnected)
        .map(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = new Range();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return String(range);
        }),
    );
    return texts.map(plain).sort();
  };
  const read = () => until('a reading', async () => (await flags()) !== undefined);
  return { page, tab, house, flags, painted, read, errors };
}

type Look = { readonly flags: readonly string[]; readonly painted: readonly string[] };
const looks = new Map<string, Promise<Look>>();

/** What Rupor finds on a clean twin, read once. */
function twinOf(html: string): Promise<Look> {
  const known = looks.get(html);
  if (known) return known;
  const look = (async () => {
    const stage = await enter(twinPath(html));
    let found: Look = { flags: [], painted: [] };
    await until('flags on the clean twin, all of them painted', async () => {
      const before = JSON.stringify(found);
      found = { flags: (await stage.flags()) ?? [], painted: await stage.painted() };
      return found.flags.length > 0 && found.painted.length >= found.flags.length && JSON.stringify(found) === before;
    });
    expect(stage.errors()).toEqual([]);
    await stage.page.close();
    return found;
  })();
  looks.set(html, look);
  return look;
}

/** Words of flags, without their entries. */
const wordsOf = (flags: readonly string[]): readonly string[] => flags.map((flag) => flag.replace(/^\S+: /, '')).sort();

/** Asks until the answer is true or the time is up; then it is for an expectation to say what is wrong. */
async function within(time: number, holds: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + time; performance.now() < end && !(await holds()); ) await pause(50);
}

const isSame = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** What can be known of a page that tells no flags. */
async function silenceOf({ page, tab, house: { rupor } }: Stage): Promise<string> {
  const view = await rupor.ask(tab, { ask: 'state' });
  return `no flags: ${view?.state ?? 'nobody answers'}, the page is ${await page.evaluate(() => document.visibilityState)}`;
}

/** Waits for the flags that belong to the row, and says what came. */
async function expectFlags(row: Row, stage: Stage, twin: Look): Promise<void> {
  const patience = row.giant ? READING_MAX : PATIENCE;
  const wanted = row.flags === 'same' ? twin.flags : row.flags === 'none' ? [] : [...row.flags].sort();
  const asked = performance.now();
  let found: readonly string[] | undefined;
  await within(patience, async () => {
    const flags = await stage.flags();
    found = flags && typeof row.flags === 'object' ? wordsOf(flags) : flags;
    const isSilent = row.flags === 'none' && found === undefined && performance.now() - asked > SILENCE_MS;
    return isSilent || isSame(found, wanted);
  });
  if (row.flags === 'none') {
    await pause(STILL_MS);
    expect((await stage.flags()) ?? []).toEqual([]);
  } else expect(found ?? (await silenceOf(stage))).toEqual(wanted);
  if (row.unseen !== undefined) return;
  const marks = row.flags === 'same' ? twin.painted : wanted;
  let painted: readonly string[] = [];
  await within(patience, async () => {
    painted = await stage.painted();
    return isSame(painted, marks);
  });
  expect(painted).toEqual(marks);
}

/** The first flags come early: waits until a giant's words grow no more. */
async function untilRead({ house: { rupor }, tab }: Stage): Promise<void> {
  let words = -1;
  await within(READING_MAX, async () => {
    const before = words;
    const view = await rupor.ask(tab, { ask: 'state' });
    words = view?.words ?? -1;
    await pause(GROWTH_MS);
    return words === before;
  });
}

describe.each(SHELF)('$name', (row) => {
  const options = row.giant ? { timeout: GIANT_MAX } : {};
  it(
    `${row.flags === 'none' ? 'has no flag' : row.flags === 'same' ? 'has the flags of its clean twin' : 'has only the flags that can be seen'}`,
    options,
    async () => {
      const twin = await twinOf(row.twin ?? PLAIN);
      if (typeof row.flags === 'object') expect(wordsOf(twin.flags)).not.toEqual([...row.flags].sort());

      let costs: (() => Promise<number>) | undefined;
      const stage = await enter(
        pathOf(row),
        row.own,
        async (page) => {
          if (row.giant && kind === 'chrome') costs = await costIn(page, house.rupor.base);
        },
        !row.unnoted,
      );
      const { page, errors } = stage;
      const loaded = performance.now();
      const pulse = pulseOf(page, row.giant === true);
      await row.act?.(stage);
      await expectFlags(row, stage, twin);
      if (row.giant) await untilRead(stage);
      const took = performance.now() - loaded;
      const [beat, cost] = [await pulse(), await costs?.()];
      if (row.giant)
        console.info(
          `${row.name}: ${Math.round(took)} ms, ${Math.round(cost ?? 0)} ms of ours, longest wait ${Math.round(beat)} ms`,
        );
      expect(beat, 'longest wait for an answer').toBeLessThan(row.giant ? PULSE_MAX_GIANT : PULSE_MAX);
      if (cost !== undefined) expect(cost, 'processor time of ours').toBeLessThan(COST_MAX);
      await row.check?.(stage);
      if (row.unread === undefined) {
        const isAsItWas = await page.evaluate(() => {
          const root = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get?.call(document);
          return (globalThis as unknown as { markup: string }).markup === root.outerHTML;
        });
        expect(isAsItWas, 'the markup is as it was').toBe(true);
      }
      expect(errors()).toEqual([]);
      expect(await errorsBehind()).toEqual([]);
      await page.close();
    },
  );
});

describe('a tab closed while scanning', () => {
  it('leaves no error behind, and the next page is read', { timeout: GIANT_MAX }, async () => {
    let state: string | undefined;
    // On a busy machine the answer can come when the reading is over.
    await within(GIANT_MAX / 2, async () => {
      const { page, tab } = await house.openBlank();
      const loaded = page.goto(`${house.server.origin}/hostile/long.html`);
      do state = (await house.rupor.ask(tab, { ask: 'state' }))?.state;
      while (state === undefined);
      await page.close();
      await loaded.catch(() => undefined);
      return state === 'reading';
    });
    expect(state).toBe('reading');
    const next = await enter(twinPath(PLAIN));
    await until('flags', async () => (await next.painted()).length === 4);
    expect(next.errors()).toEqual([]);
    expect(await errorsBehind()).toEqual([]);
    await next.page.close();
  });
});
