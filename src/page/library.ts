/**
 * What lies in the package beside the scripts and comes only into pages that are read: tables by the language of the
 * text, notes by that of the interface, hosts. The background puts them into this script's world; no page can see them.
 */
import { createEngine, type Engine, type Tables } from '../engine';
import type { Lang } from '../engine/types';
import { Hosts, type Knowledge, type NoteLanguage, type Notes, noteOf, type PackedHosts } from '../lexicon';
import type { PageFile } from '../shared/messages';
import { isAlive, tell } from './alive';
import { type Slices, wait } from './slices';
import { world } from './world';

/** A background that has just been stopped answers the second time. */
const TRIES = 3;
const REST = 200;

export class Library {
  /** Whose an address is; undefined until it has come. */
  hosts: Hosts | undefined;
  private readonly notes = new Map<NoteLanguage, Notes>();

  constructor(private readonly signal: AbortSignal) {}

  /**
   * Brings what a text in `lang` is read with and is not here yet: its engine, and hosts.
   * @throws where the extension is gone
   */
  async open(lang: Lang, slices: Slices): Promise<Engine> {
    const tables = `tables-${lang}` as const;
    const missing: PageFile[] = this.hosts ? [tables] : [tables, 'hosts'];
    await this.bring(missing);
    // Each takes milliseconds to read: the page has its turn in between.
    const engine = createEngine(JSON.parse(take(tables)) as Tables);
    await slices.turn();
    this.hosts ??= new Hosts(JSON.parse(take('hosts')) as PackedHosts);
    return engine;
  }

  /** Makes sure that `know` has notes in this language. */
  async openNotes(language: NoteLanguage): Promise<void> {
    const file = `notes-${language}` as const;
    if (this.notes.has(language)) return;
    await this.bring([file]);
    if (!this.notes.has(language)) this.notes.set(language, JSON.parse(take(file)) as Notes);
  }

  /** Makes sure that the card can be made, and that there is something to say in it. */
  async openCard(language: NoteLanguage): Promise<void> {
    await this.openNotes(language);
    if (!world.ruporCard) await this.bring(['card']);
  }

  /** What Rupor knows of an entry: in this language, or in the other one while this one is on its way. */
  know(entry: string, language: NoteLanguage): Knowledge | undefined {
    const notes = this.notes.get(language) ?? [...this.notes.values()][0];
    return notes && noteOf(notes, entry);
  }

  private async bring(files: readonly PageFile[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const missing = files.filter((file) => !isHere(file));
      if (missing.length === 0) return;
      if (attempt > TRIES || !isAlive()) throw new Error(`${missing.join(', ')} did not come`);
      if (attempt > 1) await wait(REST, this.signal);
      await tell({ say: 'need', files: missing });
    }
  }
}

const isHere = (file: PageFile): boolean =>
  file === 'card' ? world.ruporCard !== undefined : world.ruporFiles?.[file] !== undefined;

/** The text of a file that has come; its room is given back. */
function take(file: PageFile): string {
  const text = world.ruporFiles?.[file];
  if (text === undefined) throw new Error(`${file} did not come`);
  delete world.ruporFiles?.[file];
  return text;
}
