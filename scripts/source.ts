/**
 * `npm run package:source`: what reviewers of a store get, dist/rupor-source-VERSION.zip: the last commit as it is.
 * `--build`: unpacks it elsewhere, runs the commands of docs/build-for-reviewers.md there as they stand, and compares
 * the zips with those in dist. It installs all packages anew: a minute or two.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import pkg from '../package.json' with { type: 'json' };
import { sumOf, TARGETS, zipPath } from './pack';
import { ROOT, stop } from './setup.mjs';

const NAME = `rupor-${pkg.version}`;
const PATH = join(ROOT, `dist/rupor-source-${pkg.version}.zip`);
const GUIDE = 'docs/build-for-reviewers.md';

/** Runs a program to its end, or ends ours. @param env beside our own */
function run(program: string, words: string[], cwd: string, env: Record<string, string> = {}): string {
  const done = spawnSync(program, words, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  if (done.status !== 0) stop(`${program} ${words.join(' ')} failed:\n${done.stdout ?? ''}${done.stderr ?? ''}`);
  return done.stdout;
}

/** The commands that reviewers are told to run. */
export function steps(guide: string): string[] {
  const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(guide) ?? [];
  return block.split('\n').flatMap((line) => line.replace(/\s*#.*/, '').trim() || []);
}

function archive(): void {
  if (run('git', ['status', '--porcelain'], ROOT) !== '')
    stop('There are changes that are not committed: the source of a package is a commit. Commit or stash them first.');
  mkdirSync(dirname(PATH), { recursive: true });
  // A zip has local times.
  run('git', ['archive', '--format=zip', `--prefix=${NAME}/`, `--output=${PATH}`, 'HEAD'], ROOT, { TZ: 'UTC' });
  console.log(`${sumOf(PATH)}  ${basename(PATH)}  ${(statSync(PATH).size / 1024).toFixed(0)} kB`);
}

/** @returns how many packages come out otherwise than ours */
function rebuild(): number {
  const above = mkdtempSync(join(tmpdir(), 'rupor-'));
  try {
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(PATH)))) {
      if (name.endsWith('/')) continue;
      mkdirSync(dirname(join(above, name)), { recursive: true });
      writeFileSync(join(above, name), bytes);
    }
    const root = join(above, NAME);
    for (const step of steps(readFileSync(join(root, GUIDE), 'utf8'))) {
      console.log(step);
      run('sh', ['-c', step], root);
    }
    return TARGETS.filter((target) => {
      const [here, there] = [sumOf(zipPath(target)), sumOf(zipPath(target, root))];
      console.log(`${there}  ${basename(zipPath(target))}  ${here === there ? 'equal' : `DIFFERS from ${here}`}`);
      return here !== there;
    }).length;
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('source.ts')) {
  archive();
  if (process.argv.includes('--build')) {
    if (!TARGETS.every((target) => existsSync(zipPath(target))))
      stop('There are no zips in dist: npm run package makes them.');
    const differ = rebuild();
    if (differ > 0)
      stop(`${differ} zips differ from those in dist: is dist of the last commit? npm run package makes it anew.`);
  }
}
