import { Info } from 'lucide';
import { Badge } from '../../parts/Badge';
import { Icon } from '../../parts/Icon';
import { NotThis } from '../../parts/NotThis';
import { StanceMark } from '../../parts/StanceMark';
import { t } from '../../shared/i18n';
import type { Row } from '../../shared/messages';
import { isOwn } from '../../shared/own-entry';
import type { Exclusion } from '../../shared/settings';
import { Name, spokenName } from '../Name';
import { Quote } from '../Quote';
import { Explanation } from './Explanation';
import { twoLines } from './two-lines';

/** What is open under a row. */
export type Opened = 'why' | 'menu';

export type RowActs = {
  readonly onReveal: (row: Row) => Promise<void>;
  readonly onHide: (row: Row, scope: Exclusion['scope']) => Promise<void>;
  readonly onReport: (row: Row) => Promise<void>;
};

export type FlagRowProps = {
  readonly row: Row;
  readonly host: string;
  /** The one row that Tab comes to. */
  readonly isCurrent: boolean;
  /** The reader has gone to this one last. */
  readonly isHere: boolean;
  /** Is there room for more of the sentence than two lines? */
  readonly isWhole: boolean;
  readonly opened: Opened | undefined;
  readonly onFocus: () => void;
  readonly onOpen: (part: Opened) => void;
  readonly onClose: () => void;
  readonly acts: RowActs;
};

/** One mark: kind and stance, whose, and the sentence; a click goes there. */
export function FlagRow(props: FlagRowProps) {
  const { row, host, isCurrent, isHere, isWhole, opened, onFocus, onOpen, onClose, acts } = props;
  const tabIndex = isCurrent ? 0 : -1;
  const name = spokenName(row);
  const kind = t(`kind_${row.kind}`);
  const isDoubtful = row.confidence === 'possible';
  const sentence = row.before + row.mark + row.after;
  return (
    <div
      class={`flag${opened === 'why' ? ' is-open' : ''}${isHere ? ' is-here' : ''}`}
      data-kind={row.kind}
      onFocusCapture={onFocus}
    >
      <Badge kind={row.kind} stance={row.stance} />
      <div class="flag-body">
        <div class="flag-head">
          <button
            type="button"
            class="flag-go"
            tabIndex={tabIndex}
            {...(isHere ? { 'aria-current': true } : {})}
            aria-label={t(
              'row_label',
              isDoubtful ? t('likely_of', kind) : kind,
              name,
              t(`stance_${row.stance}`),
              sentence,
            )}
            onClick={() => void acts.onReveal(row)}
          >
            <Name row={row} />
          </button>
          {isDoubtful && <span class="doubt">{t('likely')}</span>}
          <StanceMark kind={row.kind} stance={row.stance} />
          <span class="flag-acts">
            <button
              type="button"
              class="act"
              tabIndex={tabIndex}
              title={t('why')}
              aria-label={t('why_of', name)}
              aria-expanded={opened === 'why'}
              onClick={() => onOpen('why')}
            >
              <Icon node={Info} size={14} />
            </button>
            <button
              type="button"
              class="act"
              tabIndex={tabIndex}
              aria-label={t('not_this_of', name)}
              aria-expanded={opened === 'menu'}
              aria-haspopup="menu"
              onClick={() => onOpen('menu')}
            >
              {t('not_this')}
            </button>
          </span>
        </div>
        <Quote row={isWhole || opened === 'why' ? row : twoLines(row)} class="flag-text" />
        {opened === 'why' && <Explanation row={row} />}
        {opened === 'menu' && (
          <NotThis
            host={host}
            isOwn={isOwn(row.entry)}
            onHide={(scope) => void acts.onHide(row, scope)}
            onReport={() => void acts.onReport(row)}
            onClose={onClose}
          />
        )}
      </div>
    </div>
  );
}
