import { t } from '../../shared/i18n';
import { isOff, type Settings, withSite } from '../../shared/settings';
import { Horn } from '../Horn';
import type { PageAnswer } from './use-page';

export type HeaderProps = {
  readonly answer: PageAnswer | undefined;
  readonly settings: Settings;
  readonly change: (edit: (settings: Settings) => Settings) => void;
};

/** Where we are, and the switch of this site: the first control there is. */
export function Header({ answer, settings, change }: HeaderProps) {
  const host = answer?.is === 'answer' ? answer.page.host : undefined;
  return (
    <header class="head">
      <Horn shape="mark" />
      <h1 class="site">
        {host === undefined ? <Elsewhere answer={answer} /> : <b dir="ltr">{host}</b>}
        {host !== undefined && <span>{t('site_switch')}</span>}
      </h1>
      {host !== undefined && settings.enabled && <SiteSwitch host={host} settings={settings} change={change} />}
    </header>
  );
}

function Elsewhere({ answer }: { readonly answer: PageAnswer | undefined }) {
  if (answer?.is !== 'nobody' || answer.because === 'stale') return <b>{t('name')}</b>;
  return (
    <>
      <b>{t('restricted_host')}</b>
      <span>{t('restricted_sub')}</span>
    </>
  );
}

type SiteSwitchProps = Pick<HeaderProps, 'settings' | 'change'> & { readonly host: string };

function SiteSwitch({ host, settings, change }: SiteSwitchProps) {
  const on = !isOff(settings, host);
  const toggle = (): void => change((kept) => withSite(kept, host, !on));
  return (
    <label class="switch">
      <span aria-hidden="true">{on ? t('on') : t('off')}</span>
      <input
        type="checkbox"
        role="switch"
        aria-label={t('site_switch_of', host)}
        aria-checked={on}
        checked={on}
        onChange={toggle}
      />
    </label>
  );
}
