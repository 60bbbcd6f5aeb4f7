import { run } from './terminal';
import { triageCommand } from './triage-command';

await run(triageCommand);
