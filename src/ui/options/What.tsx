import { t } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';
import { Section } from './Section';
import { StrictnessChoice } from './StrictnessChoice';

/** Kinds, stances, places and strictness: which marks there are. */
export function What({ settings }: { readonly settings: Settings }) {
  return (
    <Section id="what" title={t('opt_what')} text={t('opt_what_text')}>
      <StrictnessChoice settings={settings} />
    </Section>
  );
}
