/** A live blog: what following it costs against reading it anew, and half an hour of it. */
import { type Figure, judge, type Run } from './figure';
import type { Extension } from './page-extension';
import { type Lab, openLab } from './page-lab';
import { heapOf } from './page-memory';
import { rest } from './page-rest';
import { live } from './page-text';
import { sum } from './page-trace';

export const ids = ['D5', 'live.cpu', 'live.heap'] as const;

/** D5: 300 ticks of a clock and 60 inserts of an entry of twenty paragraphs. */
const UPDATES = 360;
const EVERY = 6;
const PAUSE = 40;
/** The last update comes at most so late: the page lays itself out at each. Milliseconds. */
const PATIENCE = 120_000;

/**
 * Half an hour with an update each second, twenty times as fast: 1,800 updates 50 ms apart, an entry with every sixth, the
 * newest 40 entries kept. Rupor's own rests are not made shorter, so each of its readings takes in more of them.
 */
const HALF_HOUR = { updates: 1800, pause: 50, every: 6, keep: 40 };
/** What is compared of the half hour: this much after its first third, and at its end. Milliseconds. */
const WINDOW = 15_000;
const MB = 1_000_000;
/** Reading has ended so long after the first mark. Milliseconds. */
const READ = 4000;

const PAGES = { '/live.html': live(10_000), '/blog.html': live(400) };

/** @param rescan what one reading of 10,000 text nodes takes: milliseconds */
export async function* figures(run: Run, extension: Extension, rescan: number): AsyncGenerator<Figure> {
  const lab = await openLab(PAGES, extension.folder);
  try {
    if (run.wants('D5')) yield await following(lab, run, rescan);
    if (['live.cpu', 'live.heap'].some(run.wants)) yield* halfHour(lab, run);
  } finally {
    await lab.close();
  }
}

async function following(lab: Lab, run: Run, rescan: number): Promise<Figure> {
  run.say(`a live blog: ${UPDATES} updates`);
  const page = await lab.opened('/live.html');
  try {
    await rest(READ);
    const marks = () => page.evaluate(() => [...CSS.highlights.values()].reduce((all, { size }) => all + size, 0));
    const before = await marks();
    const trace = await lab.traced(page, async () => {
      await page.evaluate(`goLive(${UPDATES}, ${PAUSE}, ${EVERY}, 1000)`);
      await lab.heard('/done', PATIENCE);
      await rest(READ);
    });
    const more = (await marks()) - before;
    if (more <= 0) throw new Error('nothing new was marked in the live blog');
    const own = sum(trace.ours(), 'cpu');
    return judge({
      id: 'D5',
      what: `live blog, ${UPDATES} updates of 10,000 text nodes: following / a full reading at each`,
      value: own / (rescan * UPDATES),
      target: 0.01,
      sense: 'at-most',
      unit: '×',
      detail: `${own.toFixed(0)} ms in all, ${more} marks more; one full reading ${rescan.toFixed(1)} ms, warm`,
    });
  } finally {
    await page.close();
  }
}

async function* halfHour(lab: Lab, run: Run): AsyncGenerator<Figure> {
  run.say('half an hour of a live blog, in a minute and a half');
  const page = await lab.opened('/blog.html');
  try {
    await rest(READ);
    const { updates, pause, every, keep } = HALF_HOUR;
    await page.evaluate(`goLive(${updates}, ${pause}, ${every}, ${keep})`);
    const window = async (): Promise<{ cpu: number; heap: number }> => {
      const trace = await lab.traced(page, () => rest(WINDOW));
      return { cpu: sum(trace.ours(), 'cpu'), heap: await heapOf(page) };
    };
    await rest((updates * pause) / 3);
    const early = await window();
    // The page itself keeps 40 entries since its 240th update: it does not grow from here on.
    await rest((updates * pause * 2) / 3 - 2 * WINDOW - 2000);
    const late = await window();
    const perUpdate = ({ cpu }: { cpu: number }): number => cpu / (WINDOW / pause);
    yield judge({
      id: 'live.cpu',
      what: 'half an hour of a live blog: work per update at its end / after its first third',
      value: perUpdate(late) / perUpdate(early),
      target: 1.2,
      sense: 'at-most',
      unit: '×',
      detail: `${perUpdate(early).toFixed(2)} and ${perUpdate(late).toFixed(2)} ms an update, 20 times as fast as life`,
    });
    yield judge({
      id: 'live.heap',
      what: 'half an hour of a live blog: heap at its end more than after its first third',
      value: (late.heap - early.heap) / MB,
      target: 1,
      sense: 'at-most',
      unit: 'MB',
      detail: `${(early.heap / MB).toFixed(1)} and ${(late.heap / MB).toFixed(1)} MB after a collection`,
    });
  } finally {
    await page.close();
  }
}
