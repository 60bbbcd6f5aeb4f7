/** Tables and notes as they lie in the file system: for the command line and the tests. Node only. */
import { readFileSync } from 'node:fs';
import type { Tables } from '../engine';
import type { Lang } from '../engine/types';
import type { NoteLanguage, Notes } from './note';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./generated/${name}.json`, import.meta.url), 'utf8'));

/** What a page in this language loads. */
export const tablesFor = (lang: Lang): Tables => read(`tables-${lang}`) as Tables;

/** Notes in one language of the interface. */
export const notesIn = (language: NoteLanguage): Notes => read(`notes-${language}`) as Notes;
