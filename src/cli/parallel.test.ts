import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshTables } from '../../scripts/tables.mjs';
import { call } from './called';
import { scanCommand } from './scan-command';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rupor-parallel-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Another program of that name has no version. */
const hasParallel = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel');

/** The commands that the document gives, for files, blocks and hosts of this test. */
const recipes = [...readFileSync(join(ROOT, 'docs/newsroom.md'), 'utf8').matchAll(/^parallel .*$/gmu)].map(([line]) =>
  line
    .replace('--block 10M', '--block 15k')
    .replace(/--sshlogin \S+/u, '--sshlogin 1/:,1/:')
    .replace('cd rupor', `cd ${ROOT}`)
    .replaceAll(/\b(?:archive|marks)\.ndjson/gu, (name) => join(folder, name)),
);

describe('GNU parallel', () => {
  // Several processes would compile an old lexicon at once.
  beforeAll(() => freshTables(), 120_000);

  it('has two recipes in the document', () => {
    expect(recipes.map((line) => line.includes('--sshlogin'))).toEqual([false, true]);
  });

  it.skipIf(!hasParallel).each(recipes)(
    'gives what a single run gives: %s',
    async (recipe) => {
      const archive = join(folder, 'archive.ndjson');
      const text = 'Погода в Полтаві ясна. Про це повідомляє ТАСС. '.repeat(4);
      writeFileSync(archive, Array.from({ length: 60 }, (_, id) => `${JSON.stringify({ id, text })}\n`).join(''));
      const run = spawnSync('bash', ['-c', recipe], { cwd: ROOT, encoding: 'utf8' });
      expect([run.status, run.stderr]).toEqual([0, '']);
      const single = await call(scanCommand, [archive]);
      expect(single.out.split('\n')).toHaveLength(61);
      expect(readFileSync(join(folder, 'marks.ndjson'), 'utf8')).toBe(single.out);
    },
    120_000,
  );
});
