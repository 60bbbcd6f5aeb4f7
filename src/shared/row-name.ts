import { t } from './i18n';
import type { Row } from './messages';

/** Who or what a mark is about: a wording is quoted, unless its title quotes already; a name is not. */
export function rowName({ kind, title }: Pick<Row, 'kind' | 'title'>): string {
  return kind === 'framing' && !/[«»„“”"]/.test(title) ? t('quoted', title) : title;
}
