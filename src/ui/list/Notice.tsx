import { Toast } from '../../parts/Toast';

/** A sentence above the footer; `undo` where what was done can be undone. */
export type NoticeText = { readonly text: string; readonly undo?: () => void };

/** Stays until the list closes or the reader does something else: not a timer. Its place is always there, to be heard. */
export function Notice({ notice }: { readonly notice: NoticeText | undefined }) {
  return (
    <div class="notice" role="status">
      {notice && <Toast text={notice.text} undo={notice.undo} />}
    </div>
  );
}
