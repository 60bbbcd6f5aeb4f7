/**
 * Checks and compiles the lexicon: src/lexicon/data → src/lexicon/generated (tables and notes, not kept in git)
 * and src/lexicon/forms, docs/rules.md and the record of ids (kept, for review). `--check` writes none of these and fails
 * when they would change; `--draft` goes on where something is to mend, so that an author can try the rest; `--only TEXT` shows the faults
 * whose file, entry or sentence has this text; `--stats` counts what there is, with `--json` for programs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGS } from '../src/engine/types';
import { build } from '../src/lexicon/build';
import { readProfiles } from '../src/lexicon/languages';
import { NOTE_LANGUAGES } from '../src/lexicon/note';
import { RECORD } from '../src/lexicon/record';
import { rulesOf } from '../src/lexicon/rules';
import { rulesPage } from '../src/lexicon/rules-page';
import { LexiconError } from '../src/lexicon/schema';
import { statsOf, statsText } from '../src/lexicon/stats';
import { STAMP } from './tables.mjs';

const root = resolve(import.meta.dirname, '..');
const lexicon = join(root, 'src/lexicon');
const USAGE = `lexicon [--check] [--draft] [--only TEXT…] [--stats [--json]]`;
const { check, draft, only, stats, json } = options();
/** Faults of the files or entries that were asked for. */
const wanted = (fault: string) => only === undefined || only.some((part) => fault.includes(part));

function options() {
  const flag = { type: 'boolean' } as const;
  try {
    const only = { type: 'string', multiple: true } as const;
    return parseArgs({ options: { check: flag, draft: flag, stats: flag, json: flag, only } }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return process.exit(2);
  }
}

/** Writes only what changed, so that watchers stay quiet. */
function write(path: string, text: string): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return true;
}

try {
  const version = readFileSync(join(lexicon, 'data/VERSION'), 'utf8').trim();
  const { source, compiled, faults: all, record } = build(join(lexicon, 'data'), version);
  const { tables, notes, hosts, forms, size } = compiled;
  const faults = all.filter(wanted);
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    console.error(`${faults.length} to mend; npm run morph:update looks new words up in the dictionaries.`);
    if (!draft) process.exit(1);
  }
  const rules = rulesOf(source);
  const stale: string[] = [];
  const keep = (name: string, text: string) => {
    const path = join(root, name);
    if (stats) return; // A question changes nothing.
    if (!check) write(path, text);
    else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) stale.push(name);
  };
  for (const [lang, lines] of Object.entries(forms)) keep(`src/lexicon/forms/${lang}.tsv`, `${lines.join('\n')}\n`);
  keep('docs/rules.md', rulesPage(rules, version));
  keep(`src/lexicon/data/${RECORD}`, record);
  const generate = (name: string, text: string) => write(join(lexicon, 'generated', name), text);
  for (const lang of LANGS) generate(`tables-${lang}.json`, JSON.stringify(tables[lang]));
  for (const language of NOTE_LANGUAGES) generate(`notes-${language}.json`, JSON.stringify(notes[language]));
  generate('hosts.json', JSON.stringify(hosts));
  generate('rules.json', JSON.stringify(rules));
  const profiles = readProfiles(readFileSync(join(lexicon, 'data/languages.yml'), 'utf8'));
  generate(
    'languages.ts',
    `import type { Profile } from '../../engine/language';\nexport const profiles: readonly Profile[] = ${JSON.stringify(profiles)};\n`,
  );
  generate('version.ts', `export const version = ${JSON.stringify(version)};\n`);
  if (stale.length > 0) {
    console.error(`${stale.join(', ')} no longer match the data: run npm run lexicon and commit the difference.`);
    process.exit(1);
  }
  if (stats) {
    const counted = statsOf(source, compiled, version);
    console.log(json ? JSON.stringify(counted, null, 2) : statsText(counted));
    process.exit(0);
  }
  if (faults.length === 0) writeFileSync(STAMP, '');
  const counts = LANGS.map((lang) => `${lang} ${size[lang].surface}`).join(', ');
  console.log(
    `lexicon ${version}: ${source.outlets.length + source.officials.length + source.narratives.length} entries; forms: ${counts}`,
  );
} catch (error) {
  if (!(error instanceof LexiconError)) throw error;
  console.error(error.message);
  process.exit(1);
}
