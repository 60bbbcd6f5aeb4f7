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
import { isAboutMissed, type Nothing, type Subject, useSubject } from './use-subject';

/** A report of a wrong mark or of a missed passage: what it is about, the choices, the very text, the ways out. */
export function ReportPage() {
  const settings = useSettings();
  const subject = useSubject();
  const ready = settings !== undefined;
  useEffect(() => {
    if (ready) document.title = t(isAboutMissed() ? 'report_missed_title' : 'report_title');
  }, [ready]);
  if (!ready || !subject) return <main class="report" aria-busy="true" />;
  if (typeof subject === 'string') return <NothingHere why={subject} />;
  return (
    <main class="report">
      <Head subject={subject} />
      <Passage subject={subject} />
      <Form subject={subject} />
    </main>
  );
}

function Head({ subject }: { readonly subject: Subject }) {
  if (subject.what === 'missed') {
    return (
      <header>
        <div>
          <h1>{t('report_missed_title')}</h1>
          <p class="muted">{t('report_missed_text')}</p>
        </div>
        <Close />
      </header>
    );
  }
  const { row } = subject;
  return (
    <header>
      <Badge kind={row.kind} stance={row.stance} />
      <div>
        <h1>{t('report_title')}</h1>
        <p class="muted">{t('labelled', t(`kind_${row.kind}`), rowName(row))}</p>
      </div>
      <Close />
    </header>
  );
}

function Passage({ subject }: { readonly subject: Subject }) {
  if (subject.what === 'wrong') {
    return (
      <div class="quote" data-kind={subject.row.kind}>
        <Quote row={subject.row} class="quote-text" />
      </div>
    );
  }
  const { before, mark, after, lang } = subject.selection;
  return (
    <div class="quote">
      <p class="quote-text" lang={lang}>
        {before}
        <b class="missed">{mark}</b>
        {after}
      </p>
    </div>
  );
}

/** There is nothing to report: which is why, and the way back. */
function NothingHere({ why }: { readonly why: Nothing }) {
  return (
    <main class="report">
      <header>
        <div>
          <h1>{t(`report_${why}_title`)}</h1>
          <p class="muted">{t(`report_${why}_text`)}</p>
        </div>
        <Close />
      </header>
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
