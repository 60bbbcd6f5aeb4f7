import type { Kind, Stance } from '../engine/types';
import { t } from '../shared/i18n';

/** How the author stands to it, in words: weight and hue only repeat what the word says. */
export function StanceMark({ kind, stance }: { readonly kind: Kind; readonly stance: Stance }) {
  return (
    <span class="stance" data-kind={kind} data-stance={stance}>
      {t(`stance_${stance}`)}
    </span>
  );
}
