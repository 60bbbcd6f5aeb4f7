/**
 * What lies in the package beside this script and comes only into pages that are read: tables by the language of the
 * text, notes by that of the interface. The background puts them into this script's world; no page can see them.
 */
import type { Tables } from '../engine';
import type { Lang } from '../engine/types';
import { Hosts, type Knowledge, type NoteLanguage, type Notes, noteOf, type PackedHosts } from '../lexicon';
import { browser } from '../shared/browser';
import type { LexiconFile, ToBackground } from '../shared/messages';
import { wait } from './slices';

/** A background that has just been stopped answers the second time. */
const TRIES = 3;
const REST = 200;

export class Library {
  /** Whose an address is; undefined until it has come. */
  hosts: Hosts | undefined;
  private readonly notes = new Map<NoteLanguage, Notes>();

  constructor(private readonly signal: AbortSignal) {}

  /** Tables of one language; whoever asks keeps the engine made of them. @throws where the extension is gone */
  async tables(lang: Lang): Promise<Tables> {
    return JSON.parse(await this.bring(`tables-${lang}`)) as Tables;
  }

  /** Brings the set of hosts, once. */
  async openHosts(): Promise<void> {
    this.hosts ??= new Hosts(JSON.parse(await this.bring('hosts')) as PackedHosts);
  }

  /** Makes sure that `know` has notes in this language. */
  async open(language: NoteLanguage): Promise<void> {
    if (!this.notes.has(language)) this.notes.set(language, JSON.parse(await this.bring(`notes-${language}`)) as Notes);
  }

  /** What Rupor knows of an entry: in this language, or in the other one while this one is on its way. */
  know(entry: string, language: NoteLanguage): Knowledge | undefined {
    const notes = this.notes.get(language) ?? [...this.notes.values()][0];
    return notes && noteOf(notes, entry);
  }

  private async bring(file: LexiconFile): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const text = take(file);
      if (text !== undefined) return text;
      try {
        await browser.runtime.sendMessage({ say: 'need', file } satisfies ToBackground);
      } catch (problem) {
        if (attempt >= TRIES) throw problem;
      }
      const came = take(file);
      if (came !== undefined) return came;
      if (attempt >= TRIES) throw new Error(`${file} did not come`);
      await wait(REST, this.signal);
    }
  }
}

/** The text of a file that has come; its room is given back. */
function take(file: LexiconFile): string | undefined {
  const shelf = (globalThis as { ruporFiles?: Partial<Record<LexiconFile, string>> }).ruporFiles;
  const text = shelf?.[file];
  if (shelf) delete shelf[file];
  return text;
}
