import { t, UI_LANGUAGES, type UiLanguage } from '../shared/i18n';
import type { Settings } from '../shared/settings';

const LANGUAGES = Object.entries(UI_LANGUAGES) as [UiLanguage, string][];

export type LanguageChoiceProps = {
  readonly value: Settings['language'];
  readonly onChoose: (language: Settings['language']) => void;
};

/** The language of the interface, each in its own name, so that it can be found in a language one does not read. */
export function LanguageChoice({ value, onChoose }: LanguageChoiceProps) {
  const onChange = (event: Event & { readonly currentTarget: HTMLSelectElement }): void =>
    onChoose(event.currentTarget.value as Settings['language']);
  return (
    <label class="language">
      <span>{t('opt_language')}</span>
      <select class="field" value={value} onChange={onChange}>
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
