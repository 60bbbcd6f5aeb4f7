import { writeFile } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import { createInspector } from '../engine/inspect';
import type { Strictness } from '../engine/types';
import { profiles } from '../lexicon';
import { tablesFor } from '../lexicon/disk';
import { answer, newCommand } from './command';
import { changesOf } from './compare';
import { type Comparison, compareReport } from './compare-report';
import { factsOf } from './facts';
import { type GoldRecord, passagesOf, readGold } from './gold';
import { inputs } from './input';
import { report, reportOfSlips } from './report';
import { spansAt } from './revision';
import { type Scored, score } from './score';
import { reportSlips, type Study } from './slips';
import { type FoundSpan, findSpans } from './spans';
import { engineFor, strictnessOption } from './strictness';
import { EXIT, type Exit, Refusal, type Terminal } from './terminal';

type Options = {
  readonly strictness: Strictness;
  readonly json?: true;
  readonly errors?: number;
  readonly compare?: string;
  readonly predictions?: string;
};

const HELP = `
GOLD.jsonl: {"id", "lang", "genre"?, "title"?, "text", "spans", "optional"?} a line.
Without --errors and --compare nothing of the texts is printed.
Exit code: 0 scored, 1 a gold line is wrong, 2 wrong usage.`;

/** `eval GOLD.jsonl…`: how well the engine does on texts marked by hand. */
export async function evalCommand(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const program = newCommand('eval', 'Measures the marks against texts marked by hand.', terminal)
    .argument('<GOLD.jsonl...>', 'texts marked by hand; - is the standard input')
    .addOption(strictnessOption().conflicts('compare'))
    .option('--json', 'print JSON')
    .option('--errors <n>', 'also print misses, false alarms and wrong stances by cause, n of each', wholeNumber)
    .option('--compare <revision>', 'also print which marks changed since a revision of git')
    .option('--predictions <file>', 'also save what was marked, one line a text')
    .addHelpText('after', HELP);
  return answer(program, args, terminal, async () => {
    const options = program.opts<Options>();
    const gold = await readGold(await inputs(program.args, 'ndjson', terminal), terminal);
    if (gold.length === 0) throw new Refusal('There is no text in the gold file; nothing was scored.', EXIT.broken);
    for (const warning of warningsOf(gold)) terminal.warn(warning);
    const engine = engineFor(options.strictness);
    const scored = gold.map((record) => ({ gold: record, predicted: findSpans(engine, passagesOf(record)) }));
    if (options.predictions !== undefined) {
      const lines = scored.map((one) => `${JSON.stringify({ id: one.gold.id, spans: one.predicted })}\n`);
      await save(options.predictions, lines.join(''));
    }
    const { card, slips } = score(scored);
    const causes = options.errors ? reportSlips(slips, studies(scored), options.errors) : undefined;
    const compared = options.compare === undefined ? undefined : await compare(options.compare, scored);
    if (options.json) {
      const all = { texts: gold.length, ...card, ...causes, ...(compared && { compared }) };
      await terminal.write(`${JSON.stringify(all, null, 2)}\n`);
    } else {
      const parts = [report(card)];
      if (causes) parts.push(reportOfSlips(causes));
      if (compared) parts.push(compareReport(compared, card));
      await terminal.write(`${parts.join('\n\n')}\n`);
    }
    return EXIT.fine;
  });
}

/** What the engine saw in a text; asked of those with slips only, once each. */
function studies(scored: readonly Scored<FoundSpan>[]): (record: GoldRecord) => Study {
  const inspect = createInspector(tablesFor, profiles);
  const found = new Map(scored.map(({ gold, predicted }) => [gold, predicted]));
  const known = new Map<GoldRecord, Study>();
  return (record) => {
    const placed = passagesOf(record);
    const study = known.get(record) ?? {
      facts: factsOf(inspect(placed.map(({ passage }) => passage)), placed),
      found: found.get(record) ?? [],
    };
    known.set(record, study);
    return study;
  };
}

/** What an earlier engine makes of the same texts. */
async function compare(revision: string, scored: readonly Scored[]): Promise<Comparison> {
  const { commit, subject, spans } = await spansAt(
    revision,
    scored.map(({ gold }) => gold),
  );
  const earlier = scored.map(({ gold }, i) => ({ gold, predicted: spans[i] ?? [] }));
  const both = scored.map(({ gold, predicted }, i) => ({ gold, before: spans[i] ?? [], now: predicted }));
  return { revision, commit, subject, before: score(earlier).card, changes: changesOf(both) };
}

function wholeNumber(value: string): number {
  if (!/^\d{1,6}$/u.test(value)) throw new InvalidArgumentError('Give a whole number, such as 20.');
  return Number(value);
}

function warningsOf(gold: readonly GoldRecord[]): string[] {
  const seen = new Set<string | number>();
  const twice = new Set<string | number>();
  for (const { id } of gold) (seen.has(id) ? twice : seen).add(id);
  return twice.size === 0 ? [] : [`Warning: ids that stand more than once: ${[...twice].slice(0, 10).join(', ')}.`];
}

async function save(file: string, lines: string): Promise<void> {
  await writeFile(file, lines).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`${file} cannot be written (${error.code}).`, EXIT.usage);
  });
}
