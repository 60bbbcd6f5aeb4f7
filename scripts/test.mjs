// `npm test`: everything, in order of price; stops at the first failure. Works right after a clone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, installBrowsers, installModules, ROOT } from './setup.mjs';

checkNode();
installModules();
installBrowsers(['chrome', 'firefox']);

const REPORT = join(ROOT, '.cache/vitest.json');
const count = { passed: 0, failed: 0, skipped: 0 };

/** A tool of node_modules, as a command. @param {string} path @param {...string} words */
const tool = (path, ...words) => [process.execPath, join(ROOT, 'node_modules', path), ...words];
/** @param {...string} words */
const tsc = (...words) => tool('typescript/bin/tsc', ...words);
/** @param {string} target */
const build = (target) => tool('vite/bin/vite.js', 'build', '--mode', target, '--logLevel', 'warn');
/** @param {string} file @param {...string} words */
const script = (file, ...words) => [process.execPath, '--import', 'tsx', file, ...words];
/** @param {...string} projects */
const vitest = (...projects) =>
  tool(
    'vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${REPORT}`,
  );

/** @type {[name: string, ...commands: string[][]][]} */
const STEPS = [
  ['lexicon', script('scripts/lexicon.ts', '--check')],
  ['format and lint', tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off', '.')],
  [
    'who imports whom',
    tool('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'src'),
  ],
  ['unused code', tool('knip/bin/knip.js')],
  ['types', tsc(), tsc('-p', 'src'), tsc('-p', 'src/engine'), tsc('-p', 'src/background')],
  ['unit and property tests', vitest('unit')],
  ['no text slower than linear', vitest('timed')],
  ['build for Chrome', build('chrome')],
  ['build for Firefox', build('firefox')],
  ['zips', script('scripts/pack.ts')],
  ['what was built', vitest('dist')],
  ['end to end in Chromium and Firefox', vitest('chrome', 'firefox')],
];

/** Adds what vitest has just reported. */
function addCounts() {
  if (!existsSync(REPORT)) return;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(REPORT, 'utf8'));
  count.passed += numPassedTests;
  count.failed += numFailedTests;
  count.skipped += numPendingTests + numTodoTests;
  rmSync(REPORT);
}

/** Runs one command, quietly unless it fails. @param {string[]} command */
function passes([program = '', ...words]) {
  const env = { ...process.env, NO_COLOR: '1' };
  const run = spawnSync(program, words, { cwd: ROOT, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) process.stdout.write(`\n${run.stdout}${run.stderr}`);
  return run.status === 0;
}

mkdirSync(join(ROOT, '.cache'), { recursive: true });
rmSync(REPORT, { force: true });
for (const [name, ...commands] of STEPS) {
  const start = performance.now();
  process.stdout.write(`${name} … `);
  const failedBefore = count.failed;
  const passed = commands.every(passes);
  addCounts();
  if (!passed) {
    if (count.failed === failedBefore) count.failed += 1; // A failed step that counts no tests is one failure.
    console.log(`\nFailed: ${name}. The reason is above; the steps after it were not run.`);
    process.exitCode = 1;
    break;
  }
  console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
}
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
