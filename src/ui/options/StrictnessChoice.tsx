import { useState } from 'preact/hooks';
import { STRICTNESSES, type Strictness } from '../../engine/types';
import { t } from '../../shared/i18n';
import { changeSettings, type Settings } from '../../shared/settings';

/** How well founded a mark must be: three settings, and one sentence for the chosen one. */
export function StrictnessChoice({ settings }: { readonly settings: Settings }) {
  const [failed, setFailed] = useState(false);
  const onChoose = (strictness: Strictness): void => {
    changeSettings((kept) => ({ ...kept, strictness })).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <section class="what-section" aria-labelledby="what">
      <h2 id="what">{t('opt_what')}</h2>
      <p class="muted">{t('opt_what_text')}</p>
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
        {failed && <p role="alert">{t('not_saved')}</p>}
      </fieldset>
    </section>
  );
}
