import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { keepReport } from '../../shared/kept-reports';
import type { Act, Report } from '../../shared/report';
import { issueUrl, mailUrl } from '../../shared/report-text';
import { HiddenMark } from './HiddenMark';
import type { Subject } from './use-subject';
import { Ways } from './Ways';

export type SendProps = {
  readonly subject: Subject;
  readonly report: Report;
  readonly text: string;
  readonly heading: string;
  /** Something was done with it as it is now. */
  readonly onDone: () => void;
};

/** What may be done with the report, and what was done with it and with the mark. */
export function Send({ subject, report, text, heading, onDone }: SendProps) {
  const [said, setSaid] = useState('');
  const { isPrivate } = subject.tab;
  const isTooLong = issueUrl(text, heading) === undefined || mailUrl(text, heading) === undefined;

  const keep = (act: Act): void => {
    // A private window leaves no trace, not even of what the reader did in it.
    if (isPrivate) {
      onDone();
      setSaid(act === 'copy' ? t('report_copied_only') : '');
      return;
    }
    keepReport(report, act).then(
      () => {
        onDone();
        setSaid(t(act === 'copy' ? 'report_copied' : 'report_kept'));
      },
      () => setSaid(t('report_not_kept')),
    );
  };

  return (
    <footer>
      <Ways
        report={report}
        text={text}
        heading={heading}
        isMain
        onDone={keep}
        onNotCopied={() => setSaid(t('report_not_copied'))}
      />
      {!isPrivate && (
        <button type="button" class="btn btn-bare" onClick={() => keep('kept')}>
          {t('report_keep')}
        </button>
      )}
      <p class="hint">{t('report_save_hint')}</p>
      {isTooLong && <p class="hint">{t('report_too_long')}</p>}
      <p class="hint" role="status">
        {said}
      </p>
      {isPrivate && <p class="hint">{t('report_private')}</p>}
      {subject.what === 'wrong' && <HiddenMark mark={subject} />}
    </footer>
  );
}
