/** What a page's main thread did, from a trace of the browser: our scripts, their tasks, the first mark. */
import type { Page } from 'puppeteer-core';

/** An event of the trace; `ts`, `dur` and `tdur` (time of the processor) in microseconds. */
export type Event = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: {
    readonly fileName?: string;
    readonly data?: { readonly url?: string; readonly documentLoaderURL?: string };
  };
};

/** A stretch of work on the main thread: when it began (milliseconds of the trace's clock), how long it took, what it cost. */
export type Stretch = {
  readonly what: string;
  readonly url: string;
  readonly start: number;
  /** Milliseconds by the clock. */
  readonly wall: number;
  /** Milliseconds of the processor: less than `wall` where other work of the machine came between. */
  readonly cpu: number;
};

const CATEGORIES = ['toplevel', 'v8', 'devtools.timeline', 'blink.user_timing', 'scheduler', 'loading'];

/** JavaScript begins in one of these: a script, a call from the browser, or what waits for a promise. */
const SCRIPTS = new Set(['EvaluateScript', 'FunctionCall', 'BlinkScheduler_PerformMicrotaskCheckpoint']);

/** What the browser did while `act` ran. */
export async function traced(page: Page, act: () => Promise<void>): Promise<Trace> {
  await page.tracing.start({ categories: ['-*', ...CATEGORIES] });
  let bytes: Uint8Array | undefined;
  try {
    await act();
  } finally {
    bytes = await page.tracing.stop();
  }
  if (!bytes) throw new Error('the browser gave no trace');
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as { traceEvents: Event[] };
  return new Trace(traceEvents, page.url());
}

/** The main thread of one page. */
export class Trace {
  /** When the page's address was asked for. Milliseconds of the trace's clock. */
  readonly navigation: number;
  private readonly events: readonly Event[];

  constructor(
    all: readonly Event[],
    readonly url: string,
  ) {
    const start = all.find(({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL === url);
    const any = start ?? all.find((event) => urlOf(event) === url);
    if (!any) throw new Error(`the trace knows no ${url}`);
    this.navigation = any.ts / 1000;
    this.events = all.filter(({ pid, tid }) => pid === any.pid && tid === any.tid).sort((a, b) => a.ts - b.ts);
  }

  /**
   * All JavaScript that is not the page's own: the pages of the bench have one script, which only looks for a mark.
   * Outermost stretches only; layout that a script forces is part of it.
   */
  ours(): Stretch[] {
    return this.outermost((event) => SCRIPTS.has(event.name) && !urlOf(event).startsWith('http'));
  }

  /** Evaluations of files of the extension. */
  files(): Stretch[] {
    return this.outermost((event) => event.name === 'EvaluateScript' && urlOf(event).startsWith('chrome-extension:'));
  }

  /** Everything that the main thread did, task by task. */
  tasks(): Stretch[] {
    return this.outermost((event) => event.name === 'RunTask' || event.name === 'ThreadControllerImpl::RunTask');
  }

  /** Tasks with work of ours in them: how long that work took in each. */
  ourTasks(): Stretch[] {
    const ours = this.ours();
    let at = 0;
    return this.tasks().flatMap((task) => {
      const inside: Stretch[] = [];
      for (; ours[at] && (ours[at] as Stretch).start < task.start + task.wall; at++) inside.push(ours[at] as Stretch);
      const longest = inside.toSorted((a, b) => b.wall - a.wall)[0];
      return longest ? [{ ...longest, wall: sum(inside, 'wall'), cpu: sum(inside, 'cpu') }] : [];
    });
  }

  /** When the page's witness saw the first mark; undefined where none came. Milliseconds of the trace's clock. */
  firstMark(): number | undefined {
    const mark = this.events.find(({ name }) => name === 'first-mark');
    return mark && mark.ts / 1000;
  }

  /** Summed times of events by name, for whoever looks for a cause: milliseconds. */
  byName(): Map<string, number> {
    const sums = new Map<string, number>();
    for (const { name, dur } of this.events) if (dur) sums.set(name, (sums.get(name) ?? 0) + dur / 1000);
    return sums;
  }

  private outermost(wanted: (event: Event) => boolean): Stretch[] {
    const found: Stretch[] = [];
    let end = 0;
    for (const event of this.events) {
      if (event.ph !== 'X' || event.ts < end || !wanted(event)) continue;
      const { name, ts, dur = 0, tdur = 0 } = event;
      end = ts + dur;
      found.push({ what: name, url: urlOf(event), start: ts / 1000, wall: dur / 1000, cpu: tdur / 1000 });
    }
    return found;
  }
}

const urlOf = ({ args }: Event): string => args.data?.url ?? args.fileName ?? '';

export const sum = (stretches: readonly Stretch[], what: 'wall' | 'cpu'): number =>
  stretches.reduce((total, stretch) => total + stretch[what], 0);
