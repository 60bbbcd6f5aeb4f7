import { useMemo, useState } from 'preact/hooks';
import { browser } from '../../shared/browser';
import { t, uiLanguage } from '../../shared/i18n';
import { excerpt, NOTE_MAX, REASONS, type Reason, type Report, reportText, TEXT_MAX } from '../../shared/report';
import { rowName } from '../../shared/row-name';
import { addressOf } from '../ask';
import { Already } from './Already';
import { Send } from './Send';
import type { Reported } from './use-mark';

type Precision = Report['page']['precision'];
const PRECISIONS: readonly Precision[] = ['none', 'host', 'full'];

/** What is wrong, in the reader's words, and the very text that would be sent. */
export function Form({ mark }: { readonly mark: Reported }) {
  const [reason, setReason] = useState<Reason>('other');
  const [note, setNote] = useState('');
  const [page, setPage] = useState<Report['page']>({ precision: 'host', host: mark.host });
  const [edited, setEdited] = useState<string>();
  const [fixed] = useState(() => ({ id: crypto.randomUUID(), at: Date.now() }));

  const report = useMemo<Report>(() => {
    const { kind, stance, role, entry, title, lang } = mark.row;
    const { version } = browser.runtime.getManifest();
    const cut = excerpt(mark.row);
    const made = { v: 1 as const, ...fixed, kind, stance, role, entry, title, lang, ...cut };
    const versions = { rupor: version, lexicon: mark.lexicon };
    return { ...made, reason, note, page, place: mark.place, ...versions, ...(edited === undefined ? {} : { edited }) };
  }, [mark, fixed, reason, note, page, edited]);
  const text = edited ?? reportText(report, uiLanguage());

  const choosePage = async (precision: Precision): Promise<void> => {
    if (precision === 'none') return setPage({ precision });
    if (precision === 'host') return setPage({ precision, host: mark.host });
    const address = await addressOf(mark.tab.id).catch(() => undefined);
    // A page that was closed meanwhile cannot tell its address: the choice stays what it was.
    if (address !== undefined && address.length <= 600) setPage({ precision, address });
  };

  return (
    <>
      <div class="form">
        <Already entry={mark.row.entry} place={mark.place} except={fixed.id} />
        <fieldset>
          <legend>{t('report_reason')}</legend>
          <div class="radios">
            {REASONS.map((known) => (
              <label key={known} class="radio">
                <input type="radio" name="reason" checked={reason === known} onChange={() => setReason(known)} />
                <span>{t(`reason_${known}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
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
            onInput={({ currentTarget }) => setNote(currentTarget.value.slice(0, NOTE_MAX))}
          />
        </div>
        <fieldset>
          <legend>{t('report_address')}</legend>
          <div class="three">
            {PRECISIONS.map((known) => (
              <label key={known} class="radio">
                <input
                  type="radio"
                  name="page"
                  checked={page.precision === known}
                  onChange={() => void choosePage(known)}
                />
                <span>{t(`address_${known}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
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
            onInput={({ currentTarget }) => setEdited(currentTarget.value.slice(0, TEXT_MAX))}
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
      <Send mark={mark} report={report} text={text} subject={t('report_subject', rowName(mark.row))} />
    </>
  );
}
