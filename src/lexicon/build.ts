/** From a folder of lexicon files to tables and all that is wrong with them. Build time only. */
import { faultsOf } from './check';
import { type Compiled, compile } from './compile';
import { broken } from './prove';
import { readSource, type Source } from './read';

export type Built = {
  readonly source: Source;
  readonly compiled: Compiled;
  /** One line each: file, line, what is wrong, and how to mend it. Tables with faults are for trying out only. */
  readonly faults: readonly string[];
};

/**
 * @param root folder with outlets, officials, narratives, classes, cues, others, hosts
 * @param version date of the lexicon
 * @throws LexiconError where a file cannot be read at all: not YAML, or not of its shape
 */
export function build(root: string, version: string): Built {
  const source = readSource(root);
  const compiled = compile(source, version);
  return {
    source,
    compiled,
    faults: [...compiled.problems, ...faultsOf(source), ...broken(source, compiled.tables)],
  };
}
