/** What readers see of an entry. By itself, because pages get it from a file that the build writes. */
import type { Kind } from '../engine/types';

/** What Rupor knows of an entry, in one language of the interface. */
export type Knowledge = {
  readonly kind: Kind;
  /** English name as the corpus has it; the narrative's id for wordings. */
  readonly entity: string;
  readonly name: string;
  /** Office, owner, or what the wording claims. */
  readonly who: string;
  /** One or two neutral sentences. */
  readonly note: string;
  /** What plain reporting says instead (wordings only). */
  readonly plainly?: string;
  /** The sanction with its act and date. */
  readonly sanction?: string;
  readonly references: readonly { readonly title: string; readonly url: string }[];
};

/** By entry id. */
export type Notes = Readonly<Record<string, Knowledge>>;

/** Languages that notes are written in. */
export const NOTE_LANGUAGES = ['uk', 'en'] as const;
export type NoteLanguage = (typeof NOTE_LANGUAGES)[number];

/** A note by its entry's id; undefined for an unknown one, also for names that every object has. */
export function noteOf(notes: Notes, entry: string): Knowledge | undefined {
  return Object.hasOwn(notes, entry) ? notes[entry] : undefined;
}
