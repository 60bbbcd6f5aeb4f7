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
  readonly hosts: Content<'hosts'>;
  readonly classes: Readonly<Partial<Record<Lang, Readonly<Record<string, WordClass>>>>>;
  readonly cues: Readonly<Partial<Record<Lang, Cues>>>;
  readonly place: Place;
};

/**
 * Where an author finds something, as `file:line`.
 * @param from an entry's id, or `cue.key` and `class.id` of the language
 * @param text what stands on the wanted line; without it, or not found, the line where the entry begins
 */
export type Place = (from: string, text?: string, lang?: Lang) => string;

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
  const finder = new Finder();
  const parse = <F extends Folder>(folder: F, file: string): Content<F> | undefined => {
    try {
      const text = readFileSync(join(root, file), 'utf8');
      finder.add(file, text);
      return parseFile(folder, file, text);
    } catch (error) {
      if (!(error instanceof LexiconError)) throw error;
      faults.push(error.message);
      return undefined;
    }
  };
  const list = <F extends 'outlets' | 'officials' | 'others' | 'narratives' | 'hosts'>(folder: F): Content<F> =>
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
    hosts: list('hosts'),
    classes: perLanguage('classes'),
    cues: perLanguage('cues'),
    place: (from: string, text?: string, lang?: Lang) => finder.place(from, text, lang),
  };
  faults.push(...finder.twice);
  if (faults.length > 0) throw new LexiconError(faults.join('\n'));
  return source as Source;
}

/** Lines of the files, so that a fault found later still names its place. */
class Finder {
  readonly twice: string[] = [];
  private readonly lines = new Map<string, readonly string[]>();
  private readonly starts = new Map<string, { file: string; line: number }>();

  add(file: string, text: string): void {
    const lines = text.split('\n');
    this.lines.set(file, lines);
    for (const [at, line] of lines.entries()) {
      const id = /^- id:\s*["']?(\w+)/.exec(line)?.[1];
      if (id === undefined) continue;
      const before = this.starts.get(id);
      if (before)
        this.twice.push(
          `${file}:${at + 1}: the id ${id} is used twice, also in ${before.file}:${before.line + 1}: give one of them another id`,
        );
      else this.starts.set(id, { file, line: at });
    }
  }

  place(from: string, text?: string, lang?: Lang): string {
    if (from === 'hosts') return this.hostPlace(text ?? '');
    const [folder, key] = from.split('.');
    const start =
      key === undefined
        ? this.starts.get(from)
        : { file: join(folder === 'cue' ? 'cues' : 'classes', `${lang}.yml`), line: this.keyLine(from, lang) };
    if (!start) return from;
    const lines = this.lines.get(start.file) ?? [];
    for (let at = start.line; text !== undefined && at < lines.length; at += 1) {
      if (at > start.line && /^(- id:|[a-z_]+:)/.test(lines[at] ?? '')) break;
      if (/^ {2}name:/.test(lines[at] ?? '')) continue; // A wording's name is often its first phrase.
      if (lines[at]?.includes(text)) return `${start.file}:${at + 1}`;
    }
    return `${start.file}:${start.line + 1}`;
  }

  private hostPlace(text: string): string {
    for (const [file, lines] of this.lines) {
      const at = file.startsWith('hosts') ? lines.findIndex((line) => line.includes(text)) : -1;
      if (at >= 0) return `${file}:${at + 1}`;
    }
    return 'hosts';
  }

  private keyLine(from: string, lang: Lang | undefined): number {
    const [folder, key] = from.split('.');
    const lines = this.lines.get(join(folder === 'cue' ? 'cues' : 'classes', `${lang}.yml`)) ?? [];
    return Math.max(
      0,
      lines.findIndex((line) => line.startsWith(`${key}:`)),
    );
  }
}
