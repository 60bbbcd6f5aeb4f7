import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Format, formatOf, type Input, inputOf, inputs } from './input';
import { EXIT, Refusal, type Terminal } from './terminal';

/** What a browser puts beside a page that it saves with its pictures. */
const BESIDE_PAGE = /_files$/u;

/** Files, and in folders every file whose name tells a format (that format alone, where one is given), sorted. */
export async function inputsWithin(
  names: readonly string[],
  format: Format | undefined,
  terminal: Terminal,
): Promise<Input[]> {
  const folders = new Set<string>();
  for (const name of names) if (name !== '-' && (await isFolder(name))) folders.add(name);
  const files = names.filter((name) => !folders.has(name));
  // Whatever is wrong with a name is said before anything is read.
  const known = files.length === 0 && folders.size > 0 ? [] : await inputs(files, format, terminal);
  if (folders.size === 0) return known;
  const all: Input[] = [];
  for (const name of names) {
    if (!folders.has(name)) all.push(inputOf(name, format, terminal.stdin));
    else for (const path of await filesIn(name, format)) all.push(inputOf(path, format, terminal.stdin));
  }
  return all;
}

async function isFolder(name: string): Promise<boolean> {
  return (await stat(name).catch(() => undefined))?.isDirectory() ?? false;
}

async function filesIn(folder: string, format: Format | undefined): Promise<string[]> {
  const found: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const path = next;
    const entries = await readdir(path, { withFileTypes: true }).catch(() => {
      throw new Refusal(`${path} may not be read by this user.`, EXIT.usage);
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory() && !BESIDE_PAGE.test(entry.name)) waiting.push(join(path, entry.name));
      const own = formatOf(entry.name);
      if (entry.isFile() && own && (format ?? own) === own) found.push(join(path, entry.name));
    }
  }
  if (found.length === 0) {
    const sort = format ? `no ${format} files` : 'nothing to read';
    throw new Refusal(
      `There is ${sort} in ${folder}: texts end in .txt, pages in .html or .htm, feeds in .ndjson or .jsonl.`,
      EXIT.usage,
    );
  }
  return found.sort();
}
