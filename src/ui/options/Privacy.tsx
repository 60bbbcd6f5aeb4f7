import { t } from '../../shared/i18n';
import { Section } from './Section';

export function Privacy() {
  return <Section id="privacy" title={t('opt_privacy')} />;
}
