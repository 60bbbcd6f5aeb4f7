import { ChevronLeft, ChevronRight } from 'lucide';
import { Icon } from '../../parts/Icon';
import { t } from '../../shared/i18n';

export type StepsProps = {
  /** Which of the listed marks the reader has gone to last, from 1; undefined before the first. */
  readonly at: number | undefined;
  readonly of: number;
  readonly onStep: (by: 1 | -1) => void;
};

/** From passage to passage, round the ends. */
export function Steps({ at, of, onStep }: StepsProps) {
  return (
    <span class="steps">
      <button type="button" class="act" aria-label={t('previous')} title={t('previous')} onClick={() => onStep(-1)}>
        <Icon node={ChevronLeft} />
      </button>
      {at !== undefined && <span class="steps-at">{t('position', at, of)}</span>}
      <button type="button" class="act" aria-label={t('next')} title={t('next')} onClick={() => onStep(1)}>
        <Icon node={ChevronRight} />
      </button>
    </span>
  );
}
