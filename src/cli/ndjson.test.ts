import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LINE_MAX_BYTES, parseRecord, readLines, readRecords } from './ndjson';

const SHAPE = { schema: v.looseObject({ id: v.string() }), mends: { id: 'must be a string' } };

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? new TextEncoder().encode(part) : part;
}

async function lines(...parts: (string | Uint8Array)[]): Promise<(string | number)[][]> {
  const all: (string | number)[][] = [];
  for await (const line of readLines(chunks(...parts))) {
    all.push([line.number, 'fault' in line ? `! ${line.fault}` : line.text]);
  }
  return all;
}

describe('readLines', () => {
  const rows: [string, (string | Uint8Array)[], (string | number)[][]][] = [
    [
      'reads a last line without line feed',
      ['a\nb'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'takes the carriage return off',
      ['a\r\nb\r\n'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    ['counts empty lines and leaves them out', ['\n \r\n\na\n\n'], [[4, 'a']]],
    ['drops a byte order mark', ['\ufeffa\n'], [[1, 'a']]],
    [
      'joins a line that comes in pieces',
      ['a', 'b', '', '\n', 'c'],
      [
        [1, 'ab'],
        [2, 'c'],
      ],
    ],
    ['joins a letter cut in two', [Uint8Array.of(0xd0), Uint8Array.of(0x90, 10)], [[1, 'А']]],
    ['does not cut at a line separator inside JSON', ['"a\u2028b"\n'], [[1, '"a\u2028b"']]],
    [
      'names a line that is not UTF-8 and goes on',
      [Uint8Array.of(0xff, 10), 'a'],
      [
        [1, '! the line is not UTF-8. Save the file in UTF-8.'],
        [2, 'a'],
      ],
    ],
    ['reads nothing from nothing', [], []],
  ];
  it.each(rows)('%s', async (_, parts, expected) => {
    expect(await lines(...parts)).toEqual(expected);
  });

  it('refuses a line of more than 10 MB with the reason and reads the next', async () => {
    const block = 'x'.repeat(1024 * 1024);
    const huge = Array.from({ length: LINE_MAX_BYTES / block.length }, () => block);
    const read = await lines(...huge, 'x\n', 'next');
    expect(read[0]?.[1]).toContain('longer than 10 MB');
    expect(read[1]).toEqual([2, 'next']);
  });

  it('reads a line of just 10 MB', async () => {
    const read = await lines('x'.repeat(LINE_MAX_BYTES), '\n');
    expect(String(read[0]?.[1])).toHaveLength(LINE_MAX_BYTES);
  });
});

describe('parseRecord', () => {
  it.each([
    ['{"id":"a"', 'not JSON'],
    ['[]', 'must be a string'],
    ['"a"', 'not an object'],
    ['null', 'not an object'],
    ['{}', '"id" must be a string.'],
    ['{"id":1}', '"id" must be a string.'],
  ])('says of %s: %s', (text, fault) => {
    expect(parseRecord(text, SHAPE)).toMatchObject({ fault: expect.stringContaining(fault) });
  });
});

describe('readRecords', () => {
  it('names file and line of a fault and reads on', async () => {
    const all = [];
    for await (const item of readRecords('feed.ndjson', chunks('{"id":"a"}\n{}\n{"id":"b"}'), SHAPE)) all.push(item);
    expect(all).toEqual([
      { number: 1, value: { id: 'a' } },
      { fault: 'feed.ndjson, line 2: "id" must be a string.' },
      { number: 3, value: { id: 'b' } },
    ]);
  });
});
