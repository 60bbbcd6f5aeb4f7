/** What the rules browser shows of an entry. By itself, because our own pages read it from a file that the build writes. */
import type { Kind, Lang } from '../engine/types';
import type { Knowledge, NoteLanguage } from './note';

/** Texts of a rule in one language of the interface. */
export type RuleTexts = Omit<Knowledge, 'kind' | 'entity'> & {
  readonly owner?: string;
  /** What else the name may mean, and the rule that tells. */
  readonly ambiguity?: string;
  /** Ordinary uses of the same words, which stay unmarked. */
  readonly everyday?: string;
};

/** The words that a rule looks for in one language, in citation form. */
export type RuleWords = {
  readonly lang: Lang;
  /** Marked wherever they stand. */
  readonly plain: readonly string[];
  /** Marked only with a second sign nearby. */
  readonly weak: readonly string[];
  /** Patterns of classes and gaps, as docs/lexicon.md describes them. */
  readonly patterns: readonly string[];
};

/** One entry of the lexicon. */
export type Rule = {
  readonly id: string;
  readonly kind: Kind;
  /** `agency`, `telegram`, `person`, `body`, `wording` …: a key of the interface's texts. */
  readonly type: string;
  readonly control?: string;
  readonly texts: Readonly<Record<NoteLanguage, RuleTexts>>;
  readonly words: readonly RuleWords[];
  /** Hosts and channels, as addresses show them. */
  readonly addresses: readonly string[];
};
