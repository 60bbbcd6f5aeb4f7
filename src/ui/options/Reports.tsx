import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { removeReports, restoreReports } from '../../shared/kept-reports';
import type { Report } from '../../shared/report';
import { allInOne } from '../../shared/report-text';
import { saveFile } from '../save-file';
import { attempt } from './notice';
import { ReportList } from './reports/ReportList';
import { useReports } from './reports/use-reports';
import { Section } from './Section';

/** The reports that this reader has kept, the newest first: what was said, what was done with it, and the way out. */
export function Reports() {
  const reports = useReports();
  const [opened, setOpened] = useState(() => new URLSearchParams(location.search).get('report') ?? undefined);

  const remove = async (gone: readonly Report[], text: string): Promise<void> => {
    let before: readonly Report[] = [];
    const undo = (): void => void attempt(() => restoreReports(before));
    const work = async (): Promise<void> => {
      before = await removeReports(gone.map(({ id }) => id));
    };
    if (await attempt(work, { text, undo })) document.getElementById('reports-title')?.focus({ preventScroll: true });
  };
  const onSaveAll = (): void => {
    const { name, text } = allInOne(reports ?? [], Date.now());
    saveFile(text, name, 'application/json');
  };

  return (
    <Section id="reports" title={t('opt_reports')} text={t('opt_reports_text')}>
      {reports?.length === 0 && <p class="muted">{t('opt_reports_none')}</p>}
      {reports !== undefined && reports.length > 0 && (
        <>
          <ReportList
            reports={reports}
            opened={opened}
            onOpen={(id) => setOpened(id === opened ? undefined : id)}
            onRemove={(report) => void remove([report], t('report_removed'))}
          />
          <div class="reports-acts">
            <button type="button" class="btn" onClick={onSaveAll}>
              {t('opt_reports_export')}
            </button>
            <button type="button" class="btn" onClick={() => void remove(reports, t('reports_removed'))}>
              {t('opt_reports_remove')}
            </button>
          </div>
        </>
      )}
    </Section>
  );
}
