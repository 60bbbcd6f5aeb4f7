import { t } from '../../shared/i18n';

/** A sentence above the footer; `undo` where what was done can be undone. */
export type NoticeText = { readonly text: string; readonly undo?: () => void };

/** Stays until the popup closes or the reader does something else: not a timer. */
export function Notice({ text, undo }: NoticeText) {
  return (
    <div class="toast" role="status">
      <span>{text}</span>
      {undo && (
        <button type="button" class="btn" onClick={undo}>
          {t('undo')}
        </button>
      )}
    </div>
  );
}
