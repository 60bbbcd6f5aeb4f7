/** Mutation fuzzer over our own texts and pages: `npm run fuzz`. */
import { run } from '../src/cli/terminal';
import { fuzzCommand } from './fuzz/command';

await run(fuzzCommand);
