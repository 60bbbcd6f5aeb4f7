/** What a surface form can mean, and the tables that the compiler writes for the engine. */
import type { PackedPhrases, PackedWords } from './automaton';
import * as GROUP from './groups';
import * as T from './kinds';
import type { Lang } from './types';

export { T };

/** How many kinds there are. */
export const KIND_COUNT = T.ASPECT + 1;

/** When a verb of T.ASPECT speaks with the infinitive behind it. */
export const ASPECT = {
  PLAIN: 0,
  /** Where it is negated: «не втомлюється повторювати». */
  NEGATED: 1,
  /** Where the words follow: «намагається переконати, що …». */
  ATTEMPT: 2,
} as const;

/** Whose verb is an act rather than speech. */
export const DEED = {
  /** Of whoever does it. */
  ANY: 0,
  /** Of states and bodies only: «визнати». */
  STATES: 1,
  /** Talk, which tells something only where it is about something: «говорив дві години». */
  TALK: 2,
} as const;

/** How a word makes a verb an act. */
export const ACT_PART = {
  /** By standing in its clause: «ostrzałem». */
  OBJECT: 0,
  /** By closing it, as a particle: «sagte … ab». */
  CLOSING: 1,
  /** Behind one of the prepositions: «mit Beschuss». */
  GOVERNED: 2,
  PREPOSITION: 3,
} as const;

/** Kinds whose `ref`, where it is not 0, is the COMPANION that the verb needs. */
export const ACCOMPANIED: ReadonlySet<number> = new Set([T.SAY, T.REPORT, T.TOLD, T.GUESS, T.DISTANCE, T.LIGHT]);

/** Bits of a preposition's `x` above the case bits. */
export const PREPOSITION = {
  /** Stands after the source: «Angaben des Kremls zufolge». */
  AFTER: 1 << 6,
  /** Opens a clause that the source ends: «…, so Peskow.» */
  CLOSING: 1 << 7,
  /** The subject of its clause is the source: «Russland hat nach eigenen Angaben …». */
  OWN: 1 << 8,
  /** Begins its sentence, a comma ends its source, and words are quoted behind it: «Pour Lavrov, l'Europe « … »». */
  OPENING: 1 << 9,
  /** Of a phrase of FROM: counts beside a word of reporting only («на сайте RT сообщили»; not «на сайте RT висит реклама»). */
  REPORTED: 1 << 10,
} as const;

/** `x` of a verb that is speech only as a tag behind what is said: «…, lance-t-il». */
export const TAG_ONLY = 1;

/** `ref` of a speech noun that has a source only before a reported clause: "the Kremlin's view that …". */
export const BEFORE_CLAUSE = 1;

/** Bits of a name term. */
export const NAME = {
  /** Counts only with a cue or a kind word beside it. */
  WEAK: 1,
  /** The family name alone. */
  SURNAME: 2,
  /** Given and family name. */
  FULL: 4,
  /** A label by itself: «російські пропагандисти». */
  DISTANCING: 8,
  /** Anyone who speaks for the body: a capitalised name after it belongs to it. */
  GENERIC: 16,
} as const;

/** How far a distance word reaches. */
export const SCOPE = {
  /** Its sentence, in whoever's words: hearsay and missing proof («нібито», «без доказів»). */
  CLAUSE: 0,
  /** The phrase that follows: «так званий». */
  NEXT: 1,
  /** Its sentence, unless a speaker says it: a judgement («цинічно», «фейк», «збрехав»). */
  SENTENCE: 2,
  /** Its sentence and the statement before it: «це неправда». */
  VERDICT: 3,
  /** The statement before it, where it opens its sentence: «насправді». */
  TURN: 4,
  /** The phrase that follows, in the author's own voice: «це не …», "there was no …". */
  DENIAL: 5,
  /** The phrase right before it, in the author's own voice: «… не було». */
  BEHIND: 6,
} as const;

export { GROUP };

/** One lexicon entry as the engine needs it. */
export type EntryInfo = {
  readonly id: string;
  readonly group: number;
  /** `person`, `body`, `agency`, `generic` … as in the lexicon. */
  readonly type: string;
  /** Gender bits of features.ts (PL for plural names), 0 where unknown. */
  readonly gender: number;
  /** Indexes into `tags`: short references that may stand for it. */
  readonly short: readonly number[];
  /** 0 alone, 1 only after the full name or office, 2 never. */
  readonly surname: number;
};

/** The entries as the tables hold them: a column for each field, ids and types joined by blanks. */
export type EntryColumns = {
  readonly ids: string;
  readonly types: string;
  readonly groups: readonly number[];
  readonly genders: readonly number[];
  readonly shorts: readonly (readonly number[])[];
  readonly surnames: readonly number[];
};

export type Sign = 'quotes' | 'speech' | 'ukraine' | 'cue' | 'again' | 'claim' | 'chorus';
/** A second sign; numbers are classes that must be in the same sentence. */
export type Evident = Sign | number;
/** What a phrase needs beside itself. */
export type Condition = {
  /** Second signs: one of them is enough, or all of a list within. Empty: none needed. */
  readonly any: readonly (Evident | readonly Evident[])[];
  /** Classes that, in the same sentence, keep it unmarked. */
  readonly not: readonly number[];
  /** Quotation marks on it are the author's distance even inside a Kremlin speaker's words. */
  readonly scare: boolean;
};

/** One step of a pattern. */
export type Step = {
  /** Class index; a literal word is a class of its own. */
  readonly cls: number;
  /** Up to this many other words before this step. */
  readonly skip: number;
  readonly optional: boolean;
};
export type Pattern = {
  readonly narrative: number;
  readonly lang: Lang;
  readonly steps: readonly Step[];
  /** Mark the first step's words only. */
  readonly first: boolean;
  /** What it needs beside itself: index into `conditions`, -1 where nothing. */
  readonly condition: number;
};

export type Tables = {
  readonly version: string;
  /** The language whose cues, offices and classes these are. */
  readonly lang: Lang;
  readonly words: PackedWords;
  readonly phrases: PackedPhrases;
  /** First sense of each form, by the form's rank; the others follow up to one with the bit LAST. Base64 of uint16. */
  readonly sets: string;
  /** Term of each sense. Base64 of uint16. */
  readonly terms: string;
  /** Features of each sense, language bits from LANG_SHIFT up, and LAST. Base64 of uint32. */
  readonly features: string;
  /** What a form can mean: kind, ref and x of each term. Columns compress better than rows. */
  readonly termList: {
    readonly kind: readonly number[];
    readonly ref: readonly number[];
    readonly x: readonly number[];
  };
  readonly entries: EntryColumns;
  readonly tags: readonly string[];
  readonly classes: readonly string[];
  readonly conditions: readonly Condition[];
  readonly patterns: readonly Pattern[];
  /** Patterns of offices; `narrative` is the entry that they stand for. */
  readonly offices: readonly Pattern[];
};

/** Language bits sit above the grammar bits: uk, ru, en, pl, de, fr. */
export const LANG_SHIFT = 20;

/** Bit of the last sense of a form. */
export const LAST = 1 << 29;
