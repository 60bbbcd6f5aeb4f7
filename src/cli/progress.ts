import type { Tally } from './tally';
import type { Terminal } from './terminal';

/** How often the line on a terminal changes, and how often one is added to a log, in ms. */
const EVERY = { terminal: 250, log: 5000 } as const;
const MB = 1_000_000;

/** How far a run has come, told on the error output so that the output stays what it is. */
export class Progress {
  private readonly began = performance.now();
  private last = this.began;
  private bytes = 0;

  constructor(
    private readonly terminal: Terminal,
    private readonly isShown: boolean,
    /** Bytes in all, where that is known. */
    private readonly total: number | undefined,
  ) {}

  add(bytes: number, tally: Tally): void {
    this.bytes += bytes;
    const now = performance.now();
    if (!this.isShown || now - this.last < (this.terminal.isWatched ? EVERY.terminal : EVERY.log)) return;
    this.last = now;
    const share = this.total ? `, ${Math.min(100, Math.floor((100 * this.bytes) / this.total))} %` : '';
    const line = `${this.read(tally)}${share}, ${this.rate()}${this.left()}`;
    this.terminal.status(line);
  }

  /** The last line: what was read, how fast, at what cost. */
  sum(tally: Tally): string {
    const seconds = (performance.now() - this.began) / 1000;
    const cpu = process.cpuUsage().user / 1e6;
    const memory = (process.resourceUsage().maxRSS * 1024) / MB;
    return `${this.read(tally)} in ${seconds.toFixed(1)} s, ${this.rate()}; with marks: ${tally.marked}; processor ${cpu.toFixed(1)} s, memory at most ${memory.toFixed(0)} MB`;
  }

  private read({ texts }: Tally): string {
    return `${texts} ${texts === 1 ? 'text' : 'texts'}, ${(this.bytes / MB).toFixed(1)} MB`;
  }

  private rate(): string {
    const seconds = (performance.now() - this.began) / 1000;
    return `${(this.bytes / MB / Math.max(seconds, 0.001)).toFixed(2)} MB/s`;
  }

  private left(): string {
    if (!this.total || this.bytes === 0) return '';
    const seconds = ((performance.now() - this.began) / 1000) * (this.total / this.bytes - 1);
    if (seconds < 90) return `, ${Math.max(0, Math.ceil(seconds))} s left`;
    return seconds < 5400 ? `, ${Math.ceil(seconds / 60)} min left` : `, ${(seconds / 3600).toFixed(1)} h left`;
  }
}
