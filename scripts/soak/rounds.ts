/** One round after the other: what a reader's browser goes through in half an hour of news, and a little more. */
import type { Page } from 'puppeteer-core';
import { type Held, heapOf, heldBy, megabytes } from './figures';
import { ownWorld, rest, type Stage, until } from './stage';

/** In half an hour, and in proportion for other times. */
const KILLS = 500;
const ITEMS = 20_000;
const HALF_HOUR = 30;
/** Reports in half an hour: of 200 the oldest goes out, which would look like a loss. */
const REPORTS = 125;
/** Between two measurements. Milliseconds. */
const MEASURE = 60_000;
/** How long the feed is changed without rest. Milliseconds. */
const STORM = 1000;
/** Longest pause between a change and the kill that follows it: somewhere in the work that it causes. Milliseconds. */
const MOMENT = 40;

export type Soaked = {
  readonly held: readonly Held[];
  /** Bytes of the background, by the minute. */
  readonly background: readonly (readonly [at: number, bytes: number])[];
  /** Milliseconds from new items to their marks. */
  readonly times: readonly number[];
  readonly kills: number;
  readonly items: number;
  readonly checks: number;
  /** Messages that a background answered that had just been stopped. */
  readonly answers: number;
  readonly changes: number;
  readonly made: number;
  readonly kept: number;
  readonly errors: readonly string[];
};

/** @param say takes a line on how far it is */
export async function soak(stage: Stage, minutes: number, say: (line: string) => void): Promise<Soaked> {
  const { kind, rupor, kill } = stage;
  const share = minutes / HALF_HOUR;
  const start = performance.now();
  /** Part of the time that is over. */
  const over = () => Math.min(1, (performance.now() - start) / (minutes * 60_000));
  const feed = await stage.open('/feed.html');
  const session = kind === 'chrome' ? await feed.page.createCDPSession() : undefined;
  const held: Held[] = [];
  const background: [number, number][] = [];
  const times: number[] = [];
  let [items, checks, answers, changes, made, measured] = [0, 0, 0, 0, 0, 0];

  async function measure(): Promise<void> {
    measured = performance.now();
    await feed.page.bringToFront();
    if (session) held.push(await heldBy(session, start));
    const target = rupor.browser.targets().find((one) => one.type() === 'service_worker');
    const worker = kind === 'chrome' ? await target?.createCDPSession().catch(() => undefined) : undefined;
    const bytes = worker && (await heapOf(worker).catch(() => undefined));
    if (bytes !== undefined) background.push([(performance.now() - start) / 60_000, bytes]);
    await worker?.detach().catch(() => undefined);
  }

  /** New items, old ones out; killed before and within the work. */
  async function grow(round: number): Promise<void> {
    const kept = 20 + (round % 10);
    await feed.page.bringToFront();
    await kill();
    const began = performance.now();
    const more = Math.max(kept, Math.round(over() * ITEMS * share) - items);
    await feed.page.evaluate(`add(${items}, ${more}, ${kept})`);
    items += more;
    await rest(Math.random() * MOMENT);
    await kill();
    await stage.painted(feed, kept);
    times.push(performance.now() - began);
    await stage.agree(feed, kept);
    checks += 1;
    if (kind !== 'chrome') return;
    const world = await ownWorld(feed.page, rupor.base);
    // As many as the time that is over asks for, one at least: a slow machine has fewer rounds.
    do {
      await kill();
      const answer = await world.tell({ say: 'count', state: 'list', n: kept });
      if (answer !== true) throw new Error(`a count was answered with ${JSON.stringify(answer)}`);
      answers += 1;
    } while (stage.killed() < over() * KILLS * share);
    await world.close();
  }

  async function storm(): Promise<void> {
    await feed.page.bringToFront();
    const before = await stage.marks(feed.page);
    changes += Number(await feed.page.evaluate(`storm(${STORM})`));
    await stage.agree(feed, before);
    checks += 1;
  }

  /** Addresses of an app, back and forward, and whole pages between. */
  async function wander(app: Page, tab: number, round: number): Promise<void> {
    await app.bringToFront();
    const [a, b] = [1 + (round % 5), 2 + (round % 3)];
    await app.evaluate(`go(${a})`);
    await stage.agree({ page: app, tab }, a);
    await app.evaluate(`go(${b})`);
    await kill();
    await stage.agree({ page: app, tab }, b);
    await app.goBack({ waitUntil: [] });
    await stage.agree({ page: app, tab }, a);
    await app.goForward({ waitUntil: [] });
    await stage.agree({ page: app, tab }, b);
    checks += 4;
  }

  /** A tab that is opened, read and closed; every other time with a report of its mark, and a kill before each step. */
  async function visit(round: number): Promise<void> {
    const opened = await stage.open(`/news.html?n=${round}`);
    await stage.agree(opened, 1);
    checks += 1;
    if (round % 2 === 0 && made < REPORTS) {
      const id = await stage.firstMark(opened.tab);
      const before = await stage.reports();
      await kill();
      const report =
        kind === 'chrome'
          ? await reported(opened.page, id)
          : await rupor.openOwn(`src/ui/report/index.html?tab=${opened.tab}&flag=${id}`);
      await kill();
      made += 1;
      await stage.keep(report, before);
    }
    await opened.page.close();
  }

  /** The report page, by the message that the card sends to a background that has just been killed. */
  async function reported(page: Page, id: number): Promise<Page> {
    const before = new Set(await rupor.browser.pages());
    const world = await ownWorld(page, rupor.base);
    await world.tell({ say: 'report', id });
    await world.close();
    let found: Page | undefined;
    await until('the report page', async () => {
      found = (await rupor.browser.pages()).find((one) => !before.has(one) && one.url().includes('/ui/report/'));
      return found !== undefined;
    });
    return found as Page;
  }

  const app = await stage.open('/app.html?n=1');
  await grow(0);
  await measure();
  let round = 1;
  for (; over() < 1; round += 1) {
    await grow(round);
    if (round % 10 === 0) await storm();
    if (round % 3 === 0) await wander(app.page, app.tab, round);
    await visit(round);
    if (performance.now() - measured < MEASURE) continue;
    await measure();
    const last = held.at(-1);
    const holds = last ? `, ${megabytes(last.heap)}, ${last.listeners} listeners, ${last.detached} detached` : '';
    say(`${(over() * minutes).toFixed(1)} min: ${items} items, ${stage.killed()} kills, ${made} reports${holds}`);
  }
  await grow(round);
  await measure();
  return {
    held,
    background,
    times,
    kills: stage.killed(),
    items,
    checks,
    answers,
    changes,
    made,
    kept: await stage.reports(),
    errors: stage.errors,
  };
}
