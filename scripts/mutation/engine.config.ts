/** The tests that the engine's mutants meet: quick ones first, all in one thread, random ones with a fixed seed. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The record and the sentences find most in least time; tests of many texts are slow and come last. */
const rank = ({ moduleId }: TestSpecification): string => {
  if (moduleId.endsWith('/record.test.ts')) return `0 ${moduleId}`;
  if (moduleId.endsWith('/sentences.test.ts')) return `1 ${moduleId}`;
  return /variations\.test|\.prop\.test/.test(moduleId) ? `3 ${moduleId}` : `2 ${moduleId}`;
};

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((a, b) => rank(a).localeCompare(rank(b)));
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/record.test.ts', 'tests/variations.test.ts', 'tests/sentences.test.ts', 'src/engine/**/*.test.ts'],
    exclude: ['src/engine/linear.test.ts', 'src/engine/steps.test.ts'],
    setupFiles: ['scripts/mutation/setup.ts'],
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
  },
});
