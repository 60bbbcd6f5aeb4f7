/** The door of the lexicon for pages and for our own pages: what notes are. Tables and notes themselves lie in files. */
export { profiles } from './generated/languages';
export { version as lexiconVersion } from './generated/version';
export { Hosts, type PackedHosts } from './hosts';
export { type Knowledge, type NoteLanguage, type Notes, noteOf } from './note';
export { wholeOf } from './parts';
export type { Rule, RuleWords } from './rule';
