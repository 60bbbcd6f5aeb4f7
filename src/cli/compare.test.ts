import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from './called';
import { changesOf } from './compare';
import { evalCommand } from './eval-command';
import type { GoldRecord, GoldSpan } from './gold';
import { spansAt } from './revision';
import type { PredictedSpan } from './score';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rupor-compared-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = 'Лавров заявив, що київський режим готовий.';
const span = (start: number, end: number, more: Partial<GoldSpan> = {}): GoldSpan & PredictedSpan => ({
  start,
  end,
  kind: 'official',
  role: 'name',
  entity: 'Sergey Lavrov',
  stance: 'reported',
  ...more,
});
const record = (spans: GoldSpan[], optional: GoldSpan[] = []): GoldRecord => {
  return { id: 'a', lang: 'uk', genre: 'news', text: TEXT, spans, optional };
};
const NAME = span(0, 6);

describe('what changed between two engines', () => {
  it.each<[string, GoldRecord, PredictedSpan[], PredictedSpan[], object[]]>([
    ['nothing', record([NAME]), [NAME], [NAME], []],
    ['a right mark appeared', record([NAME]), [], [NAME], [{ what: 'appeared', standing: 'right', verdict: 'better' }]],
    ['a wrong mark appeared', record([]), [], [NAME], [{ what: 'appeared', standing: 'wrong', verdict: 'worse' }]],
    ['a right mark vanished', record([NAME]), [NAME], [], [{ what: 'vanished', standing: 'right', verdict: 'worse' }]],
    ['a wrong mark vanished', record([]), [NAME], [], [{ what: 'vanished', standing: 'wrong', verdict: 'better' }]],
    [
      'a mark on an optional span',
      record([], [NAME]),
      [],
      [NAME],
      [{ what: 'appeared', standing: 'optional', verdict: 'neither' }],
    ],
    [
      'a stance put right',
      record([NAME]),
      [span(0, 6, { stance: 'adopted' })],
      [NAME],
      [{ what: 'changed', verdict: 'better', differences: [{ what: 'stance', wasRight: false, isRight: true }] }],
    ],
    [
      'a role and an entity put wrong',
      record([NAME]),
      [NAME],
      [span(0, 6, { role: 'role', entity: 'Dmitry Peskov' })],
      [{ verdict: 'worse', differences: [{ what: 'role' }, { what: 'entity', before: 'Sergey Lavrov' }] }],
    ],
    ['another spelling of the name', record([NAME]), [NAME], [span(0, 6, { entity: 'Sergei Lavrov' })], []],
    [
      'other words',
      record([NAME]),
      [NAME],
      [span(0, 13)],
      [{ verdict: 'worse', differences: [{ what: 'words', before: 'Лавров', now: 'Лавров заявив' }] }],
    ],
    [
      'a change of a mark that gold does not have',
      record([]),
      [NAME],
      [span(0, 6, { stance: 'adopted' })],
      [{ verdict: 'neither', differences: [{ wasRight: null, isRight: null }] }],
    ],
  ])('%s', (_, gold, before, now, expected) => {
    expect(changesOf([{ gold, before, now }])).toMatchObject(expected);
    expect(changesOf([{ gold, before, now }])).toHaveLength(expected.length);
  });

  it('tells first what got worse, then what got better', () => {
    const other = span(18, 33, { kind: 'framing', role: 'kyiv_regime', entity: '' });
    const changes = changesOf([{ gold: record([NAME]), before: [], now: [NAME, other] }]);
    expect(changes.map(({ verdict, words }) => [verdict, words])).toEqual([
      ['worse', 'київський режим'],
      ['better', 'Лавров'],
    ]);
  });
});

const git = (cwd: string, ...args: string[]): string =>
  spawnSync('git', ['-C', cwd, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
  }).stdout.trim();

/** A checkout of a project as small as can be, with the files of each commit. */
function checkout(name: string, ...commits: Record<string, string>[]): string {
  const project = join(folder, name);
  mkdirSync(project);
  git(project, 'init', '--quiet', '--initial-branch=main');
  git(project, 'config', 'user.name', 'Somebody');
  git(project, 'config', 'user.email', 'somebody@example.org');
  for (const [i, files] of commits.entries()) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
    git(project, 'add', '--all');
    git(project, 'commit', '--quiet', '--message', `step ${i}`);
    git(project, 'tag', `v${i}`);
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'), 'junction');
  return project;
}

/** A stand-in for scan: marks the first `length` units of each text once the compiler has run. */
const scan = (length: number): string => `
  import { existsSync, readFileSync } from 'node:fs';
  if (!existsSync('made')) throw new Error('no lexicon');
  for (const line of readFileSync(0, 'utf8').split('\\n').filter(Boolean)) {
    const { id } = JSON.parse(line);
    const span = { start: 0, end: ${length}, kind: 'official', role: 'name', entity: 'X', stance: 'reported', text: '' };
    console.log(JSON.stringify({ id, spans: [span] }));
  }`;
const COMPILES = { 'scripts/lexicon.ts': `import { writeFileSync } from 'node:fs'; writeFileSync('made', '');` };

