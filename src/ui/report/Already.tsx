import { useEffect, useState } from 'preact/hooks';
import { dateOf, t } from '../../shared/i18n';
import { keptReports } from '../../shared/kept-reports';

export type AlreadyProps = { readonly entry: string; readonly place: string; readonly except: string };

/** Says so where this reader has reported this mark before; a second report would tell nothing new. */
export function Already({ entry, place, except }: AlreadyProps) {
  const [at, setAt] = useState<number>();
  useEffect(() => {
    keptReports().then(
      (kept) => setAt(kept.findLast((one) => one.entry === entry && one.place === place && one.id !== except)?.at),
      // Without the list the reader may only report twice, which harms nobody.
      () => undefined,
    );
  }, [entry, place, except]);
  return at === undefined ? null : (
    <p class="already" role="status">
      {t('report_already', dateOf(at))}
    </p>
  );
}
