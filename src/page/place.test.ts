import { describe, expect, it } from 'vitest';
import { placeOf } from './place';

const SENTENCE = 'За даними агентства, усе тихо.';

describe('placeOf', () => {
  it('is sixteen hexadecimal digits', () => {
    expect(placeOf('visnyk.example', 'tass', SENTENCE)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('stays the same when only case, white space or invisible characters change', () => {
    const other = '  за ДАНИМИ\u00a0агент\u00adства,\n усе\u200b тихо. ';
    expect(placeOf('visnyk.example', 'tass', other)).toBe(placeOf('visnyk.example', 'tass', SENTENCE));
  });

  it('differs by host, entry and sentence', () => {
    const places = [
      placeOf('visnyk.example', 'tass', SENTENCE),
      placeOf('inshe.example', 'tass', SENTENCE),
      placeOf('visnyk.example', 'ria_novosti', SENTENCE),
      placeOf('visnyk.example', 'tass', 'За даними агентства, усе гучно.'),
    ];
    expect(new Set(places).size).toBe(places.length);
  });

  it('is FNV-1a: a known value stays known after an update', () => {
    expect(placeOf('a', 'b', 'c')).toBe(fnv('a\nb\nc'));
  });
});

/** The same sum, written with plain numbers in base 2^16. */
function fnv(text: string): string {
  let parts = [0x2325, 0x8422, 0x9ce4, 0xcbf2];
  for (const byte of new TextEncoder().encode(text)) {
    const [a = 0, b = 0, c = 0, d = 0] = parts;
    const x = a ^ byte;
    // The prime is 2^40 + 0x1b3.
    const sums = [x * 0x1b3, b * 0x1b3, c * 0x1b3 + ((x << 8) & 0xffff), d * 0x1b3 + (x >>> 8) + ((b << 8) & 0xffff)];
    let carry = 0;
    parts = sums.map((sum) => {
      const whole = sum + carry;
      carry = Math.floor(whole / 0x10000);
      return whole % 0x10000;
    });
  }
  return parts
    .reverse()
    .map((part) => part.toString(16).padStart(4, '0'))
    .join('');
}
