import { useEffect, useState } from 'preact/hooks';
import type { Row } from '../../shared/messages';
import { askState, placeOf } from '../ask';
import { findTab, numberIn, type TabInfo } from '../tab';

/** The mark that is reported, and where it stands. */
export type Reported = {
  readonly tab: TabInfo;
  readonly row: Row;
  readonly host: string;
  readonly place: string;
  readonly lexicon: string;
};

/**
 * Asks the page for the mark that our address names. Once: the mark is hidden right after, and the page forgets it.
 * @returns undefined while asking, 'gone' where the page does not have it.
 */
export function useMark(): Reported | 'gone' | undefined {
  const [mark, setMark] = useState<Reported | 'gone'>();
  useEffect(() => {
    ask().then(
      (found) => setMark(found ?? 'gone'),
      () => setMark('gone'),
    );
  }, []);
  return mark;
}

async function ask(): Promise<Reported | undefined> {
  const tab = await findTab();
  const flag = numberIn('flag');
  if (!tab || flag === undefined) return undefined;
  const page = await askState(tab.id);
  const row = page.state === 'list' ? page.rows.find(({ id }) => id === flag) : undefined;
  const place = await placeOf(tab.id, flag);
  return row && place && { tab, row, host: page.host, place: place.place, lexicon: page.lexicon };
}
