/**
 * Grammar of one surface form as a bit set, the same for the compiler and the engine.
 * A form that several cells share (a genitive equal to an accusative) has several bits.
 * English forms carry NUMBER and the verb bits only.
 */
export const F = {
  NOM: 1 << 0,
  GEN: 1 << 1,
  DAT: 1 << 2,
  ACC: 1 << 3,
  INS: 1 << 4,
  LOC: 1 << 5,
  SG: 1 << 6,
  PL: 1 << 7,
  M: 1 << 8,
  F: 1 << 9,
  N: 1 << 10,
  /** Past tense (in uk and ru it has gender and number). */
  PAST: 1 << 11,
  /** Present or future, third person. */
  PRES: 1 << 12,
  INF: 1 << 13,
  /** Adverbial participle («заявляючи»), English -ing. */
  CONV: 1 << 14,
  /** Impersonal or passive («заявлено», "was said"). */
  IMPERS: 1 << 15,
  /** The form must start with a capital in the text (a proper name). */
  CAPITAL: 1 << 16,
} as const;

export const CASES = F.NOM | F.GEN | F.DAT | F.ACC | F.INS | F.LOC;
export const NUMBERS = F.SG | F.PL;
export const GENDERS = F.M | F.F | F.N;
