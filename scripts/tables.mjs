// Compiles the lexicon into src/lexicon/generated, when that is missing or older than what it is made from.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const GENERATED = 'src/lexicon/generated';
/** What the tables depend on: the words, the compiler, and the engine's idea of a letter. */
const SOURCES = ['src/lexicon', 'src/engine', 'scripts/lexicon.ts'];

/** @param {string} path @returns {string[]} every file under `path`, which may be a file itself, save the generated and the tests */
function files(path) {
  if (path === join(ROOT, GENERATED) || /\.test\.tsx?$/.test(path) || !existsSync(path)) return [];
  return statSync(path).isFile() ? [path] : readdirSync(path).flatMap((name) => files(join(path, name)));
}

/** @param {string[]} paths */
const times = (paths) => paths.map((path) => statSync(path).mtimeMs);

/** @returns {boolean} are the tables there, and younger than all their sources? */
function isFresh() {
  const folder = join(ROOT, GENERATED);
  const made = existsSync(folder) ? times(readdirSync(folder).map((name) => join(folder, name))) : [];
  return made.length > 0 && Math.min(...made) >= Math.max(...times(SOURCES.flatMap((path) => files(join(ROOT, path)))));
}

/** Makes the tables if need be. Silent, so that a command's own output can be piped. */
export function freshTables() {
  if (isFresh()) return;
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/lexicon.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) freshTables();
