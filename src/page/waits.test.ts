// @vitest-environment happy-dom

import { expect, it, vi } from 'vitest';
import { untilVisible, wait } from './slices';

/** How many listeners something has got and not lost again. */
function heldBy(target: EventTarget): () => number {
  const added = vi.spyOn(target, 'addEventListener');
  const removed = vi.spyOn(target, 'removeEventListener');
  return () => added.mock.calls.length - removed.mock.calls.length;
}

it('a wait that is over leaves no listener behind', async () => {
  const { signal } = new AbortController();
  const held = heldBy(signal);
  await wait(1, signal);
  expect(held()).toBe(0);
});

it('a wait is over at once, and fails, when it is not wanted any more', async () => {
  const end = new AbortController();
  const waiting = wait(60_000, end.signal);
  end.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
});

it('a wait for the page to be seen leaves no listener behind', async () => {
  const held = heldBy(document);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const waiting = untilVisible(new AbortController().signal);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(held()).toBe(1);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await waiting;
  expect(held()).toBe(0);
});
