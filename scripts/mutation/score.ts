/** What the tests made of the mutants: counts, a score, and how far it may be off. */
import type { MutantResult, MutantStatus } from '@stryker-mutator/api/core';

export type Score = {
  /** Mutants that a test failed on, those that would run without end among them. */
  readonly killed: number;
  /** All that compile: the killed ones and the ones that no test minded. */
  readonly tried: number;
  /** Refused by the compiler; they could never be committed and are left out of the score. */
  readonly invalid: number;
  /** Killed share of the tried ones, from 0 to 1; 1 where none was tried. */
  readonly share: number;
  /** Lower and upper end of the 95 % interval (Wilson). */
  readonly from: number;
  readonly to: number;
};

/** Quantile of the normal distribution for 95 %. */
const Z = 1.959964;

/** Where a share can lie that was seen on `tried` of many. */
export function interval(killed: number, tried: number): readonly [from: number, to: number] {
  if (tried === 0) return [0, 1];
  const share = killed / tried;
  const middle = (share + (Z * Z) / (2 * tried)) / (1 + (Z * Z) / tried);
  const half = (Z / (1 + (Z * Z) / tried)) * Math.sqrt((share * (1 - share)) / tried + (Z * Z) / (4 * tried * tried));
  return [middle - half, middle + half];
}

/** Stryker's reason for a loop that took a hundred times as many turns as it should: true on any machine. */
const ENDLESS = /hit limit/i;

/**
 * Did the tests notice? A run that only took too long is no proof: the machine may have been busy. One without a test
 * that reaches it is not noticed.
 */
export function isKilled({ status, statusReason }: Pick<MutantResult, 'status' | 'statusReason'>): boolean {
  return status === 'Killed' || (status === 'Timeout' && ENDLESS.test(statusReason ?? ''));
}

const INVALID: readonly MutantStatus[] = ['CompileError', 'RuntimeError', 'Ignored'];

/** Mutants that the tests should have noticed and did not. */
export const unnoticed = (results: readonly MutantResult[]): readonly MutantResult[] =>
  results.filter((result) => !isKilled(result) && !INVALID.includes(result.status));

export function scoreOf(results: readonly MutantResult[]): Score {
  const invalid = results.filter(({ status }) => INVALID.includes(status)).length;
  const killed = results.filter(isKilled).length;
  const tried = results.length - invalid;
  const [from, to] = interval(killed, tried);
  return { killed, tried, invalid, share: tried === 0 ? 1 : killed / tried, from, to };
}
