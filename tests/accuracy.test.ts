import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wilson, withFigures } from '../scripts/accuracy-rows';
import { ACCURACY } from '../src/ui/options/accuracy';

describe('docs/accuracy.md', () => {
  it('has the figures that the options page shows (npm run accuracy writes both)', () => {
    const page = readFileSync('docs/accuracy.md', 'utf8');
    expect(page).toBe(withFigures(page, ACCURACY));
    expect(page).toContain(`| all | all | ${ACCURACY.texts} |`);
  });

  it('gives intervals as Wilson does', () => {
    expect(wilson(8, 10).map((bound) => bound.toFixed(3))).toEqual(['0.490', '0.943']);
    expect(wilson(10, 10).map((bound) => bound.toFixed(3))).toEqual(['0.722', '1.000']);
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});
