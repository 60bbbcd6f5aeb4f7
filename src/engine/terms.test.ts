import { expect, it } from 'vitest';
import { KIND_COUNT, T } from './terms';

it('has a number of its own for each kind, from 0 up', () => {
  const numbers = Object.values(T).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: KIND_COUNT }, (_, kind) => kind));
});
