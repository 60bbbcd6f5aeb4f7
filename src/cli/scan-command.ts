import { Option } from 'commander';
import type { Engine } from '../engine';
import type { Strictness } from '../engine/types';
import { answer, newCommand } from './command';
import { scanFeed } from './feed';
import { htmlArticle } from './html';
import { FORMATS, type Format, type Input, inputs, readDocument } from './input';
import { textPassages } from './passages';
import { sentenceAround } from './sentence';
import { type FoundSpan, findSpans } from './spans';
import { engineFor, strictnessOption } from './strictness';
import { table } from './table';
import { EXIT, type Exit, Refusal, type Terminal } from './terminal';

type Options = {
  readonly strictness: Strictness;
  readonly format?: Format;
  readonly json?: true;
  readonly table?: true;
};

/** What is printed of a text or a page. Offsets of `spans`: UTF-16, half-open, into the file's text or into `text`. */
type Scanned = {
  readonly file: string;
  readonly format: Format;
  /** The article's passages with an empty line between them; only where the input was not plain text already. */
  readonly text?: string;
  readonly spans: readonly FoundSpan[];
};

const COLUMNS = ['KIND', 'STANCE', 'WHO OR NARRATIVE', 'WORDS', 'SENTENCE'].map((head) => ({
  head,
  align: 'left' as const,
}));

const HELP = `
Formats, guessed from the name where not given (.ndjson .jsonl; .html .htm; else text):
  text    each line is a paragraph, a short first line the headline
  html    the article of a page
  ndjson  {"id", "lang"?, "title"?, "text"} a line; prints {"id", "spans"} a line
Offsets are UTF-16 units, half-open.
Exit code: 0 all was read, 1 something could not be read, 2 wrong usage.`;

/** `scan [FILE…|-]`: what Rupor marks in the texts. */
export async function scanCommand(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const program = newCommand('scan', 'Shows Kremlin sources, officials and wording in news texts.', terminal)
    .argument('[FILE...]', 'files to read; none or -: the standard input')
    .addOption(new Option('--format <format>', 'how to read the input').choices(FORMATS))
    .addOption(strictnessOption())
    .addOption(new Option('--json', 'print JSON (default, save on a terminal)').conflicts('table'))
    .option('--table', 'print a table (default on a terminal)')
    .addHelpText('after', HELP);
  return answer(program, args, terminal, async () => {
    const options = program.opts<Options>();
    const all = await inputs(program.args, options.format, terminal);
    const engine = engineFor(options.strictness);
    const isFeed = all.some(({ format }) => format === 'ndjson');
    const isTable = options.table ?? (options.json === undefined && !isFeed && terminal.width !== undefined);
    if (isTable) return printTables(all, engine, terminal);
    return isFeed ? printFeeds(all, engine, terminal) : printDocuments(all, engine, terminal);
  });
}

async function printFeeds(all: readonly Input[], engine: Engine, terminal: Terminal): Promise<Exit> {
  if (all.some(({ format }) => format !== 'ndjson')) {
    throw new Refusal('Feeds cannot share one output with texts and pages: scan them one after the other.', EXIT.usage);
  }
  let exit: Exit = EXIT.fine;
  for (const input of all) {
    for await (const item of scanFeed(input, engine)) {
      if ('fault' in item) {
        terminal.warn(item.fault);
        exit = EXIT.broken;
      } else await terminal.write(`${JSON.stringify({ id: item.id, spans: item.spans })}\n`);
    }
  }
  return exit;
}

async function printDocuments(all: readonly Input[], engine: Engine, terminal: Terminal): Promise<Exit> {
  const scanned: Scanned[] = [];
  for (const input of all) {
    const { text, spans } = await scanDocument(input, engine);
    const about = { file: input.name, format: input.format };
    scanned.push(input.format === 'html' ? { ...about, text, spans } : { ...about, spans });
  }
  await terminal.write(`${JSON.stringify(scanned.length === 1 ? scanned[0] : scanned, null, 2)}\n`);
  return EXIT.fine;
}

async function printTables(all: readonly Input[], engine: Engine, terminal: Terminal): Promise<Exit> {
  let exit: Exit = EXIT.fine;
  for (const input of all) {
    const heading = all.length > 1 ? `${input.name}\n` : '';
    if (input.format !== 'ndjson') {
      const { text, spans } = await scanDocument(input, engine);
      await terminal.write(heading + asTable(text, spans, terminal.width));
      continue;
    }
    for await (const item of scanFeed(input, engine)) {
      if ('fault' in item) {
        terminal.warn(item.fault);
        exit = EXIT.broken;
      } else await terminal.write(`${item.id}\n${asTable(item.text, item.spans, terminal.width)}`);
    }
  }
  return exit;
}

async function scanDocument(input: Input, engine: Engine): Promise<{ text: string; spans: FoundSpan[] }> {
  const source = await readDocument(input);
  const { text, placed } =
    input.format === 'html' ? htmlArticle(source) : { text: source, placed: textPassages(source) };
  return { text, spans: findSpans(engine, placed) };
}

function asTable(text: string, spans: readonly FoundSpan[], width: number | undefined): string {
  if (spans.length === 0) return 'Nothing to mark.\n\n';
  const rows = spans.map((span) => {
    const who = span.narrative ?? span.entity;
    return [span.kind, span.stance, who, span.text, sentenceAround(text, span)];
  });
  return `${table(COLUMNS, rows, width)}\n\n`;
}
