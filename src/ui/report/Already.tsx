import { useEffect, useState } from 'preact/hooks';
import { dateOf, t } from '../../shared/i18n';
import { keptReports } from '../../shared/kept-reports';
import { isSame, type Report } from '../../shared/report';
import { textOf } from '../../shared/report-text';

/** Says so where this reader has reported the same before, and what was said: a second report would tell nothing new. */
export function Already({ report }: { readonly report: Report }) {
  const [before, setBefore] = useState<readonly Report[]>([]);
  useEffect(() => {
    // Once: what is kept of this very report comes later. Without the list the reader may only report twice.
    keptReports().then(setBefore, () => undefined);
  }, []);
  const same = before.findLast((one) => isSame(one, report));
  return (
    <div role="status">
      {same && (
        <div class="already">
          <p>{t(same.what === 'missed' ? 'report_already_missed' : 'report_already', dateOf(same.at))}</p>
          <details>
            <summary>{t('report_then')}</summary>
            <pre>{textOf(same)}</pre>
          </details>
          <a href={`../options/index.html?report=${same.id}#reports`} target="_blank" rel="noreferrer">
            {t('report_open')}
          </a>
        </div>
      )}
    </div>
  );
}
