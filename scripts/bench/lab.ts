/** Runs measurements in processes of their own, each once, whoever asks for it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Agreement, Builder, Cold, Reading, Warm } from './engine-child';
import { type FormSet, formSet, type SetName } from './form-sets';
import type { Kind, NewsLang } from './text';

const COLD_ROUNDS = 5;
/** After so many milliseconds a slow contender has had enough rounds: its least time is far from any target. */
const PATIENCE = 2000;
/** Code is optimised at once instead of when another thread has time, which on a busy machine may be never. */
const WARM = '--no-concurrent-recompilation';

const CHILD = 'engine-child';
const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const tablesOf = (lang: NewsLang): string => at(`../../src/lexicon/generated/tables-${lang}.json`);

/** How fast a contender was there, and how many rounds it had. */
export type First = Cold & { readonly rounds: number };

export class Lab {
  private readonly folder = mkdtempSync(join(tmpdir(), 'rupor-bench-'));
  private readonly done = new Map<string, unknown>();
  private readonly sets = new Map<SetName, FormSet>();

  constructor(private readonly say: (line: string) => void) {}

  /** Builds the child. Its libraries come with it: it lies in a folder that has none. */
  async open(): Promise<void> {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: { ssr: at(`${CHILD}.ts`), outDir: this.folder, emptyOutDir: true },
    });
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  set(name: SetName): FormSet {
    const set = this.sets.get(name) ?? formSet(name);
    this.sets.set(name, set);
    return set;
  }

  warm(name: SetName): Warm {
    return this.once(`warm ${name}`, () => this.run('warm', this.fileOf(name)) as Warm);
  }

  reading(lang: NewsLang, kind: Kind): Reading {
    return this.once(`reading ${lang} ${kind}`, () => this.run('reading', tablesOf(lang), lang, kind) as Reading);
  }

  agreement(name: SetName): Agreement {
    return this.once(`agreement ${name}`, () => this.run('agreement', this.fileOf(name)) as Agreement);
  }

  /** Contenders in turns, each with as many fresh processes as its patience allows. */
  cold<Name extends 'own' | 'regexp' | Builder>(name: SetName, ...names: readonly Name[]): Record<Name, First> {
    return this.once(`cold ${name} ${names.join()}`, () =>
      this.inTurns(names, (who) => this.run('cold', this.fileOf(name), who) as Cold),
    );
  }

  /** The first whole reading against the RegExp of the same language's forms. */
  coldReading(lang: NewsLang): Record<'reading' | 'regexp', First> {
    return this.once(`cold reading ${lang}`, () =>
      this.inTurns(['reading', 'regexp'], (who) =>
        who === 'reading'
          ? (this.run('coldReading', tablesOf(lang), lang) as Cold)
          : (this.run('cold', this.fileOf(lang), who) as Cold),
      ),
    );
  }

  private inTurns<Name extends string>(names: readonly Name[], run: (name: Name) => Cold): Record<Name, First> {
    const all = names.map((name) => ({ name, load: Infinity, scan: Infinity, rounds: 0, spent: 0 }));
    for (let round = 0; round < COLD_ROUNDS; round += 1) {
      for (const one of all.filter(({ spent }) => spent < PATIENCE)) {
        const { load, scan } = run(one.name);
        if (load + scan < one.load + one.scan) Object.assign(one, { load, scan });
        one.rounds += 1;
        one.spent += load + scan;
      }
    }
    return Object.fromEntries(all.map(({ name, ...first }) => [name, first])) as unknown as Record<Name, First>;
  }

  private once<Result>(name: string, work: () => Result): Result {
    if (!this.done.has(name)) {
      this.say(`… ${name}`);
      this.done.set(name, work());
    }
    return this.done.get(name) as Result;
  }

  private fileOf(name: SetName): string {
    const path = join(this.folder, `${name}.json`);
    this.once(`forms ${name}`, () => writeFileSync(path, JSON.stringify(this.set(name))));
    return path;
  }

  private run(what: string, ...words: readonly string[]): unknown {
    const flags = what.startsWith('cold') ? [] : [WARM];
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [...flags, join(this.folder, `${CHILD}.js`), what, ...words],
      {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    if (stdout === '') throw new Error(`${what} ${words.join(' ')}: ${stderr}`);
    return JSON.parse(stdout);
  }
}
