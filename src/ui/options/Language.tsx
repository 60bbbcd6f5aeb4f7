import { t, UI_LANGUAGES, type UiLanguage } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';
import { keep } from './notice';

const LANGUAGES = Object.entries(UI_LANGUAGES) as [UiLanguage, string][];

/** The language of the interface, each in its own name, so that it can be found in a language one does not read. */
export function Language({ settings }: { readonly settings: Settings }) {
  const onChange = (event: Event & { readonly currentTarget: HTMLSelectElement }): void => {
    const language = event.currentTarget.value as Settings['language'];
    void keep((kept) => ({ ...kept, language }));
  };
  return (
    <label class="language">
      <span>{t('opt_language')}</span>
      <select class="field" value={settings.language} onChange={onChange}>
        <option value="auto">{t('opt_language_auto')}</option>
        {LANGUAGES.map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
