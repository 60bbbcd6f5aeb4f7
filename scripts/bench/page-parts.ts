/** D1 to D4 and how much slicing costs: our modules in bench pages, in turns with what they are measured against. */
import type { Page } from 'puppeteer-core';
import { sheetOf } from '../../src/shared/sheet';
import { type Figure, judge, type Run } from './figure';
import type { Walks } from './page-child-walk';
import { least, named } from './page-numbers';
import { openStand, SIZES, type Size, type Stand } from './page-stand';

export const ids = [
  'D1',
  'D1.words',
  'D1.rules',
  'D2',
  'D2.rules',
  'D3',
  'D3.markjs',
  'D3.layout',
  'D3.nodes',
  'D3.lines',
  'D4',
  'D6.total',
] as const;

/** Rounds in turns; the least counts. Smaller pages need more for their code to be optimised. */
const ROUNDS: Readonly<Record<Size, number>> = { 1000: 120, 10000: 20 };
const MARKS = 1000;
/** Fresh pages for each way of marking. */
const PAGES = 5;
const REMOVALS = 15;
/** Fresh pages for each way of reading, and how much slower the processor is made. */
const READINGS = 3;
const THROTTLE = 4;

/** @param rescan is told what one full reading of 10,000 text nodes takes. Milliseconds */
export async function* figures(run: Run, rescan: (time: number) => void): AsyncGenerator<Figure> {
  const stand = await openStand();
  try {
    if (['D1', 'D1.words', 'D1.rules', 'D2', 'D2.rules', 'D5'].some(run.wants)) yield* walking(stand, run, rescan);
    if (['D3', 'D3.markjs', 'D3.layout', 'D3.nodes'].some(run.wants)) yield* marking(stand, run);
    if (run.wants('D3.lines')) yield await lining(stand, run);
    if (run.wants('D4')) yield await removing(stand, run);
    if (run.wants('D6.total')) yield await slicing(stand, run);
  } finally {
    await stand.close();
  }
}

async function* walking(stand: Stand, run: Run, rescan: (time: number) => void): AsyncGenerator<Figure> {
  const walks = new Map<Size, Walks>();
  for (const size of SIZES) {
    run.say(`walking ${size} text nodes`);
    const result = await stand.on(size, async (page) => {
      const flags = await page.evaluate(() => bench.sameFlags());
      if (flags === 0) throw new Error('nothing to find in the bench page');
      return page.evaluate((rounds) => bench.walks(rounds), ROUNDS[size]);
    });
    walks.set(size, result);
  }
  rescan(walks.get(10_000)?.reading ?? Number.NaN);
  const detail = [...walks].map(([size, times]) => `${size} nodes: ${named(times, 'ms')}`).join('; ');
  const worst = (of: 'matcher' | 'words' | 'reading', against: 'bare' | 'inner'): number =>
    Math.max(...[...walks.values()].map((times) => times[of] / times[against]));
  const common = { sense: 'at-most', unit: '×' } as const;
  const bare = '(TreeWalker walk + charCodeAt loop)';
  yield judge({
    ...common,
    id: 'D1',
    what: `walk and matcher / ${bare}`,
    value: worst('matcher', 'bare'),
    target: 4,
    detail,
  });
  yield judge({
    ...common,
    id: 'D1.words',
    held: 8,
    what: `walk, words, sentences and meanings / ${bare}`,
    value: worst('words', 'bare'),
    target: 4,
  });
  yield judge({
    ...common,
    id: 'D1.rules',
    held: 25,
    what: `walk and full reading / ${bare}`,
    value: worst('reading', 'bare'),
    target: 4,
  });
  yield judge({
    ...common,
    id: 'D2',
    held: 0.26,
    what: 'walk and matcher / one dirty innerText',
    value: worst('matcher', 'inner'),
    target: 0.2,
  });
  yield judge({
    ...common,
    id: 'D2.rules',
    held: 1.5,
    what: 'walk and full reading / one dirty innerText',
    value: worst('reading', 'inner'),
    target: 0.2,
  });
}

const WAYS = ['nothing', 'highlighted', 'wrapped', 'marked'] as const;
type Way = (typeof WAYS)[number];
/** Milliseconds of the processor, on the main thread, up to the next frame but one, with its layout; and nodes that came. */
type Cost = { readonly task: number; readonly layout: number; readonly nodes: number };

