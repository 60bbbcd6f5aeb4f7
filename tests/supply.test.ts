import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { libraries } from '../scripts/licences.mjs';
import { sbom } from '../scripts/sbom';

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
};
type Step = { readonly uses?: string; readonly run?: string; readonly with?: Record<string, unknown> };
type Job = { readonly permissions?: Record<string, string>; readonly steps: readonly Step[] };
type Workflow = { readonly permissions: Record<string, string>; readonly jobs: Record<string, Job> };

const read = (path: string): string => readFileSync(path, 'utf8');
const FOLDERS = ['.', 'scripts/morphology'];
const lockOf = (folder: string) =>
  Object.entries<Locked>(JSON.parse(read(join(folder, 'package-lock.json'))).packages).filter(([path]) => path !== '');

/** Packages whose install scripts we do without: what they would do is in the package that npm chooses for a platform. */
const SCRIPTS_NOT_RUN = ['esbuild', 'fsevents'];
/** What may be built into a program under GPL-3.0-or-later. */
const COMPATIBLE = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'MPL-2.0']);

describe('what is installed', () => {
  it('runs nothing by itself, and is pinned', () => {
    const rules = read('.npmrc').split('\n');
    expect(rules).toEqual(expect.arrayContaining(['ignore-scripts=true', 'save-exact=true']));
    expect(rules.join()).not.toMatch(/registry *=|_auth/);
  });

  it.each(FOLDERS)('is named by exact versions in %s', (folder) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(join(folder, 'package.json')));
    const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it.each(FOLDERS)('comes from the public registry alone, with a sum to check it by, in %s', (folder) => {
    const packages = lockOf(folder);
    expect(packages.length).toBeGreaterThan(5);
    // Addresses of the registry are not written down (.npmrc). A package of git, a file or an address would have one.
    const odd = packages.filter(
      ([, { resolved, integrity, link, inBundle, version }]) =>
        resolved !== undefined ||
        !/^sha512-[\w+/]{86}==$/.test(integrity ?? '') ||
        link ||
        inBundle ||
        !/^\d+\.\d+\.\d+/.test(version ?? ''),
    );
    expect(odd).toEqual([]);
  });

  it('has no package with an install script that nobody has looked at', () => {
    const found = FOLDERS.flatMap(lockOf)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1) ?? '');
    expect(SCRIPTS_NOT_RUN).toEqual(expect.arrayContaining(found));
  });

  it('is installed by the Node and npm that the release is made with', () => {
    const { engines, packageManager } = JSON.parse(read('package.json'));
    expect(read('.nvmrc').trim()).toMatch(/^20\.(19|2\d)\.\d+$/);
    expect(engines.node).toContain('^20.19.0');
    expect(packageManager).toMatch(/^npm@11\.(1\d|[2-9]\d)\.\d+$/);
  });
});

describe('what is built in', () => {
  it('may be passed on under our licence, and is named in NOTICE', () => {
    const notice = read('NOTICE');
    const lines = notice.slice(notice.indexOf('Libraries\n'), notice.indexOf('Word forms\n')).split('\n');
    const found = libraries();
    expect(found.map(({ name }) => name)).toContain('preact');
    expect(found.filter(({ license }) => !COMPATIBLE.has(license))).toEqual([]);
    const named = lines.flatMap((line) => {
      const [, names = '', license = ''] = /^(\S.*) \(([^)]+)\): /.exec(line) ?? [];
      return names.split(', ').flatMap((name) => (name ? [`${name} ${license}`] : []));
    });
    expect(named.sort()).toEqual(found.map(({ name, license }) => `${name} ${license}`).sort());
  });
});

describe('the list of all packages', { timeout: 60_000 }, () => {
  it('is whole, is CycloneDX, and comes out the same', () => {
    const list = sbom();
    expect([list.bomFormat, list.specVersion]).toEqual(['CycloneDX', '1.5']);
    expect(list.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    const refs = [list.metadata.component, ...list.components].map((component) => component['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(
      list.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]).filter((ref) => !refs.includes(ref)),
    ).toEqual([]);
    const have = new Set(list.components.map(({ name, version }) => `${name} ${version}`));
    expect(libraries().filter(({ name, version }) => !have.has(`${name} ${version}`))).toEqual([]);
    expect(list.components.filter(({ hashes }) => hashes?.[0]?.alg !== 'SHA-512')).toEqual([]);
    expect(JSON.stringify(list)).not.toMatch(/timestamp|node_modules/);
    expect(sbom()).toEqual(list);
  });
});

describe('what the forge runs', () => {
  const FOLDER = '.github/workflows';
  const workflows = readdirSync(FOLDER).map((name) => [name, parse(read(join(FOLDER, name))) as Workflow] as const);
  const steps = workflows.flatMap(([, { jobs }]) => Object.values(jobs).flatMap((job) => job.steps));

  it.each(workflows)('is %s: npm test, with the rights to read and no more', (_name, workflow) => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const runs = Object.values(workflow.jobs).flatMap((job) => job.steps.map(({ run }) => run));
    expect(runs).toEqual(expect.arrayContaining(['npm ci', 'npm audit signatures', 'npm test']));
  });

  it('may write in one job alone, which makes the draft of a release', () => {
    const writing = workflows.flatMap(([name, { jobs }]) =>
      Object.entries(jobs).flatMap(([job, { permissions }]) => (permissions ? [{ name, job, permissions }] : [])),
    );
    expect(writing).toEqual([{ name: 'release.yml', job: 'draft', permissions: { contents: 'write' } }]);
  });

  it('uses the forge’s own actions, each by the sum of its commit', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(3);
    expect(used.filter((action) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
    for (const [name] of workflows)
      for (const line of read(join(FOLDER, name))
        .split('\n')
        .filter((text) => text.includes('uses:')))
        expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('knows no secret, and hands nobody’s rights on', () => {
    for (const [name] of workflows) expect(read(join(FOLDER, name))).not.toMatch(/secrets\.|pull_request_target/);
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout')))
      expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  it('runs only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name));
    expect(named).toContain('package:verify');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('tries the oldest Node that we promise, and a newer one', () => {
    expect(read(join(FOLDER, 'test.yml'))).toContain("node: ['20.19', '24']");
  });
});

describe('the forms for issues', () => {
  const FOLDER = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(FOLDER).filter((name) => name !== 'config.yml');

  it.each(forms)('%s has what the forge asks for', (name) => {
    const form = parse(read(join(FOLDER, name)));
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const fields = form.body.filter((field: { type: string }) => field.type !== 'markdown');
    expect(fields.length).toBeGreaterThan(1);
    expect(new Set(fields.map((field: { id: string }) => field.id)).size).toBe(fields.length);
    for (const field of fields) expect(field.attributes.label).toEqual(expect.any(String));
  });

  it('are for a wrong mark, a missed one and an entry; a vulnerability is told in private', () => {
    expect(forms).toEqual(['1-wrong-mark.yml', '2-missed.yml', '3-entry.yml']);
    const { contact_links: links } = parse(read(join(FOLDER, 'config.yml')));
    expect(links[0].url).toMatch(/\/security\/advisories\/new$/);
    expect(existsSync('docs/policy.md')).toBe(true);
  });
});
