import { rmSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { answer, newCommand } from '../../src/cli/command';
import { EXIT, type Exit, type Terminal } from '../../src/cli/terminal';
import { unpack } from '../pack';
import { BOUNDS, megabytes, slopeOf } from './figures';
import { type Soaked, soak } from './rounds';
import { openStage } from './stage';

const MINUTES = 30;

const HELP = `
The extension as it was packed (npm run package first), in a real browser: a feed without an end, storms of changes, an
app's own addresses, tabs opened and closed, reports, and a background that is stopped again and again. In Firefox nothing
is measured and nothing stopped by hand: its driver can do neither; its background stops by itself after 50 ms of quiet.
Exit code: 0 every bound held, 1 one did not, 2 wrong usage.`;

type Options = { readonly minutes: number; readonly firefox?: true };

/** `soak`: half an hour of news in one browser. */
export async function soakCommand(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const program = newCommand('soak', 'Keeps Rupor busy for half an hour and measures what it holds.', terminal)
    .option('--minutes <n>', 'how long', minutesOf, MINUTES)
    .option('--firefox', 'in Firefox')
    .addHelpText('after', HELP);
  return answer(program, args, terminal, async () => {
    const { minutes, firefox }: Options = program.opts();
    const kind = firefox ? 'firefox' : 'chrome';
    const folder = unpack(kind);
    const stage = await openStage(kind, folder);
    try {
      const soaked = await soak(stage, minutes, (line) => terminal.warn(line));
      await terminal.write(`${lines(soaked).join('\n')}\n`);
      const broken = faults(soaked);
      for (const fault of broken) terminal.warn(fault);
      return broken.length > 0 ? EXIT.broken : EXIT.fine;
    } catch (error) {
      terminal.warn(`Rupor was wrong: ${error instanceof Error ? error.message : String(error)}.`);
      return EXIT.broken;
    } finally {
      await stage.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function minutesOf(text: string): number {
  const minutes = Number(text);
  if (!(minutes > 0 && minutes <= 1440)) throw new InvalidArgumentError('Give minutes, such as 30 or 0.5.');
  return minutes;
}

/** The heap after the first fifth: until then code is compiled. Bytes a minute. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const last = points.at(-1)?.[0] ?? 0;
  return slopeOf(points.filter(([at]) => at >= last / 5));
}

/** The least of the first and of the last fifth of the times: other programs make single ones longer, never the least. */
function endsOf({ times }: Soaked): readonly [first: number, last: number] {
  const fifth = Math.max(1, Math.floor(times.length / 5));
  return [Math.min(...times.slice(0, fifth)), Math.min(...times.slice(-fifth))];
}

function lines(soaked: Soaked): string[] {
  const { held, background, items, kills, changes, checks, answers, made, kept, errors } = soaked;
  const [first, last] = [held[0], held.at(-1)];
  const [was, is] = endsOf(soaked);
  const told = [
    `items: ${items}; changes in storms: ${changes}; background stopped: ${kills} times`,
    `marks, badge and list right: ${checks} of ${checks} checks; messages answered right after a stop: ${answers} of ${answers}`,
    `reports: ${made} made, ${kept} kept, ${made - kept} lost`,
    `errors in pages: ${errors.length}`,
    `from new items to their marks: ${was.toFixed(0)} ms at first, ${is.toFixed(0)} ms at last`,
  ];
  if (!first || !last) return told;
  const heaps = held.map(({ at, heap }) => [at, heap] as const);
  const sleeper = `${megabytes(background[0]?.[1] ?? 0)} at first, ${megabytes(background.at(-1)?.[1] ?? 0)} at last, ${megabytes(slope(background))} a minute`;
  return [
    ...told,
    `heap of the page, its own world and ours: ${megabytes(first.heap)} at first, ${megabytes(last.heap)} at last, ${megabytes(slope(heaps))} a minute`,
    `heap of the background: ${sleeper}`,
    `listeners: ${first.listeners} at first, ${last.listeners} at last; nodes: ${first.nodes}, ${last.nodes}; detached: ${first.detached}, ${last.detached}`,
  ];
}

/** A sentence for each bound that does not hold. */
function faults(soaked: Soaked): string[] {
  const { held, background, made, kept, errors } = soaked;
  const [first, last] = [held[0], held.at(-1)];
  const found: string[] = [];
  const bound = (isHeld: boolean, fault: string) => {
    if (!isHeld) found.push(fault);
  };
  bound(kept >= made, `${made - kept} of ${made} reports were lost.`);
  bound(errors.length === 0, `Pages had errors: ${errors.slice(0, 3).join('; ')}.`);
  if (!first || !last) return found;
  const rise = slope(held.map(({ at, heap }) => [at, heap] as const));
  const [asleep, awake] = [background[0]?.[1] ?? 0, background.at(-1)?.[1] ?? 0];
  bound(
    last.heap - first.heap <= BOUNDS.heap,
    `The page holds ${megabytes(last.heap - first.heap)} more than at first: the bound is ${megabytes(BOUNDS.heap)}.`,
  );
  bound(
    rise <= BOUNDS.slope,
    `The page's heap grows by ${megabytes(rise)} a minute: the bound is ${megabytes(BOUNDS.slope)}.`,
  );
  bound(
    awake - asleep <= BOUNDS.background,
    `The background holds ${megabytes(awake - asleep)} more than at first: the bound is ${megabytes(BOUNDS.background)}.`,
  );
  bound(
    last.listeners - first.listeners <= BOUNDS.listeners,
    `There are ${last.listeners - first.listeners} listeners more than at first: the bound is ${BOUNDS.listeners}.`,
  );
  bound(
    last.detached <= BOUNDS.detached,
    `${last.detached} nodes without a document are held: the bound is ${BOUNDS.detached}.`,
  );
  return found;
}
