/** Builds the engine as a package of its own into dist/engine, and packs it: `npm run engine`. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDtsBundle } from 'dts-bundle-generator';
import { build } from 'vite';
import pkg from '../package.json' with { type: 'json' };
import { LANGS } from '../src/engine/types';
import { ROOT } from './setup.mjs';
import { freshTables } from './tables.mjs';

const NAME = 'rupor-engine';
const MODULE = join(ROOT, 'src/module');
const FOLDER = join(ROOT, 'dist/engine');
/** What `npm install` takes. */
export const TARBALL = join(ROOT, `dist/${NAME}-${pkg.version}.tgz`);

/** Entries that are documented; each has types. */
const DOORS = ['index', 'notes'];

/** The package's own: nothing that only the extension or the work on it needs. */
const PACKAGE = {
  name: NAME,
  version: pkg.version,
  description: 'Marks Kremlin sources, officials and wording in news texts, with stance and evidence.',
  license: pkg.license,
  homepage: pkg.homepage,
  bugs: pkg.bugs,
  type: 'module',
  engines: pkg.engines,
  sideEffects: false,
  exports: {
    '.': { types: './index.d.ts', default: './index.js' },
    './notes': { types: './notes.d.ts', default: './notes.js' },
    './tables/*': { types: './tables/*.d.ts', default: './tables/*.js' },
    './package.json': './package.json',
  },
  files: ['*.js', '*.d.ts', 'tables', 'notes', 'NOTICE'],
};

const TABLES_TYPES = `import type { LanguageTables } from '../index.js';
declare const tables: LanguageTables;
export default tables;
`;

async function buildCode(): Promise<void> {
  const entries = [...DOORS, ...LANGS.map((lang) => `tables/${lang}`), 'notes/uk', 'notes/en'];
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: FOLDER,
      emptyOutDir: true,
      // What Node 20 and the browsers of two years ago can do.
      target: 'es2022',
      minify: false,
      lib: { entry: Object.fromEntries(entries.map((name) => [name, join(MODULE, `${name}.ts`)])), formats: ['es'] },
      rolldownOptions: {
        treeshake: { moduleSideEffects: false },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}

/** One file of types for each door, so that no type of the inside can be reached. */
function writeTypes(): void {
  const options = { preferredConfigPath: join(MODULE, 'tsconfig.json') };
  const doors = DOORS.map((name) => ({
    filePath: join(MODULE, `${name}.ts`),
    output: { noBanner: true, exportReferencedTypes: false },
  }));
  for (const [at, types] of generateDtsBundle(doors, options).entries()) {
    writeFileSync(join(FOLDER, `${DOORS[at]}.d.ts`), types);
  }
  for (const lang of LANGS) writeFileSync(join(FOLDER, `tables/${lang}.d.ts`), TABLES_TYPES);
}

function writeAbout(): void {
  writeFileSync(join(FOLDER, 'package.json'), `${JSON.stringify(PACKAGE, null, 2)}\n`);
  copyFileSync(join(MODULE, 'README.md'), join(FOLDER, 'README.md'));
  for (const name of ['LICENSE', 'NOTICE']) copyFileSync(join(ROOT, name), join(FOLDER, name));
}

/** Packs as npm does, which sorts and dates all files alike. */
function pack(): void {
  const words = ['pack', FOLDER, '--pack-destination', join(ROOT, 'dist'), '--loglevel=error'];
  execFileSync('npm', words, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
freshTables();
await buildCode();
writeTypes();
writeAbout();
pack();
const size = readFileSync(TARBALL).length;
console.log(`${TARBALL} ${(size / 1024).toFixed(0)} kB`);
