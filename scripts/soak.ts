/** Half an hour of news in a real browser, with all that goes wrong on the way: `npm run soak`. */
import { run } from '../src/cli/terminal';
import { soakCommand } from './soak/command';

await run(soakCommand);
