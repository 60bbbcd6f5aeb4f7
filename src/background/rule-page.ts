/** The way from a mark's card to all that we know of its entry. */
import { openBeside } from './own-page';

/** Between two openings from one tab. Milliseconds. */
const REST = 1000;

/** Opens the entry in the rules browser beside `tab`; the form of an entry of the reader's own. */
export const openRule = (tab: number, entry: string): Promise<void> =>
  openBeside(tab, 'src/ui/options/index.html', `#${entry}`, REST);