async function* marking(stand: Stand, run: Run): AsyncGenerator<Figure> {
  const costs: Record<Way, Cost[]> = { nothing: [], highlighted: [], wrapped: [], marked: [] };
  for (let round = 1; round <= PAGES; round++) {
    run.say(`marking ${MARKS} places, round ${round} of ${PAGES}`);
    for (const way of WAYS) costs[way].push(await stand.on(10_000, (page) => costOf(page, way)));
  }
  const task = (way: Way): number => least(costs[way].map((cost) => cost.task));
  const times = {
    nothing: task('nothing'),
    ours: task('highlighted'),
    wrapped: task('wrapped'),
    'mark.js': task('marked'),
  };
  const detail = named(times, 'ms');
  const what = `${MARKS} marks: our highlights`;
  const common = { sense: 'at-most', unit: '×', detail } as const;
  yield judge({
    ...common,
    id: 'D3',
    held: 0.31,
    what: `${what} / own <mark> wrapping`,
    value: times.ours / times.wrapped,
    target: 0.2,
  });
  yield judge({
    ...common,
    id: 'D3.markjs',
    what: `${what} / mark.js`,
    value: times.ours / times['mark.js'],
    target: 0.05,
  });
  const extra = (key: 'layout' | 'nodes'): number => Math.max(...costs.highlighted.map((cost) => cost[key]));
  yield judge({
    id: 'D3.layout',
    what: `${what}, layout`,
    value: extra('layout'),
    target: 0,
    sense: 'at-most',
    unit: 'ms',
  });
  yield judge({
    id: 'D3.nodes',
    what: `${what}, nodes added`,
    value: extra('nodes'),
    target: 0,
    sense: 'at-most',
    unit: '',
  });
}

/** The same look for both: our sheet, as the build for Chromium writes it, and what it says of one mark said of `<mark>`. */
function lines(): string {
  const sheet = sheetOf({ style: 'line', strength: 'normal', palette: 'standard' }, ':root');
  const [, rule] = /::highlight\(passage-f2-light\) (\{[^}]+\})/.exec(sheet) ?? [];
  if (!rule) throw new Error('the sheet has no rule for a mark');
  return `${sheet} mark { all: unset } mark ${rule}`;
}

async function lining(stand: Stand, run: Run): Promise<Figure> {
  const css = lines();
  const costs: Record<'highlighted' | 'wrapped', number[]> = { highlighted: [], wrapped: [] };
  for (let round = 1; round <= PAGES; round++) {
    run.say(`marking ${MARKS} places with our lines, round ${round} of ${PAGES}`);
    for (const way of ['highlighted', 'wrapped'] as const) {
      const act = async (page: Page): Promise<Cost> => {
        await page.addStyleTag({ content: css });
        return costOf(page, way);
      };
      costs[way].push((await stand.on(10_000, act)).task);
    }
  }
  const times = { ours: least(costs.highlighted), wrapped: least(costs.wrapped) };
  return judge({
    id: 'D3.lines',
    held: 0.42,
    what: `${MARKS} marks, both with our lines: our highlights / own <mark> wrapping`,
    value: times.ours / times.wrapped,
    target: 0.2,
    sense: 'at-most',
    unit: '×',
    detail: named(times, 'ms'),
  });
}

async function costOf(page: Page, way: Way): Promise<Cost> {
  const session = await page.createCDPSession();
  // Time of the processor: by the clock, what else the machine does would be counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const look = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    return { task: seconds('TaskDuration') * 1000, layout: seconds('LayoutDuration') * 1000 };
  };
  if (way !== 'nothing') await page.evaluate((how, count) => bench[how](count), way, MARKS);
  // Counting walks the whole page: not between the two looks.
  const nodes = await page.evaluate(() => bench.nodes());
  await page.evaluate(() => bench.rest());
  const before = await look();
  await page.evaluate(() => bench.perform());
  const after = await look();
  return {
    task: after.task - before.task,
    layout: after.layout - before.layout,
    nodes: (await page.evaluate(() => bench.nodes())) - nodes,
  };
}

async function removing(stand: Stand, run: Run): Promise<Figure> {
  run.say('removing 500 paragraphs');
  const times = await stand.on(10_000, (page) =>
    page.evaluate((count, rounds) => bench.removal(count, rounds), MARKS, REMOVALS),
  );
  return judge({
    id: 'D4',
    what: `page's 500 removeChild with ${MARKS} highlights / without`,
    value: times.with / times.without,
    target: 1.5,
    sense: 'at-most',
    unit: '×',
    detail: named(times, 'ms'),
  });
}

async function slicing(stand: Stand, run: Run): Promise<Figure> {
  const times = { wholly: [] as number[], inSlices: [] as number[] };
  for (let round = 1; round <= READINGS; round++) {
    run.say(`reading in slices, round ${round} of ${READINGS}`);
    for (const how of ['wholly', 'inSlices'] as const) {
      const { time } = await stand.on(10_000, async (page) => {
        await page.emulateCPUThrottling(THROTTLE);
        return page.evaluate((way) => bench[way](), how);
      });
      times[how].push(time);
    }
  }
  const [whole, sliced] = [least(times.wholly), least(times.inSlices)];
  return judge({
    id: 'D6.total',
    what: `10,000 text nodes at ${THROTTLE}× throttle: cold reading in slices / in one go`,
    value: sliced / whole,
    target: 1.5,
    sense: 'at-most',
    unit: '×',
    detail: named({ 'one go': whole, slices: sliced }, 'ms'),
  });
}
