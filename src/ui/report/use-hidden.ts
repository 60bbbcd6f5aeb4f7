import { useEffect, useMemo, useState } from 'preact/hooks';
import { exclude, readmit } from '../../shared/exclusions';
import type { Exclusion } from '../../shared/settings';
import type { ReportedMark } from './use-subject';

export type Hidden = 'hidden' | 'shown' | 'failed';

/**
 * Who reports a mark does not want to see it: it is hidden at once, and can be brought back. Of a private window nothing
 * may be written down, so there the mark stays.
 */
export function useHidden({ tab, row, host, place }: ReportedMark): {
  readonly hidden: Hidden | undefined;
  readonly undo: () => void;
} {
  const [hidden, setHidden] = useState<Hidden>();
  const exclusion = useMemo<Exclusion>(
    () => ({ scope: 'here', entry: row.entry, title: row.title, host, place, at: Date.now() }),
    [row, host, place],
  );
  useEffect(() => {
    if (tab.isPrivate) return;
    exclude(exclusion).then(
      () => setHidden('hidden'),
      () => setHidden('failed'),
    );
  }, [exclusion, tab.isPrivate]);
  const undo = (): void => {
    readmit(exclusion).then(
      () => setHidden('shown'),
      () => setHidden('failed'),
    );
  };
  return { hidden, undo };
}
