import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import type { Strictness } from '../engine/types';
import { answer, newCommand } from './command';
import { inputsWithin } from './folder';
import { FORMATS, type Format, type Input } from './input';
import { around, OUTPUTS, type Output } from './print';
import { Progress } from './progress';
import { scanAll, sizeOfAll } from './scan-all';
import { strictnessOption } from './strictness';
import { isBeyond, type Limit, limitOf } from './tally';
import { EXIT, type Exit, Refusal, type Terminal } from './terminal';

type Options = {
  readonly strictness: Strictness;
  readonly format?: Format;
  readonly encoding?: string;
  readonly output?: Output;
  readonly json?: true;
  readonly table?: true;
  readonly failOn: readonly Limit[];
  readonly workers: number;
  readonly progress?: true;
  readonly stats?: true;
};

const WORKERS_MAX = 64;

const HELP = `
Formats, guessed from the name where not given (.ndjson .jsonl; .html .htm .xhtml; else text):
  text    each line is a paragraph, a short first line the headline
  html    the article of a page; each mark has a CSS selector and its line
  ndjson  {"id", "lang"?, "title"?, "text"} a line; prints {"id", "spans"} a line
In a folder all files whose names end so or in .txt are read, hidden ones and folders *_files aside;
with --format only files of that format.
Outputs:
  json      an object, a list of objects, or an object a line (ndjson)
  table     a row a mark
  markdown  a report with sentences, speakers and references
  github    annotations for a workflow: ::warning for the text's own voice, ::notice for all else
Offsets and columns are UTF-16 units, offsets half-open.
Exit code: 0 all was read, 1 something could not be read, 2 wrong usage, 3 a mark that --fail-on names.`;

/** `scan [FILE…|-]`: what Rupor marks in the texts. */
export async function scanCommand(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const program = newCommand('scan', 'Shows Kremlin sources, officials and wording in news texts.', terminal)
    .argument('[FILE...]', 'files and folders to read; none or -: the standard input')
    .addOption(new Option('--format <format>', 'how to read the input').choices(FORMATS))
    .option('--encoding <name>', 'of texts and pages (else UTF-8, or what a page names)', encodingOf)
    .addOption(strictnessOption())
    .addOption(new Option('--output <output>', 'how to print marks').choices(OUTPUTS))
    .addOption(
      new Option('--json', 'short for --output json (default, save on a terminal)').conflicts(['table', 'output']),
    )
    .addOption(new Option('--table', 'short for --output table (default on a terminal)').conflicts('output'))
    .addOption(
      new Option('--fail-on <marks>', 'exit with 3 at marks: adopted, reported (or adopted), any; adopted:framing')
        .argParser((text: string, before: readonly Limit[]) => [...before, limitOf(text)])
        .default([], 'never'),
    )
    .addOption(
      new Option('--workers <count>', 'threads that read at once; 1: none but the first')
        .argParser(workersOf)
        .default(Math.min(WORKERS_MAX, availableParallelism()), 'one a core'),
    )
    .option('--progress', 'tell how far it is, also into a file or pipe')
    .option('--stats', 'a last line with counts, speed and memory')
    .addHelpText('after', HELP);
  return answer(program, args, terminal, async () => {
    const options = program.opts<Options>();
    const all = await inputsWithin(program.args, options.format, terminal);
    const output = outputOf(options, all, terminal);
    const isFeed = all.some(({ format }) => format === 'ndjson');
    if (output === 'json' && isFeed && all.some(({ format }) => format !== 'ndjson')) {
      throw new Refusal(
        'Feeds cannot share one output with texts and pages: scan them one after the other.',
        EXIT.usage,
      );
    }
    // A folder gives a list even when one file is in it.
    const isAlone = all.length === 1 && all[0]?.name === (program.args[0] ?? '-');
    const { strictness, encoding, workers } = options;
    const run = await scanAll({
      inputs: all,
      manner: { strictness, output, encoding, frame: { width: terminal.width, isAlone } },
      around: around(output, !isFeed && !isAlone),
      workers,
      progress: new Progress(terminal, options.progress ?? terminal.isWatched, await sizeOfAll(all)),
      terminal,
    });
    if (options.stats) terminal.warn(run.summary);
    if (run.isBroken) return EXIT.broken;
    return options.failOn.some((limit) => isBeyond(run.tally, limit)) ? EXIT.marked : EXIT.fine;
  });
}

function outputOf({ output, json, table }: Options, all: readonly Input[], { width }: Terminal): Output {
  if (output) return output;
  if (json) return 'json';
  const isFeed = all.some(({ format }) => format === 'ndjson');
  return table || (!isFeed && width !== undefined) ? 'table' : 'json';
}

function encodingOf(text: string): string {
  try {
    return new TextDecoder(text).encoding;
  } catch {
    throw new InvalidArgumentError('There is no such encoding; write utf-8, windows-1251 or koi8-u, for example.');
  }
}

function workersOf(text: string): number {
  const count = Number(text);
  if (/^\d+$/u.test(text) && count >= 1 && count <= WORKERS_MAX) return count;
  throw new InvalidArgumentError(`Write a whole number from 1 to ${WORKERS_MAX}.`);
}
