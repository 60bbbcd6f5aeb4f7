import { InvalidArgumentError } from 'commander';
import fc from 'fast-check';
import { answer, newCommand } from '../../src/cli/command';
import { EXIT, type Exit, Refusal, type Terminal } from '../../src/cli/terminal';
import { judged } from './judge';
import { type Case, keep, type Sample } from './sample';
import { shrunk } from './shrink';
import { TARGETS } from './targets';

const SECONDS = 180;
/** Samples of one target before the next one has its turn. */
const BATCH = 20;
/** A failing sample is made smaller for no longer. Milliseconds. */
const SHRINKING = 20_000;

const HELP = `
Texts and pages of this repository are changed at random, and every law is checked on each of them (docs/reliability.md).
What breaks a law is made small and written to tests/fixtures/regress, where a unit test runs it for ever.
Exit code: 0 all laws held, 1 one did not, 2 wrong usage.`;

type Options = { readonly seconds: number; readonly seed?: number; readonly only?: readonly string[] };

/** `fuzz`: all targets in turns until the time is over; a target that broke a law rests. */
export async function fuzzCommand(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const program = newCommand('fuzz', 'Looks for texts and pages that break a law of Rupor.', terminal)
    .option('--seconds <n>', 'how long', wholeNumber, SECONDS)
    .option('--seed <n>', 'repeats the run of this seed', wholeNumber)
    .option('--only <targets>', `between commas: ${Object.keys(TARGETS).join(', ')}`, (list) => list.split(','))
    .addHelpText('after', HELP);
  return answer(program, args, terminal, async () => {
    const { seconds, seed = Date.now() % 2 ** 31, only = Object.keys(TARGETS) }: Options = program.opts();
    const strange = only.filter((name) => !Object.hasOwn(TARGETS, name));
    if (strange.length > 0)
      throw new Refusal(
        `There is no target ${strange.join(', ')}; known are ${Object.keys(TARGETS).join(', ')}.`,
        EXIT.usage,
      );
    await terminal.write(`seed ${seed}\n`);
    const found: Case[] = [];
    const runs = new Map(only.map((name) => [name, 0]));
    const end = performance.now() + seconds * 1000;
    for (let round = 0; performance.now() < end && runs.size > found.length; round += 1) {
      for (const target of only.filter((name) => !found.some((one) => one.target === name))) {
        const one = await batch(target, seed + round, end, (n) => runs.set(target, (runs.get(target) ?? 0) + n));
        if (!one) continue;
        found.push(one.small);
        terminal.warn(`${target}: ${one.detail}\n  ${JSON.stringify(one.small.texts)}\n  kept in ${keep(one.small)}`);
      }
    }
    await terminal.write(`${[...runs].map(([name, n]) => `${name} ${n}`).join(', ')} runs\n`);
    if (found.length === 0) return EXIT.fine;
    terminal.warn(
      `${found.length === 1 ? 'A law does' : `${found.length} laws do`} not hold: mend the code, and commit the kept cases with it.`,
    );
    return EXIT.broken;
  });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

/** Runs one batch. @returns the first case that breaks a law, made small */
async function batch(
  target: string,
  seed: number,
  end: number,
  count: (runs: number) => void,
): Promise<{ readonly small: Case; readonly detail: string } | undefined> {
  const samples = fc.sample(TARGETS[target]?.samples ?? fc.constant({ lang: 'uk' as const, texts: [] }), {
    seed,
    numRuns: BATCH,
  });
  for (const sample of samples) {
    if (performance.now() > end) return undefined;
    const verdict = await judged(target, sample);
    count(1);
    if (!verdict) continue;
    const isStill = async (one: Sample) => one.texts.length > 0 && (await judged(target, one))?.law === verdict.law;
    const small = await shrunk(sample, isStill, performance.now() + SHRINKING);
    const { detail } = (await judged(target, small)) ?? verdict;
    return { small: { target, law: verdict.law, ...small }, detail };
  }
  return undefined;
}
