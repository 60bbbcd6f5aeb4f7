/** All lexicon files from disk, parsed and joined; ids unique across folders. Build time only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../engine/types';
import { type Content, type Cues, type Folder, LexiconError, parseFile, type WordClass } from './schema';

export type Source = {
  readonly outlets: Content<'outlets'>;
  readonly officials: Content<'officials'>;
  readonly others: Content<'others'>;
  readonly narratives: Content<'narratives'>;
  readonly classes: Readonly<Partial<Record<Lang, Readonly<Record<string, WordClass>>>>>;
  readonly cues: Readonly<Partial<Record<Lang, Cues>>>;
};

function filesIn(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Reads every file under `root` and reports all faults at once.
 * @throws LexiconError, one line a fault, each naming file and line
 */
export function readSource(root: string): Source {
  const faults: string[] = [];
  const parse = <F extends Folder>(folder: F, file: string): Content<F> | undefined => {
    try {
      return parseFile(folder, file, readFileSync(join(root, file), 'utf8'));
    } catch (error) {
      if (!(error instanceof LexiconError)) throw error;
      faults.push(error.message);
      return undefined;
    }
  };
  const list = <F extends 'outlets' | 'officials' | 'others' | 'narratives'>(folder: F): Content<F> =>
    filesIn(root, folder).flatMap((file) => (parse(folder, file) ?? []) as unknown[]) as Content<F>;
  const perLanguage = <F extends 'classes' | 'cues'>(folder: F) =>
    Object.fromEntries(
      filesIn(root, folder).map((file) => [file.slice(folder.length + 1, -4), parse(folder, file)]),
    ) as Partial<Record<Lang, Content<F>>>;

  const source = {
    outlets: list('outlets'),
    officials: list('officials'),
    others: list('others'),
    narratives: list('narratives'),
    classes: perLanguage('classes'),
    cues: perLanguage('cues'),
  };
  const seen = new Map<string, string>();
  for (const folder of ['outlets', 'officials', 'others', 'narratives'] as const) {
    for (const { id } of source[folder]) {
      const before = seen.get(id);
      if (before) faults.push(`${folder}: the id ${id} is used twice (also in ${before}): give one of them another id`);
      seen.set(id, folder);
    }
  }
  if (faults.length > 0) throw new LexiconError(faults.join('\n'));
  return source as Source;
}
