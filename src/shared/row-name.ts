import { noteLanguage, t } from './i18n';
import type { Row } from './messages';

/** Quotation marks of any kind; an apostrophe within a word is none. */
const QUOTES = /[«»„“”"‘]|(?:^|\s)'/;

/** What a reader's own entries are named by: such a name may be in any language. */
const OWN = /^own_/;

/** The language of what Rupor says of a mark from its lexicon, whichever the interface has; undefined where unknown. */
export function rowLanguage({ entry }: Pick<Row, 'entry'>): 'uk' | 'en' | undefined {
  return OWN.test(entry) ? undefined : noteLanguage();
}

/** Who or what a mark is about: a wording is quoted, unless its title quotes already; a name is not. */
export function rowName({ kind, title }: Pick<Row, 'kind' | 'title'>): string {
  return kind === 'framing' && !QUOTES.test(title) ? t('quoted', title) : title;
}
