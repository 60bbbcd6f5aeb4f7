import { browser } from '../../shared/browser';
import { t } from '../../shared/i18n';
import { PERMISSIONS } from './permissions';
import { Section } from './Section';

/** What is read, kept and sent, and the reason of each permission that this browser gave. */
export function Privacy() {
  const asked = browser.runtime.getManifest().permissions ?? [];
  return (
    <Section id="privacy" title={t('opt_privacy')} text={t('opt_privacy_text')}>
      <dl class="facts">
        {(['read', 'keep', 'send', 'private'] as const).map((what) => (
          <div key={what}>
            <dt>{t(`privacy_${what}`)}</dt>
            <dd>{t(`privacy_${what}_text`)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('privacy_permissions')}</h3>
      <dl class="facts">
        <div>
          <dt>{t('perm_hosts')}</dt>
          <dd>{t('perm_hosts_text')}</dd>
        </div>
        {asked.map((permission) => {
          const words = PERMISSIONS[permission];
          return (
            words && (
              <div key={permission}>
                <dt>
                  {t(words.title)} <code>{permission}</code>
                </dt>
                <dd>{t(words.text)}</dd>
              </div>
            )
          );
        })}
      </dl>
    </Section>
  );
}
