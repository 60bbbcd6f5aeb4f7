import { expect, it } from 'vitest';
import { leaveEarly, takeEarly } from './early';

it('is taken once, and by the tab that it is of', async () => {
  const early = { tab: Promise.resolve(7), answer: Promise.resolve('said') };
  leaveEarly(early);
  expect(await takeEarly(7)).toBe(early);
  expect(await takeEarly(7)).toBeUndefined();
  leaveEarly(early);
  expect(await takeEarly(8)).toBeUndefined();
  expect(await takeEarly(7)).toBeUndefined();
});
