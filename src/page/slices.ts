/** Work in short slices, so that the page never waits for Rupor. */

/** Longest stretch of work between two pauses. Milliseconds; half a frame. */
const SLICE = 8;

/** Says when a slice is used up, and waits for the next one. */
export class Slices {
  private until = performance.now() + SLICE;

  constructor(private readonly signal: AbortSignal) {}

  /** Goes on at once while the slice lasts, else after the page had its turn. Throws when the signal is aborted. */
  async turn(): Promise<void> {
    if (performance.now() < this.until) return;
    await breathe();
    this.signal.throwIfAborted();
    this.until = performance.now() + SLICE;
  }
}

/** Lets the page work and paint. */
function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield ? scheduler.yield() : new Promise((done) => setTimeout(done));
}

/** Waits until the page is idle, at most `timeout` milliseconds; rejects when the signal is aborted. */
export function idle(timeout: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const onIdle = () => (signal.aborted ? fail(signal.reason) : done());
    if (typeof requestIdleCallback === 'function') requestIdleCallback(onIdle, { timeout });
    else setTimeout(onIdle, Math.min(timeout, 50));
  });
}

/** Waits; rejects when the signal is aborted. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        fail(signal.reason);
      },
      { once: true },
    );
  });
}
