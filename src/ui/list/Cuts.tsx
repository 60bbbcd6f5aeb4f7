import { t } from '../../shared/i18n';
import { type Cut, MARKS_MAX } from '../../shared/messages';

/** What of the page was left out, where something was. */
export function Cuts({ cuts }: { readonly cuts: readonly Cut[] }) {
  return (
    <>
      {cuts.map((cut) => (
        <p key={cut} class="cut">
          {t(`cut_${cut}`, MARKS_MAX)}
        </p>
      ))}
    </>
  );
}
