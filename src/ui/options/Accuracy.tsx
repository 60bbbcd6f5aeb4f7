import { t } from '../../shared/i18n';
import { Section } from './Section';

export function Accuracy() {
  return <Section id="accuracy" title={t('opt_accuracy')} />;
}
