import { scanCommand } from './scan-command';
import { run } from './terminal';

await run(scanCommand);
