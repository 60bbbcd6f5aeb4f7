import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../shared/i18n';

export type ToastProps = {
  readonly text: string;
  /** Where what was done can be undone. */
  readonly undo?: (() => void) | undefined;
  /** Does the way back take the focus? What was pressed may be gone. */
  readonly takesFocus?: boolean;
  /** Further buttons. */
  readonly children?: ComponentChildren;
};

/** What was done, or could not be, in one line with the way back. */
export function Toast({ text, undo, takesFocus = false, children }: ToastProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div class="toast">
      <span>{text}</span>
      {undo && (
        <button type="button" class="btn" ref={button} onClick={undo}>
          {t('undo')}
        </button>
      )}
      {children}
    </div>
  );
}
