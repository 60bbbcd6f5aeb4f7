/**
 * How fast the engine reads, as ratios within one run: `npm run -s measure`. Rounds are taken in turns and their minima
 * compared, so that a busy machine changes little. Texts are the project's own: ordinary news, and dense pieces in which
 * nearly every sentence has something to mark.
 * - E1: a warm reading of 65,536 units against one look at each unit (`charCodeAt`), step by step
 * - rules: the share of that reading that is not folding and matching
 * - E4: tables in and a first look for forms, or a first whole reading, of 80,000 units, each in a process of its own, against a
 *   RegExp of all forms
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { table } from '../src/cli/table';

const LANGUAGES = ['uk', 'en'] as const;
const TEXTS = ['ordinary', 'dense'] as const;
const COLD_ROUNDS = 3;
/** Code is optimised at once instead of when another thread has time, which on a busy machine may be never. */
const WARM = '--no-concurrent-recompilation';

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

async function compile(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: path('scripts/measured.ts'), outDir: folder, emptyOutDir: true },
  });
  return join(folder, 'measured.js');
}

function run(script: string, what: 'warm' | 'forms' | 'engine' | 'regexp', lang: string, texts: string): unknown {
  const files = [path(`src/lexicon/generated/tables-${lang}.json`), path(`src/lexicon/forms/${lang}.tsv`)];
  const flags = what === 'warm' ? [WARM] : [];
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, script, what, lang, texts, ...files], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const ms = (time: number): string => `${time.toFixed(2)} ms`;
const times = (ratio: number): string => `${ratio.toFixed(1)} ×`;

function rowsOf(script: string, lang: string, texts: string): string[][] {
  const { limit, fold, match, scan } = run(script, 'warm', lang, texts) as Record<
    'limit' | 'fold' | 'match' | 'scan',
    number
  >;
  const first = { forms: Infinity, engine: Infinity, regexp: Infinity };
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    for (const how of ['forms', 'engine', 'regexp'] as const)
      first[how] = Math.min(first[how], run(script, how, lang, texts) as number);
  }
  const against = (time: number): string[] => [times(time / limit), `${ms(time)} / ${ms(limit)}`];
  const share = `${((100 * (scan - match)) / scan).toFixed(0)} %`;
  const cold = (time: number): string[] => [times(first.regexp / time), `${ms(first.regexp)} / ${ms(time)}`];
  return [
    ['E1 fold / charCodeAt', ...against(fold)],
    ['E1 fold, words and forms / charCodeAt', ...against(match)],
    ['E1 whole reading / charCodeAt', ...against(scan)],
    ['rules, share of the reading', share, ms(scan - match)],
    ['E4 RegExp / words and forms, cold', ...cold(first.forms)],
    ['E4 RegExp / whole reading, cold', ...cold(first.engine)],
  ].map((row) => [lang, texts, ...row]);
}

const folder = mkdtempSync(join(tmpdir(), 'rupor-measure-'));
try {
  const script = await compile(folder);
  const rows = LANGUAGES.flatMap((lang) => TEXTS.flatMap((texts) => rowsOf(script, lang, texts)));
  const columns = ['LANG', 'TEXT', 'WHAT', 'RATIO', 'TIMES'].map((head) => ({ head, align: 'left' as const }));
  console.log(table(columns, rows));
} finally {
  rmSync(folder, { recursive: true });
}
