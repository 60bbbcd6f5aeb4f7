/** The engine as others get it: the tarball of `npm run engine`, installed into an empty project. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'fflate';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { call } from '../src/cli/called';
import { textPassages } from '../src/cli/passages';
import { scanCommand } from '../src/cli/scan-command';
import { type FoundSpan, toSpan } from '../src/cli/spans';
import type { Flag } from '../src/engine/types';
import { type Example, examplesOf } from './documents/examples';
import { readRows } from './sentences/read';

const TARBALL = resolve(`dist/rupor-engine-${pkg.version}.tgz`);
const TSC = resolve('node_modules/typescript/bin/tsc');
/** What a browser pays for the engine without tables. Bytes, minified and packed. */
const BUNDLE_GZIP_MAX = 64 * 1024;

let project = '';
let installed = '';
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'rupor-engine-'));
  installed = join(project, 'node_modules/rupor-engine');
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  const words = ['install', TARBALL, '--offline', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', words, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
}, 60_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const files = (): string[] =>
  readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1))
    .sort();

/** Runs a program of the project. @returns what it printed */
function run(file: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: project, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

describe('the tarball of the engine', () => {
  it('holds code, types, tables and notes, and nothing of the extension', () => {
    const languages = ['de', 'en', 'fr', 'pl', 'ru', 'uk'];
    expect(files()).toEqual(
      [
        ...['LICENSE', 'NOTICE', 'README.md', 'package.json'],
        ...['index.d.ts', 'index.js', 'insist.js', 'notes.d.ts', 'notes.js', 'notes/en.js', 'notes/uk.js'],
        ...languages.flatMap((lang) => [`tables/${lang}.d.ts`, `tables/${lang}.js`]),
      ].sort(),
    );
    const own = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(own).toMatchObject({ version: pkg.version, license: 'GPL-3.0-or-later', sideEffects: false });
    expect(Object.keys(own).filter((key) => /private|scripts|dependencies/i.test(key))).toEqual([]);
  });

  it('needs neither Node nor a page, asks no network, and names no path of this machine', () => {
    const foreign =
      /\bnode:|\brequire\(|\bprocess\.|\bdocument\.|\bwindow\.|\bfetch\(|XMLHttpRequest|\beval\(|new Function/;
    const text = (name: string) => readFileSync(join(installed, name), 'utf8');
    expect(files().filter((name) => name.endsWith('.js') && foreign.test(text(name)))).toEqual([]);
    expect(
      files().filter((name) => text(name).includes(process.cwd()) || text(name).includes(`${homedir()}/`)),
    ).toEqual([]);
  });

  it('comes out the same when it is packed again', () => {
    const again = mkdtempSync(join(tmpdir(), 'rupor-engine-'));
    execFileSync('npm', ['pack', resolve('dist/engine'), '--pack-destination', again, '--loglevel=error'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const same = readFileSync(join(again, basename(TARBALL))).equals(readFileSync(TARBALL));
    rmSync(again, { recursive: true });
    expect(same).toBe(true);
  }, 30_000);
});

describe('the engine in an empty project', () => {
  const examples: Example[] = ['src/module/README.md', 'docs/engine-api.md'].flatMap(examplesOf);

  beforeAll(() => {
    for (const { name, code } of examples) writeFileSync(join(project, name), code);
    const typed = examples.map(({ name }) => name).filter((name) => name.endsWith('.ts'));
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--noUncheckedIndexedAccess'];
    const tsc = spawnSync(process.execPath, [TSC, ...options, ...typed], { cwd: project, encoding: 'utf8' });
    expect([tsc.status, tsc.stdout]).toEqual([0, '']);
  }, 60_000);

  it('has examples in both documents', () => {
    expect(examples.filter(({ prints }) => prints !== undefined).map(({ name }) => name)).toHaveLength(7);
  });

  it.each(examples.filter(({ prints }) => prints !== undefined))(
    'compiles and runs $place',
    ({ name, prints }) => {
      expect(run(name.replace(/\.ts$/, '.js'))).toBe(prints);
    },
    30_000,
  );

  it('marks what the command line marks, in all languages', async () => {
    const rows = readRows().filter((_, i) => i % 3 === 0);
    const texts = rows.map(({ passages }) => passages.join('\n'));
    const articles = texts.map((text) => textPassages(text));
    mkdirSync(join(project, 'src'), { recursive: true });
    writeFileSync(
      join(project, 'articles.json'),
      JSON.stringify(articles.map((placed) => placed.map((at) => at.passage))),
    );
    writeFileSync(
      join(project, 'all.js'),
      `import { readFileSync } from 'node:fs';
       import { openEngine } from 'rupor-engine';
       const engine = await openEngine();
       const articles = JSON.parse(readFileSync('articles.json', 'utf8'));
       console.log(JSON.stringify(articles.map((passages) => engine.scan(passages).flags)));`,
    );
    const flags = JSON.parse(run('all.js')) as Flag[][];
    const spans = flags.map((found, i) => found.flatMap((flag) => toSpan(flag, articles[i] ?? []) ?? []));
    const feed = texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join('');
    const { out } = await call(scanCommand, ['--format', 'ndjson'], { stdin: feed });
    const scanned = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { spans: FoundSpan[] }).spans);
    expect(scanned.flat().length).toBeGreaterThan(200);
    expect(spans).toEqual(scanned);
  }, 30_000);

  it('is bundled for a browser, with a file for each language', async () => {
    const entry = join(project, 'web.js');
    writeFileSync(
      entry,
      `import { openEngine } from 'rupor-engine';
       export const marked = async (text) => (await openEngine({ languages: ['uk'] })).scan([{ text }]).flags.length;`,
    );
    const outDir = join(project, 'web');
    await build({
      configFile: false,
      root: project,
      logLevel: 'error',
      build: { outDir, target: 'es2022', minify: true, lib: { entry, formats: ['es'], fileName: 'web' } },
    });
    const main = readFileSync(join(outDir, 'web.js'));
    const size = gzipSync(main).length;
    console.log(
      `the engine in a bundle: ${main.length} bytes, ${size} packed; ${readdirSync(outDir).length - 1} other files`,
    );
    expect(size).toBeLessThan(BUNDLE_GZIP_MAX);
    expect(readdirSync(outDir)).toHaveLength(1 + 6);
    const { marked } = await import(/* @vite-ignore */ pathToFileURL(join(outDir, 'web.js')).href);
    expect(await marked('Про це повідомляє ТАСС.')).toBe(1);
  }, 60_000);
});
