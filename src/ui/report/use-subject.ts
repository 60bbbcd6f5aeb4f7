import { useEffect, useState } from 'preact/hooks';
import type { Row, Selection } from '../../shared/messages';
import { askState, placeOf, selectionIn } from '../ask';
import { findTab, numberIn, type TabInfo } from '../tab';

type Where = { readonly tab: TabInfo; readonly host: string; readonly lexicon: string };

/** The mark that is reported, and what identifies its place. */
export type ReportedMark = Where & { readonly what: 'wrong'; readonly row: Row; readonly place: string };
/** The passage that was not marked. */
export type ReportedPassage = Where & { readonly what: 'missed'; readonly selection: Selection };
export type Subject = ReportedMark | ReportedPassage;

/** Why there is nothing to report: the mark is gone, nothing is selected, the page is closed or cannot be asked. */
export type Nothing = 'gone' | 'none' | 'closed';

/**
 * Asks the page for what our address names, a mark or the selection. Once: the mark is hidden right after, and the
 * page forgets it; a selection changes with the next click.
 * @returns undefined while asking
 */
export function useSubject(): Subject | Nothing | undefined {
  const [subject, setSubject] = useState<Subject | Nothing>();
  useEffect(() => {
    (isAboutMissed() ? askPassage() : askMark()).then(setSubject, () => setSubject('closed'));
  }, []);
  return subject;
}

/** Does our address ask for a missed passage? */
export const isAboutMissed = (): boolean => numberIn('missed') === 1;

async function askMark(): Promise<ReportedMark | Nothing> {
  const tab = await findTab();
  if (!tab) return 'closed';
  const flag = numberIn('flag');
  if (flag === undefined) return 'gone';
  const page = await askState(tab);
  const row = page.state === 'list' ? page.rows.find(({ id }) => id === flag) : undefined;
  const place = await placeOf(tab.id, flag);
  const { host, lexicon } = page;
  return row && place ? { what: 'wrong', tab, row, host, lexicon, place: place.place } : 'gone';
}

async function askPassage(): Promise<ReportedPassage | Nothing> {
  const tab = await findTab();
  if (!tab) return 'closed';
  const { host, lexicon } = await askState(tab);
  const selection = await selectionIn(tab.id);
  return selection ? { what: 'missed', tab, selection, host, lexicon } : 'none';
}
