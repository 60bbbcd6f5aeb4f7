import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';

const ALIASES_FILE = new URL('./entity-aliases.yml', import.meta.url);
const ALIASES = readAliases(readFileSync(ALIASES_FILE, 'utf8'));

/** What two spellings of one name have in common: equal keys mean the same outlet or speaker. */
export function entityKey(name: string | undefined): string {
  const key = spellingKey(name ?? '');
  return ALIASES.get(key) ?? key;
}

function spellingKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();
}

function readAliases(yaml: string): ReadonlyMap<string, string> {
  const groups = v.parse(v.record(v.string(), v.array(v.string())), parse(yaml));
  const aliases = new Map<string, string>();
  for (const [name, spellings] of Object.entries(groups)) {
    for (const key of spellings.map(spellingKey)) {
      if (aliases.has(key)) throw new Error(`entity-aliases.yml: "${key}" stands twice; keep it under one name.`);
      aliases.set(key, spellingKey(name));
    }
  }
  return aliases;
}
