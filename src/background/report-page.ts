/** The way from a mark's card to the report page. */
import { openBeside } from './own-page';

/** A reader does not report twice in that time. Milliseconds. */
const REST = 3000;

/** Opens the report page for mark `flag` beside `tab`, at most once in three seconds for a tab. */
export const openReport = (tab: number, flag: number): Promise<void> =>
  openBeside(tab, 'src/ui/report/index.html', `?tab=${tab}&flag=${flag}`, REST);
