import { t } from '../../shared/i18n';
import { Horn } from '../Horn';
import { SECTIONS } from './sections';
import { useInView } from './use-in-view';

const IDS = Object.keys(SECTIONS);

/** The way to each section; the one being read is the current one. */
export function Navigation() {
  const seen = useInView(IDS);
  return (
    <nav class="sections" aria-label={t('opt_sections')}>
      <p class="brand">
        <Horn shape="mark" />
        {t('name')}
      </p>
      {Object.entries(SECTIONS).map(([id, title]) => (
        <a key={id} href={`#${id}`} aria-current={id === seen ? 'true' : undefined}>
          {t(title)}
        </a>
      ))}
    </nav>
  );
}
