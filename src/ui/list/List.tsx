import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { KINDS, type Kind } from '../../engine/types';
import { exclude, hiddenText, readmit } from '../../shared/exclusions';
import { plural, t } from '../../shared/i18n';
import type { Row } from '../../shared/messages';
import { openPage } from '../../shared/open-page';
import { isOwn } from '../../shared/own-entry';
import { rowName } from '../../shared/row-name';
import { defaults, type Exclusion, type Settings } from '../../shared/settings';
import { placeOf, reveal } from '../ask';
import { notSaved } from '../not-saved';
import { Filters } from './Filters';
import type { NoticeText } from './Notice';
import { Origins } from './Origins';
import { Rows } from './Rows';
import { passes, type StanceChoice, StanceSelect } from './StanceSelect';
import { Steps } from './Steps';
import { Voices } from './Voices';
import type { ListPage } from './view';

export type ListProps = {
  readonly tab: number;
  readonly page: ListPage;
  readonly settings: Settings;
  readonly isPanel: boolean;
  readonly change: (edit: (settings: Settings) => Settings) => void;
  readonly setNotice: (notice: NoticeText | undefined) => void;
  /** Says a sentence to a screen reader, politely. */
  readonly say: (sentence: string) => void;
  readonly onLeave: () => void;
};

/** The marks of the page in reading order, with what filters them. */
export function List({ tab, page, settings, isPanel, change, setNotice, say, onLeave }: ListProps) {
  const [stance, setStance] = useState<StanceChoice>('all');
  /** Where we have sent the reader, until the page itself says where that is. */
  const [sent, send] = useState<{ readonly to: number; readonly from: number | undefined }>();
  const here = sent && sent.from === page.current ? sent.to : page.current;
  const { kinds, stances } = settings;
  const shown = useMemo(
    () => page.rows.filter((row) => kinds[row.kind] && stances[row.stance] && passes(stance, row.stance)),
    [page.rows, kinds, stances, stance],
  );
  const total = page.rows.length;
  const summary = shown.length === total ? plural('count', total) : t('shown', shown.length, total);
  useLayoutEffect(() => say(summary), [summary]);

  const toggle = (kind: Kind): void =>
    change((kept) => ({ ...kept, kinds: { ...kept.kinds, [kind]: !kept.kinds[kind] } }));
  const showAll = (): void => {
    setStance('all');
    change((kept) => ({ ...kept, kinds: defaults.kinds, stances: defaults.stances }));
  };

  const onReveal = async (row: Row): Promise<void> => {
    const isThere = await reveal(tab, row.id).catch(() => false);
    setNotice(isThere ? undefined : { text: t('gone') });
    if (!isThere) return;
    send({ to: row.id, from: page.current });
    const position = t('position', shown.indexOf(row) + 1, shown.length);
    say(t('jumped', position, t(`kind_${row.kind}`), t(`stance_${row.stance}`)));
  };
  const at = shown.findIndex(({ id }) => id === here);
  const step = (by: 1 | -1): void => {
    const next = shown.at(at < 0 && by < 0 ? -1 : (at + by) % shown.length);
    if (next) void onReveal(next);
  };
  const onHide = async (row: Row, scope: Exclusion['scope']): Promise<void> => {
    const exclusion = await exclusionOf(tab, page.host, row, scope).catch(() => undefined);
    if (!exclusion) return setNotice({ text: t('gone') });
    const failed = (problem: unknown): void => setNotice({ text: notSaved(problem) });
    const undo = (): void => void readmit(exclusion).then(() => setNotice(undefined), failed);
    await exclude(exclusion).then(() => setNotice({ text: hiddenText(rowName(row), exclusion), undo }), failed);
  };
  const onReport = async (row: Row): Promise<void> => {
    const page = isOwn(row.entry) ? `options/index.html#${row.entry}` : `report/index.html?tab=${tab}&flag=${row.id}`;
    await openPage(`src/ui/${page}`, tab);
    onLeave();
  };

  return (
    <>
      <Origins origins={page.origins} />
      <Voices voices={page.voices} />
      <Filters rows={page.rows} kinds={kinds} onToggle={toggle} />
      <div class="list-head">
        <h2>
          {shown.length === total ? summary : t('position', shown.length, total)}
          {shown.length > 0 && shown.length < total && (
            <>
              {' · '}
              <button type="button" class="link" onClick={showAll}>
                {t('show_all')}
              </button>
            </>
          )}
        </h2>
        <StanceSelect choice={stance} onChoose={setStance} />
        {shown.length > 0 && <Steps at={at < 0 ? undefined : at + 1} of={shown.length} onStep={step} />}
      </div>
      {shown.length === 0 ? (
        <div class="none">
          <p>{KINDS.some((kind) => kinds[kind]) ? t('filtered_none') : t('kinds_none')}</p>
          <button type="button" class="btn btn-main" onClick={showAll}>
            {t('show_all_main')}
          </button>
        </div>
      ) : (
        <Rows rows={shown} host={page.host} here={here} isPanel={isPanel} acts={{ onReveal, onHide, onReport }} />
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
