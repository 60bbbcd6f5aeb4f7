import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { whereWeAre } from '../../shared/kept';
import { keptReports, watchReports } from '../../shared/kept-reports';
import type { Report } from '../../shared/report';
import type { Settings } from '../../shared/settings';
import { Preview } from '../data/Preview';
import { FILE_MAX, type Parcel, packUp, unpack } from '../data/parcel';
import { refusalText } from '../data/refusal';
import { combine, emptied, type Holdings, hold } from '../data/take-over';
import { saveFile } from '../save-file';
import { attempt, notify } from './notice';
import { Section } from './Section';

/** All choices as one file, out and in; and back to the beginning. Nothing changes before it was shown. */
export function Data({ settings }: { readonly settings: Settings }) {
  const [file, setFile] = useState<Parcel>();
  const [isAsking, setAsking] = useState(false);
  const [refused, setRefused] = useState('');
  const [withReports, setWithReports] = useState(false);
  const [isOver, setOver] = useState(false);
  const [reports, readReports] = useReports();
  const start = useRef<HTMLDivElement>(null);

  /** One thing at a time is open here; what the line of the page said is of before. */
  const only = (now: { file?: Parcel; isAsking?: true; refused?: string }): void => {
    notify();
    setFile(now.file);
    setAsking(now.isAsking ?? false);
    setRefused(now.refused ?? '');
  };
  const close = (): void => {
    only({});
    start.current?.querySelector('button')?.focus();
  };
  const onFile = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const unpacked = await read(chosen);
    await readReports();
    only('taken' in unpacked ? { file: unpacked.taken } : { refused: unpacked.refused });
  };
  const keep = async (change: (kept: Holdings) => Holdings, text: string): Promise<void> => {
    close();
    let before: Holdings | undefined;
    const back = async (): Promise<void> => {
      await attempt(() => hold((kept) => before ?? kept), { text: t('import_undone') });
      await readReports();
    };
    const work = async (): Promise<void> => {
      before = await hold(change);
    };
    await attempt(work, { text, undo: () => void back() });
    await readReports();
  };

  const onExport = (): void => {
    const { name, text } = packUp(settings, withReports ? reports : undefined, Date.now());
    saveFile(text, name, 'application/json');
  };

  // A file of choices that are about to be forgotten is no use, and one taken over would be forgotten as well.
  if (whereWeAre() !== 'disk') return <Section id="data" title={t('opt_data')} text={t('private_window')} />;
  return (
    <Section id="data" title={t('opt_data')} text={t('opt_data_text')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a second way to choose a file, beside the button for it */}
      <div
        class={isOver ? 'data over' : 'data'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void onFile(event.dataTransfer?.files[0]);
        }}
      >
        <div class="data-acts" ref={start}>
          <button type="button" class="btn" onClick={onExport}>
            {t('opt_export')}
          </button>
          <Chooser onFile={(chosen) => void onFile(chosen)} />
          <span class="muted data-drop">{t('opt_import_drop')}</span>
          <button type="button" class="btn btn-bare" aria-expanded={isAsking} onClick={() => only({ isAsking: true })}>
            {t('opt_reset')}
          </button>
        </div>
        {reports.length > 0 && (
          <label class="check">
            <input
              type="checkbox"
              checked={withReports}
              onChange={({ currentTarget }) => setWithReports(currentTarget.checked)}
            />
            {t('opt_export_reports', reports.length)}
          </label>
        )}
        {file && (
          <Preview
            mine={{ settings, reports }}
            file={file}
            onTake={(manner) => void keep((kept) => combine(kept, file, manner), t('import_done'))}
            onCancel={close}
          />
        )}
        {isAsking && <Ask onYes={() => void keep(emptied, t('reset_done'))} onNo={close} />}
        <p class="data-refused" role="alert">
          {refused}
        </p>
      </div>
    </Section>
  );
}

function Chooser({ onFile }: { readonly onFile: (file: File | undefined) => void }) {
  return (
    <label class="btn">
      <input
        type="file"
        class="sr"
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          onFile(currentTarget.files?.[0]);
          // The same file, mended, may be chosen again.
          currentTarget.value = '';
        }}
      />
      {t('opt_import')}
    </label>
  );
}

/** The one question before everything is reset. */
function Ask({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }) {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <section
      class="data-box"
      aria-labelledby="reset-ask"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo();
      }}
    >
      <p id="reset-ask">{t('reset_ask')}</p>
      <div class="data-acts">
        <button type="button" class="btn btn-main" onClick={onYes}>
          {t('reset_do')}
        </button>
        <button type="button" class="btn" ref={no} onClick={onNo}>
          {t('cancel')}
        </button>
      </div>
    </section>
  );
}

type Read = { readonly taken: Parcel } | { readonly refused: string };

async function read(file: File): Promise<Read> {
  if (file.size > FILE_MAX) return { refused: refusalText({ why: 'large' }) };
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return { refused: t('import_unreadable') };
  const unpacked = unpack(text);
  return 'taken' in unpacked ? unpacked : { refused: refusalText(unpacked.refused) };
}

/** The reports as they are kept, and a way to read them anew; none where they cannot be read. */
function useReports(): [readonly Report[], () => Promise<void>] {
  const [reports, setReports] = useState<readonly Report[]>([]);
  const readReports = async (): Promise<void> => setReports(await keptReports().catch(() => []));
  useEffect(() => {
    const stop = new AbortController();
    watchReports(() => void readReports(), stop.signal);
    void readReports();
    return () => stop.abort();
  }, []);
  return [reports, readReports];
}
