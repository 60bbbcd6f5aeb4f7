/** Which blocks are given to the engine together. */

/** Blocks from `from` to `to` (half-open) that are judged in one scan, read together with those from `context` on. */
export type Job = { readonly context: number; readonly from: number; readonly to: number };

/** Text that is judged at once, before marks are shown. UTF-16 units. */
const SCAN_MAX = 12_000;
/** A text up to this long is judged as a whole in the end: what it says in one place may matter anywhere in it. UTF-16 units. */
export const WHOLE_MAX = 40_000;
/** A pronoun looks back so many blocks at least; a family name to the full name in this much text. UTF-16 units. */
const BACK_BLOCKS = 6;
const BACK_UNITS = 4_000;
/** Blocks after a changed one that are judged anew: their pronouns may have meant someone in it. */
const AHEAD = 3;

/** The first job of a page so long that its first marks would come late. UTF-16 units. */
export const FIRST_OF_LONG = 3_000;

/** Takes blocks in reading order and says when some of them are a job. */
export class Plan {
  private at = 0;
  private from = -1;
  private length = 0;
  private ahead = 0;

  /**
   * @param lengthOf how much text a block that was added holds, in UTF-16 units
   * @param first how much text the first job holds at least, in UTF-16 units
   */
  constructor(
    private readonly lengthOf: (block: number) => number,
    private first = SCAN_MAX,
  ) {}

  /**
   * Takes the next block. @param length of its text, in UTF-16 units
   * @returns what is ready to be judged; it ends before this block
   */
  add(length: number, isFresh: boolean): Job | undefined {
    this.ahead = isFresh ? AHEAD + 1 : Math.max(0, this.ahead - 1);
    const ready = this.ahead === 0 || this.length >= this.first ? this.end() : undefined;
    if (this.ahead > 0) {
      if (this.from < 0) this.from = this.at;
      this.length += length;
    }
    this.at += 1;
    return ready;
  }

  /** What has been taken and is not judged yet. */
  end(): Job | undefined {
    const { from, at } = this;
    if (from < 0) return undefined;
    this.first = SCAN_MAX;
    this.from = -1;
    this.length = 0;
    let context = from;
    for (let units = 0; context > 0; context--) {
      units += this.lengthOf(context - 1);
      if (from - context >= BACK_BLOCKS && units > BACK_UNITS) break;
    }
    return { context, from, to: at };
  }
}

/** A block as far as a plan is concerned. */
export type Planned = { readonly length: number; readonly isFresh: boolean };

/**
 * The jobs for blocks of which some are known; a text that fits is judged as a whole, so that nothing is missed.
 * @param total length of all of them, in UTF-16 units
 */
export function jobsFor<T>(blocks: readonly T[], total: number, plannedOf: (block: T) => Planned): Job[] {
  if (!blocks.some((block) => plannedOf(block).isFresh)) return [];
  if (total <= WHOLE_MAX) return [{ context: 0, from: 0, to: blocks.length }];
  const plan = new Plan((i) => plannedOf(blocks[i] as T).length);
  const jobs: Job[] = [];
  for (const block of blocks) {
    const { length, isFresh } = plannedOf(block);
    const job = plan.add(length, isFresh);
    if (job) jobs.push(job);
  }
  const last = plan.end();
  if (last) jobs.push(last);
  return jobs;
}
