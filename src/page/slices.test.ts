// @vitest-environment happy-dom

import { afterEach, expect, it, vi } from 'vitest';
import { afterFrame } from './slices';

afterEach(() => vi.unstubAllGlobals());

it('a tab that is left before its next frame does not wait for one', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  let isOver = false;
  const waiting = afterFrame(new AbortController().signal).then(() => {
    isOver = true;
  });
  await new Promise((done) => setTimeout(done, 20));
  expect(isOver).toBe(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await waiting;
  expect(isOver).toBe(true);
});
