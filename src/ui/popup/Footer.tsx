import { Pause, Power, Settings2 } from 'lucide';
import { Icon } from '../../parts/Icon';
import { browser } from '../../shared/browser';
import { t } from '../../shared/i18n';

export type FooterProps = { readonly paused: boolean; readonly onPause: () => void; readonly onTurnOff: () => void };

/** What holds for all sites. */
export function Footer({ paused, onPause, onTurnOff }: FooterProps) {
  return (
    <footer class="pop-foot">
      {!paused && (
        <button type="button" class="btn btn-bare pause" onClick={onPause}>
          <Icon node={Pause} />
          {t('pause_hour')}
        </button>
      )}
      <button
        type="button"
        class="btn btn-bare options"
        title={t('options')}
        aria-label={t('options')}
        onClick={openOptions}
      >
        <Icon node={Settings2} />
      </button>
      <button type="button" class="btn btn-bare end" onClick={onTurnOff}>
        <Icon node={Power} />
        {t('everywhere_off')}
      </button>
    </footer>
  );
}

/** The popup has done its part: it would only lie over the new page. */
function openOptions(): void {
  void browser.runtime.openOptionsPage().then(() => window.close());
}
