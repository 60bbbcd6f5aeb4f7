import { stat } from 'node:fs/promises';
import { inOrder } from './in-order';
import type { Input } from './input';
import { jobsOf } from './jobs';
import type { Around } from './print';
import type { Progress } from './progress';
import { type Job, type Manner, Scanner } from './scanner';
import { NOTHING, sum, type Tally } from './tally';
import type { Terminal } from './terminal';
import { type Hands, Threads } from './threads';

/** All that a run needs. */
type Plan = {
  readonly inputs: readonly Input[];
  readonly manner: Manner;
  readonly around: Around;
  /** Threads at most; 1: none. */
  readonly workers: number;
  readonly progress: Progress;
  readonly terminal: Terminal;
};

/** How a run went. */
type Run = {
  readonly tally: Tally;
  /** Was there something that could not be read? */
  readonly isBroken: boolean;
  /** One line with counts, speed and memory. */
  readonly summary: string;
};

/** A thread takes about as long to start, so a short run is over sooner without any. In ms. */
const WITHOUT_THREADS = 700;

/** Reads all inputs and prints what is marked, in their order; faults go to the error output. */
export async function scanAll({ inputs, manner, around, workers, progress, terminal }: Plan): Promise<Run> {
  let tally = NOTHING;
  let isBroken = false;
  const tell = (fault: string): void => {
    isBroken = true;
    terminal.warn(fault);
  };
  const hands = handsFor(manner, workers);
  let between = around.before;
  try {
    for await (const { job, done } of inOrder(jobsOf(inputs, tell), hands)) {
      for (const fault of done.faults) tell(fault);
      if (done.tally.texts > 0) {
        await terminal.write(between + done.out);
        between = around.between;
      }
      tally = sum(tally, done.tally);
      progress.add('lot' in job ? job.lot.bytes.length : ((await sizeOf(job.file)) ?? 0), tally);
    }
  } finally {
    await hands.close();
  }
  terminal.status(undefined);
  // Of a single text that could not be read, nothing is said but why.
  if (tally.texts > 0 || !isBroken)
    await terminal.write((between === around.before ? between : '') + around.after(tally));
  return { tally, isBroken, summary: progress.sum(tally) };
}

/** The first thread until the others are worth their start; it alone can read the standard input. */
function handsFor(manner: Manner, workers: number): Hands {
  const own = new Scanner(manner);
  if (workers === 1) return { many: 1, do: (job) => own.do(job), close: async () => undefined };
  const threads = new Threads(workers, manner);
  const began = performance.now();
  const isOwn = (job: Job): boolean =>
    ('file' in job && job.file.name === '-') || performance.now() - began < WITHOUT_THREADS;
  return {
    many: threads.many,
    do: (job) => (isOwn(job) ? own.do(job) : threads.do(job)),
    close: () => threads.close(),
  };
}

/** Bytes of all inputs; undefined where one of them has no known size. */
export async function sizeOfAll(inputs: readonly Input[]): Promise<number | undefined> {
  let total = 0;
  for (const input of inputs) {
    const size = await sizeOf(input);
    if (size === undefined) return undefined;
    total += size;
  }
  return total;
}

async function sizeOf({ name }: Input): Promise<number | undefined> {
  if (name === '-') return undefined;
  const found = await stat(name).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}
