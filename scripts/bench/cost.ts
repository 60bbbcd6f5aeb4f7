/** What work costs in this process. */

/** Times of one step over all rounds, in milliseconds. */
export type Times = { readonly min: number; readonly median: number };

/** Milliseconds by the clock or of the processor: what else runs on the machine counts for the one, other threads for the other. */
export function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  const start = performance.now();
  work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return Math.min(clock, (user + system) / 1000);
}

/** Below this many milliseconds a step has several tries in a round, so that all get about equally much of it. */
const SHORT = 2;
const TRIES = 5;

/**
 * The steps in turns, so that whatever else the machine does hits all of them.
 * @returns the least time of each, and the median of its rounds
 */
export function interleave<Name extends string>(
  steps: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Record<Name, Times> {
  const names = Object.keys(steps) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      let best = cost(steps[name]);
      for (let more = 1; more < TRIES && best < SHORT; more += 1) best = Math.min(best, cost(steps[name]));
      times[name].push(best);
    }
  }
  const timesOf = (all: readonly number[]): Times => {
    const sorted = [...all].sort((a, b) => a - b);
    return { min: sorted[0] ?? Number.NaN, median: sorted[sorted.length >> 1] ?? Number.NaN };
  };
  return Object.fromEntries(names.map((name) => [name, timesOf(times[name])])) as Record<Name, Times>;
}
