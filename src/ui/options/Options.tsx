import { useEffect } from 'preact/hooks';
import { t, uiLanguage } from '../../shared/i18n';
import { Horn } from '../Horn';
import { useSettings } from '../use-settings';
import { Look } from './Look';
import { Own } from './Own';
import { Rules } from './Rules';
import { StrictnessChoice } from './StrictnessChoice';

/** Rupor's own page of choices. */
export function Options() {
  const settings = useSettings();
  const language = uiLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${t('name')} · ${t('options')}`;
  }, [language]);
  if (!settings) return <main class="options" />;
  return (
    <main class="options">
      <header>
        <Horn shape="mark" />
        <h1>{t('options')}</h1>
      </header>
      <StrictnessChoice settings={settings} />
      <Look settings={settings} />
      <Own settings={settings} />
      <Rules settings={settings} />
    </main>
  );
}
