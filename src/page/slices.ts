/** Work in short slices, so that the page never waits for Rupor. */

/** Longest stretch of work between two pauses. Milliseconds; half a frame. */
const SLICE = 8;

/** Says when a slice is used up, and waits for the next one. */
export class Slices {
  private begun = performance.now();
  private worked = 0;

  constructor(private readonly signal: AbortSignal) {}

  /** Goes on at once while the slice lasts, else after the page had its turn. Throws when the signal is aborted. */
  async turn(): Promise<void> {
    const time = performance.now() - this.begun;
    if (time < SLICE) return;
    this.worked += time;
    await breathe();
    this.signal.throwIfAborted();
    this.begun = performance.now();
  }

  /** Does work that says where it may pause. */
  async through<T>(steps: Iterator<unknown, T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (this.isOver()) await this.turn();
    }
  }

  /** Is this slice used up? */
  isOver(): boolean {
    return performance.now() - this.begun >= SLICE;
  }

  /** How long the work has taken so far, its pauses aside. Milliseconds. */
  busy(): number {
    return this.worked + performance.now() - this.begun;
  }
}

/**
 * Lets the page work and paint. A task like any other: what comes after `scheduler.yield` would go before the page's own
 * timers and messages, which then wait for the whole of a reading (measured: nine seconds).
 */
function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { postTask?: (task: () => void) => Promise<void> } };
  return scheduler?.postTask?.(() => undefined) ?? new Promise((done) => setTimeout(done));
}

/** Waits for the page's next frame to be shown; in a tab that is not seen, not at all. */
export function afterFrame(signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const onFrame = () => {
      document.removeEventListener('visibilitychange', onFrame);
      if (signal.aborted) fail(signal.reason);
      else done();
    };
    if (document.hidden) return onFrame();
    requestAnimationFrame(() => setTimeout(onFrame));
    // A tab that is left before its frame gets none until it is seen again.
    document.addEventListener('visibilitychange', onFrame);
  });
}

/** Waits until the page is idle, at most `timeout` milliseconds; rejects when the signal is aborted. */
export function idle(timeout: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const onIdle = () => (signal.aborted ? fail(signal.reason) : done());
    if (typeof requestIdleCallback === 'function') requestIdleCallback(onIdle, { timeout });
    else setTimeout(onIdle, Math.min(timeout, 50));
  });
}

/** Waits; rejects when the signal is aborted. Leaves nothing behind: a page that changes for hours waits thousands of times. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const onEnd = () => {
      clearTimeout(timer);
      fail(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onEnd);
      done();
    }, milliseconds);
    signal.addEventListener('abort', onEnd, { once: true });
  });
}

/** Waits until the page is seen; for ever, when the signal is aborted before. Leaves nothing behind. */
export function untilVisible(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const onChange = () => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', onChange);
      done();
    };
    document.addEventListener('visibilitychange', onChange, { signal });
  });
}
