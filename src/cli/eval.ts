import { evalCommand } from './eval-command';
import { run } from './terminal';

await run(evalCommand);
