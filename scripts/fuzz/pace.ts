/** Time for each letter of a sample, against what is usual for samples of its length. */
import type { Sample } from './sample';

export const PACE_LAW = 'no text is much slower than others of its length';

/** A text may cost so many times the median of its length: names and cues cost more than filler does. */
const MULTIPLE = 40;
/** What takes less is no matter, whatever the others take. Milliseconds. */
const FLOOR = 60;
/** Fewer samples of a length say nothing yet. */
const KNOWN_MIN = 30;
const KNOWN_MAX = 301;
/** A busy machine makes single runs slow, never the best of several. */
const TRIES = 5;

export class Pace {
  /** Times of the latest samples, by the power of two that their length has. Milliseconds. */
  private readonly known = new Map<number, number[]>();

  /**
   * @param time milliseconds that the sample took
   * @param again runs it once more
   * @returns what is wrong, or undefined
   */
  async isTooSlow(sample: Sample, time: number, again: () => void | Promise<void>): Promise<string | undefined> {
    const units = sample.texts.reduce((sum, text) => sum + text.length, 0);
    const bucket = Math.ceil(Math.log2(units + 1));
    const times = this.known.get(bucket) ?? [];
    this.known.set(bucket, times);
    if (times.length >= KNOWN_MAX) times.shift();
    times.push(time);
    const limit = Math.max(FLOOR, MULTIPLE * median(times));
    if (times.length < KNOWN_MIN || time <= limit) return undefined;
    let best = time;
    for (let i = 0; i < TRIES && best > limit; i += 1) {
      const start = performance.now();
      await again();
      best = Math.min(best, performance.now() - start);
    }
    return best > limit
      ? `${best.toFixed(0)} ms for ${units} units, usual are ${median(times).toFixed(1)} ms`
      : undefined;
  }
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;
