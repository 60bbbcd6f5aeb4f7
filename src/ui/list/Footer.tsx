import { PanelRight, Pause, Power, Settings2 } from 'lucide';
import { Icon } from '../../parts/Icon';
import { browser } from '../../shared/browser';
import { t } from '../../shared/i18n';

export type FooterProps = {
  /** Not where nothing is read anyway. */
  readonly onPause: (() => void) | undefined;
  readonly onTurnOff: (() => void) | undefined;
  /** Not in the side panel itself, nor where a browser has none. */
  readonly onPanel: (() => void) | undefined;
  /** Another page of ours has come to the front. */
  readonly onLeave: () => void;
};

/** What holds for all sites. */
export function Footer({ onPause, onTurnOff, onPanel, onLeave }: FooterProps) {
  return (
    <footer class="foot">
      {onPause && (
        <button type="button" class="btn btn-bare pause" onClick={onPause}>
          <Icon node={Pause} />
          {t('pause_hour')}
        </button>
      )}
      {onPanel && (
        <button type="button" class="btn btn-bare" onClick={onPanel}>
          <Icon node={PanelRight} />
          {t('side_panel')}
        </button>
      )}
      <span class="end">
        {onTurnOff && (
          <button
            type="button"
            class="btn btn-bare"
            title={t('everywhere_off')}
            aria-label={t('everywhere_off')}
            onClick={onTurnOff}
          >
            <Icon node={Power} />
          </button>
        )}
        <button
          type="button"
          class="btn btn-bare"
          title={t('options')}
          aria-label={t('options')}
          onClick={() => void browser.runtime.openOptionsPage().then(onLeave)}
        >
          <Icon node={Settings2} />
        </button>
      </span>
    </footer>
  );
}
