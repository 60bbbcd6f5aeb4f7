import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { answer, newCommand } from '../../src/cli/command';
import { table } from '../../src/cli/table';
import { EXIT, type Exit, Refusal, type Terminal } from '../../src/cli/terminal';
import { amount, type Bench, COLUMNS, cells, type Figure, isTooFar, json, SLACK } from './figure';
import { withFigures } from './page-of-figures';

type Options = {
  readonly json?: true;
  readonly only?: readonly string[];
  readonly check?: true;
  readonly markdown?: true;
};

const HELP = `
Figures and their targets: docs/performance.md. Run it with nothing beside it.
Exit code: 0 all was measured, 1 something was not, or with --check a figure is more than ${SLACK} times worse than its
target, 2 wrong usage.`;

/** `bench`: every figure of the speed, one after the other. */
export async function benchCommand(
  args: readonly string[],
  terminal: Terminal,
  benches: readonly Bench[],
  page: string,
): Promise<Exit> {
  const program = newCommand('bench', 'Measures how fast Rupor is.', terminal)
    .option('--json', 'print JSON: {id: {value, target, pass, …}}')
    .option('--only <ids>', 'only these figures, between commas', idsOf)
    .option('--check', 'fail where a figure is too far from its target')
    .option('--markdown', 'write the table into docs/performance.md')
    .addHelpText('after', HELP);
  return answer(program, args, terminal, async () => {
    const { only, ...options } = program.opts<Options>();
    if (only && options.markdown)
      throw new Refusal('--markdown writes the whole table; it does not go with --only.', EXIT.usage);
    const known = benches.flatMap(({ ids }) => ids);
    const wanted = only ?? known;
    const strange = wanted.filter((id) => !known.includes(id));
    if (strange.length > 0)
      throw new Refusal(`There is no figure ${strange.join(', ')}; known are ${known.join(', ')}.`, EXIT.usage);

    const before = load();
    const figures = await measure(benches, new Set(wanted), terminal);
    if (options.json) await terminal.write(`${json(figures)}\n`);
    else await terminal.write(`${textOf(figures, terminal.width)}\n`);
    const missing = wanted.filter((id) => !figures.some((figure) => figure.id === id));
    if (missing.length > 0) throw new Refusal(`Not measured: ${missing.join(', ')}.`, EXIT.broken);
    if (options.markdown) {
      const about = await circumstances(benches, before);
      await writeFile(page, withFigures(await readFile(page, 'utf8'), figures, about));
    }
    const far = options.check ? figures.filter(isTooFar) : [];
    for (const { id, value, unit, held, target } of far)
      terminal.warn(`${id} is too far from its target: ${amount(value, unit)}, not ${amount(held ?? target, unit)}`);
    return far.length > 0 ? EXIT.broken : EXIT.fine;
  });
}

function idsOf(list: string): string[] {
  const ids = list.split(',').map((id) => id.trim());
  if (ids.includes('')) throw new InvalidArgumentError('Give ids with commas between them: E1,E1.rules');
  return ids;
}

/** What the benches yield, in the order of their ids. */
async function measure(
  benches: readonly Bench[],
  wanted: ReadonlySet<string>,
  terminal: Terminal,
): Promise<readonly Figure[]> {
  const figures = new Map<string, Figure>();
  const wants = (id: string) => wanted.has(id);
  for (const bench of benches.filter(({ ids }) => ids.some(wants))) {
    for await (const figure of bench.figures({ wants, say: (line) => terminal.warn(line) })) {
      if (!bench.ids.includes(figure.id)) throw new Error(`${figure.id} is in no list of figures`);
      if (!wants(figure.id)) continue;
      figures.set(figure.id, figure);
      terminal.warn(`${figure.id} ${amount(figure.value, figure.unit)}`);
    }
  }
  return benches.flatMap(({ ids }) => ids.flatMap((id) => figures.get(id) ?? []));
}

function textOf(figures: readonly Figure[], width: number | undefined): string {
  const columns = COLUMNS.map((head) => ({ head, align: head === 'VALUE' ? ('right' as const) : ('left' as const) }));
  return table(columns, figures.map(cells), width);
}

const load = (): string => (loadavg()[0] ?? 0).toFixed(1);

/** When, on what and beside what it was measured. */
async function circumstances(benches: readonly Bench[], before: string): Promise<string> {
  const versions = (await Promise.all(benches.map((bench) => bench.versions()))).flat();
  const [cpu] = cpus();
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpu?.model ?? 'an unknown processor'}`,
    `load average ${before} before and ${load()} after`,
    [`Node ${process.versions.node}`, ...new Set(versions)].join(', '),
  ].join('; ');
}
