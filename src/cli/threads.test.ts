import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { inOrder } from './in-order';
import type { Done, Job, Manner } from './scanner';
import { type Hands, type Start, Threads } from './threads';

const MANNER: Manner = { strictness: 'normal', output: 'json', frame: { isAlone: true } };
const lotOf = (firstLine: number, ...lines: string[]): Job => ({
  lot: { name: 'a.ndjson', firstLine, bytes: Buffer.from(lines.map((line) => `${line}\n`).join('')) },
});
const record = (id: number): string => JSON.stringify({ id, text: 'Про це повідомляє ТАСС.' });

/** A thread that gives the lines back, and breaks down at a line with a word in it that says how. */
const FRAGILE = `
const { parentPort, workerData } = require('node:worker_threads');
parentPort.on('message', ({ file, lot, without = [] }) => {
  if (file) throw new Error('no files');
  const out = [];
  Buffer.from(lot.bytes).toString().trim().split('\\n').forEach((line, i) => {
    const number = lot.firstLine + i;
    if (without.includes(number)) return;
    if (line === 'early') process.exit(0);
    Atomics.store(workerData.line, 0, number);
    if (line === 'leave') process.exit(0);
    if (line === 'throw') throw new Error('out of breath');
    out.push(number + line);
  });
  parentPort.postMessage({ out: out.join(' '), faults: ['read'], tally: { texts: out.length, marked: 0, marks: {} } });
});`;
const startFragile: Start = (workerData) => new Worker(FRAGILE, { eval: true, workerData });

let open: Hands | undefined;
afterEach(() => open?.close());
const threads = (count: number, start?: Start): Threads => {
  const made = new Threads(count, MANNER, start);
  open = made;
  return made;
};

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}

async function all(jobs: AsyncIterable<Job>, hands: Hands): Promise<Done[]> {
  const found: Done[] = [];
  for await (const { done } of inOrder(jobs, hands)) found.push(done);
  return found;
}

describe('threads', () => {
  it('read a feed as one thread would, in its order', async () => {
    const jobs = Array.from({ length: 9 }, (_, i) =>
      lotOf(2 * i + 1, record(2 * i), i === 4 ? '{' : record(2 * i + 1)),
    );
    const done = await all(each(jobs), threads(2));
    const ids = done.flatMap(({ out }) =>
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    );
    expect(ids).toEqual(Array.from({ length: 18 }, (_, i) => i).filter((id) => id !== 9));
    expect(done.flatMap(({ faults }) => faults)).toEqual([expect.stringContaining('a.ndjson, line 10: not JSON')]);
    expect(done[0]?.tally).toEqual({ texts: 2, marked: 2, marks: { 'state-media reported': 2 } });
  }, 60_000);

  it.each([
    ['throws', 'throw', 'out of breath'],
    ['ends', 'leave', 'it ended'],
  ])('name the line at which one %s, and read the others', async (_, word, reason) => {
    const done = await all(
      each([lotOf(1, 'a', 'b'), lotOf(3, 'c', word, word, 'd'), lotOf(7, 'e')]),
      threads(2, startFragile),
    );
    expect(done.map(({ out }) => out)).toEqual(['1a 2b', '3c 6d', '7e']);
    const fault = (line: number) =>
      `a.ndjson, line ${line}: the thread that read it broke down (${reason}). This record was left out.`;
    expect(done[1]?.faults).toEqual([fault(4), fault(5), 'read']);
  });

  it('give a lot up whose thread ends before its first line', async () => {
    const done = await all(each([lotOf(5, 'early', 'a'), lotOf(7, 'e')]), threads(1, startFragile));
    expect(done.map(({ out }) => out)).toEqual(['', '7e']);
    expect(done[0]?.faults).toEqual([expect.stringContaining('a.ndjson, line 5: the thread')]);
  });

  it('name the file at which one breaks down', async () => {
    const open = () => each<Uint8Array>([]);
    const done = await all(each([{ file: { name: 'a.html', format: 'html', open } }]), threads(1, startFragile));
    expect(done[0]?.faults).toEqual(['a.html: the thread that read it broke down (no files).']);
  });
});

describe('in order', () => {
  it('takes no more jobs than hands can hold', async () => {
    let taken = 0;
    const jobs = async function* (): AsyncGenerator<Job> {
      for (; taken < 100; ) {
        taken += 1;
        yield lotOf(taken, 'a');
      }
    };
    const free: (() => void)[] = [];
    const hands: Hands = {
      many: 3,
      do: () =>
        new Promise((resolve) => {
          free.push(() => resolve({ out: '', faults: [], tally: { texts: 1, marked: 0, marks: {} } }));
        }),
      close: async () => undefined,
    };
    const run = inOrder(jobs(), hands);
    const first = run.next();
    await new Promise(setImmediate);
    expect([free.length, taken]).toEqual([3, 4]);
    free[1]?.();
    free[0]?.();
    await first;
    expect(taken).toBe(4);
  });

  it('tells a result while the next job is awaited', async () => {
    const jobs = async function* (): AsyncGenerator<Job> {
      yield lotOf(1, 'a');
      await new Promise(() => undefined);
    };
    const run = inOrder(jobs(), threads(1, startFragile));
    expect((await run.next()).value?.done.out).toBe('1a');
  });
});
