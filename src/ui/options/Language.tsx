import type { Settings } from '../../shared/settings';
import { LanguageChoice } from '../LanguageChoice';
import { keep } from './notice';

/** The language of the interface. */
export function Language({ settings }: { readonly settings: Settings }) {
  return (
    <LanguageChoice value={settings.language} onChoose={(language) => void keep((kept) => ({ ...kept, language }))} />
  );
}
