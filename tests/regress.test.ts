/** What the fuzzer found once holds for ever (`npm run fuzz` writes the cases). */
import { expect, it } from 'vitest';
import { judged } from '../scripts/fuzz/judge';
import { kept } from '../scripts/fuzz/sample';

it.each(kept())('$name keeps the law: $law', async ({ target, ...sample }) => {
  expect(await judged(target, sample)).toBeUndefined();
});
