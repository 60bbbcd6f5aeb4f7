/**
 * Checks and compiles the lexicon: src/lexicon/data → src/lexicon/generated (tables and notes, not kept in git)
 * and src/lexicon/forms (kept, for review). `--check` writes no forms and fails when they would change;
 * `--draft` goes on where something is to mend, so that an author can try the rest; `--only TEXT` shows the faults
 * whose file, entry or sentence has this text.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGS } from '../src/engine/types';
import { faultsOf } from '../src/lexicon/check';
import { compile } from '../src/lexicon/compile';
import { NOTE_LANGUAGES } from '../src/lexicon/note';
import { broken } from '../src/lexicon/prove';
import { readSource } from '../src/lexicon/read';
import { LexiconError } from '../src/lexicon/schema';

const root = resolve(import.meta.dirname, '..');
const lexicon = join(root, 'src/lexicon');
const { values } = parseArgs({
  options: { check: { type: 'boolean' }, draft: { type: 'boolean' }, only: { type: 'string', multiple: true } },
});
const { check, draft, only } = values;
/** Faults of the files or entries that were asked for. */
const wanted = (fault: string) => only === undefined || only.some((part) => fault.includes(part));

/** Writes only what changed, so that watchers stay quiet. */
function write(path: string, text: string): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return true;
}

try {
  const version = readFileSync(join(lexicon, 'data/VERSION'), 'utf8').trim();
  const source = readSource(join(lexicon, 'data'));
  const { tables, notes, hosts, forms, size, problems } = compile(source, version);
  const faults = [...problems, ...faultsOf(source), ...broken(source, tables)].filter(wanted);
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    console.error(`${faults.length} to mend; npm run morph:update looks new words up in the dictionaries.`);
    if (!draft) process.exit(1);
  }
  const stale: string[] = [];
  for (const [lang, lines] of Object.entries(forms)) {
    const path = join(lexicon, 'forms', `${lang}.tsv`);
    const text = `${lines.join('\n')}\n`;
    if (!check) write(path, text);
    else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) stale.push(`src/lexicon/forms/${lang}.tsv`);
  }
  const generate = (name: string, text: string) => write(join(lexicon, 'generated', name), text);
  for (const lang of LANGS) generate(`tables-${lang}.json`, JSON.stringify(tables[lang]));
  for (const language of NOTE_LANGUAGES) generate(`notes-${language}.json`, JSON.stringify(notes[language]));
  generate('hosts.json', JSON.stringify(hosts));
  generate('version.ts', `export const version = ${JSON.stringify(version)};\n`);
  if (stale.length > 0) {
    console.error(`${stale.join(', ')} no longer match the data: run npm run lexicon and commit the difference.`);
    process.exit(1);
  }
  const counts = LANGS.map((lang) => `${lang} ${size[lang].surface}`).join(', ');
  console.log(`lexicon ${version}: ${tables.uk.entries.length} entries; forms: ${counts}`);
} catch (error) {
  if (!(error instanceof LexiconError)) throw error;
  console.error(error.message);
  process.exit(1);
}
