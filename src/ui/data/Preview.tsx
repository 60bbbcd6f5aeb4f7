import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n';
import type { Parcel } from './parcel';
import { changes, combine, type Holdings, type Manner, type PartChange } from './take-over';

const MANNERS: readonly Manner[] = ['replace', 'add'];
const PART_NAMES = {
  sites: 'opt_sites',
  exclusions: 'opt_exclusions',
  own: 'opt_own',
  reports: 'opt_reports',
} as const;

export type PreviewProps = {
  readonly mine: Holdings;
  readonly file: Parcel;
  readonly onTake: (manner: Manner) => void;
  readonly onCancel: () => void;
};

/** What a file would change, before anything changes. */
export function Preview({ mine, file, onTake, onCancel }: PreviewProps) {
  const [manner, setManner] = useState<Manner>('replace');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { parts, choices } = changes(mine, combine(mine, file, manner));
  const isSame = parts.length + choices.length === 0;
  return (
    <section
      class="data-box"
      aria-labelledby="import-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <h3 id="import-title" tabIndex={-1} ref={title}>
        {t('import_title')}
      </h3>
      <fieldset class="manner">
        <legend class="sr">{t('import_manner')}</legend>
        {MANNERS.map((one) => (
          <label key={one} class="check">
            <input type="radio" name="manner" checked={manner === one} onChange={() => setManner(one)} />
            <span>
              <b>{t(`import_${one}`)}</b>
              <small>{t(`import_${one}_hint`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {isSame ? (
        <p role="status">{t('import_same')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('import_what')}</th>
              <th scope="col">{t('import_now')}</th>
              <th scope="col">{t('import_then')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <PartRow key={part.part} {...part} />
            ))}
            {choices.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="data-acts">
        {!isSame && (
          <button type="button" class="btn btn-main" onClick={() => onTake(manner)}>
            {t('import_take')}
          </button>
        )}
        <button type="button" class="btn" onClick={onCancel}>
          {t(isSame ? 'close' : 'cancel')}
        </button>
      </div>
    </section>
  );
}

function PartRow({ part, before, after, added, removed }: PartChange) {
  return (
    <tr>
      <th scope="row">{t(PART_NAMES[part])}</th>
      <td>{before}</td>
      <td>{t('import_counts', after, added, removed)}</td>
    </tr>
  );
}
