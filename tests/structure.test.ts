import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

/** The longest file a reader should have to hold in mind. */
const LINES_MAX = 400;
const CODE = new Set(['.ts', '.tsx', '.mjs', '.css', '.html']);

const RULES = resolve('.dependency-cruiser.cjs');
const CRUISER = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Every arrow that breaks a rule, as `rule: from → to`, in a tree that has its own src. */
function broken(cwd: string): string[] {
  const run = spawnSync(process.execPath, [CRUISER, '--config', RULES, '--output-type', 'json', 'src'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { summary } = JSON.parse(run.stdout) as ICruiseResult;
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to.replaceAll('../', '')}`);
}

/** Files of `folder` as paths from here, generated ones aside. */
function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node_modules|lexicon\/generated|fixtures|\/morphology\//.test(path));
}

describe('who imports whom', () => {
  let arrows: string[] = [];
  beforeAll(() => {
    arrows = broken('tests/fixtures/arrows');
  }, 60_000);

  it('has no arrow against the table in src', () => {
    expect(broken('.')).toEqual([]);
  }, 60_000);

  it.each([
    'engine: src/engine/index.ts → src/page/collect.ts',
    'engine: src/engine/index.ts → src/shared/i18n.ts',
    'engine-needs-nothing: src/engine/index.ts → fs',
    'engine-needs-nothing: src/engine/index.ts → node_modules/preact',
    'lexicon: src/lexicon/index.ts → src/shared/i18n.ts',
    'lexicon-knows-types: src/lexicon/index.ts → src/engine/automaton.ts',
    'lexicon-door-is-light: src/lexicon/index.ts → node_modules/yaml',
    'shared: src/shared/i18n.ts → src/parts/flag-row.ts',
    'shared: src/shared/i18n.ts → src/engine/fold.ts',
    'one-polyfill: src/shared/i18n.ts → node_modules/webextension-polyfill',
    'parts: src/parts/flag-row.ts → src/page/collect.ts',
    'parts-know-texts: src/parts/flag-row.ts → src/shared/settings.ts',
    'page: src/page/collect.ts → src/engine/fold.ts',
    'page: src/page/collect.ts → src/engine/inspect.ts',
    'page: src/page/collect.ts → src/ui/popup.ts',
    'page: src/page/collect.ts → src/background/badge.ts',
    'no-dev-library-at-run-time: src/page/collect.ts → node_modules/fast-check',
    'background: src/background/badge.ts → src/parts/flag-row.ts',
    'background: src/background/badge.ts → src/lexicon/index.ts',
    'ui: src/ui/popup.ts → src/page/collect.ts',
    'ui: src/ui/popup.ts → src/engine/fold.ts',
    'cli: src/cli/scan.ts → src/page/collect.ts',
    'cli: src/cli/scan.ts → src/background/badge.ts',
    'cli: src/cli/scan.ts → src/engine/fold.ts',
    'module: src/module/index.ts → src/engine/fold.ts',
    'module: src/module/index.ts → src/shared/i18n.ts',
    'module-needs-nothing: src/module/index.ts → node_modules/valibot',
    'no-node-in-browser: src/module/index.ts → fs',
    'no-circle: src/page/collect.ts → src/ui/popup.ts',
    'resolvable: src/ui/popup.ts → ./gone',
  ])('reports the forbidden arrow %s', (arrow) => {
    expect(arrows.filter((found) => found.startsWith(arrow))).not.toEqual([]);
  });

  it('lets the command line ask the engine why', () => {
    expect(arrows).not.toContain('cli: src/cli/scan.ts → src/engine/inspect.ts');
  });

  it('lets the lexicon fold as the engine does', () => {
    expect(arrows).not.toContain('lexicon-knows-types: src/lexicon/index.ts → src/engine/fold.ts');
  });
});

/** Where a message of a page, or of the background, is heard. */
const HEARING = ['src/background/main.ts', 'src/page/door.ts', 'src/ui/list/use-page.ts'];

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm, '');

describe('the files', () => {
  it('are short enough to hold in mind', () => {
    const long = ['src', 'scripts', 'tests']
      .flatMap(files)
      .filter((path) => CODE.has(extname(path)) && !path.startsWith('tests/pages/'))
      .map((path) => [path, readFileSync(path, 'utf8').split('\n').length - 1] as const)
      .filter(([, lines]) => lines > LINES_MAX);
    expect(long).toEqual([]);
  });

  it('never turn a string into markup or code', () => {
    const danger = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/;
    const found = files('src')
      .filter((path) => /\.(ts|tsx|html)$/.test(path))
      .filter((path) => danger.test(readFileSync(path, 'utf8')));
    expect(found).toEqual([]);
  });

  it('have no door to other extensions or to the page’s own scripts', () => {
    const doors =
      /\bon(?:Message|Connect)External\b|\bonUserScript|\bonConnect\b|\bpostMessage\(|\bnew (?:Custom|Message)Event\(|BroadcastChannel|SharedWorker|istener\(['"]message['"]/;
    const found = files('src')
      .filter((path) => /\.(ts|tsx|html)$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith('src/cli/'))
      .filter((path) => doors.test(withoutComments(readFileSync(path, 'utf8'))));
    expect(found).toEqual([]);
    const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));
    for (const key of ['externally_connectable', 'web_accessible_resources', 'user_scripts', 'sandbox'])
      expect(manifest).not.toHaveProperty(key);
  });

  it('hear messages in three places alone', () => {
    const found = files('src')
      .filter((path) => /\.(ts|tsx)$/.test(path) && !/\.test\.tsx?$/.test(path))
      .filter((path) => /\bonMessage\.addListener\(/.test(readFileSync(path, 'utf8')));
    expect(found.sort()).toEqual(HEARING);
  });

  it('never reach for the network', () => {
    const network = /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|\bimportScripts\b/;
    const found = files('src')
      .filter((path) => /\.(ts|tsx)$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith('src/cli/'))
      .filter((path) => network.test(readFileSync(path, 'utf8')));
    expect(found).toEqual([]);
  });
});
