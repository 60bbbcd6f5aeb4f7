import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Progress } from './progress';
import { NOTHING } from './tally';
import type { Terminal } from './terminal';

const lines: string[] = [];
const terminal = { isWatched: false, status: (line: string) => lines.push(line) } as unknown as Terminal;
const tally = { ...NOTHING, texts: 20 };

beforeEach(() => {
  lines.length = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('progress', () => {
  it('tells share, speed and time left, once in five seconds in a log', () => {
    const progress = new Progress(terminal, true, 100_000_000);
    vi.advanceTimersByTime(4000);
    progress.add(5_000_000, tally);
    expect(lines).toEqual([]);
    vi.advanceTimersByTime(1000);
    progress.add(5_000_000, tally);
    vi.advanceTimersByTime(4000);
    progress.add(5_000_000, tally);
    expect(lines).toEqual(['20 texts, 10.0 MB, 10 %, 2.00 MB/s, 45 s left']);
  });

  it('tells no time left where the size is not known, and nothing where nobody asked', () => {
    const progress = new Progress(terminal, true, undefined);
    const silent = new Progress(terminal, false, 1);
    vi.advanceTimersByTime(10_000);
    silent.add(1, tally);
    progress.add(5_000_000, tally);
    expect(lines).toEqual(['20 texts, 5.0 MB, 0.50 MB/s']);
  });
});
