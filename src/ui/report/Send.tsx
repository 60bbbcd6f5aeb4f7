import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { keepReport } from '../../shared/kept-reports';
import type { Act, Report } from '../../shared/report';
import { fileOf, issueUrl, mailUrl } from '../../shared/report-text';
import { saveFile } from '../save-file';
import { HiddenMark } from './HiddenMark';
import type { Subject } from './use-subject';

export type SendProps = {
  readonly subject: Subject;
  readonly report: Report;
  readonly text: string;
  readonly heading: string;
};

/** The ways out of the browser, each by the reader's own hand; and what was done with the mark. */
export function Send({ subject, report, text, heading }: SendProps) {
  const [said, setSaid] = useState('');
  const issue = issueUrl(text, heading);
  const mail = mailUrl(text, heading);
  const main = useRef<HTMLElement>(undefined);
  const takesEnter = (control: HTMLElement | null): void => {
    if (control) main.current = control;
  };
  const { isPrivate } = subject.tab;

  const keep = async (act: Act, done: string): Promise<void> => {
    // A private window leaves no trace, not even of what the reader did in it.
    if (isPrivate) return;
    await keepReport(report, act).then(
      () => setSaid(done),
      () => setSaid(t('report_not_kept')),
    );
  };
  const onCopy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      setSaid(t('report_not_copied'));
      return;
    }
    if (isPrivate) setSaid(t('report_copied_only'));
    else await keep('copy', t('report_copied'));
  };
  const onSave = (): void => {
    const file = fileOf(report, text);
    saveFile(file.text, file.name, 'application/json');
    void keep('file', t('report_kept'));
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) main.current?.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <footer>
      {issue !== undefined && (
        <a
          class="btn btn-main"
          href={issue}
          target="_blank"
          rel="noreferrer noopener"
          ref={takesEnter}
          onClick={() => void keep('issue', t('report_kept'))}
        >
          {t('report_issue')}
        </a>
      )}
      {mail !== undefined && (
        <a class="btn" href={mail} onClick={() => void keep('mail', t('report_kept'))}>
          {t('report_mail')}
        </a>
      )}
      <button
        type="button"
        class={issue === undefined ? 'btn btn-main' : 'btn'}
        ref={issue === undefined ? takesEnter : null}
        onClick={() => void onCopy()}
      >
        {t('report_copy')}
      </button>
      <button type="button" class="btn" onClick={onSave} aria-describedby="file-hint">
        {t('report_save')}
      </button>
      {!isPrivate && (
        <button type="button" class="btn btn-bare" onClick={() => void keep('kept', t('report_kept'))}>
          {t('report_keep')}
        </button>
      )}
      <p class="hint" id="file-hint">
        {t('report_save_hint')}
      </p>
      {(issue === undefined || mail === undefined) && <p class="hint">{t('report_too_long')}</p>}
      <p class="hint" role="status">
        {said}
      </p>
      {isPrivate && <p class="hint">{t('report_private')}</p>}
      {subject.what === 'wrong' && <HiddenMark mark={subject} />}
    </footer>
  );
}
