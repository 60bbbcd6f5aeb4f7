/** The way from a mark's card to the report page. */
import { openBeside } from './own-page';

/** A reader does not report twice in that time. Milliseconds. */
const PAUSE = 3000;

/** Opens the report page for mark `flag` beside `tab`; the one that is open for that tab is used again. */
export const openReport = (tab: number, flag: number): Promise<void> =>
  openBeside(tab, { path: 'src/ui/report/index.html', by: 'tab', rest: `&flag=${flag}`, pause: PAUSE });
