import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { keepReport } from '../../shared/kept-reports';
import { issueUrl, mailUrl, type Report } from '../../shared/report';
import { useHidden } from './use-hidden';
import type { Reported } from './use-mark';

export type SendProps = {
  readonly mark: Reported;
  readonly report: Report;
  readonly text: string;
  readonly subject: string;
};

/** The ways out of the browser, each by the reader's own hand; and what was done with the mark. */
export function Send({ mark, report, text, subject }: SendProps) {
  const [said, setSaid] = useState('');
  const issue = issueUrl(text, subject);
  const mail = mailUrl(text, subject);
  const main = useRef<HTMLAnchorElement>(null);

  const keep = async (done: string): Promise<void> => {
    // A private window leaves no trace, not even of what the reader did in it.
    if (mark.tab.isPrivate) return setSaid(t('report_private'));
    await keepReport(report).then(
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
    if (mark.tab.isPrivate) setSaid(t('report_copied_only'));
    else await keep(t('report_copied'));
  };
  const onSave = (): void => {
    save(text, `rupor-${report.entry.replace(/[^\w-]/g, '')}-${new Date(report.at).toISOString().slice(0, 10)}.txt`);
    void keep(t('report_kept'));
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
          ref={main}
          onClick={() => void keep(t('report_kept'))}
        >
          {t('report_issue')}
        </a>
      )}
      {mail !== undefined && (
        <a class="btn" href={mail} onClick={() => void keep(t('report_kept'))}>
          {t('report_mail')}
        </a>
      )}
      <button type="button" class="btn" onClick={() => void onCopy()}>
        {t('report_copy')}
      </button>
      <button type="button" class="btn" onClick={onSave}>
        {t('report_save')}
      </button>
      {!mark.tab.isPrivate && (
        <button type="button" class="btn btn-bare" onClick={() => void keep(t('report_kept'))}>
          {t('report_keep')}
        </button>
      )}
      {(issue === undefined || mail === undefined) && <p class="hint">{t('report_too_long')}</p>}
      <p class="hint" role="status">
        {said}
      </p>
      <HiddenNote mark={mark} />
    </footer>
  );
}

function HiddenNote({ mark }: { readonly mark: Reported }) {
  const { hidden, undo } = useHidden(mark);
  if (hidden === undefined) return null;
  if (hidden === 'kept-out') return <p class="hint">{t('report_private')}</p>;
  if (hidden === 'failed') return <p class="hint">{t('not_saved')}</p>;
  if (hidden === 'shown') return <p class="hint">{t('report_shown')}</p>;
  return (
    <p class="hint">
      {t('report_hidden')}{' '}
      <button type="button" class="link" onClick={undo}>
        {t('undo')}
      </button>
    </p>
  );
}

/** Hands the text to the browser's own "save as". */
function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file over by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
