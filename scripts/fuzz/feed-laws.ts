/** Laws of the feeds that the command line reads. */

import * as v from 'valibot';
import { readLines, readRecords } from '../../src/cli/ndjson';
import { holds, type Sample } from './sample';

const ANY = {
  schema: v.looseObject({ id: v.union([v.string(), v.number()]), text: v.string() }),
  mends: { id: 'x', text: 'y' },
};

/** Lone low halves from U+DC80 on stand for bytes of their own, which no UTF-8 has. */
function bytesOf(text: string): Buffer {
  const pieces = text.split(/([\udc80-\udcff])/);
  return Buffer.concat(
    pieces.map((piece, at) => (at % 2 === 0 ? Buffer.from(piece) : Buffer.from([piece.charCodeAt(0) & 0xff]))),
  );
}

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all<T>(from: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of from) found.push(one);
  return found;
}

export async function feedLaws({ texts }: Sample): Promise<void> {
  const bytes = bytesOf(texts.join('\n'));
  const whole = await all(readLines(chunks(bytes, Math.max(1, bytes.length))));
  for (const size of [1, 7]) {
    const parts = await all(readLines(chunks(bytes, size)));
    holds(
      JSON.stringify(parts) === JSON.stringify(whole),
      'lines are the same however the bytes come',
      () => `${size} at a time`,
    );
  }
  const lines = bytes.toString('latin1').split('\n').length;
  let last = 0;
  for (const { number } of whole) {
    holds(last < number && number <= lines, 'a line has its number', () => String(number));
    last = number;
  }
  const records = await all(readRecords('-', chunks(bytes, 64), ANY));
  holds(records.length === whole.length, 'each line is a record or a fault');
  for (const record of records)
    if ('fault' in record)
      holds(
        /^standard input, line \d+: .+\.$/s.test(record.fault) && !/[\p{Cc}]/u.test(record.fault),
        'a fault is one printable sentence',
        () => JSON.stringify(record.fault),
      );
}
