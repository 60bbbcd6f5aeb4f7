import { t } from '../shared/i18n';
import type { Row } from '../shared/messages';

/** Who or what a mark is about: a wording is quoted, a name is not. */
export function nameOf(row: Pick<Row, 'kind' | 'title'>): string {
  return row.kind === 'framing' ? t('quoted', row.title) : row.title;
}

/** The name as a screen reader says it: all that `Name` shows. */
export function spokenName(row: Row): string {
  return row.alias === undefined ? nameOf(row) : `${nameOf(row)} ${t('quoted', row.alias)}`;
}

/** The name, with the page's own word for it beside it where that is another. */
export function Name({ row }: { readonly row: Row }) {
  return (
    <>
      {nameOf(row)}
      {row.alias !== undefined && (
        <span class="alias" lang={row.lang}>
          {' '}
          {t('quoted', row.alias)}
        </span>
      )}
    </>
  );
}
