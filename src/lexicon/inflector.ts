/** What the compiler asks of a language's morphology. Build time only. */
import type { Expansion, Gender } from './form-set';

export interface Inflector {
  /** Cases in which an office speaks, where a language has more of them than nominative and genitive. */
  readonly spokenCases?: number;
  /** A noun phrase in citation form with the annotations of docs/lexicon.md; an infinitive first makes it a verb phrase. */
  phrase(citation: string): Expansion;
  /** An office with its one holder, where it has fewer forms than any noun phrase: a man is no «cheffe». */
  office?(citation: string, holder: Exclude<Gender, 'n'>): Expansion;
  /** A person's full name («Сергій Лавров»): each word declines by its name class. */
  person(fullName: string, gender: Exclude<Gender, 'n'>): Expansion;
  /** The family name alone, with the particles that belong to it. */
  surname(fullName: string, gender: Exclude<Gender, 'n'>): Expansion;
  /** A verb given as infinitive: third person, past, infinitive, converbs, impersonal; words after it stay. */
  verb(infinitive: string): Expansion;
  /** One word or phrase exactly as it is, without grammar. */
  frozen(text: string): Expansion;
  /** An adjective with all its cases, numbers and genders. */
  adjective(citation: string): Expansion;
}
