import { ChevronLeft, ChevronRight, X } from 'lucide';
import { useState } from 'preact/hooks';
import { Badge } from '../parts/Badge';
import { Icon } from '../parts/Icon';
import { NotThis } from '../parts/NotThis';
import { Signs } from '../parts/Signs';
import { SourceNote } from '../parts/SourceNote';
import { Toast } from '../parts/Toast';
import { Who } from '../parts/Who';
import { t } from '../shared/i18n';
import type { Row } from '../shared/messages';
import { isOwn } from '../shared/own-entry';
import { markKind, rowLanguage, rowName } from '../shared/row-name';
import type { Exclusion } from '../shared/settings';

export type CardProps = {
  readonly row: Row;
  readonly host: string;
  /** Which of the page's shown marks it is, from 1, and how many there are. */
  readonly position: { readonly at: number; readonly of: number };
  readonly acts: CardActs;
  /** Is *Not this* open at first? */
  readonly isNotThis?: boolean;
};

type CardActs = {
  readonly onClose: () => void;
  readonly onStep: (by: 1 | -1) => void;
  /** @returns undefined where it could not be kept */
  readonly onHide: (scope: Exclusion['scope']) => Promise<Hidden | undefined>;
  readonly onReport: () => void;
  /** Opens all that Rupor knows of it, in a tab of its own. */
  readonly onMore: () => void;
};

/** What is said of a mark that has just been hidden, and the way back. */
export type Hidden = {
  readonly text: string;
  /** Brings the mark back and closes the card. @returns false where it could not be kept */
  readonly undo: () => Promise<boolean>;
};

/** What a mark is, whose, how it is put and what it rests on; one for each mark, so give it a `key`. */
export function Card({ row, host, position, acts, isNotThis = false }: CardProps) {
  const [part, setPart] = useState<'body' | 'menu' | 'not-saved' | Hidden>(isNotThis ? 'menu' : 'body');
  const plain = markKind(row);
  const kind = row.confidence === 'possible' ? t('card_likely', plain) : plain;
  const title = rowName(row);
  const onHide = async (scope: Exclusion['scope']) => {
    setPart((await acts.onHide(scope)) ?? 'not-saved');
  };
  const onUndo = async (hidden: Hidden) => {
    if (!(await hidden.undo())) setPart('not-saved');
  };
  return (
    <div class="card" role="dialog" aria-label={t('labelled', kind, title)} tabIndex={-1} data-kind={row.kind}>
      <div class="card-top">
        <Badge kind={row.kind} stance={row.stance} />
        <span class="card-kind">{kind}</span>
        <button type="button" class="act" aria-label={t('close')} onClick={acts.onClose}>
          <Icon node={X} />
        </button>
        <h2 class="card-name">
          <bdi lang={rowLanguage(row)}>{title}</bdi>
        </h2>
        {row.who !== '' && (
          <p class="card-who">
            <Who kind={row.kind} who={row.who} lang={rowLanguage(row)} />
          </p>
        )}
      </div>
      {part === 'menu' && (
        <NotThis
          host={host}
          isOwn={isOwn(row.entry)}
          onHide={(scope) => void onHide(scope)}
          onReport={isOwn(row.entry) ? acts.onMore : acts.onReport}
          onClose={() => setPart('body')}
        />
      )}
      {(part === 'body' || part === 'not-saved') && (
        <div class="card-body">
          {part === 'not-saved' && <p role="alert">{t('not_saved')}</p>}
          <Signs row={row} lang={rowLanguage(row)} />
          <SourceNote lang={rowLanguage(row)} note={row.note} sanction={row.sanction} references={row.references} />
        </div>
      )}
      {typeof part === 'object' ? (
        // In place of all else: an explanation of what is not marked any more would mislead.
        <div role="status">
          <Toast text={part.text} undo={() => void onUndo(part)} takesFocus />
        </div>
      ) : (
        <Foot
          isMenu={part === 'menu'}
          onMenu={() => setPart(part === 'menu' ? 'body' : 'menu')}
          position={position}
          isOwn={isOwn(row.entry)}
          acts={acts}
        />
      )}
    </div>
  );
}

type FootProps = Pick<CardProps, 'position' | 'acts'> & {
  readonly isMenu: boolean;
  readonly isOwn: boolean;
  readonly onMenu: () => void;
};

function Foot({ isMenu, isOwn, onMenu, position, acts }: FootProps) {
  return (
    <div class="card-foot">
      <button type="button" class="btn" aria-haspopup="menu" aria-expanded={isMenu} onClick={onMenu}>
        {t('not_this')}
      </button>
      <button type="button" class="btn" onClick={acts.onMore}>
        {t(isOwn ? 'own_edit' : 'card_more')}
        <span class="sr"> ({t('card_opens_tab')})</span>
      </button>
      <span class="card-steps">
        <button type="button" class="btn step" aria-label={t('previous')} onClick={() => acts.onStep(-1)}>
          <Icon node={ChevronLeft} />
        </button>
        {t('position', position.at, position.of)}
        <button type="button" class="btn step" aria-label={t('next')} onClick={() => acts.onStep(1)}>
          <Icon node={ChevronRight} />
        </button>
      </span>
    </div>
  );
}
