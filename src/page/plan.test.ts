import { describe, expect, it } from 'vitest';
import { jobsFor, Plan, type Planned } from './plan';

const blocks = (fresh: string, length: number) => [...fresh].map((sign) => ({ length, isFresh: sign === '+' }));

const planned = (list: readonly Planned[]) =>
  jobsFor(
    list,
    list.reduce((sum, { length }) => sum + length, 0),
    (block) => block,
  );

describe('jobsFor', () => {
  it.each([
    ['nothing new', '-----', 500, []],
    ['a short text as a whole', '---+---', 500, [{ context: 0, from: 0, to: 7 }]],
    ['a text of some length as a whole', '---+---', 5000, [{ context: 0, from: 0, to: 7 }]],
    [
      'a changed block with what follows it',
      `${'-'.repeat(20)}+${'-'.repeat(20)}`,
      1000,
      [{ context: 14, from: 20, to: 24 }],
    ],
    [
      'as far back as names are looked for',
      `${'-'.repeat(90)}+${'-'.repeat(90)}`,
      250,
      [{ context: 74, from: 90, to: 94 }],
    ],
    [
      'two changes far apart',
      `+${'-'.repeat(20)}+`,
      2000,
      [
        { context: 0, from: 0, to: 4 },
        { context: 15, from: 21, to: 22 },
      ],
    ],
  ])('judges %s', (_, fresh, length, jobs) => {
    expect(planned(blocks(fresh, length))).toEqual(jobs);
  });

  it('judges every new block exactly once', () => {
    const list = blocks('+'.repeat(90), 700);
    const judged = planned(list).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
    expect(judged).toEqual(list.map((_, i) => i));
  });
});

describe('Plan', () => {
  it('says a job is ready while the text still comes in', () => {
    const plan = new Plan(() => 1000);
    const ready = Array.from({ length: 30 }, () => plan.add(1000, true)).filter((job) => job !== undefined);
    expect(ready[0]).toEqual({ context: 0, from: 0, to: 12 });
    expect(ready).toHaveLength(2);
    expect(plan.end()).toEqual({ context: 18, from: 24, to: 30 });
  });
});
