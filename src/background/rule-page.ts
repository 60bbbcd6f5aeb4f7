/** The way from a mark's card to all that we know of its entry. */
import { openBeside } from './own-page';

/** Between two openings from one tab. Milliseconds. */
const PAUSE = 1000;

/** Opens the entry in the rules browser beside `tab`; the form of an entry of the reader's own. */
export const openRule = (tab: number, entry: string): Promise<void> =>
  openBeside(tab, { path: 'src/ui/options/index.html', by: 'from', rest: `#${entry}`, pause: PAUSE });