describe('the engine of a revision', () => {
  const temporary = join(folder, 'tmp');
  beforeEach(() => {
    mkdirSync(temporary, { recursive: true });
    vi.stubEnv('TMPDIR', temporary).stubEnv('TEMP', temporary).stubEnv('TMP', temporary);
  });
  afterEach(() => vi.unstubAllEnvs());
  const isClear = (project: string): boolean =>
    readdirSync(temporary).every((name) => !name.startsWith('rupor-')) &&
    git(project, 'worktree', 'list').split('\n').length === 1;

  it('is checked out, compiled and asked, and leaves nothing behind', async () => {
    const project = checkout('two', { ...COMPILES, 'src/cli/scan.ts': scan(6) }, { 'src/cli/scan.ts': scan(13) });
    const gold = [record([NAME]), record([])];
    const before = await spansAt('v0', gold, project);
    expect(before.subject).toBe('step 0');
    expect(before.spans.map((spans) => spans.map(({ end }) => end))).toEqual([[6], [6]]);
    expect((await spansAt('main', gold, project)).spans[0]?.[0]?.end).toBe(13);
    expect(isClear(project)).toBe(true);
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['an unknown revision', {}, 'no-such', 'There is no revision no-such here'],
    ['an option in its place', {}, '--all', 'There is no revision --all here'],
    ['a revision without scan', COMPILES, 'v0', 'has no src/cli/scan.ts yet: it is too old'],
    [
      'a lexicon that does not compile',
      { 'scripts/lexicon.ts': 'throw new Error("no such verb")', 'src/cli/scan.ts': '' },
      'v0',
      'The lexicon of v0 does not compile here: Error: no such verb',
    ],
    [
      'an engine that does not run',
      { ...COMPILES, 'src/cli/scan.ts': 'throw new Error("no such package")' },
      'v0',
      'The engine of v0 does not run here: Error: no such package',
    ],
    [
      'answers of another form',
      { ...COMPILES, 'src/cli/scan.ts': 'console.log("ТАСС: 1")' },
      'v0',
      'answers in another form: it is too old',
    ],
  ])('refuses %s and leaves nothing behind', async (name, files, revision, sentence) => {
    const project = checkout(name.replaceAll(' ', '-'), { 'readme.txt': '', ...files });
    await expect(spansAt(revision, [record([])], project)).rejects.toThrow(sentence);
    expect(isClear(project)).toBe(true);
  });

  it('refuses a project without history of its own, also inside another checkout', async () => {
    const bare = join(folder, 'bare');
    mkdirSync(bare);
    await expect(spansAt('main', [], bare)).rejects.toThrow('this is not a git checkout of it');
    const inner = join(checkout('outer', { 'a.txt': '' }), 'inner');
    mkdirSync(inner);
    await expect(spansAt('main', [], inner)).rejects.toThrow('this is not a git checkout of it');
  });

  it.skipIf(process.platform === 'win32')('is taken away on Ctrl-C', async () => {
    const waits = `${COMPILES['scripts/lexicon.ts']} setInterval(() => undefined, 1000);`;
    const project = checkout('slow', { 'scripts/lexicon.ts': waits, 'src/cli/scan.ts': '' });
    const module = JSON.stringify(fileURLToPath(new URL('./revision.ts', import.meta.url)));
    const code = `import(${module}).then(({ spansAt }) => spansAt('main', [], ${JSON.stringify(project)}))`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--eval', code], { cwd: PROJECT, env: process.env });
    const ended = new Promise((resolve) => child.on('close', resolve));
    const made = () => readdirSync(temporary).some((name) => existsSync(join(temporary, name, 'tree/made')));
    await vi.waitFor(() => expect(made()).toBe(true), { timeout: 20_000, interval: 50 });
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(isClear(project)).toBe(true);
  });
}, 30_000);

describe('eval --compare', () => {
  const isCheckout = existsSync(join(PROJECT, '.git'));

  it.skipIf(!isCheckout)(
    'sets this engine beside an earlier one',
    async () => {
      const path = join(folder, 'gold.jsonl');
      writeFileSync(path, JSON.stringify({ id: 'a', lang: 'uk', text: TEXT, spans: [NAME] }));
      const { exit, out, err } = await call(evalCommand, [path, '--compare', 'HEAD', '--json']);
      expect([exit, err]).toEqual([0, '']);
      const { compared } = JSON.parse(out);
      expect(compared).toMatchObject({ revision: 'HEAD', before: { metrics: { 'kind:official': { gold: 1 } } } });
      expect(compared.commit).toMatch(/^[\da-f]{40}$/u);
      expect(compared.changes).toBeInstanceOf(Array);
    },
    120_000,
  );

  it.skipIf(!isCheckout)('exits with 2 for an unknown revision', async () => {
    const path = join(folder, 'none.jsonl');
    writeFileSync(path, JSON.stringify({ id: 'a', text: TEXT, spans: [] }));
    const { exit, out, err } = await call(evalCommand, [path, '--compare', 'no-such']);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('There is no revision no-such here');
  });
});
