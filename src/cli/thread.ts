/** The program of a worker thread: jobs in, what came of them out. */
import { parentPort, workerData } from 'node:worker_threads';
import { inputOf } from './input';
import { type Job, Scanner } from './scanner';
import type { Instruction } from './threads';

const { manner, line } = workerData as Instruction;
const scanner = new Scanner(manner, (number) => void Atomics.store(line, 0, number));

/** The standard input stays with the first thread. */
async function* nothing(): AsyncGenerator<Uint8Array> {}

parentPort?.on('message', async (job: Job) => {
  const own = 'lot' in job ? job : { file: inputOf(job.file.name, job.file.format, nothing()) };
  parentPort?.postMessage(await scanner.do(own));
});
