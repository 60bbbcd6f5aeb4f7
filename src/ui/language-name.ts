import { uiLanguage } from '../shared/i18n';

/** «українська», "Ukrainian": a language by its code, in the language of the interface. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(uiLanguage(), { type: 'language' }).of(code) ?? code;
}
