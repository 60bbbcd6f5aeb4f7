import type { MutantResult } from '@stryker-mutator/api/core';
import { describe, expect, it } from 'vitest';
import { sampleOf } from './mutation/sample';
import { interval, isKilled, scoreOf, unnoticed } from './mutation/score';

const result = (status: MutantResult['status'], statusReason?: string): MutantResult =>
  ({ status, ...(statusReason && { statusReason }) }) as MutantResult;
const ENDLESS = result('Timeout', 'Hit limit reached (501/500)');

describe('score', () => {
  it('counts a run without end as noticed, and one that was only slow as not', () => {
    expect(isKilled(ENDLESS)).toBe(true);
    expect(isKilled(result('Timeout'))).toBe(false);
  });

  it('leaves out what does not compile, and counts what no test reaches', () => {
    const results = [result('Killed'), ENDLESS, result('Survived'), result('NoCoverage'), result('CompileError')];
    expect(scoreOf(results)).toMatchObject({ killed: 2, tried: 4, invalid: 1, share: 0.5 });
    expect(unnoticed(results).map(({ status }) => status)).toEqual(['Survived', 'NoCoverage']);
  });

  it('says how far it may be off', () => {
    const [from, to] = interval(80, 100);
    expect(from).toBeCloseTo(0.7112, 4);
    expect(to).toBeCloseTo(0.8666, 4);
    expect(interval(0, 0)).toEqual([0, 1]);
  });
});

describe('sample', () => {
  const mutants = Array.from({ length: 200 }, (_, line) => ({
    id: String(line),
    fileName: 'src/engine/a.ts',
    location: { start: { line, column: 0 }, end: { line, column: 1 } },
    mutatorName: 'BooleanLiteral',
    replacement: 'false',
  }));
  const ids = (size: number, seed: number) => sampleOf(mutants, size, seed).map(({ id }) => id);

  it('is the same for a seed, and another for another', () => {
    expect(ids(20, 1)).toEqual(ids(20, 1));
    expect(ids(20, 1)).not.toEqual(ids(20, 2));
  });

  it('of more holds the sample of fewer', () => {
    expect(ids(40, 1).slice(0, 20)).toEqual(ids(20, 1));
    expect(ids(1000, 1)).toHaveLength(200);
  });
});
