/** Lines of JSON, one record a line, read in constant memory; every fault is a sentence with the line's number. */
import * as v from 'valibot';
import { printable } from './printable';

/** A news text is a few thousand bytes; a line this long is a wrong file and would only fill the memory. */
export const LINE_MAX_BYTES = 10 * 1024 * 1024;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** One line of a file, counted from 1, or the sentence that says why it cannot be read. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly fault: string };

/** A value, or the sentence that says what is wrong and how to mend it. */
export type Parsed<T> = { readonly value: T } | { readonly fault: string };

/** Bytes of one unfinished line. Past the limit they are forgotten, and only the fact is kept. */
class Collector {
  private pieces: Uint8Array[] = [];
  private size = 0;

  add(piece: Uint8Array): void {
    this.size += piece.length;
    if (this.size > LINE_MAX_BYTES) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  finish(number: number): Line {
    const line = this.decode(number);
    this.pieces = [];
    this.size = 0;
    return line;
  }

  private decode(number: number): Line {
    if (this.size > LINE_MAX_BYTES) {
      return { number, fault: 'the line is longer than 10 MB. Split its text into several records.' };
    }
    const bytes = Buffer.concat(this.pieces);
    const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
    try {
      // The decoder drops a byte order mark, also one left in the middle by joining two files.
      return { number, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end)) };
    } catch {
      return { number, fault: 'the line is not UTF-8. Save the file in UTF-8.' };
    }
  }
}

/** Cuts bytes at line feeds (a carriage return before it goes too); blank lines are counted and left out. */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  firstLine = 1,
): AsyncGenerator<Line> {
  const open = new Collector();
  let number = firstLine;
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      open.add(chunk.subarray(from, at));
      const line = open.finish(number);
      if (isWorthReading(line)) yield line;
      from = at + 1;
      number += 1;
    }
    open.add(chunk.subarray(from));
  }
  if (open.isEmpty) return;
  const last = open.finish(number);
  if (isWorthReading(last)) yield last;
}

/** What a record has to be, and for each of its fields the words that complete `"field" …` when it is not so. */
export type Shape<T> = {
  readonly schema: v.GenericSchema<unknown, T>;
  readonly mends: Readonly<Record<string, string>>;
};

/** A record and its line, or a whole sentence that names file, line, fault and mend. */
export type Numbered<T> = { readonly number: number; readonly value: T } | { readonly fault: string };

/** The records of a file in order; a broken line becomes a fault and does not stop the rest. */
export async function* readRecords<T>(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  shape: Shape<T>,
): AsyncGenerator<Numbered<T>> {
  for await (const line of readLines(bytes)) {
    const parsed = 'fault' in line ? line : parseRecord(line.text, shape);
    if ('fault' in parsed) yield { fault: atLine(name, line.number, parsed.fault) };
    else yield { number: line.number, value: parsed.value };
  }
}

/** The place of a fault in the words all messages use. */
export function atLine(name: string, number: number, fault: string): string {
  return `${name === '-' ? 'standard input' : name}, line ${number}: ${fault}`;
}

/** Reads one line as JSON of the given shape. */
export function parseRecord<T>(text: string, { schema, mends }: Shape<T>): Parsed<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = printable(error instanceof Error ? error.message : String(error));
    return { fault: `not JSON (${reason}). Write one whole object a line, such as {"id":"a1","text":"…"}.` };
  }
  const result = v.safeParse(schema, json, { abortEarly: true });
  if (result.success) return { value: result.output };
  const path = result.issues[0].path?.map((step) => String(step.key)) ?? [];
  const field = path.findLast((step) => Object.hasOwn(mends, step));
  if (field === undefined) return { fault: 'not an object. Write one object a line, such as {"id":"a1","text":"…"}.' };
  return { fault: `"${path.join('.')}" ${mends[field]}.` };
}

function isWorthReading(line: Line): boolean {
  return 'fault' in line || line.text.trim() !== '';
}
