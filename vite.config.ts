import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import type { Plugin } from 'vite';
import { build as nestedBuild } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from './manifest.json' with { type: 'json' };
import pkg from './package.json' with { type: 'json' };
import { licencesFile } from './scripts/licences.mjs';
import { freshTables } from './scripts/tables.mjs';
import { ascii, partsOf } from './src/lexicon/parts.ts';

type Target = 'chrome' | 'firefox';

/** The scripts of web pages: classic ones in one piece, so that nothing has to be readable by pages. */
const STANDALONE = 'src/page/main.iife.ts';
/** Runs in popup and side panel before all else. */
const EARLY = 'src/ui/early.js';
const ON_DEMAND = {
  [EARLY]: 'src/ui/early-script.ts',
  'src/page/door.js': 'src/page/door-script.ts',
  'src/page/article.js': 'src/page/article.ts',
  'src/page/engine.js': 'src/page/engine-script.ts',
  'src/page/card.js': 'src/page/card-script.ts',
  'src/page/selection.js': 'src/page/selection-script.ts',
};
/** Our own pages and the nested build leave this to the bundler ("process is not defined" in a page otherwise). */
const DEFINE = { 'process.env.NODE_ENV': JSON.stringify(process.env.VITEST ? 'test' : 'production') };
const targetOf = (target: Target): string => (target === 'firefox' ? 'firefox150' : 'chrome140');

/** One manifest for both browsers (manifest.json); each gets only the keys that it understands. */
export function manifestFor(target: Target): ManifestV3Export {
  const { minimum_chrome_version, browser_specific_settings, background, content_scripts, ...others } = base;
  const { side_panel, sidebar_action, ...rest } = others;
  const common = { ...rest, version: pkg.version };
  if (target === 'chrome') {
    const worker = { service_worker: background.service_worker, type: 'module' as const };
    const permissions = [...base.permissions, 'sidePanel'];
    const own = { minimum_chrome_version, permissions, side_panel, background: worker };
    return { ...common, ...own, content_scripts } as ManifestV3Export;
  }
  return {
    ...common,
    browser_specific_settings,
    sidebar_action,
    content_scripts,
    background: { scripts: background.scripts, type: 'module' },
  } as unknown as ManifestV3Export;
}

const READERABLE = '@mozilla/readability/Readability-readerable.js';

/**
 * Readability's question as a module of today. It is written for Node's `require`, which would bring 600 bytes into
 * every page. An address of data, because the build of the first script takes no plugins, but does take aliases.
 */
function readerable(): string {
  const source = readFileSync(createRequire(import.meta.url).resolve(READERABLE), 'utf8');
  const [code, end] = source.split(/^(?=if \(typeof module === "object"\))/m);
  if (!code || !end?.includes('module.exports = isProbablyReaderable')) throw new Error(`${READERABLE} has changed`);
  return `data:text/javascript,${encodeURIComponent(`${code}export default isProbablyReaderable;`)}`;
}

const ALIAS = { [READERABLE]: readerable() };

/** Our own pages. The manifest names the popup alone; the others are opened by address. */
function ownPages(): string[] {
  return readdirSync('src/ui')
    .map((name) => `src/ui/${name}/index.html`)
    .filter((path) => existsSync(path));
}

/** Their first question need not wait for the rest of them. */
function earlyQuestion(): Plugin {
  return {
    name: 'early-question',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { path }) =>
        /\/(?:popup|panel)\//.test(path)
          ? [{ tag: 'script', attrs: { async: true, src: `/${EARLY}` }, injectTo: 'head-prepend' }]
          : [],
    },
  };
}

const GENERATED = 'src/lexicon/generated';
const TEXTS = 'src/shared/texts';

