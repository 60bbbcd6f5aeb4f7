import { describe, expect, it } from 'vitest';
import { partsOf, wholeOf } from './parts';

const long = 'a'.repeat(5000);

describe('parts of a file', () => {
  it('are its long strings by themselves, and the rest', () => {
    const parts = partsOf(JSON.stringify({ a: 'short', b: { c: long }, d: `${long}d` }));
    expect(parts).toHaveLength(3);
    expect(parts.slice(1)).toEqual([long, `${long}d`]);
    expect(parts[0]?.length).toBeLessThan(200);
  });

  it('make the file again', () => {
    for (const file of [{ a: { b: { c: long, d: [1, [2], { e: null }] } }, f: long }, { а: 'є «так»' }, [long], 1]) {
      expect(wholeOf(partsOf(JSON.stringify(file)))).toEqual(file);
    }
  });

  it('have no character of two bytes where that makes them smaller in a browser', () => {
    const ascii = /^[\x20-\x7e]*$/;
    expect(partsOf(JSON.stringify({ є: `«ї» ${'a'.repeat(200)}` })).join('')).toMatch(ascii);
    expect(partsOf(JSON.stringify({ є: 'ї'.repeat(200) })).join('')).not.toMatch(ascii);
  });
});
