/** What the fuzzer feeds to Rupor, and how a failing one is kept: nothing else decides what a run does. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { LANGS, type Lang } from '../../src/engine/types';

/** Passages of an article, pieces of one page's markup, or lines of one feed. */
export type Sample = { readonly lang: Lang; readonly texts: readonly string[] };

/** A law that does not hold, by a name that stays the same while the sample is made smaller. */
export class Broken extends Error {
  constructor(
    readonly law: string,
    detail = '',
  ) {
    super(detail === '' ? law : `${law}: ${detail}`);
  }
}

/** @throws Broken */
export function holds(isSo: boolean, law: string, detail: () => string = () => ''): void {
  if (!isSo) throw new Broken(law, detail());
}

/** A sample that broke a law once. */
export type Case = Sample & { readonly target: string; readonly law: string };

const CASE = v.strictObject({
  target: v.string(),
  law: v.string(),
  lang: v.picklist(LANGS),
  texts: v.array(v.string()),
});

/** Where failing samples are kept; a unit test runs them all for ever. */
const REGRESS = 'tests/fixtures/regress';

/** All but plain letters escaped: broken pairs and invisible signs outlive every editor and Git itself. */
const escaped = (json: string): string =>
  json.replace(/[^\x20-\x7e\n\u0400-\u052f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Writes the case under a name made of what it holds. @returns path of the file */
export function keep(one: Case, folder = REGRESS): string {
  const json = `${escaped(JSON.stringify(one, null, 2))}\n`;
  const name = `${one.target}-${createHash('sha256').update(json).digest('hex').slice(0, 8)}.json`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), json);
  return join(folder, name);
}

/** Every case that is kept, with its file's name. */
export function kept(folder = REGRESS): readonly (Case & { readonly name: string })[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => ({ ...v.parse(CASE, JSON.parse(readFileSync(join(folder, name), 'utf8'))), name }));
}
