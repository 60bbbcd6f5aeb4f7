import { t } from '../../shared/i18n';

/** A sentence above the footer; `undo` where what was done can be undone. */
export type NoticeText = { readonly text: string; readonly undo?: () => void };

/** Stays until the list closes or the reader does something else: not a timer. Its place is always there, to be heard. */
export function Notice({ notice }: { readonly notice: NoticeText | undefined }) {
  return (
    <div class="notice" role="status">
      {notice && (
        <div class="toast">
          <span>{notice.text}</span>
          {notice.undo && (
            <button type="button" class="btn" onClick={notice.undo}>
              {t('undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
