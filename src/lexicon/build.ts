/** From a folder of lexicon files to tables and all that is wrong with them. Build time only. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf } from './check';
import { type Compiled, compile } from './compile';
import { broken } from './prove';
import { readSource, type Source } from './read';
import { missing, RECORD, recorded } from './record';

export type Built = {
  readonly source: Source;
  readonly compiled: Compiled;
  /** One line each: file, line, what is wrong, and how to mend it. Tables with faults are for trying out only. */
  readonly faults: readonly string[];
  /** The record of all ids, those of today among them. */
  readonly record: string;
};

/**
 * @param root folder with outlets, officials, narratives, classes, cues, others, hosts
 * @param version date of the lexicon
 * @throws LexiconError where a file cannot be read at all: not YAML, or not of its shape
 */
export function build(root: string, version: string): Built {
  const source = readSource(root);
  const compiled = compile(source, version);
  const path = join(root, RECORD);
  const record = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return {
    source,
    compiled,
    faults: [...compiled.problems, ...faultsOf(source), ...missing(source, record), ...broken(source, compiled.tables)],
    record: recorded(source, record),
  };
}
