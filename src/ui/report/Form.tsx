import { useMemo, useState } from 'preact/hooks';
import { KINDS, type Kind } from '../../engine/types';
import { browser } from '../../shared/browser';
import { plainAddress } from '../../shared/host';
import { t } from '../../shared/i18n';
import { ADDRESS_MAX, excerpt, NOTE_MAX, REASONS, type Reason, type Report, TEXT_MAX } from '../../shared/report';
import { subjectOf, textOf } from '../../shared/report-text';
import { rowName } from '../../shared/row-name';
import { addressOf } from '../ask';
import { Already } from './Already';
import { Radios } from './Radios';
import { Send } from './Send';
import type { Subject } from './use-subject';
import { useUnsaved } from './use-unsaved';

type Precision = Report['page']['precision'];
const PRECISIONS: readonly Precision[] = ['none', 'host', 'full'];
const KINDS_AND_UNSURE = [...KINDS, 'unsure'] as const;

/** What is wrong or was missed, in the reader's words, and the very text that would be sent. */
export function Form({ subject }: { readonly subject: Subject }) {
  const [reason, setReason] = useState<Reason>('other');
  const [kind, setKind] = useState<Kind | 'unsure'>('unsure');
  const [note, setNote] = useState('');
  const [page, setPage] = useState<Report['page']>({ precision: 'host', host: subject.host });
  const [edited, setEdited] = useState<string>();
  const [isDone, setDone] = useState(false);
  const [fixed] = useState(() => ({ id: crypto.randomUUID(), at: Date.now() }));

  const report = useMemo<Report>(() => {
    const rupor = browser.runtime.getManifest().version;
    const text = edited === undefined ? {} : { edited };
    const common = { v: 2, ...fixed, note, page, rupor, lexicon: subject.lexicon, ...text, done: [] } as const;
    if (subject.what === 'missed') {
      const { lang } = subject.selection;
      const named = kind === 'unsure' ? {} : { kind };
      return { ...common, what: 'missed', lang, ...excerpt(subject.selection), ...named };
    }
    const { kind: marked, stance, role, entry, title, lang } = subject.row;
    const mark = { kind: marked, stance, role, entry, title, place: subject.place };
    return { ...common, what: 'wrong', lang, ...excerpt(subject.row), ...mark, reason };
  }, [subject, fixed, reason, kind, note, page, edited]);
  const text = textOf(report);
  useUnsaved(!isDone && (note.trim() !== '' || edited !== undefined));

  const choosePage = async (precision: Precision): Promise<void> => {
    if (precision === 'none') return setPage({ precision });
    if (precision === 'host') return setPage({ precision, host: subject.host });
    // A page that Rupor does not read, or that was closed meanwhile, cannot tell its address: the tab did.
    const address = await addressOf(subject.tab.id).catch(() => plainAddress(subject.tab.url ?? ''));
    if (address !== undefined && address.length <= ADDRESS_MAX) setPage({ precision, address });
  };

  return (
    <>
      <div class="form">
        <Already report={report} />
        {subject.what === 'wrong' ? (
          <Radios
            legend={t('report_reason')}
            name="reason"
            options={REASONS}
            label={(known) => t(`reason_${known}`)}
            chosen={reason}
            onChoose={setReason}
          />
        ) : (
          <Radios
            legend={t('report_kind')}
            name="kind"
            options={KINDS_AND_UNSURE}
            label={(known) => t(`missed_${known}`)}
            chosen={kind}
            onChoose={setKind}
          />
        )}
        <div>
          <label class="label" for="note">
            {t('report_note')} <span class="optional">{t('report_note_hint')}</span>
          </label>
          <textarea
            class="field"
            id="note"
            rows={2}
            maxLength={NOTE_MAX}
            value={note}
            onInput={({ currentTarget }) => {
              setNote(currentTarget.value.slice(0, NOTE_MAX));
              setDone(false);
            }}
          />
        </div>
        <Radios
          legend={t('report_address')}
          name="page"
          inOneLine
          options={PRECISIONS}
          label={(known) => t(`address_${known}`)}
          chosen={page.precision}
          onChoose={(known) => void choosePage(known)}
        />
        <div>
          <label class="label" for="bytes">
            {t('report_bytes')}
          </label>
          <textarea
            class="field bytes"
            id="bytes"
            spellcheck={false}
            maxLength={TEXT_MAX}
            value={text}
            onInput={({ currentTarget }) => {
              setEdited(currentTarget.value.slice(0, TEXT_MAX));
              setDone(false);
            }}
            aria-describedby="bytes-hint"
          />
          <p class="hint" id="bytes-hint">
            {t('report_bytes_hint')}
            {edited !== undefined && (
              <>
                {' '}
                <button type="button" class="link" onClick={() => setEdited(undefined)}>
                  {t('report_again')}
                </button>
              </>
            )}
          </p>
        </div>
      </div>
      <Send
        subject={subject}
        report={report}
        text={text}
        onDone={() => setDone(true)}
        heading={subjectOf(report, subject.what === 'wrong' ? rowName(subject.row) : report.mark)}
      />
    </>
  );
}
