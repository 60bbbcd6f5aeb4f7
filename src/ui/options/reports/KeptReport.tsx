import { ChevronDown, TextSearch, Trash2 } from 'lucide';
import { Glyph } from '../../../parts/Badge';
import { Icon } from '../../../parts/Icon';
import { dateOf, t } from '../../../shared/i18n';
import { keepReport } from '../../../shared/kept-reports';
import type { Report } from '../../../shared/report';
import { subjectOf, textOf } from '../../../shared/report-text';
import { rowName } from '../../../shared/row-name';
import { Ways } from '../../report/Ways';
import { attempt, notify } from '../notice';

export type KeptReportProps = {
  readonly report: Report;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
};

/** One kept report: what it is about, why, when and what was done; opened, its very text and the ways out. */
export function KeptReport({ report, isOpen, onOpen, onRemove }: KeptReportProps) {
  const heading = subjectOf(report, report.what === 'wrong' ? rowName(report) : report.mark);
  const text = textOf(report);
  return (
    <article class="kept">
      <div class="kept-head">
        {report.what === 'wrong' ? (
          <span class="badge" data-kind={report.kind} data-stance={report.stance}>
            <Glyph kind={report.kind} />
          </span>
        ) : (
          <span class="badge badge-missed">
            {report.kind ? <Glyph kind={report.kind} /> : <Icon node={TextSearch} size={14} />}
          </span>
        )}
        <button type="button" class="kept-go" aria-expanded={isOpen} onClick={onOpen}>
          <b>{heading}</b>
          <span class="kept-facts">
            {report.what === 'wrong' && <span>{t(`short_${report.reason}`)}</span>}
            <span>{dateOf(report.at)}</span>
            {report.done.map((act) => (
              <span key={act}>{t(`done_${act}`)}</span>
            ))}
          </span>
        </button>
        <button type="button" class="act" aria-label={t('remove_of', heading)} onClick={onRemove}>
          <Icon node={Trash2} />
        </button>
        <span class="kept-turn" data-open={isOpen}>
          <Icon node={ChevronDown} />
        </span>
      </div>
      <p class="kept-words" lang={report.lang}>
        {report.before}
        <b>{report.mark}</b>
        {report.after}
      </p>
      {isOpen && (
        <div class="kept-body">
          {/* The very text, as it was and would be sent. */}
          <pre>{text}</pre>
          <div class="reports-acts">
            <Ways
              report={report}
              text={text}
              heading={heading}
              onDone={(act) =>
                void attempt(
                  () => keepReport(report, act),
                  act === 'copy' ? { text: t('report_copied_only') } : undefined,
                )
              }
              onNotCopied={() => notify({ text: t('report_not_copied'), isProblem: true })}
            />
          </div>
        </div>
      )}
    </article>
  );
}
