import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, Option } from 'commander';
import { answer, newCommand } from './command';
import { inputs } from './input';
import { printable } from './printable';
import { EXIT, type Exit, Refusal, type Terminal } from './terminal';
import { accept, type Kept, type Promised } from './triage-accept';
import { type Group, groupsOf } from './triage-groups';
import { groupMarkdown, groupTable } from './triage-print';
import { readReports } from './triage-read';

type Options = {
  readonly json?: true;
  readonly markdown?: true;
  readonly accept?: readonly number[];
  readonly entry?: string;
  readonly dryRun?: true;
  readonly lexicon: string;
};

const LEXICON = fileURLToPath(new URL('../lexicon/data', import.meta.url));

const HELP = `
REPORTS.json: one report as Rupor saves it, a list of them, or a file of all.
The engine sees the sentence alone, not its article. No address of a page is printed or written.
Exit code: 0 all was read, 1 something was refused, 2 wrong usage.`;

/** `triage REPORTS.json…`: what readers reported, what the engine says of it now, and what of it becomes a proof. */
export async function triageCommand(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const program = newCommand('triage', 'Groups reports of readers and writes accepted ones into the lexicon.', terminal)
    .argument('<REPORTS.json...>', 'files of reports; - is the standard input')
    .addOption(new Option('--json', 'print JSON').conflicts('markdown'))
    .option('--markdown', 'print Markdown, for an issue')
    .option('--accept <n,…>', 'write these groups into the lexicon: must not be marked, or must be', numbers)
    .option('--entry <id>', 'the entry that an accepted missed passage belongs to')
    .option('--dry-run', 'only say what --accept would write')
    .addOption(new Option('--lexicon <folder>', 'data of the lexicon').default(LEXICON).hideHelp())
    .addHelpText('after', HELP);
  return answer(program, args, terminal, async () => {
    const options = program.opts<Options>();
    if (options.accept === undefined && (options.dryRun || options.entry !== undefined))
      throw new Refusal('--entry and --dry-run go with --accept.', EXIT.usage);
    const { reports, repeated, faults } = await readReports(await inputs(program.args, 'text', terminal));
    for (const fault of faults) terminal.warn(fault);
    const groups = groupsOf(reports);
    // First what may fail: a refused choice changes nothing and prints nothing.
    const kept = options.accept && acceptGroups(groups, options.accept, options);
    if (options.json) {
      const numbered = groups.map((group, i) => ({ number: i + 1, ...group }));
      const all = { reports: reports.length, repeated, refused: faults.length, groups: numbered, accepted: kept };
      await terminal.write(`${JSON.stringify(all, null, 2)}\n`);
    } else if (options.markdown) await terminal.write(`${groupMarkdown(groups)}\n`);
    else await terminal.write(`${textOf(groups, reports.length, repeated, faults.length, terminal.width)}\n`);
    if (kept && !options.json) await terminal.write(`\n${keptText(kept, options.dryRun === true)}\n`);
    return faults.length > 0 ? EXIT.broken : EXIT.fine;
  });
}

function numbers(value: string): number[] {
  const given = value.split(',').map((part) => part.trim());
  if (!given.every((part) => /^[1-9]\d{0,5}$/.test(part)))
    throw new InvalidArgumentError('Name groups by their numbers, such as 3 or 1,4.');
  return [...new Set(given.map(Number))];
}

function acceptGroups(groups: readonly Group[], chosen: readonly number[], options: Options): readonly Kept[] {
  const promises = chosen.map((number) => promiseOf(groups[number - 1], number, groups.length, options.entry));
  return accept(promises, options.lexicon, options.dryRun === true);
}

function promiseOf(group: Group | undefined, number: number, count: number, named: string | undefined): Promised {
  if (!group) throw new Refusal(`There is no group ${number}: there are ${count}.`, EXIT.usage);
  const { lang, sentence, entry } = group;
  if (group.what === 'missed') {
    if (named === undefined)
      throw new Refusal(`Group ${number} is a missed passage: name its entry with --entry.`, EXIT.usage);
    return { entry: named, lang, sentence, side: 'fires' };
  }
  if (named !== undefined)
    throw new Refusal(`Group ${number} is a wrong mark of ${entry}: --entry is for missed passages.`, EXIT.usage);
  return { entry: entry ?? '', lang, sentence, side: 'silent' };
}

function textOf(
  groups: readonly Group[],
  count: number,
  repeated: number,
  refused: number,
  width: number | undefined,
): string {
  const head = `REPORTS: ${count} in ${groups.length} groups; ${repeated} came twice, ${refused} refused`;
  return groups.length === 0 ? head : `${head}\n\n${groupTable(groups, width)}`;
}

function keptText(kept: readonly Kept[], isDry: boolean): string {
  const lines = kept.map(({ entry, lang, side, sentence, file, isNew }) => {
    const what = isNew ? (isDry ? 'would be written' : 'written') : 'stands there already';
    const must = side === 'fires' ? 'must be marked' : 'must not be marked';
    return `${file}: ${entry}: ${lang}: «${printable(sentence)}» ${must}: ${what}`;
  });
  return isDry
    ? lines.join('\n')
    : `${lines.join('\n')}\nNext: npm run lexicon keeps the promise, or says what to mend.`;
}
