/**
 * Do the tests bite? Changes the code of the engine and of what all contexts share in small ways (Stryker,
 * stryker.config.mjs) and counts the changes that some test notices. A sample by chance of each room; `--all` tries every
 * mutant, which takes a day. Ends with 1 where fewer than `--least` of a hundred are noticed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { NOT_ASKED } from './mutation/asked.mjs';
import { nameOf } from './mutation/name.mjs';
import { filesOf, mutantsOf, ROOMS, type Room, rangeOf, sampleOf } from './mutation/sample';
import { scoreOf, unnoticed } from './mutation/score';

const USAGE = 'npm run mutation -- [--sample N | --all] [--seed N] [--least PERCENT] [--files PATH …]';
const OUT = '.cache/mutation';

/** A whole number of the command line. */
function whole(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  return refuse(`--${name} takes a whole number, not «${text}».`);
}

function refuse(why: string): never {
  console.error(`${why}\n${USAGE}`);
  process.exit(2);
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        sample: { type: 'string', default: '170' },
        all: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        least: { type: 'string', default: '80' },
        files: { type: 'string', multiple: true, default: [] },
      },
    });
    return {
      size: values.all ? Number.POSITIVE_INFINITY : whole('sample', values.sample),
      seed: whole('seed', values.seed),
      least: whole('least', values.least) / 100,
      files: values.files,
    };
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const { size, seed, least, files } = options();
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Tries the mutants of one room. @returns undefined where the room has none of the files */
async function results(room: Room): Promise<readonly MutantResult[] | undefined> {
  const paths = filesOf(room, files);
  if (paths.length === 0) return undefined;
  const all = await mutantsOf(paths);
  const sample = sampleOf(all, size, seed);
  console.log(`${room}: ${sample.length} of ${all.length} mutants in ${paths.length} files, seed ${seed}`);
  const stryker = new Stryker({
    configFile: 'stryker.config.mjs',
    mutate: sample.map(rangeOf),
    vitest: { configFile: `scripts/mutation/${room}.config.ts`, related: false },
    checkers: ['asked', 'typescript'],
    asked: sample.map(nameOf),
  } as ConstructorParameters<typeof Stryker>[0]);
  const tried = (await stryker.runMutationTest()).filter(({ statusReason }) => statusReason !== NOT_ASKED);
  if (tried.length !== sample.length) throw new Error(`${sample.length} mutants were asked for, ${tried.length} came`);
  return tried;
}

/** One line a mutant that no test minded: file:line:column, what it was made by, and what it became. */
function line({ fileName, location, mutatorName, replacement = '', status }: MutantResult): string {
  const { line: row, column } = location.start;
  const became = replacement.replace(/\s+/g, ' ').slice(0, 80);
  return `  ${relative('.', fileName)}:${row}:${column} ${status} ${mutatorName}: ${became}`;
}

mkdirSync(OUT, { recursive: true });
let isEnough = true;
let rooms = 0;
for (const room of ROOMS) {
  const tried = await results(room);
  if (!tried) continue;
  rooms += 1;
  writeFileSync(`${OUT}/${room}.json`, JSON.stringify(tried, null, 1));
  const { killed, tried: count, invalid, share, from, to } = scoreOf(tried);
  console.log(
    [...unnoticed(tried)]
      .map(line)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .join('\n'),
  );
  console.log(
    `${room}: ${killed} of ${count} noticed, ${percent(share)} (95 %: ${percent(from)} to ${percent(to)}); ${invalid} more did not compile`,
  );
  isEnough &&= share >= least;
}
if (rooms === 0) refuse(`No file of src/engine or src/shared begins with ${files.join(' or ')}.`);
if (!isEnough) {
  console.log(`Less than ${percent(least)}: the lines above name the mutants that the tests are blind to.`);
  process.exitCode = 1;
}
