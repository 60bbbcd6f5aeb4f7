import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../src/cli/called';
import { benchCommand } from './bench/command';
import { type Bench, cells, type Figure, isTooFar, judge } from './bench/figure';

const FAST = judge({ id: 'A1', what: 'reading', value: 3.1234, target: 4, sense: 'at-most', unit: '×' });
const SLOW = judge({
  id: 'A1.rules',
  what: 'with | rules',
  value: 60,
  target: 4,
  sense: 'at-most',
  unit: '×',
  held: 50,
});
const FAR = judge({ id: 'B2', what: 'against a peer', value: 4, target: 8, sense: 'at-least', unit: '×' });

/** A bench with these figures; `asked` fills with the ids that were wanted of it. */
function benchOf(figures: readonly Figure[], asked: string[] = [], ids = figures.map(({ id }) => id)): Bench {
  return {
    ids,
    versions: () => ['peer 1.2.3'],
    async *figures({ wants }) {
      asked.push(...ids.filter(wants));
      yield* figures;
    },
  };
}

describe('a figure', () => {
  it('holds at its target and not beyond', () => {
    const at = (value: number, sense: Figure['sense']) =>
      judge({ id: 'A1', what: '', value, target: 4, sense, unit: '' }).pass;
    expect([at(4, 'at-most'), at(4.01, 'at-most'), at(4, 'at-least'), at(3.99, 'at-least')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('is too far at 1.3 times its target, or of what it is held at', () => {
    const far = (value: number, sense: Figure['sense'], held?: number) =>
      isTooFar(judge({ id: 'A1', what: '', value, target: 10, sense, unit: '', ...(held && { held }) }));
    expect([far(13, 'at-most'), far(13.1, 'at-most')]).toEqual([false, true]);
    expect([far(7.7, 'at-least'), far(7.6, 'at-least')]).toEqual([false, true]);
    expect([far(26, 'at-most', 20), far(26.1, 'at-most', 20)]).toEqual([false, true]);
  });

  it('is a number', () => {
    expect(() => judge({ id: 'A1', what: '', value: Number.NaN, target: 1, sense: 'at-most', unit: '' })).toThrow('A1');
  });

  it('is written with three digits and what it is held at', () => {
    expect(cells(FAST)).toEqual(['A1', 'reading', '3.12 ×', '≤ 4 ×', 'yes', '']);
    expect(cells(SLOW)).toEqual(['A1.rules', 'with | rules', '60 ×', '≤ 4 ×', 'no, held at 50 ×', '']);
  });
});

describe('npm run bench', () => {
  let folder = '';
  let page = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rupor-bench-test-'));
    page = join(folder, 'performance.md');
    writeFileSync(
      page,
      'before\n<!-- figures: npm run bench -- --markdown -->\nwhat was there\n<!-- end of figures -->\nbehind\n',
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const bench = (benches: readonly Bench[], ...args: string[]) =>
    call((words, terminal) => benchCommand(words, terminal, benches, page), args);

  it('prints value, target and verdict of every figure as JSON', async () => {
    const { exit, out } = await bench([benchOf([FAST, SLOW]), benchOf([FAR])], '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      A1: { value: 3.1234, target: 4, pass: true },
      'A1.rules': { value: 60, target: 4, pass: false },
      B2: { value: 4, target: 8, pass: false },
    });
  });

  it('measures only what is asked for', async () => {
    const asked: string[] = [];
    const { out } = await bench([benchOf([FAST, SLOW], asked), benchOf([FAR], asked)], '--json', '--only', 'A1');
    expect(Object.keys(JSON.parse(out))).toEqual(['A1']);
    expect(asked).toEqual(['A1']);
  });

  it('names the figures that there are where one is unknown', async () => {
    const { exit, err } = await bench([benchOf([FAST]), benchOf([FAR])], '--only', 'A1,Z9');
    expect(exit).toBe(2);
    expect(err).toBe('There is no figure Z9; known are A1, B2.\n');
  });

  it('fails with --check where a figure is too far off', async () => {
    expect((await bench([benchOf([FAST, SLOW])], '--check')).exit).toBe(0);
    const { exit, err } = await bench([benchOf([FAST, FAR])], '--check');
    expect(exit).toBe(1);
    expect(err).toContain('B2 is too far from its target: 4 ×, not 8 ×');
  });

  it('fails where a figure was not measured, and leaves the page alone', async () => {
    const { exit, err } = await bench([benchOf([FAST], [], ['A1', 'A2'])], '--markdown');
    expect(exit).toBe(1);
    expect(err).toContain('Not measured: A2.');
    expect(readFileSync(page, 'utf8')).toContain('what was there');
  });

  it('writes the table between its marks, with date, load and versions', async () => {
    await bench([benchOf([SLOW])], '--markdown');
    const text = readFileSync(page, 'utf8');
    expect(text).not.toContain('what was there');
    expect(text).toMatch(
      /^before\n<!-- figures.*\nMeasured on \d{4}-\d\d-\d\d: .*load average.*peer 1\.2\.3\n\n\| id \|/s,
    );
    expect(text).toContain('| A1.rules | with \\| rules | 60 × | ≤ 4 × | no, held at 50 × |  |');
    expect(text).toMatch(/\n<!-- end of figures -->\nbehind\n$/);
  });

  it('writes no half of a table', async () => {
    expect((await bench([benchOf([FAST])], '--markdown', '--only', 'A1')).exit).toBe(2);
  });
});
