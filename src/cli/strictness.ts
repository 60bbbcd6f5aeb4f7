/** The option that moves what is marked, and the engine that keeps to it. */
import { Option } from 'commander';
import { createPolyglot, type Engine } from '../engine';
import { STRICTNESSES, type Strictness } from '../engine/types';
import { profiles } from '../lexicon';
import { tablesFor } from '../lexicon/disk';

export function strictnessOption(): Option {
  return new Option('--strictness <setting>', 'how well founded marks must be').choices(STRICTNESSES).default('normal');
}

/** An engine for all languages that shows what the setting shows. */
export function engineFor(strictness: Strictness): Engine {
  const engine = createPolyglot(tablesFor, profiles);
  return {
    scan: (passages) => engine.scan(passages, strictness),
    read: (passages) => engine.read(passages, strictness),
  };
}
