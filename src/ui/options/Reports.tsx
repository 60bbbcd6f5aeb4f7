import { t } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';
import { Section } from './Section';

export function Reports({ settings: _ }: { readonly settings: Settings }) {
  return <Section id="reports" title={t('opt_reports')} text={t('opt_reports_text')} />;
}
