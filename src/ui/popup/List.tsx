import { useState } from 'preact/hooks';
import type { Kind } from '../../engine/types';
import { browser } from '../../shared/browser';
import { exclude, hiddenText, readmit } from '../../shared/exclusions';
import { plural, t } from '../../shared/i18n';
import type { PageState, Row } from '../../shared/messages';
import { rowName } from '../../shared/row-name';
import type { Exclusion, Settings } from '../../shared/settings';
import { placeOf, reveal } from '../ask';
import { Filters } from './Filters';
import type { NoticeText } from './Notice';
import { Origins } from './Origins';
import { Rows } from './Rows';
import { passes, type StanceChoice, StanceSelect } from './StanceSelect';
import { Voices } from './Voices';

export type ListProps = {
  readonly tab: number;
  readonly page: Extract<PageState, { state: 'list' }>;
  readonly settings: Settings;
  readonly change: (edit: (settings: Settings) => Settings) => void;
  readonly setNotice: (notice: NoticeText | undefined) => void;
};

const ALL_KINDS: Settings['kinds'] = { 'state-media': true, official: true, framing: true };

/** The marks of the page in reading order, with what filters them. */
export function List({ tab, page, settings, change, setNotice }: ListProps) {
  const [stance, setStance] = useState<StanceChoice>('all');
  const shown = page.rows.filter((row) => settings.kinds[row.kind] && passes(stance, row.stance));
  const total = page.rows.length;

  const toggle = (kind: Kind): void =>
    change((kept) => ({ ...kept, kinds: { ...kept.kinds, [kind]: !kept.kinds[kind] } }));
  const showAll = (): void => {
    setStance('all');
    change((kept) => ({ ...kept, kinds: ALL_KINDS }));
  };

  const onReveal = async (row: Row): Promise<void> => {
    const there = await reveal(tab, row.id).catch(() => false);
    setNotice(there ? undefined : { text: t('gone') });
  };
  const onHide = async (row: Row, scope: Exclusion['scope']): Promise<void> => {
    const exclusion = await exclusionOf(tab, page.host, row, scope).catch(() => undefined);
    if (!exclusion) return setNotice({ text: t('gone') });
    const failed = (): void => setNotice({ text: t('not_saved') });
    const undo = (): void => void readmit(exclusion).then(() => setNotice(undefined), failed);
    await exclude(exclusion).then(() => setNotice({ text: hiddenText(rowName(row), exclusion), undo }), failed);
  };
  const onReport = async (row: Row): Promise<void> => {
    const url = browser.runtime.getURL(`src/ui/report/index.html?tab=${tab}&flag=${row.id}`);
    await browser.tabs.create({ url, openerTabId: tab });
    window.close();
  };

  return (
    <>
      <Origins origins={page.origins} />
      <Voices voices={page.voices} />
      <Filters rows={page.rows} kinds={settings.kinds} onToggle={toggle} />
      <div class="list-head">
        <h2>
          {shown.length === total ? plural('count', total) : t('shown', shown.length, total)}
          {shown.length < total && (
            <>
              {' · '}
              <button type="button" class="link" onClick={showAll}>
                {t('show_all')}
              </button>
            </>
          )}
        </h2>
        <StanceSelect choice={stance} onChoose={setStance} />
      </div>
      {shown.length === 0 ? (
        <p class="filtered-none">{t('filtered_none')}</p>
      ) : (
        <Rows rows={shown} host={page.host} acts={{ onReveal, onHide, onReport, onToggle: toggle }} />
      )}
    </>
  );
}

async function exclusionOf(
  tab: number,
  host: string,
  { id, entry, title }: Row,
  scope: Exclusion['scope'],
): Promise<Exclusion | undefined> {
  const at = Date.now();
  if (scope === 'anywhere') return { scope, entry, title, at };
  if (scope === 'site') return { scope, entry, title, host, at };
  const place = await placeOf(tab, id);
  return place && { scope, entry, title, host, place: place.place, at };
}
