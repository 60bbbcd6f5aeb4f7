/** Reads and prints one piece of work: a text, a page, or some lines of a feed. The same on every thread. */
import type { Engine } from '../engine';
import type { Strictness } from '../engine/types';
import { type Lot, STORY } from './feed';
import { type Input, readDocument } from './input';
import { atLine, parseRecord, readLines } from './ndjson';
import { storyPassages, textPassages } from './passages';
import { type Frame, type Output, printed } from './print';
import type { Scanned } from './scanned';
import { findMarks } from './spans';
import { engineFor } from './strictness';
import { NOTHING, sum, type Tally, tallyOf } from './tally';
import { Refusal } from './terminal';

/** What holds for all of a run. */
export type Manner = {
  readonly strictness: Strictness;
  readonly output: Output;
  readonly frame: Frame;
  /** Of texts and pages, where they do not name it themselves. */
  readonly encoding?: string | undefined;
};

/** A file as a whole, or some lines of a feed. */
export type Job = { readonly file: Input } | { readonly lot: Lot; readonly without?: readonly number[] };

/** What came of a job. */
export type Done = {
  readonly out: string;
  /** Sentences about what could not be read. */
  readonly faults: readonly string[];
  readonly tally: Tally;
};

/** Is told which line is read now, so that whoever sees the thread die knows what it died of. */
export type At = (line: number) => void;

export class Scanner {
  private readonly engine: Engine;

  constructor(
    private readonly manner: Manner,
    private readonly at: At = () => undefined,
  ) {
    this.engine = engineFor(manner.strictness);
  }

  do(job: Job): Promise<Done> {
    return 'file' in job ? this.readFile(job.file) : this.readLot(job.lot, job.without ?? []);
  }

  private async readFile(input: Input): Promise<Done> {
    try {
      const source = await readDocument(input, this.manner.encoding);
      return this.show(input.format === 'html' ? await this.page(input, source) : this.text(input, source));
    } catch (error) {
      return { out: '', faults: [faultOf(input.name, error)], tally: NOTHING };
    }
  }

  private text({ name, format }: Input, text: string): Scanned {
    return { file: name, format, text, marks: findMarks(this.engine, textPassages(text)) };
  }

  private async page({ name, format }: Input, html: string): Promise<Scanned> {
    // The reader of pages is large, and most runs have none.
    const { htmlArticle } = await import('./html');
    const { text, placed, placeOf } = htmlArticle(html);
    const marks = findMarks(this.engine, placed).map((mark) => {
      const at = placeOf(mark.span);
      return at ? { ...mark, at } : mark;
    });
    return { file: name, format, text, marks };
  }

  private async readLot({ name, firstLine, bytes }: Lot, without: readonly number[]): Promise<Done> {
    const out: string[] = [];
    const faults: string[] = [];
    let tally = NOTHING;
    for await (const line of readLines([bytes], firstLine)) {
      if (without.includes(line.number)) continue;
      this.at(line.number);
      const parsed = 'fault' in line ? line : parseRecord(line.text, STORY);
      if ('fault' in parsed) {
        faults.push(atLine(name, line.number, parsed.fault));
        continue;
      }
      const { id, lang, title, text } = parsed.value;
      try {
        const marks = findMarks(
          this.engine,
          storyPassages({ title: title ?? undefined, lang: lang ?? undefined, text }),
        );
        const done = this.show({ file: name, format: 'ndjson', record: { id, line: line.number }, text, marks });
        out.push(done.out);
        tally = sum(tally, done.tally);
      } catch (error) {
        // A record that breaks the engine is reported like a broken line: the rest of a long feed is still wanted.
        faults.push(atLine(name, line.number, brokenEngine(error)));
      }
    }
    return { out: out.join(''), faults, tally };
  }

  private show(scanned: Scanned): Done {
    const { output, frame } = this.manner;
    const tally = tallyOf(scanned.marks.map(({ span }) => span));
    return { out: printed(scanned, output, frame), faults: [], tally };
  }
}

/** Why a file could not be read: the reader's own fault in our words, the system's in its own. */
export function faultOf(name: string, error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof Error && 'code' in error) return `${name} cannot be read (${String(error.code)}).`;
  return `${name}: ${brokenEngine(error)}`;
}

function brokenEngine(error: unknown): string {
  return `the engine failed (${error instanceof Error ? error.message : String(error)}). Please report this text.`;
}
