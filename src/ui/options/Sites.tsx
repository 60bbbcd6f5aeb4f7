import { t } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';
import { Section } from './Section';

export function Sites({ settings: _ }: { readonly settings: Settings }) {
  return <Section id="sites" title={t('opt_sites')} text={t('opt_sites_text')} />;
}
