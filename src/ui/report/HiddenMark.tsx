import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { useHidden } from './use-hidden';
import type { ReportedMark } from './use-subject';

/** Says that the mark is hidden, with the way back. */
export function HiddenMark({ mark }: { readonly mark: ReportedMark }) {
  const { hidden, undo } = useHidden(mark);
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (hidden === 'shown') line.current?.focus();
  }, [hidden]);
  if (hidden === undefined) return null;
  if (hidden !== 'hidden') {
    return (
      <p class="hint" ref={line} tabIndex={-1}>
        {t(hidden === 'shown' ? 'report_shown' : 'not_saved')}
      </p>
    );
  }
  return (
    <p class="hint">
      {t('report_hidden')}{' '}
      <button type="button" class="link" onClick={undo}>
        {t('undo')}
      </button>
    </p>
  );
}
