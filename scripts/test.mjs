// `npm test`: everything, in order of price; stops at the first failure. Works right after a clone.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checkNode, installBrowsers, installModules, installParallel, ROOT } from './setup.mjs';

checkNode();
installModules();
installBrowsers(['chrome', 'firefox']);
installParallel();

/** What all of it may take on two cores that have nothing else to do. Seconds. */
const BUDGET = 12 * 60;
const BEGAN = performance.now();
const count = { passed: 0, failed: 0, skipped: 0 };

/** A tool of node_modules, as a command. @param {string} path @param {...string} words */
const tool = (path, ...words) => [process.execPath, join(ROOT, 'node_modules', path), ...words];
/** @param {string} target */
const build = (target) => tool('vite/bin/vite.js', 'build', '--mode', target, '--logLevel', 'warn');
/** @param {string} file @param {...string} words */
const script = (file, ...words) => [process.execPath, '--import', 'tsx', file, ...words];
/** @param {string} project */
const reportOf = (project) => join(ROOT, `.cache/vitest-${project}.json`);
/** @param {...string} projects */
const vitest = (...projects) =>
  tool(
    'vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${reportOf(projects.join('-'))}`,
  );

/** @typedef {[name: string, ...commands: string[][]]} Step its commands follow each other */

/**
 * Stages follow each other. The steps of one need nothing of each other, and run beside each other on as many cores as
 * there are: those with most to do stand first. Tests that take every core, or measure time, are a stage of their own.
 * @type {Step[][]}
 */
const STAGES = [
  [
    ['lexicon', script('scripts/lexicon.ts', '--check')],
    ['format and lint', tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off', '.')],
    ['unused code', tool('knip/bin/knip.js')],
  ],
  [
    // The same edits in each run: `npm run fuzz` looks for new faults, this for old ones.
    ['random texts and pages for 30 s', script('scripts/fuzz.ts', '--seconds', '30', '--seed', '1')],
    ['types', [process.execPath, 'scripts/types.mjs']],
    [
      'who imports whom',
      tool('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'src'),
    ],
    ['build for Chrome', build('chrome')],
    ['build for Firefox', build('firefox')],
    ['the engine as a package', script('scripts/engine.ts')],
  ],
  [['unit and property tests', vitest('pure', 'unit')]],
  [['no text slower than linear', vitest('timed')]],
  [['zips', script('scripts/pack.ts')]],
  [
    ['the same zips from another folder, time and language', script('scripts/verify-build.ts', '--once')],
    ['what was built', vitest('dist')],
  ],
  [['end to end in Chromium and Firefox', vitest('chrome', 'firefox')]],
];

/** Adds what vitest has reported, where the command is its own. @param {string[]} command @returns how many failed */
function addCounts(command) {
  const report = command.find((word) => word.startsWith('--outputFile='))?.replace('--outputFile=', '');
  if (!report || !existsSync(report)) return 0;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
  count.passed += numPassedTests;
  count.failed += numFailedTests;
  count.skipped += numPendingTests + numTodoTests;
  rmSync(report);
  return numFailedTests;
}

/**
 * Runs one command, quietly unless it fails.
 * @param {string[]} command @returns {Promise<string | undefined>} what a failed one has said
 */
function run(command) {
  const [program = '', ...words] = command;
  return new Promise((done) => {
    const child = spawn(program, words, { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } });
    const said = /** @type {Record<'out' | 'err', Buffer[]>} */ ({ out: [], err: [] });
    child.stdout.on('data', (part) => said.out.push(part));
    child.stderr.on('data', (part) => said.err.push(part));
    child.on('error', (problem) => done(String(problem)));
    child.on('close', (code) => {
      const failed = addCounts(command);
      // One that counts no tests is one failure.
      if (code !== 0 && failed === 0) count.failed += 1;
      done(code === 0 ? undefined : Buffer.concat([...said.out, ...said.err]).toString());
    });
  });
}

/** @param {number} since @returns what it took */
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** @param {Step} step @returns {Promise<{ problem?: string, took: string }>} */
async function take([, ...commands]) {
  const start = performance.now();
  for (const command of commands) {
    const problem = await run(command);
    if (problem !== undefined) return { problem, took: seconds(start) };
  }
  return { took: seconds(start) };
}

/** Takes the steps of a stage, and says how each went in their order. @param {Step[]} steps @returns whether all passed */
async function passes(steps) {
  /** @type {Awaited<ReturnType<typeof take>>[]} */
  const results = [];
  const queue = steps.entries();
  const hasFailed = () => results.some(({ problem }) => problem !== undefined);
  let told = 0;
  const announce = () => process.stdout.write(told < steps.length ? `${steps[told]?.[0]} … ` : '');
  const tell = () => {
    for (let result = results[told]; result; result = results[told]) {
      const { problem, took } = result;
      console.log(problem === undefined ? took : `\n${problem}\nFailed: ${steps[told]?.[0]}. The reason is above.`);
      told += 1;
      announce();
    }
  };
  const lane = async () => {
    for (const [at, step] of queue) {
      results[at] = hasFailed() ? { took: 'not run' } : await take(step);
      tell();
    }
  };
  announce();
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return !hasFailed();
}

mkdirSync(join(ROOT, '.cache'), { recursive: true });
for (const steps of STAGES) {
  if (await passes(steps)) continue;
  console.log('The steps after it were not run.');
  process.exitCode = 1;
  break;
}
console.log(`${seconds(BEGAN)} in all; on two quiet cores it may take ${BUDGET} s`);
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
