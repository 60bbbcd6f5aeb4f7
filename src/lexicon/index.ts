/** The door of the lexicon: compiled tables for the engine, names and notes for readers. */
import type { Tables } from '../engine';
import type { Kind } from '../engine/types';
import readNotes from './generated/notes';
import readTables, { version } from './generated/tables';
import type { Notes } from './note';

export type Knowledge = {
  readonly kind: Kind;
  /** English name as the corpus has it; the narrative's id for wordings. */
  readonly entity: string;
  /** Name in the asked language. */
  readonly name: string;
  /** Office, owner, or what the wording claims. */
  readonly who: string;
  /** One or two neutral sentences. */
  readonly note: string;
  /** What plain reporting says instead (wordings only). */
  readonly plainly?: string;
  readonly references: readonly { readonly title: string; readonly url: string }[];
};

/** Date of the lexicon, shown to readers and put into reports. */
export const lexiconVersion = version;

/** Parses the tables; whoever asks keeps the engine made of them. */
export const loadTables: () => Tables = readTables;

let notes: Notes | undefined;

/** What Rupor knows of an entry, in the interface language; undefined for an unknown id. */
export function knowledge(entry: string, language: 'uk' | 'en'): Knowledge | undefined {
  notes ??= readNotes();
  const note = Object.hasOwn(notes, entry) ? notes[entry] : undefined;
  return (
    note && {
      kind: note.kind,
      entity: note.entity,
      name: note.name[language],
      who: note.who[language],
      note: note.note[language],
      ...(note.plainly ? { plainly: note.plainly[language] } : {}),
      references: note.references.map(({ title, url }) => ({ title: title[language], url })),
    }
  );
}
