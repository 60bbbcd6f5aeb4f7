import { t } from '../../shared/i18n';
import type { Origin } from '../../shared/messages';

type Props = { readonly site: Origin | undefined; readonly embeds: readonly Origin[] };

/** Whose site the page is on and whose posts it shows, where the lexicon knows them by their addresses. */
export function Origins({ site, embeds }: Props) {
  if (!site && embeds.length === 0) return null;
  return (
    <ul class="origins" aria-label={t('origins_label')}>
      {site && <OneOrigin label={t('origin_site')} origin={site} />}
      {embeds.map((origin) => (
        <OneOrigin key={origin.address} label={t('origin_embed')} origin={origin} />
      ))}
    </ul>
  );
}

function OneOrigin({ label, origin }: { readonly label: string; readonly origin: Origin }) {
  return (
    <li>
      <span class="label">{label}</span> <bdi class="name">{origin.name}</bdi>
      {origin.who !== '' && <span class="who"> – {origin.who}</span>} <bdi class="address">({origin.address})</bdi>
    </li>
  );
}
