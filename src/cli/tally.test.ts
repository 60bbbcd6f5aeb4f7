import { describe, expect, it } from 'vitest';
import { isBeyond, limitOf, NOTHING, sum, tallyOf } from './tally';

const adopted = tallyOf([{ kind: 'framing', stance: 'adopted' }]);
const reported = tallyOf([{ kind: 'state-media', stance: 'reported' }]);
const distanced = tallyOf([{ kind: 'official', stance: 'distanced' }]);

describe('a limit', () => {
  it.each([
    ['adopted', [true, false, false]],
    ['reported', [true, true, false]],
    ['any', [true, true, true]],
    ['any:official', [false, false, true]],
    ['adopted:framing', [true, false, false]],
    ['adopted:official', [false, false, false]],
  ])('%s is broken by the marks it names', (text, expected) => {
    expect([adopted, reported, distanced].map((tally) => isBeyond(tally, limitOf(text)))).toEqual(expected);
    expect(isBeyond(NOTHING, limitOf(text))).toBe(false);
  });

  it.each(['', 'Adopted', 'adopted:', 'adopted:x', 'any:framing:x', 'toString', 'framing'])('is not %j', (text) => {
    expect(() => limitOf(text)).toThrow('Write adopted, reported or any');
  });
});

describe('a sum', () => {
  it('adds texts and marks', () => {
    expect(sum(sum(adopted, adopted), sum(reported, tallyOf([])))).toEqual({
      texts: 4,
      marked: 3,
      marks: { 'framing adopted': 2, 'state-media reported': 1 },
    });
  });
});
