/** What vitest has around the files of one worker: the browsers that they borrowed are closed with it. */
import type { Environment } from 'vitest/runtime';
import { endAll } from './borrow';

export default {
  name: 'browsers',
  viteEnvironment: 'ssr',
  setup: () => ({ teardown: endAll }),
} satisfies Environment;
