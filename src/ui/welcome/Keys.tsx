import { type TextKey, t } from '../../shared/i18n';
import { changeKeys, useKeys } from './keys';

/** What each command of the manifest does. */
const NAMES: Readonly<Record<string, TextKey>> = {
  _execute_action: 'key_open',
  next: 'next',
  previous: 'previous',
  'toggle-marks': 'key_toggle',
  'side-panel': 'side_panel',
  'scan-anyway': 'key_scan',
};

/** The keys as they are now, and the way to change them. A phone has none. */
export function Keys() {
  const keys = useKeys();
  if (!keys || keys.length === 0) return null;
  return (
    <section>
      <h2>{t('keys_title')}</h2>
      <ul class="keys">
        {Object.entries(NAMES).map(([name, text]) => (
          <li key={name}>
            {t(text)}
            <Chord keys={keys.find((key) => key.name === name)?.keys ?? []} />
          </li>
        ))}
        <li>
          {t('key_escape')}
          <Chord keys={['Esc']} />
        </li>
      </ul>
      <button type="button" class="link" onClick={() => void changeKeys()}>
        {t('keys_change')}
      </button>
    </section>
  );
}

function Chord({ keys }: { readonly keys: readonly string[] }) {
  if (keys.length === 0) return <span class="keyless">{t('key_none')}</span>;
  return (
    <span class="chord">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
