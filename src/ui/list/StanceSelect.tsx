import { ChevronDown } from 'lucide';
import type { Stance } from '../../engine/types';
import { Icon } from '../../parts/Icon';
import { t } from '../../shared/i18n';

const CHOICES = ['all', 'adopted', 'reported', 'not-reported', 'distanced'] as const;
/** Which stances the list shows; the page's marks stay as they are. */
export type StanceChoice = (typeof CHOICES)[number];

/** Does a mark of this stance belong to the choice? */
export function passes(choice: StanceChoice, stance: Stance): boolean {
  if (choice === 'not-reported') return stance !== 'reported';
  return choice === 'all' || choice === stance;
}

export type StanceSelectProps = { readonly choice: StanceChoice; readonly onChoose: (choice: StanceChoice) => void };

export function StanceSelect({ choice, onChoose }: StanceSelectProps) {
  return (
    <span class="quiet-wrap">
      <select
        class="quiet-select"
        aria-label={t('stance_filter')}
        value={choice}
        onChange={({ currentTarget }) => onChoose(CHOICES.find((known) => known === currentTarget.value) ?? 'all')}
      >
        {CHOICES.map((known) => (
          <option key={known} value={known}>
            {t(`stance_filter_${known}`)}
          </option>
        ))}
      </select>
      <Icon node={ChevronDown} size={12} />
    </span>
  );
}
