import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../shared/i18n';
import type { Act, Report } from '../../shared/report';
import { fileOf, issueUrl, mailUrl } from '../../shared/report-text';
import { saveFile } from '../save-file';

export type WaysProps = {
  readonly report: Report;
  /** Exactly what is sent, copied and saved. */
  readonly text: string;
  readonly heading: string;
  /** Are draft, letter and copy of the page's own: the first is its main button, which Ctrl and Enter press? */
  readonly isMain?: boolean;
  /** It was done by the reader's hand. */
  readonly onDone: (act: Act) => void;
  readonly onNotCopied: () => void;
};

/** The ways out of the browser: each goes by the reader's own hand, and carries the very text. */
export function Ways({ report, text, heading, isMain = false, onDone, onNotCopied }: WaysProps) {
  const issue = issueUrl(text, heading);
  const mail = mailUrl(text, heading);
  const main = useRef<HTMLElement>(undefined);
  const takesEnter = (control: HTMLElement | null): void => {
    if (control) main.current = control;
  };
  const onCopy = (): void => {
    navigator.clipboard.writeText(text).then(() => onDone('copy'), onNotCopied);
  };
  const onSave = (): void => {
    const file = fileOf(report, text);
    saveFile(file.text, file.name, 'application/json');
    onDone('file');
  };

  useEffect(() => {
    if (!isMain) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) main.current?.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isMain]);

  const copyIsMain = isMain && issue === undefined;
  return (
    <>
      {issue !== undefined && (
        <a
          class={isMain ? 'btn btn-main' : 'btn'}
          href={issue}
          target="_blank"
          rel="noreferrer noopener"
          ref={takesEnter}
          onClick={() => onDone('issue')}
        >
          {t('report_issue')}
        </a>
      )}
      {mail !== undefined && (
        <a class="btn" href={mail} onClick={() => onDone('mail')}>
          {t('report_mail')}
        </a>
      )}
      <button
        type="button"
        class={copyIsMain ? 'btn btn-main' : 'btn'}
        ref={copyIsMain ? takesEnter : null}
        onClick={onCopy}
      >
        {t('report_copy')}
      </button>
      <button type="button" class="btn" onClick={onSave}>
        {t('report_save')}
      </button>
    </>
  );
}
