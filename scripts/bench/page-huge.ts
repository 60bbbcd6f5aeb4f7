/** A page of 100,000 elements, and one of 10,000 text nodes on a slow processor: marks soon, no long task, no room kept. */
import { launchBare } from '../browsers.mjs';
import { type Figure, judge, type Run } from './figure';
import type { Extension } from './page-extension';
import { type Lab, openLab } from './page-lab';
import { heapOf } from './page-memory';
import { least, most, spread } from './page-numbers';
import { rest } from './page-rest';
import { articleOfNodes, huge } from './page-text';
import type { Stretch } from './page-trace';

export const ids = ['huge.mark', 'huge.task', 'huge.heap', 'D6'] as const;

const ROUNDS = 3;
const THROTTLE = 4;
/** Throttled visits are long, and the worse of two counts. */
const SLOW_ROUNDS = 2;
/** How long after the first mark a page is looked at: until it is read through, but where only that mark counts. Milliseconds. */
const SETTLED = { mark: 300, read: 8000, slow: { '/huge.html': 14_000, '/10000.html': 5000 } };
const MB = 1_000_000;

const PAGES = { '/huge.html': huge(), '/10000.html': articleOfNodes(10_000) };

export async function* figures(run: Run, extension: Extension): AsyncGenerator<Figure> {
  const lab = await openLab(PAGES, extension.folder);
  try {
    if (run.wants('huge.mark')) yield await first(lab, run);
    const common = { sense: 'at-most', unit: 'ms', target: 50 } as const;
    if (run.wants('huge.task')) {
      const what = `100,000 elements at ${THROTTLE}× throttle: our longest task`;
      yield judge({ ...common, id: 'huge.task', what, ...(await longest(lab, '/huge.html', run)) });
    }
    if (run.wants('D6')) {
      const what = `10,000 text nodes at ${THROTTLE}× throttle: our longest task`;
      yield judge({ ...common, id: 'D6', what, ...(await longest(lab, '/10000.html', run)) });
    }
    if (run.wants('huge.heap')) yield await kept(lab, run);
  } finally {
    await lab.close();
  }
}

async function first(lab: Lab, run: Run): Promise<Figure> {
  const times: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    run.say(`100,000 elements, round ${round} of ${ROUNDS}`);
    const trace = await lab.visit('/huge.html', SETTLED.mark);
    times.push((trace.firstMark() ?? Number.NaN) - (trace.files()[0]?.start ?? Number.NaN));
  }
  return judge({
    id: 'huge.mark',
    held: 450,
    what: '100,000 elements, cold: from our first script to the first mark',
    value: least(times),
    target: 300,
    sense: 'at-most',
    unit: 'ms',
    detail: spread(times),
  });
}

/**
 * The longest task of a cold page by the time of the processor: the clock would count what else the machine did.
 */
async function longest(
  lab: Lab,
  path: keyof typeof SETTLED.slow,
  run: Run,
): Promise<{ value: number; detail: string }> {
  const worst: Stretch[] = [];
  for (let round = 1; round <= SLOW_ROUNDS; round++) {
    run.say(`${path} at ${THROTTLE}× throttle, round ${round} of ${SLOW_ROUNDS}`);
    const trace = await lab.visit(path, SETTLED.slow[path], (page) => page.emulateCPUThrottling(THROTTLE));
    const since = trace.files()[0]?.start ?? Number.NaN;
    const tasks = trace.ourTasks().filter(({ start }) => start >= since);
    worst.push(tasks.toSorted((a, b) => b.cpu - a.cpu)[0] as Stretch);
  }
  const cpu = worst.map((task) => task.cpu);
  const names = worst.map(({ what, url }) => url.replace(/^.*\//, '') || what);
  return {
    value: most(cpu),
    detail: `${spread(cpu)}: ${[...new Set(names)].join(', ')}`,
  };
}

/** What is still held when all is read, against the same page without us. */
async function kept(lab: Lab, run: Run): Promise<Figure> {
  run.say('100,000 elements: what is kept');
  const page = await lab.browser.newPage();
  await page.goto(lab.address('/huge.html'), { waitUntil: 'load' });
  await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 200 });
  await rest(SETTLED.read);
  const held = await heapOf(page);
  await page.close();
  const bare = await launchBare('chrome');
  try {
    const alone = await bare.newPage();
    await alone.goto(`${lab.server.origin}/huge.html`, { waitUntil: 'load' });
    await rest(SETTLED.read);
    const without = await heapOf(alone);
    return judge({
      id: 'huge.heap',
      what: '100,000 elements, read and collected: heap more than without us',
      value: (held - without) / MB,
      target: 15,
      sense: 'at-most',
      unit: 'MB',
      detail: `${(held / MB).toFixed(1)} with, ${(without / MB).toFixed(1)} without`,
    });
  } finally {
    await bare.close();
  }
}
