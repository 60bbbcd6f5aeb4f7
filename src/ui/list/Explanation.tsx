import { useEffect, useRef } from 'preact/hooks';
import { Signs } from '../../parts/Signs';
import { SourceNote } from '../../parts/SourceNote';
import { Who } from '../../parts/Who';
import { t } from '../../shared/i18n';
import type { Row } from '../../shared/messages';
import { markKind, rowLanguage } from '../../shared/row-name';

/** Why it is marked: what it is, what the mark rests on, and where to check. */
export function Explanation({ row }: { readonly row: Row }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.closest('li')?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section class="explanation" ref={section} aria-label={t('why')}>
      <p>
        <b class="explanation-kind" data-kind={row.kind}>
          {markKind(row)}
        </b>
        {row.who !== '' && (
          <span class="muted">
            <Who kind={row.kind} who={row.who} lang={rowLanguage(row)} />
          </span>
        )}
      </p>
      <Signs row={row} lang={rowLanguage(row)} />
      <SourceNote lang={rowLanguage(row)} note={row.note} sanction={row.sanction} references={row.references} />
    </section>
  );
}
