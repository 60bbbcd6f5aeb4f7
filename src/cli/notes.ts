import type { Notes } from '../lexicon';
import { notesIn } from '../lexicon/disk';

let notes: Notes | undefined;

/** English notes, read when the first is wanted: names are told in English. */
export function englishNotes(): Notes {
  notes ??= notesIn('en');
  return notes;
}
