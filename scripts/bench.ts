/** How fast Rupor is, figure by figure: `npm run bench`. See docs/performance.md. */
import { fileURLToPath } from 'node:url';
import { run } from '../src/cli/terminal';
import { benchCommand } from './bench/command';
import * as engine from './bench/engine';
import * as page from './bench/page';

const PAGE = fileURLToPath(new URL('../docs/performance.md', import.meta.url));

/** They run one after the other: two at once would measure each other. */
const BENCHES = [engine, page];

await run((args, terminal) => benchCommand(args, terminal, BENCHES, PAGE));
