/** Worker threads that do jobs side by side; what they give back keeps the order of the jobs. */
import { Worker } from 'node:worker_threads';
import { atLine } from './ndjson';
import type { Done, Job, Manner } from './scanner';
import { NOTHING } from './tally';

/** Does jobs; several at a time where it can. */
export type Hands = {
  /** Jobs that are worth having under way at once. */
  readonly many: number;
  do(job: Job): Promise<Done>;
  /** Lets them go. */
  close(): Promise<void>;
};

/** Jobs that wait for each thread, so that none is idle while a chunk is read. */
const WAITING = 2;

/** What a thread is told when it starts. */
export type Instruction = {
  readonly manner: Manner;
  /** The line that it reads, shared with whoever started it. */
  readonly line: Int32Array;
};

/** Starts a thread; the tests give their own. */
export type Start = (instruction: Instruction) => Worker;

const startThread: Start = (workerData) => new Worker(new URL('./thread.mjs', import.meta.url), { workerData });

/** One thread, the job it has and whom to tell. */
type Seat = {
  readonly worker: Worker;
  readonly line: Int32Array;
  task: Task | undefined;
};
type Task = { readonly job: Job; resolve(done: Done): void };

/** Threads that start when there is work for them. One that dies is told of, and what it had is done without its last line. */
export class Threads implements Hands {
  readonly many: number;
  private readonly seats: Seat[] = [];
  private readonly waiting: Task[] = [];
  /** Sentences about threads that died, until the job that they had is done. */
  private readonly deaths = new Map<Task['resolve'], string[]>();
  private isClosing = false;

  constructor(
    private readonly count: number,
    private readonly manner: Manner,
    private readonly start: Start = startThread,
  ) {
    this.many = count * (1 + WAITING);
  }

  do(job: Job): Promise<Done> {
    return new Promise((resolve) => {
      this.waiting.push({ job, resolve });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await Promise.all(this.seats.map(({ worker }) => worker.terminate()));
  }

  private next(): void {
    if (this.waiting.length === 0 || this.isClosing) return;
    const free = this.seats.find(({ task }) => task === undefined) ?? this.seat();
    const task = free && this.waiting.shift();
    if (!free || !task) return;
    free.task = task;
    Atomics.store(free.line, 0, 0);
    free.worker.postMessage(plain(task.job));
  }

  /** One thread more, where there may be one. */
  private seat(): Seat | undefined {
    if (this.seats.length >= this.count) return undefined;
    const line = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const seat: Seat = { worker: this.start({ manner: this.manner, line }), line, task: undefined };
    let reason = 'it ended';
    seat.worker.on('message', (done: Done) => this.finish(seat, done));
    seat.worker.on('error', (error) => {
      reason = error.message;
    });
    seat.worker.on('exit', () => this.replace(seat, reason));
    this.seats.push(seat);
    return seat;
  }

  private finish(seat: Seat, done: Done): void {
    const { task } = seat;
    seat.task = undefined;
    if (task) {
      const faults = [...(this.deaths.get(task.resolve) ?? []), ...done.faults];
      this.deaths.delete(task.resolve);
      task.resolve({ ...done, faults });
    }
    this.next();
  }

  private replace(seat: Seat, reason: string): void {
    this.seats.splice(this.seats.indexOf(seat), 1);
    const { task } = seat;
    if (!task || this.isClosing) return;
    const line = Atomics.load(seat.line, 0);
    const { fault, rest } = afterDeath(task.job, line, reason);
    const faults = [...(this.deaths.get(task.resolve) ?? []), fault];
    if (rest) {
      this.deaths.set(task.resolve, faults);
      this.waiting.unshift({ ...task, job: rest });
    } else {
      this.deaths.delete(task.resolve);
      task.resolve({ out: '', faults, tally: NOTHING });
    }
    this.next();
  }
}

/** What is said of a job whose thread died at this line (0: before the first), and what of it is still to be done. */
function afterDeath(job: Job, line: number, reason: string): { fault: string; rest?: Job } {
  const cause = `the thread that read it broke down (${reason}).`;
  if ('file' in job) return { fault: `${job.file.name}: ${cause}` };
  if (line === 0)
    return { fault: atLine(job.lot.name, job.lot.firstLine, `${cause} The lines after it were not read.`) };
  const rest = { ...job, without: [...(job.without ?? []), line] };
  return { fault: atLine(job.lot.name, line, `${cause} This record was left out.`), rest };
}

/** A job without its functions, which cannot go to a thread; it opens its file itself. */
function plain(job: Job): unknown {
  return 'lot' in job ? job : { file: { name: job.file.name, format: job.file.format } };
}
