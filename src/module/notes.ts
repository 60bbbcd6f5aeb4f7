/// <reference path="./raw.d.ts" />
/** What Rupor knows of the entries that flags name: for those who show more than a mark. */
import type { NoteLanguage, Notes } from '../lexicon';
import { insistOn } from './insist';

export { type Knowledge, type NoteLanguage, type Notes, noteOf } from '../lexicon';

const FILES: { readonly [L in NoteLanguage]: () => Promise<{ readonly default: Notes }> } = {
  uk: () => import('./notes/uk'),
  en: () => import('./notes/en'),
};

/**
 * Loads the notes of all entries, by the `entry` of a flag; `noteOf(notes, flag.entry)` looks one up.
 * @param language that the notes are in, whatever language the article is in
 */
export async function openNotes(language: NoteLanguage): Promise<Notes> {
  insistOn('language', language, Object.keys(FILES));
  return (await FILES[language]()).default;
}
