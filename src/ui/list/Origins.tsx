import { noteLanguage, t } from '../../shared/i18n';
import type { Origin } from '../../shared/messages';

/** The outlets behind the page, where the lexicon knows them by their addresses. */
export function Origins({ origins }: { readonly origins: readonly Origin[] }) {
  if (origins.length === 0) return null;
  const lang = noteLanguage();
  return (
    <ul class="origins" aria-label={t('origins_label')}>
      {origins.map(({ as, name, who, address }) => (
        <li key={address}>
          <span class="label">{t(`origin_${as}`)}</span>{' '}
          <bdi class="name" lang={lang}>
            {name}
          </bdi>
          {who !== '' && (
            <span class="who" lang={lang}>
              {' '}
              – {who}
            </span>
          )}{' '}
          <bdi class="address">({address})</bdi>
        </li>
      ))}
    </ul>
  );
}
