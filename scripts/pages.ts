/**
 * Saved real pages, read by the extension as it was packed: `npm run pages`. Not part of `npm test`: the pages are
 * fetched for the run. Each page loads in a real browser with the extension and without it; every request to another
 * host is stopped.
 */
import { rmSync } from 'node:fs';
import { Command, Option } from 'commander';
import { build, type Rollup } from 'vite';
import { table } from '../src/cli/table';
import { unpack } from './pack';
import type { Look } from './pages/probe';
import { type Saved, savedPages } from './pages/saved';
import { openBare, openWith, serveSaved } from './pages/visit';
import { compare, type Shares } from './pages/words';
import { type Browser, ROOT } from './setup.mjs';

type Options = { readonly firefox?: true; readonly only?: string; readonly check: 'whole' | 'gate' | 'text' };

/** How a page came out; empty words are good news. */
type Checked = {
  readonly name: string;
  /** What the extension decided, and what readability says. */
  readonly state: string;
  readonly readerable: boolean | undefined;
  /** Scripts off: is the page byte-equal to the one without the extension? */
  readonly still: string;
  /** Scripts on; a page that differs from itself between two loads tells nothing. */
  readonly alive: string;
  readonly errors: readonly string[];
};

const WORST = 15;

async function check(kind: Browser, pages: readonly Saved[]): Promise<void> {
  const extension = unpack(kind);
  const server = await serveSaved(pages);
  const [rupor, bare] = await Promise.all([openWith(kind, extension), openBare(kind)]);
  const all: Checked[] = [];
  try {
    for (const { name, readerable } of pages) {
      const one: Checked = await checkOne(name).catch((problem: unknown) => ({
        name,
        readerable,
        state: 'failed',
        still: String(problem),
        alive: '',
        errors: [],
      }));
      all.push(one);
      process.stderr.write(`${one.state.padEnd(9)} ${one.still || 'equal'} / ${one.alive || 'equal'}  ${name}\n`);

      async function checkOne(page: string): Promise<Checked> {
        const still = await rupor.see(server.still(page));
        const twin = await bare.see(server.still(page));
        const alive = await rupor.see(server.alive(page));
        return {
          name: page,
          readerable,
          state: still.state,
          still: still.html === twin ? '' : 'differs',
          alive: await compareAlive(server.alive(page), alive.html),
          errors: [...still.errors, ...alive.errors],
        };
      }
    }
  } finally {
    await Promise.all([rupor.close(), bare.close()]);
    server.close();
    rmSync(extension, { recursive: true });
  }
  report(all);

  async function compareAlive(url: string, html: string): Promise<string> {
    const first = await bare.see(url);
    if (html === first) return '';
    const second = await bare.see(url);
    if (html === second) return '';
    if (first !== second) return 'moves by itself';
    return (await rupor.see(url)).html === first ? '' : 'differs';
  }
}

function report(all: readonly Checked[]): void {
  const count = (holds: (one: Checked) => boolean): number => all.filter(holds).length;
  const judged = all.filter(({ readerable }) => readerable !== undefined);
  const agrees = ({ state, readerable }: Checked): boolean => (state === 'list') === readerable;
  const disagreeing = judged.filter((one) => !agrees(one));
  console.log(
    table(
      [
        { head: 'CHECK', align: 'left' },
        { head: 'PAGES', align: 'right' },
      ],
      [
        ['saved pages', String(all.length)],
        ['loaded and answered', String(count(({ state }) => state !== 'failed'))],
        ['page scripts off: byte-equal', String(count(({ still }) => still === ''))],
        ['page scripts on: byte-equal', String(count(({ state, alive }) => state !== 'failed' && alive === ''))],
        ['page scripts on: moves by itself', String(count(({ alive }) => alive === 'moves by itself'))],
        ['errors of the extension', String(count(({ errors }) => errors.length > 0))],
        ['gate agrees with readability', `${judged.length - disagreeing.length} of ${judged.length}`],
      ],
    ),
  );
  for (const { name, state, readerable } of disagreeing)
    console.log(`gate: ${name}: ${state}, readability says ${readerable ? 'an article' : 'no article'}`);
  const bad = all.filter(
    ({ still, alive, errors, state }) => still !== '' || alive === 'differs' || errors.length > 0 || state === 'failed',
  );
  for (const { name, state, still, alive, errors } of bad)
    console.log(`${name}: ${state}; scripts off: ${still || 'equal'}; on: ${alive || 'equal'}; ${errors.join('; ')}`);
  if (bad.length > 0) process.exitCode = 1;
}

