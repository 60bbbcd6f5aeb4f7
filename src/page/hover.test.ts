// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPointer } from './hover';

const open = vi.fn();
const near = vi.fn();
let isWanted = true;
let life: AbortController;
/** A frame for the pointer's way, and far more time than it has to rest. */
const LONG = 5000;

function rest(): void {
  const event = new PointerEvent('pointermove', { pointerType: 'mouse', clientX: 10, clientY: 10 });
  Object.defineProperty(event, 'isTrusted', { value: true });
  dispatchEvent(event);
  vi.advanceTimersByTime(LONG);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
  vi.clearAllMocks();
  isWanted = true;
  life = new AbortController();
  const hover = {
    markAt: () => 7,
    current: () => undefined,
    opensAtRest: () => isWanted,
    close: () => undefined,
    isCard: () => false,
    corridor: () => undefined,
  };
  watchPointer({ ...hover, near, open }, life.signal);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

describe('the pointer', () => {
  it('opens the card of the mark that it rests on', () => {
    rest();
    expect(open.mock.calls).toEqual([[7, 'hover']]);
  });

  it('opens none by resting, and has none brought, where the reader does not want that', () => {
    isWanted = false;
    rest();
    expect([open.mock.calls, near.mock.calls]).toEqual([[], []]);
    const click = new MouseEvent('click', { clientX: 10, clientY: 10 });
    Object.defineProperty(click, 'isTrusted', { value: true });
    dispatchEvent(click);
    expect(open.mock.calls).toEqual([[7, 'press']]);
  });
});