/** A string as a script writes it: JSON within has no single quotation marks to escape, and is all double ones. */
const literal = (text: string): string =>
  `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;

/**
 * The lexicon's tables and notes, and the interface's texts, as scripts of their own: the background puts the ones that a page needs into the
 * world of the page's script. Each holds strings alone: they are compiled ten times faster than the same data as code.
 * The last value is handed to the background, so it is a small one.
 */
function lexiconFiles(): Plugin {
  return {
    name: 'lexicon-files',
    apply: 'build',
    generateBundle() {
      const ofLexicon = readdirSync(GENERATED).filter((name) => /^(tables-|notes-|hosts)/.test(name));
      const files = [
        ...ofLexicon.map((name) => ({ name, path: join(GENERATED, name) })),
        ...readdirSync(TEXTS).map((name) => ({ name: `texts-${name}`, path: join(TEXTS, name) })),
      ];
      for (const { name: file, path } of files) {
        const name = file.replace('.json', '');
        const parts = partsOf(readFileSync(path, 'utf8')).map(literal);
        const source = `(globalThis.ruporFiles ??= {})[${literal(name)}] = [${parts.join(',\n')}];\n0;\n`;
        this.emitFile({ type: 'asset', fileName: `lexicon/${name}.js`, source });
      }
    },
  };
}

/**
 * The scripts that the background brings into a page. The manifest does not name them, so they are built here. Their
 * last value is handed to the background, so it is none.
 */
function scriptsOnDemand(target: Target): Plugin {
  return {
    name: 'scripts-on-demand',
    apply: 'build',
    async generateBundle() {
      for (const [fileName, entry] of Object.entries(ON_DEMAND)) {
        const built = await nestedBuild({
          configFile: false,
          logLevel: 'warn',
          define: DEFINE,
          // The browser's own interface does there, and is shorter.
          resolve: { alias: { ...ALIAS, 'webextension-polyfill': resolve('src/shared/native.ts') } },
          build: {
            write: false,
            target: targetOf(target),
            lib: { entry: resolve(entry), formats: ['iife'], name: 'script' },
            // Each script takes of the engine what it uses: no file of it does anything by being there.
            rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('/src/engine/') } },
          },
        });
        const [output] = [built].flat();
        const chunk = output && 'output' in output ? output.output[0] : undefined;
        if (chunk?.type !== 'chunk') return this.error(`${entry} was not built`);
        this.emitFile({ type: 'asset', fileName, source: ascii(chunk.code) });
      }
    },
  };
}

/** Licences ask to be passed on with what they are of. */
function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: licencesFile() });
    },
  };
}

/** Compiles the lexicon when it is older than its sources. */
function lexicon(): Plugin {
  return { name: 'lexicon', apply: 'build', enforce: 'pre', buildStart: () => freshTables() };
}

/**
 * Preact's one assignment to innerHTML, minified or not. It begins with a full stop: begun with a word, it would try
 * each of the two million letters of the tables as the start of one (measured: four minutes).
 */
const INNER_HTML = /\.innerHTML\s*=\s*([\w$]+)\.__html/g;

/**
 * Rupor never sets innerHTML; Preact can. That one line is cut out, so that a store's linter and a reader of the
 * built files find none. The second hook is for the content script, which a nested build makes without these plugins.
 */
function noInnerHtml(): Plugin {
  return {
    name: 'no-inner-html',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (!file.fileName.endsWith('.js')) continue;
        const code = file.type === 'chunk' ? file.code : String(file.source);
        const cut = code.replace(INNER_HTML, '.replaceChildren($1.__html)');
        if (/innerHTML\s*=[^=]/.test(cut))
          this.error(`${file.fileName} still sets innerHTML: preact has changed, mend INNER_HTML`);
        if (file.type === 'chunk') file.code = cut;
        else file.source = cut;
      }
    },
  };
}

/** Fails the build if a web page could read a file of the extension: that would tell any site who uses Rupor. */
function noWebAccessibleResources(): Plugin {
  return {
    name: 'no-web-accessible-resources',
    apply: 'build',
    enforce: 'post',
    writeBundle(_options, bundle) {
      const manifest = bundle['manifest.json'];
      if (manifest?.type !== 'asset') return this.error('no manifest.json in the bundle');
      const { web_accessible_resources: open } = JSON.parse(String(manifest.source));
      if (open) this.error(`web_accessible_resources: ${JSON.stringify(open)}`);
    },
  };
}

/** The nested build's files are unknown to `vite build --watch`; without this an edit in src/page builds nothing. */
function watchSources(): Plugin {
  return {
    name: 'watch-sources',
    apply: 'build',
    buildStart() {
      if (!this.meta.watchMode) return;
      for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) this.addWatchFile(resolve(join(entry.parentPath, entry.name)));
      }
    },
  };
}

/** Files of end-to-end tests that take longest: begun last, one of them would run alone at the end. */
const LONG = ['hostile', 'access', 'privacy', 'paint', 'card', 'follow-editors'];
const placeOf = (path: string): number => LONG.findIndex((name) => path.endsWith(`/${name}.e2e.ts`));

/** Vitest itself knows how long files take only where they have run before. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      const long = own.filter(({ moduleId }) => placeOf(moduleId) >= 0);
      long.sort((a, b) => placeOf(a.moduleId) - placeOf(b.moduleId));
      return [...long, ...own.filter((file) => !long.includes(file))];
    });
  }
}

/** Laws about time run by themselves. */
const TIMED = 'src/engine/linear.test.ts';
/** Tests of what changes nothing of its world: they share the modules of a worker, which saves half of their time. */
const PURE = [
  'src/{cli,engine,lexicon,module}/**/*.test.ts',
  'tests/{accuracy,corpus,documents,patterns,record,regress,sentences,structure,supply,variations}.test.ts',
];
/** None is about time: on a busy machine it only takes longer. Vitest leaves one core free, which is half of two. */
const PATIENT = { testTimeout: 60_000, maxWorkers: '100%' };

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  const plugins = [
    lexicon(),
    lexiconFiles(),
    licences(),
    scriptsOnDemand(target),
    earlyQuestion(),
    watchSources(),
    crx({ manifest: manifestFor(target), browser: target, contentScripts: { standaloneFiles: [STANDALONE] } }),
    noInnerHtml(),
    noWebAccessibleResources(),
  ];
  return {
    plugins: process.env.VITEST ? [] : plugins,
    define: DEFINE,
    resolve: { alias: process.env.VITEST ? {} : ALIAS },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: targetOf(target),
      // All files of a page of ours are asked for at once; what does that for old browsers is left out.
      modulePreload: { polyfill: false },
      rolldownOptions: { input: ownPages(), output: { minify: { compress: { dropConsole: true } } } }, // Libraries write logs.
      sourcemap: false,
    },
    test: {
      sequence: { sequencer: LongestFirst },
      projects: [
        {
          extends: true,
          test: {
            name: 'pure',
            environment: 'node',
            isolate: false,
            ...PATIENT,
            include: PURE,
            exclude: [TIMED],
          },
        },
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            ...PATIENT,
            include: ['src/**/*.test.{ts,tsx}', 'scripts/*.test.ts', 'tests/*.test.ts'],
            exclude: ['tests/dist*.test.ts', TIMED, ...PURE],
          },
        },
        {
          extends: true,
          // Times are measured with nothing beside them, and with room for young objects: no collection falls between sizes.
          test: {
            name: 'timed',
            environment: 'node',
            include: [TIMED],
            execArgv: ['--max-semi-space-size=256'],
            sequence: { groupOrder: 2 },
          },
        },
        { extends: true, test: { name: 'dist', environment: 'node', include: ['tests/dist*.test.ts'] } },
        ...(['chrome', 'firefox'] as const).map((browser) => ({
          extends: true as const,
          test: {
            name: browser,
            // Files that follow each other in a worker share its browser.
            isolate: false,
            environment: './tests/e2e/worker.ts',
            include: ['tests/e2e/**/*.e2e.ts'],
            env: { RUPOR_BROWSER: browser },
            testTimeout: 60_000,
            hookTimeout: 90_000,
            // A file waits for its browser half of the time. A group of its own: other tests take every core.
            maxWorkers: 3,
            sequence: { groupOrder: 1 },
          },
        })),
      ],
    },
  };
});
