/**
 * Mutation testing of the engine and of what all contexts share: `npm run mutation` (scripts/mutation.ts) chooses a
 * sample, runs it by these settings and counts. @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  coverageAnalysis: 'perTest',
  tsconfigFile: 'scripts/mutation/tsconfig.json',
  // A mutant that the compiler refuses needs no test.
  checkers: ['typescript'],
  plugins: ['@stryker-mutator/vitest-runner', '@stryker-mutator/typescript-checker', './scripts/mutation/asked.mjs'],
  // Wide: endless loops are stopped by their number of turns, which no load of the machine changes.
  timeoutMS: 120_000,
  timeoutFactor: 6,
  dryRunTimeoutMinutes: 20,
  concurrency: 1,
  tempDirName: '.cache/stryker',
  ignorePatterns: ['dist', '.cache', 'docs/images', 'demo', 'store', 'tests/e2e', 'tests/pages', 'scripts/morphology'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: {
    allowColor: false,
    logTests: false,
    reportTests: false,
    reportMutants: false,
    reportScoreTable: false,
  },
  allowConsoleColors: false,
  thresholds: { high: 90, low: 80, break: null },
};
