import { t } from '../../shared/i18n';
import { dismiss, type NoticeText } from './notice';

/** Stays until something else is done: not a timer. Its place is always there, to be heard. */
export function NoticeLine({ notice }: { readonly notice: NoticeText | undefined }) {
  const onUndo = (): void => {
    dismiss();
    notice?.undo?.();
  };
  return (
    <div class="notice" role={notice?.isProblem ? 'alert' : 'status'}>
      {notice && (
        <div class="toast">
          <span>{notice.text}</span>
          {notice.undo && (
            <button type="button" class="btn" onClick={onUndo}>
              {t('undo')}
            </button>
          )}
          <button type="button" class="btn" onClick={dismiss}>
            {t('close')}
          </button>
        </div>
      )}
    </div>
  );
}
