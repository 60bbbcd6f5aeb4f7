import { t } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';
import { Section } from './Section';

export function Data({ settings: _ }: { readonly settings: Settings }) {
  return <Section id="data" title={t('opt_data')} text={t('opt_data_text')} />;
}
