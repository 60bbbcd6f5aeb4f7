/**
 * Grammar of one surface form as a bit set, the same for the compiler and the engine.
 * A form that several cells share (a genitive equal to an accusative) has several bits.
 * English forms carry NUMBER and the verb bits only.
 */

export const NOM = 1 << 0;
export const GEN = 1 << 1;
export const DAT = 1 << 2;
export const ACC = 1 << 3;
export const INS = 1 << 4;
export const LOC = 1 << 5;
export const SG = 1 << 6;
export const PL = 1 << 7;
export const M = 1 << 8;
export const F = 1 << 9;
export const N = 1 << 10;
/** Past tense (in uk and ru it has gender and number). */
export const PAST = 1 << 11;
/** Present or future, third person. */
export const PRES = 1 << 12;
export const INF = 1 << 13;
/** Adverbial participle («заявляючи»), English -ing. */
export const CONV = 1 << 14;
/** Impersonal or passive («заявлено», "was said"). */
export const IMPERS = 1 << 15;
/** The form must start with a capital in the text (a proper name). */
export const CAPITAL = 1 << 16;
