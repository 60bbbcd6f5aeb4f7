import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How often the memory is looked at, in ms. */
const EVERY = 500;
/** Shares of the feed, in %, whose memory is told. */
const TOLD = [10, 50, 100];

/** Runs the command of Node and tells the memory (RSS, MB) that its process had up to each share. Linux only. */
export async function memoryOf(words: readonly string[], workers: number): Promise<string> {
  const child = spawn(process.execPath, [...words, '--progress', '--stats'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const peaks = new Map<number, number>();
  let share = 0;
  let last = '';
  child.stderr.on('data', (data: Buffer) => {
    last = data.toString('utf8').trim().split('\n').at(-1) ?? '';
    share = Number(/, (\d+) %/u.exec(last)?.[1] ?? share);
  });
  const timer = setInterval(() => {
    const now = residentOf(child.pid);
    for (const told of TOLD) if (share <= told && now > 0) peaks.set(told, Math.max(peaks.get(told) ?? 0, now));
  }, EVERY);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  const parts = TOLD.map((told) => `${told} %: ${peaks.get(told)?.toFixed(0) ?? '?'} MB`);
  return `${workers} ${workers === 1 ? 'thread' : 'threads'}, peak up to ${parts.join(', ')}; ${last}`;
}

function residentOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1000;
  } catch {
    return 0; // It has just ended.
  }
}
