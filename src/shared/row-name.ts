import { noteLanguage, t } from './i18n';
import type { Row } from './messages';
import { isOwn } from './own-entry';

/** Quotation marks of any kind; an apostrophe within a word is none. */
const QUOTES = /[«»„“”"‘]|(?:^|\s)'/;

/**
 * The language of what Rupor says of a mark from its lexicon, whichever the interface has; undefined of the reader's
 * own, and of a sample of ours, which has no entry.
 */
export function rowLanguage({ entry }: Pick<Row, 'entry'>): 'uk' | 'en' | undefined {
  return isOwn(entry) || entry === '' ? undefined : noteLanguage();
}

/** Who or what a mark is about: a wording is quoted, unless its title quotes already; a name is not. */
export function rowName({ kind, title }: Pick<Row, 'kind' | 'title'>): string {
  return kind === 'framing' && !QUOTES.test(title) ? t('quoted', title) : title;
}

/** What a mark is, in words: what Rupor vouches for, or that it is the reader's own. */
export function markKind({ kind, entry }: Pick<Row, 'kind' | 'entry'>): string {
  return isOwn(entry) ? t('own_card', t(`kind_${kind}`)) : t(`card_${kind}`);
}
