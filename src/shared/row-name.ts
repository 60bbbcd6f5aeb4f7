import { t } from './i18n';
import type { Row } from './messages';

/** Quotation marks of any kind; an apostrophe within a word is none. */
const QUOTES = /[«»„“”"‘]|(?:^|\s)'/;

/** Who or what a mark is about: a wording is quoted, unless its title quotes already; a name is not. */
export function rowName({ kind, title }: Pick<Row, 'kind' | 'title'>): string {
  return kind === 'framing' && !QUOTES.test(title) ? t('quoted', title) : title;
}
