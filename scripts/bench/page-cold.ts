/** What a page view costs, cold: a page that is no news, and an article; each in a process that has seen nothing before. */
import { rmSync } from 'node:fs';
import { type Figure, judge, type Run } from './figure';
import { type Extension, inertExtension } from './page-extension';
import { type Lab, openLab } from './page-lab';
import { least, named, spread } from './page-numbers';
import { openStand } from './page-stand';
import { article, shop } from './page-text';
import { type Stretch, sum } from './page-trace';

const QUIET = ['quiet.size', 'quiet.cpu'] as const;
const ARTICLE = ['article.cpu', 'article.mark', 'article.asleep'] as const;
const INJECTED = ['I1', 'I1.code'] as const;
export const ids = [...QUIET, ...ARTICLE, ...INJECTED] as const;

const ROUNDS = 9;
const UNITS = 12_000;
/** All is done so long after the load, or after the first mark. Milliseconds. */
const SETTLED = 700;
/** Work that no script is named for and that is shorter than this is the driver's. Milliseconds. */
const DRIVER = 0.05;
const KB = 1000;

const PAGES = { '/shop.html': shop(), '/article.html': article(UNITS) };

/** From the first script of ours on, without what the driver does. */
const ofOurs = (stretches: readonly Stretch[], since: number): Stretch[] =>
  stretches.filter(({ start, cpu, url }) => start >= since && (url !== '' || cpu >= DRIVER));

export async function* figures(run: Run, extension: Extension): AsyncGenerator<Figure> {
  yield judge({
    id: 'quiet.size',
    what: 'script that runs in every page',
    value: extension.first / KB,
    target: 10,
    sense: 'at-most',
    unit: 'KB',
  });
  const lab = await openLab(PAGES, extension.folder);
  try {
    // The first page of a browser pays for the browser's own start: it is only asked which files came.
    const visited = await lab.visit('/article.html', SETTLED);
    // After an installation the browser and the background may both start the first one.
    const files = [...new Set(visited.files().map(({ url }) => url))];
    yield codeOf(lab, files);
    if (run.wants('quiet.cpu')) yield await quiet(lab, run);
    if (ARTICLE.some(run.wants)) yield* articles(lab, run);
    if (run.wants('I1')) yield await injected(lab, run, files);
  } finally {
    await lab.close();
  }
}

function codeOf(lab: Lab, urls: readonly string[]): Figure {
  const scripts = urls.filter((url) => !url.includes('/lexicon/'));
  const size = (url: string): string => `${url.replace(/^.*\//, '')} ${(lab.bytesOf([url]) / KB).toFixed(1)}`;
  return judge({
    id: 'I1.code',
    held: 196,
    what: 'code that comes into an article, tables aside',
    value: lab.bytesOf(scripts) / KB,
    target: 40,
    sense: 'at-most',
    unit: 'KB',
    detail: scripts.map(size).join(', '),
  });
}

async function quiet(lab: Lab, run: Run): Promise<Figure> {
  const cpu: number[] = [];
  const files: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    run.say(`a page that is no news, round ${round} of ${ROUNDS}`);
    const trace = await lab.visit('/shop.html', SETTLED);
    const scripts = trace.files();
    if (scripts.length === 0) throw new Error('no script of ours ran');
    cpu.push(sum(ofOurs(trace.ours(), scripts[0]?.start ?? 0), 'cpu'));
    files.push(sum(scripts, 'cpu'));
  }
  return judge({
    id: 'quiet.cpu',
    held: 2.5,
    what: 'a page that is no news, cold: main thread',
    value: least(cpu),
    target: 1,
    sense: 'at-most',
    unit: 'ms',
    detail: `${spread(cpu)}; evaluation alone ${spread(files)}; time of the processor`,
  });
}

async function* articles(lab: Lab, run: Run): AsyncGenerator<Figure> {
  const cpu: number[] = [];
  const longest: number[] = [];
  const mark = { awake: [] as number[], asleep: [] as number[] };
  for (let round = 1; round <= ROUNDS; round++) {
    for (const background of ['awake', 'asleep'] as const) {
      run.say(`an article, background ${background}, round ${round} of ${ROUNDS}`);
      await (background === 'awake' ? lab.wake() : lab.sleep());
      const trace = await lab.visit('/article.html', SETTLED);
      const first = trace.files()[0]?.start ?? Number.NaN;
      mark[background].push((trace.firstMark() ?? Number.NaN) - first);
      cpu.push(sum(ofOurs(trace.ours(), first), 'cpu'));
      longest.push(Math.max(...trace.ourTasks().map((task) => task.cpu)));
    }
  }
  const common = { sense: 'at-most', unit: 'ms' } as const;
  yield judge({
    ...common,
    id: 'article.cpu',
    what: `article of ${UNITS} characters, cold: all of our work`,
    value: least(cpu),
    target: 60,
    detail: `${spread(cpu)}; longest task ${spread(longest)}; time of the processor`,
  });
  const what = 'article, cold: from our first script to the first mark';
  // The issue asks to state these two; the bounds are ours: what a reader takes for at once.
  yield judge({
    ...common,
    id: 'article.mark',
    what,
    value: least(mark.awake),
    target: 300,
    detail: spread(mark.awake),
  });
  yield judge({
    ...common,
    id: 'article.asleep',
    what: `${what}, background asleep`,
    value: least(mark.asleep),
    target: 600,
    detail: spread(mark.asleep),
  });
}

/** Our files and the opening of the engine, against one script of the same size that is a string. */
async function injected(lab: Lab, run: Run, urls: readonly string[]): Promise<Figure> {
  const load: number[] = [];
  const stand = await openStand();
  try {
    for (let round = 1; round <= ROUNDS; round++)
      load.push(await stand.on(1000, (page) => page.evaluate(() => bench.load())));
  } finally {
    await stand.close();
  }
  const ours: number[] = [];
  const inert: number[] = [];
  const bytes = lab.bytesOf(urls);
  const folder = inertExtension(bytes);
  try {
    await lab.browser.installExtension(folder);
    for (let round = 1; round <= ROUNDS; round++) {
      run.say(`a script of the same size, round ${round} of ${ROUNDS}`);
      const files = (await lab.visit('/article.html', SETTLED)).files();
      inert.push(
        sum(
          files.filter(({ url }) => url.endsWith('/inert.js')),
          'cpu',
        ),
      );
      ours.push(
        sum(
          files.filter(({ url }) => !url.endsWith('/inert.js')),
          'cpu',
        ),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const times = { files: least(ours), opening: least(load), inert: least(inert) };
  return judge({
    id: 'I1',
    held: 8,
    what: 'files of an article evaluated and the engine opened / one string of the same size',
    value: (times.files + times.opening) / times.inert,
    target: 2,
    sense: 'at-most',
    unit: '×',
    detail: `${(bytes / KB).toFixed(0)} KB: ${named(times, 'ms')}`,
  });
}
