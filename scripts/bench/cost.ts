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

/** A shorter step is measured so many times at once that they take this many milliseconds: clocks err by some microseconds. */
const SAMPLE = 1;
/** Samples of each step in a round. */
const SAMPLES = 3;

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
  const sample = (step: () => unknown, repeats: number): number =>
    cost(() => {
      for (let i = 0; i < repeats; i += 1) step();
    }) / repeats;
  const best = new Map<Name, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const least = best.get(name) ?? SAMPLE;
      const repeats = Math.max(1, Math.ceil(SAMPLE / least));
      let time = sample(steps[name], repeats);
      for (let more = 1; more < SAMPLES && time < 2 * SAMPLE; more += 1)
        time = Math.min(time, sample(steps[name], repeats));
      best.set(name, Math.min(least, time));
      times[name].push(time);
    }
  }
  const timesOf = (all: readonly number[]): Times => {
    const sorted = [...all].sort((a, b) => a - b);
    return { min: sorted[0] ?? Number.NaN, median: sorted[sorted.length >> 1] ?? Number.NaN };
  };
  return Object.fromEntries(names.map((name) => [name, timesOf(times[name])])) as Record<Name, Times>;
}
