import { STRICTNESSES, type Strictness } from '../../engine/types';
import { t } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';
import { keep } from './notice';

/** How well founded a mark must be: three settings, and one sentence for the chosen one. */
export function StrictnessChoice({ settings }: { readonly settings: Settings }) {
  const onChoose = (strictness: Strictness): void => void keep((kept) => ({ ...kept, strictness }));
  return (
    <fieldset class="strictness" aria-describedby="strictness-text">
      <legend>{t('opt_strictness')}</legend>
      <div class="seg">
        {STRICTNESSES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="strictness"
              value={choice}
              checked={settings.strictness === choice}
              onChange={() => onChoose(choice)}
            />
            <span>{t(`opt_strictness_${choice}`)}</span>
          </label>
        ))}
      </div>
      <p id="strictness-text" role="status">
        {t(`opt_strictness_${settings.strictness}_text`)}
      </p>
    </fieldset>
  );
}
