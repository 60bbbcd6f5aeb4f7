import type { Kind } from '../engine/types';
import { t } from '../shared/i18n';

export type WhoProps = { readonly kind: Kind; readonly who: string; readonly lang: string | undefined };

/** Office or owner; of a wording what it claims, and then whose claim that is: it must not pass for a statement of ours. */
export function Who({ kind, who, lang }: WhoProps) {
  return (
    <>
      {kind === 'framing' && who !== '' && `${t('card_claims')} `}
      <span lang={lang}>{who}</span>
    </>
  );
}
