// Compiles the lexicon into src/lexicon/generated, when that is missing or older than what it is made from.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './setup.mjs';

const GENERATED = 'src/lexicon/generated';
/** Its time, written by the compiler, tells when the tables were made: files that come out the same are not written again. */
export const STAMP = join(ROOT, GENERATED, '.made');
/** What the tables depend on: the words, the compiler, and the engine's idea of a letter. */
const SOURCES = ['src/lexicon', 'src/engine', 'scripts/lexicon.ts'];

/** @param {string} path @returns {string[]} every file under `path`, which may be a file itself, save the generated and the tests */
function files(path) {
  if (path === join(ROOT, GENERATED) || /\.test\.tsx?$/.test(path) || !existsSync(path)) return [];
  return statSync(path).isFile() ? [path] : readdirSync(path).flatMap((name) => files(join(path, name)));
}

/** @param {string} path */
const time = (path) => statSync(path).mtimeMs;

/** @returns {boolean} have the tables been made since the last change of their sources? */
function isFresh() {
  if (!existsSync(STAMP)) return false;
  const made = time(STAMP);
  return SOURCES.flatMap((path) => files(join(ROOT, path))).every((path) => time(path) <= made);
}

/** Makes the tables if need be. Silent, so that a command's own output can be piped. */
export function freshTables() {
  if (isFresh()) return;
  const words = ['--import', 'tsx', 'scripts/lexicon.ts'];
  const run = spawnSync(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (run.status !== 0) throw new Error('The lexicon does not compile.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    freshTables();
  } catch {
    process.exit(1); // What is wrong has been said by the compiler.
  }
}
