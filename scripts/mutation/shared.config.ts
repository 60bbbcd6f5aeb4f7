/** The tests that the mutants of src/shared meet: its own, and those of the rooms that stand on it and need no page. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/shared/**/*.test.{ts,tsx}', 'src/background/**/*.test.ts', 'src/ui/data/**/*.test.ts'],
    // Reads sources and texts, runs none of the code.
    exclude: ['src/shared/texts.test.ts'],
    setupFiles: ['scripts/mutation/setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
  },
});
