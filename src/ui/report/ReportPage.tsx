import { X } from 'lucide';
import { useEffect } from 'preact/hooks';
import { Badge } from '../../parts/Badge';
import { Icon } from '../../parts/Icon';
import { browser } from '../../shared/browser';
import { t } from '../../shared/i18n';
import { rowName } from '../../shared/row-name';
import { Quote } from '../Quote';
import { useSettings } from '../use-settings';
import { Form } from './Form';
import { useMark } from './use-mark';

export function ReportPage() {
  const settings = useSettings();
  const mark = useMark();
  const ready = settings !== undefined;
  useEffect(() => {
    if (ready) document.title = t('report_title');
  }, [ready]);
  if (!ready || !mark) return <main class="report" aria-busy="true" />;
  if (mark === 'gone') {
    return (
      <main class="report">
        <header>
          <div>
            <h1>{t('report_gone_title')}</h1>
            <p class="muted">{t('report_gone_text')}</p>
          </div>
          <Close />
        </header>
      </main>
    );
  }
  const { row } = mark;
  return (
    <main class="report">
      <header>
        <Badge kind={row.kind} stance={row.stance} />
        <div>
          <h1>{t('report_title')}</h1>
          <p class="muted">{`${t(`kind_${row.kind}`)}: ${rowName(row)}`}</p>
        </div>
        <Close />
      </header>
      <div class="quote" data-kind={row.kind}>
        <Quote row={row} class="quote-text" />
      </div>
      <Form mark={mark} />
    </main>
  );
}

/** The last control in the order of focus would be too late to leave by. */
function Close() {
  const close = async (): Promise<void> => {
    const own = await browser.tabs.getCurrent();
    if (own.id !== undefined) await browser.tabs.remove(own.id);
  };
  return (
    <button type="button" class="act" aria-label={t('close')} onClick={() => void close()}>
      <Icon node={X} />
    </button>
  );
}
