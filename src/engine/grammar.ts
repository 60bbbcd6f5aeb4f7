/** In what the languages differ, as far as attribution asks. Words of a language lie in the lexicon; this is their order. */
import { GAP } from './syntax';
import type { Lang } from './types';

export type Grammar = {
  /** Nouns show by their case who speaks, to whom and of what. */
  readonly cases: boolean;
  /** A comma stands before a reported clause. */
  readonly commaBeforeThat: boolean;
  /** Where the owner of a speech noun stands: «слова Путіна», "Putin's words". */
  readonly owner: 'after' | 'before' | 'both';
  /** An outlet spoken to is a bare object of certain verbs ("told RT"); else its case or a preposition tells. */
  readonly tells: boolean;
  /** A verb before its subject is usual in prose, so that a subject is looked for further behind («a déclaré lundi …»). */
  readonly inverts: boolean;
  /** Verbs show the number of their subject in every tense. */
  readonly verbNumber: boolean;
  /** Articles show the case where the noun does not («der Agentur TASS», «den Kreml»); relative pronouns look like them. */
  readonly articles: boolean;
  /** Every noun has a capital, so that one capital tells no name. */
  readonly capitalNouns: boolean;
  /** The verb is second in its clause: the subject is behind it wherever something else is first. */
  readonly verbSecond: boolean;
  /** GAP bit behind which the speaker may be named within the quotation marks: « Nous sommes prêts, a dit Lavrov, à discuter. » */
  readonly incises: number;
};

const SLAVIC: Grammar = {
  cases: true,
  commaBeforeThat: true,
  owner: 'after',
  tells: false,
  inverts: true,
  verbNumber: true,
  articles: false,
  capitalNouns: false,
  verbSecond: false,
  incises: GAP.DASH,
};
const ENGLISH: Grammar = {
  cases: false,
  commaBeforeThat: false,
  owner: 'both',
  tells: true,
  inverts: false,
  verbNumber: false,
  articles: false,
  capitalNouns: false,
  verbSecond: false,
  incises: 0,
};

const GERMAN: Grammar = {
  cases: false,
  commaBeforeThat: true,
  owner: 'both',
  tells: false,
  inverts: true,
  verbNumber: true,
  articles: true,
  capitalNouns: true,
  verbSecond: true,
  incises: 0,
};

const GRAMMARS: Readonly<Record<Lang, Grammar>> = {
  uk: SLAVIC,
  ru: SLAVIC,
  en: ENGLISH,
  pl: SLAVIC,
  de: GERMAN,
  fr: {
    cases: false,
    commaBeforeThat: false,
    owner: 'after',
    tells: true,
    inverts: true,
    verbNumber: true,
    articles: false,
    capitalNouns: false,
    verbSecond: false,
    incises: GAP.COMMA,
  },
};

export const grammarOf = (lang: Lang): Grammar => GRAMMARS[lang];
