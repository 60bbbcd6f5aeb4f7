import { describe, expect, it } from 'vitest';
import type { Row } from '../../shared/messages';
import { twoLines } from './two-lines';

const cut = (before: string, mark: string) => twoLines({ before, mark, after: '' } as Row).before;

describe('twoLines', () => {
  it('leaves a short beginning as it is', () => {
    expect(cut('Раніше його називали ', 'ТАСС')).toBe('Раніше його називали ');
  });

  it('cuts a long beginning between words, so that the mark stays in sight', () => {
    const before = cut(
      'Як пише видання, посилаючись на джерело в дипломатичних колах, яке просило не називати його, ',
      'він',
    );
    expect(before).toMatch(/^…\S/);
    expect(before.length).toBeLessThanOrEqual(72);
    expect(before.endsWith('не називати його, ')).toBe(true);
  });

  it('cuts within a word where there is no other place', () => {
    expect(cut('а'.repeat(200), 'він')).toBe(`…${'а'.repeat(69)}`);
  });
});
