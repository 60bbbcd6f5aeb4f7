/** What a surface form can mean, and the tables that the compiler writes for the engine. */
import type { PackedPhrases, PackedWords } from './automaton';
import type { Lang } from './types';

/** Kinds of terms. The number is what the tables hold. */
export const T = {
  /** Name of an entry; `ref` = entry, `x` = NAME bits. */
  NAME: 0,
  /** Description that means one office-holder, or (bit GENERIC) anyone who speaks for a body; `ref` = entry. */
  ROLE: 1,
  /** Verb of speech, opinion, demand, denial. */
  SAY: 2,
  /** Verb that outlets do. */
  REPORT: 3,
  /** Verb whose object is the outlet that one speaks to ("told"). */
  TOLD: 4,
  /** Verb of guessing what someone thinks or wants: no statement. */
  GUESS: 5,
  /** «за словами»; `x` = case bits that the source must have, and PREPOSITION bits. */
  PREPOSITION: 6,
  /** «за його словами»; `x` = index of the pronoun's word within the form. */
  POSSESSIVE_CUE: 7,
  /** «заява», «слова»; `x` = 1 for what has words but is none («стаття», «виступ»): they must stand beside it. */
  SPEECH_NOUN: 8,
  /** «у» in «у Кремлі заявили». */
  IN: 9,
  /** «в ефірі»; `x` = case bits of the outlet. */
  FROM: 10,
  /** «Фото:». */
  CREDIT: 11,
  /** `x` = 1 for possessives. Gender and case in the features. */
  PRONOUN: 12,
  /** «міністр», «відомство»; `ref` = tag. */
  SHORT: 13,
  /** «телеканал». */
  OUTLET_KIND: 14,
  /** «пан», ranks, titles before a name. */
  HONORIFIC: 15,
  /** «нібито»; `x` = SCOPE. */
  DISTANCE: 16,
  /** «пропагандист»: distance beside a name. */
  LABEL: 17,
  NEGATION: 18,
  /** Head of a claim that a debunk refutes («Міф:»). */
  CLAIM: 19,
  /** Head of a debunk's own words («Правда:»). */
  FACT: 20,
  /** A generic speaker that is not the Kremlin: «експерт». */
  OTHER: 21,
  /** «український», «США»: turns a ministry away from Russia. */
  FOREIGN: 22,
  /** «російський», «РФ». */
  RUSSIAN: 23,
  /** «що» after a cue. */
  THAT: 24,
  /** «який», "who". */
  RELATIVE: 25,
  /** «у понеділок», «зокрема»: may stand between subject and verb. */
  TIME: 26,
  /** Word of a pattern's class; `ref` = class. */
  CLASS: 27,
  /** Phrase of a narrative; `ref` = narrative entry, `x` = index into `conditions`, -1 where none. */
  PHRASE: 28,
  /** English prepositions that keep a name from being a subject ("with Lavrov"). */
  OBLIQUE: 29,
  /** English articles and the like: what follows is a noun, not a verb. */
  DETERMINER: 30,
  /**
   * What a verb of ACCOMPANIED with the same `ref` needs in its clause: `x` = 0 a particle that closes it
   * («teilte … mit»), 1 an auxiliary («hat … erklärt»).
   */
  COMPANION: 31,
  /** «a», «avait»: makes a participle after it finite; number in the features. `x` = 1 where it makes a passive of it. */
  AUXILIARY: 32,
  /** «l'» in «comme l'affirme Moscou»: an object that stands between subject and verb. */
  CLITIC: 33,
  /** «de» in «les propos de Lavrov»: before the owner of a speech noun. */
  OF: 34,
  /** «der», «dem»; case, gender and number in the features; `x` tells its readings apart. */
  ARTICLE: 35,
  /** Verb that may stand before its subject in a tag of speech ("…", said Lavrov). */
  TAG: 36,
  /** «and» between two speakers of one verb. */
  AND: 37,
  /** Verb that does something, and says nothing, beside an ACT_PART with the same `ref`: «erklärte den Krieg». */
  ACT: 38,
  /** A word that makes the verb of ACT with the same `ref` an act; `x` = ACT_PART. */
  ACT_PART: 39,
  /** «gen.», «np.»: its full stop ends no sentence. */
  ABBREVIATION: 40,
  /** Verb of speech that is an act where a bare object follows ("called Trump on Monday"). */
  BARE: 41,
  /** Verb whose object speaks ("quoted Peskov"). */
  QUOTE: 42,
  /** Verb that a fact does as well as a speaker: "it suggests" says nothing of who "it" is. */
  FACTUAL: 43,
  /** «вважати»: says something even where it is negated. */
  OPINION: 44,
  /** «показати»: an act, unless the words that were said stand beside it; `x` = DEED. */
  DEED: 45,
  /**
   * «скаржитися», «просити»: what people at large do too; of a country it counts only beside words that were said.
   * `x` = 1 where only a noun for its people is meant: «Москва просить» is its state.
   */
  CROWD: 46,
  /** «зробити» in «зробити заяву»: speech with a speech noun in its clause; `x` = case bits of the speaker. */
  LIGHT: 47,
  /** «один із»: whoever follows in the genitive speaks. */
  PART: 48,
  /** «якщо», «коли»: opens a clause that supposes. */
  IF: 49,
  /** "of" between an office and its body: "head of the FSB". */
  OFFICE_OF: 50,
  /** Given name of anyone in the lexicon: before a family name that goes with another, it makes a namesake. */
  GIVEN: 51,
  /** "by", «von»: before the outlet that a report is by. */
  BY: 52,
  /** «про», «о»: before what a report is about. */
  ABOUT: 53,
  /** «журналіст», «ефір», «передплата»: the sentence is about media. */
  MEDIA: 54,
  /** «колишній»: who held an office, holds it no more. */
  FORMER: 55,
  /** «тренерка», «співак»: a walk of life that sets a namesake apart. */
  CALLING: 56,
  /** "went on to": with the base form behind it one verb of speech. */
  PHASE: 57,
  /** "veteran": between the article and an office, it leaves the office the same. */
  EPITHET: 58,
  /** «спростовуємо», "set the record straight": in a headline, the text refutes what its sources claim. */
  DEBUNK: 59,
  /** «хоча», "while": opens a clause that the main clause turns against. */
  CONCESSIVE: 60,
  /** «запевняє», "claims": in a clause of CONCESSIVE the author does not believe it. */
  CONCEDED: 61,
  /** Words that the Kremlin's own voice has not: «анексія Криму», "Revolution of Dignity". They answer a claim made before. */
  COUNTER: 62,
  /** «спростувати», "deny": turns down somebody's words. */
  AGAINST: 63,
  /** «розігнати», "reprint": what is done to news that others made; in a text that refutes it, no innocent deed. */
  SPREAD: 64,
  /** «поширює фейки», "spreads lies": what follows in the paragraph is told as a lie. */
  LIARS: 65,
  /** «але»: joins a verb to the one before, and no speakers. */
  BUT: 66,
  /** «директор», «пресслужба»: speaks for an outlet as a firm. */
  EXECUTIVE: 67,
  /** «продовжувати», «поспішити»: an infinitive of speech behind it, near or far, speaks; `x` = ASPECT. */
  ASPECT: 68,
} as const;

/** How many kinds there are. */
export const KIND_COUNT = Object.keys(T).length;

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

export const GROUP = { OUTLET: 0, OFFICIAL: 1, OTHER: 2, NARRATIVE: 3 } as const;

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
