/**
 * Checks and compiles the lexicon: src/lexicon/data → src/lexicon/generated (tables and notes, not kept in git)
 * and src/lexicon/forms (kept, for review). `--check` writes no forms and fails when they would change;
 * `--draft` goes on where something is to mend, so that an author can try the rest; `--only TEXT` shows the faults
 * whose file, entry or sentence has this text.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { faultsOf } from '../src/lexicon/check';
import { compile } from '../src/lexicon/compile';
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

/**
 * A module whose data is one string, parsed when it is asked for: a string is compiled ten times faster than the same
 * data as code, and a page that is no news never parses it.
 */
const moduleOf = (type: string, from: string, value: unknown) =>
  `import type { ${type} } from '${from}';\nexport default (): ${type} => JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;

try {
  const version = readFileSync(join(lexicon, 'data/VERSION'), 'utf8').trim();
  const source = readSource(join(lexicon, 'data'));
  const { tables, notes, forms, size, problems } = compile(source, version);
  const faults = [...problems, ...faultsOf(source), ...broken(source, () => tables)].filter(wanted);
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
  const versionLine = `export const version = ${JSON.stringify(version)};\n`;
  write(join(lexicon, 'generated/tables.ts'), moduleOf('Tables', '../../engine/terms', tables) + versionLine);
  write(join(lexicon, 'generated/notes.ts'), moduleOf('Notes', '../note', notes));
  if (stale.length > 0) {
    console.error(`${stale.join(', ')} no longer match the data: run npm run lexicon and commit the difference.`);
    process.exit(1);
  }
  const files = readdirSync(join(lexicon, 'forms')).length;
  console.log(
    `lexicon ${version}: ${size.entries} entries, ${size.forms} forms of ${size.words} words in ${files} languages`,
  );
} catch (error) {
  if (!(error instanceof LexiconError)) throw error;
  console.error(error.message);
  process.exit(1);
}
