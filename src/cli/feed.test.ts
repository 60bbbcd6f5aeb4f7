import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lot, lotsOf } from './feed';
import { LINE_MAX_BYTES, readLines } from './ndjson';

async function lots(chunks: readonly Uint8Array[]): Promise<Lot[]> {
  const all: Lot[] = [];
  const open = async function* () {
    yield* chunks;
  };
  for await (const lot of lotsOf({ name: 'a.ndjson', format: 'ndjson', open })) all.push(lot);
  return all;
}

async function linesOf(chunks: readonly Uint8Array[], firstLine?: number): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const line of readLines(chunks, firstLine)) all.push(line);
  return all;
}

describe('lots of a feed', () => {
  it('have the same lines with the same numbers, wherever the chunks are cut', async () => {
    const bytes = fc.uint8Array({ maxLength: 12 }).map((some) => some.map((byte) => (byte % 3 === 0 ? 10 : byte)));
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { maxLength: 8 }), async (chunks) => {
        const cut: unknown[] = [];
        for (const lot of await lots(chunks)) cut.push(...(await linesOf([lot.bytes], lot.firstLine)));
        expect(cut).toEqual(await linesOf(chunks));
      }),
    );
  });

  it('keep no more of a line that is too long than shows that it is', async () => {
    const chunk = new Uint8Array(LINE_MAX_BYTES / 2).fill(65);
    const [long, next] = await lots([chunk, chunk, chunk, chunk, chunk, Buffer.from('\nb\n')]);
    expect(long?.bytes.length).toBe(LINE_MAX_BYTES + 1);
    expect(next).toMatchObject({ firstLine: 2 });
    expect(await linesOf([long?.bytes ?? new Uint8Array()])).toMatchObject([{ number: 1, fault: expect.any(String) }]);
  });
});