/** The gate and the collector as one script to be run in a page. */
async function probe(): Promise<string> {
  const built = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'scripts/pages/probe.ts', formats: ['iife'], name: 'probe' } },
  })) as Rollup.RollupOutput[];
  const [chunk] = built[0]?.output ?? [];
  if (!chunk) throw new Error('the probe was not built');
  return chunk.code;
}

async function look(pages: readonly Saved[], what: 'gate' | 'text'): Promise<void> {
  const code = await probe();
  const server = await serveSaved(pages);
  const bare = await openBare('chrome');
  try {
    if (what === 'gate') {
      const looks: Looked[] = [];
      for (const { name, readerable } of pages) {
        await bare.see(server.still(name));
        await bare.page.evaluate(code);
        looks.push({ name, readerable, ...((await bare.page.evaluate('rupor.look()')) as Look) });
      }
      reportGate(looks);
    } else {
      const texts: (Shares & { readonly name: string })[] = [];
      for (const { name, title } of pages) {
        await bare.see(server.expected(name));
        const expected = `${title}\n${await bare.page.evaluate(() => document.body.innerText)}`;
        await bare.see(server.still(name));
        await bare.page.evaluate(code);
        const blocks = (await bare.page.evaluate('rupor.blocks()')) as string[];
        const collected = blocks.map((block) => block.slice(block.indexOf('\t') + 1)).join('\n');
        if (pages.length === 1) console.log(`${blocks.join('\n')}\n\n—— expected ——\n${expected}`);
        texts.push({ name, ...compare(collected, expected) });
      }
      reportText(texts);
    }
  } finally {
    await bare.close();
    server.close();
  }
}

type Looked = Look & Pick<Saved, 'name' | 'readerable'>;

function reportGate(looks: readonly Looked[]): void {
  const ms = (time: number): string => `${time.toFixed(2)} ms`;
  const sorted = [...looks].sort((a, b) => b.first - a.first);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * (1 - share))]?.first ?? 0;
  for (const { name, news, readerable } of looks)
    if (readerable !== undefined && news !== readerable) console.log(`gate: ${name}: ${news ? 'news' : 'not news'}`);
  console.log(`gate, first look: median ${ms(at(0.5))}, 95 % ${ms(at(0.95))}, worst ${ms(at(1))}`);
  console.log(
    table(
      [
        { head: 'FIRST', align: 'right' },
        { head: 'LEAST', align: 'right' },
        { head: 'NEWS', align: 'left' },
        { head: 'PAGE', align: 'left' },
      ],
      sorted.slice(0, WORST).map(({ name, news, first, least }) => [ms(first), ms(least), news ? 'yes' : 'no', name]),
    ),
  );
}

function reportText(texts: readonly (Shares & { readonly name: string })[]): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const mean = (of: 'recall' | 'precision'): string =>
    percent(texts.reduce((sum, one) => sum + one[of], 0) / texts.length);
  console.log(`words against readability's article: recall ${mean('recall')}, precision ${mean('precision')} (means)`);
  for (const of of ['recall', 'precision'] as const) {
    console.log(
      table(
        [
          { head: of.toUpperCase(), align: 'right' },
          { head: 'PAGE', align: 'left' },
        ],
        [...texts]
          .sort((a, b) => a[of] - b[of])
          .slice(0, WORST)
          .map((one) => [percent(one[of]), one.name]),
      ),
    );
  }
}

await new Command('pages')
  .description('Reads saved real pages with the packed extension (run `npm run package` before).')
  .argument('[folder]', 'folder of the pages, or a clone of mozilla/readability; fetched into .cache unless given')
  .addOption(
    new Option('--check <what>', 'whole: extension on and off; gate: its price; text: what is collected')
      .choices(['whole', 'gate', 'text'])
      .default('whole'),
  )
  .option('--firefox', 'in Firefox instead of Chromium (whole only)')
  .option('--only <name>', 'pages whose name holds this')
  .action(async (folder: string | undefined, { firefox, only, check: what }: Options) => {
    const pages = savedPages(folder).filter(({ name }) => only === undefined || name.includes(only));
    if (what === 'whole') await check(firefox ? 'firefox' : 'chrome', pages);
    else await look(pages, what);
  })
  .parseAsync();
