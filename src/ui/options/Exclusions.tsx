import { t } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';
import { Section } from './Section';

export function Exclusions({ settings: _ }: { readonly settings: Settings }) {
  return <Section id="exclusions" title={t('opt_exclusions')} text={t('opt_exclusions_text')} />;
}
