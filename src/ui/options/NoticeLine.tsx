import { Toast } from '../../parts/Toast';
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
        <Toast text={notice.text} undo={notice.undo && onUndo}>
          <button type="button" class="btn" onClick={dismiss}>
            {t('close')}
          </button>
        </Toast>
      )}
    </div>
  );
}
