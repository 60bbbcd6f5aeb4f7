import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../../shared/i18n';
import type { Report } from '../../../shared/report';
import { useWindow } from '../../list/use-window';
import { KeptReport } from './KeptReport';

export type ReportListProps = {
  readonly reports: readonly Report[];
  /** Id of the report whose text is shown. */
  readonly opened: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onRemove: (report: Report) => void;
};

/** Usual height of a report that is closed. Pixels. */
const CLOSED = 84;

/** Of many reports only those in sight are there. */
export function ReportList({ reports, opened, onOpen, onRemove }: ReportListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => reports.map(({ id }) => numberOf(id)), [reports]);
  const at = reports.findIndex(({ id }) => id === opened);
  const { items, height, measure, show } = useWindow(scroller, keys, CLOSED, Math.max(0, at));
  useEffect(() => {
    // The address may name a report far down.
    if (at > 0) show(at);
  }, []);
  return (
    <div class="reports" ref={scroller}>
      <ol aria-label={t('opt_reports')} style={{ height: `${height}px` }}>
        {items.map(({ index, start }) => {
          const report = reports[index];
          return (
            report && (
              <li
                key={report.id}
                ref={measure}
                data-index={index}
                aria-setsize={reports.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <KeptReport
                  report={report}
                  isOpen={index === at}
                  onOpen={() => onOpen(report.id)}
                  onRemove={() => onRemove(report)}
                />
              </li>
            )
          );
        })}
      </ol>
    </div>
  );
}

/** The first twelve digits of an id that is random. */
const numberOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
