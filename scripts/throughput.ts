/**
 * How fast and in how much memory `scan` reads a feed, beside `grep -F -f` with the same words: `npm run throughput`.
 * The feed is made for the run and taken away after it. Everything is pinned to one core; times are of the processor.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError } from 'commander';
import { table } from '../src/cli/table';
import { newsFeed } from './feed';
import { ROOT } from './setup.mjs';
import { memoryOf } from './throughput/memory';

type Options = { readonly megabytes: number; readonly memory?: true };

const FORMS = join(ROOT, 'src/lexicon/forms');
const SCAN = ['--import', 'tsx', join(ROOT, 'src/cli/scan.ts')];

/** What is timed: a command, and in which locale. */
type Contender = { readonly name: string; readonly words: readonly string[]; readonly locale: string };

const program = new Command('throughput')
  .description('Measures scan on a feed, beside grep -F -f with the same forms.')
  .option('--megabytes <count>', 'size of the feed', megabytesOf, 50)
  .option('--memory', 'sample the memory of scan with 1 and 2 threads instead')
  .addHelpText('after', '\nNeeds grep and bash; with taskset (Linux) everything runs on one core.')
  .parse();
const options = program.opts<Options>();
const folder = mkdtempSync(join(tmpdir(), 'rupor-throughput-'));
process.on('SIGINT', () => {
  rmSync(folder, { recursive: true });
  process.exit(130);
});
try {
  const feed = join(folder, 'feed.ndjson');
  await pipeline(Readable.from(newsFeed(options.megabytes)), createWriteStream(feed));
  if (options.memory) {
    for (const workers of [1, 2]) console.log(await memoryOf([...SCAN, '--workers', String(workers), feed], workers));
  } else speed(feed);
} finally {
  rmSync(folder, { recursive: true });
}

function megabytesOf(text: string): number {
  if (/^\d+$/u.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('Write a whole number of megabytes.');
}

function speed(feed: string): void {
  const forms = join(folder, 'forms.txt');
  const list = formsOfLexicon();
  writeFileSync(forms, `${list.join('\n')}\n`);
  const one = join(folder, 'one.ndjson');
  writeFileSync(one, '{"id":1,"text":"-"}\n');
  const scan = (path: string): string[] => [process.execPath, ...SCAN, '--workers', '1', path];
  const grep = (...flags: string[]): string[] => ['grep', '-F', ...flags, '-f', forms, feed];
  const contenders: Contender[] = [
    { name: 'scan', words: scan(feed), locale: 'C.UTF-8' },
    { name: 'scan, one record: its start', words: scan(one), locale: 'C.UTF-8' },
    ...['C', 'C.UTF-8'].flatMap((locale) =>
      [['-c'], ['-o'], ['-o', '-w']].map((flags) => ({
        name: `LC_ALL=${locale} grep -F ${flags.join(' ')} -f`,
        words: grep(...flags),
        locale,
      })),
    ),
  ];
  const times = contenders.map((contender) => ({ name: contender.name, seconds: secondsOf(contender) }));
  const own = times[0]?.seconds ?? Number.NaN;
  const rows = times.map(({ name, seconds }) => [
    name,
    seconds.toFixed(2),
    (options.megabytes / seconds).toFixed(2),
    (own / seconds).toFixed(2),
  ]);
  const columns = ['WHAT', 'SECONDS', 'MB/S', 'SCAN TAKES SO MANY TIMES'].map((head, i) => ({
    head,
    align: i === 0 ? ('left' as const) : ('right' as const),
  }));
  console.log(`${options.megabytes} MB, ${list.length} forms; seconds of the processor in user mode, on one core`);
  console.log(table(columns, rows));
}

/** Every form that the lexicon makes, as it is written in texts. */
function formsOfLexicon(): string[] {
  const forms = readdirSync(FORMS).flatMap((name) =>
    readFileSync(join(FORMS, name), 'utf8')
      .split('\n')
      .map((line) => line.split('\t')[1] ?? ''),
  );
  return [...new Set(forms)].filter((form) => form !== '').sort();
}

/** Time of the processor in user mode. The output is read, or grep would see that nobody does and stop at the first. */
function secondsOf({ name, words, locale }: Contender): number {
  const pinned = existsSync('/usr/bin/taskset') ? ['/usr/bin/taskset', '-c', '0', ...words] : words;
  const script = 'TIMEFORMAT=%U; time "$@" | cat >/dev/null';
  const run = spawnSync('bash', ['-c', script, 'bash', ...pinned], {
    env: { ...process.env, LC_ALL: locale },
    encoding: 'utf8',
  });
  const seconds = Number(run.stderr.trim().split('\n').at(-1));
  if (Number.isNaN(seconds)) throw new Error(`${name} was not measured: ${run.stderr}`);
  return seconds;
}
