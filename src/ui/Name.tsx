import { t } from '../shared/i18n';
import type { Row } from '../shared/messages';
import { rowLanguage, rowName } from '../shared/row-name';

/** The name as a screen reader says it: all that `Name` shows. */
export function spokenName(row: Row): string {
  return row.alias === undefined ? rowName(row) : `${rowName(row)} ${t('quoted', row.alias)}`;
}

/** The name, with the page's own word for it beside it where that is another. */
export function Name({ row }: { readonly row: Row }) {
  return (
    <>
      <span lang={rowLanguage(row)}>{rowName(row)}</span>
      {row.alias !== undefined && (
        <span class="alias" lang={row.lang}>
          {' '}
          {t('quoted', row.alias)}
        </span>
      )}
    </>
  );
}
