import { useEffect, useState } from 'preact/hooks';
import { keptReports, watchReports } from '../../../shared/kept-reports';
import type { Report } from '../../../shared/report';

/** The kept reports, the newest first, kept fresh while the page is open; undefined until they are read. */
export function useReports(): readonly Report[] | undefined {
  const [reports, setReports] = useState<readonly Report[]>();
  useEffect(() => {
    const stop = new AbortController();
    const read = (): void =>
      void keptReports().then(
        (kept) => !stop.signal.aborted && setReports(kept.toReversed()),
        // A storage that does not answer has said so where something was to be kept.
        () => undefined,
      );
    watchReports(read, stop.signal);
    read();
    return () => stop.abort();
  }, []);
  return reports;
}
