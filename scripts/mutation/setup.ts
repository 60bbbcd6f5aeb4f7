/** Random tests try the same few cases for each mutant: chance may not tell one mutant's fate from another's. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 7, numRuns: 12 });
