/** What docs/decisions/015-palette.md says of the hues, computed. */
import { readFileSync } from 'node:fs';
import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from 'culori';
import { describe, expect, it, vi } from 'vitest';

vi.mock('./browser', () => ({ browser: {} }));

import { KINDS } from '../engine/types';
import { GROUNDS, type Ground, HUES } from './hues';
import { PALETTES } from './settings';

const PAPERS: { readonly [G in Ground]: readonly string[] } = {
  light: ['#ffffff', '#f7f5f1', '#efece6'],
  dark: ['#1b1a19', '#242321', '#2e2c2a'],
};
const EYES = {
  deuteranopia: filterDeficiencyDeuter(1),
  protanopia: filterDeficiencyProt(1),
  tritanopia: filterDeficiencyTrit(1),
} as const;
type Eyes = keyof typeof EYES;
const eyes = Object.keys(EYES) as Eyes[];
const PAIRS = [
  ['state-media', 'official'],
  ['state-media', 'framing'],
  ['official', 'framing'],
] as const;

const linear = converter('lrgb');
const rgb = converter('rgb');
const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** The colour as these eyes see it. Machado 2009 is of linear light; the library applies its matrix to any numbers. */
function seen(by: Eyes, colour: string) {
  const { r = 0, g = 0, b = 0 } = linear(colour) ?? {};
  const light = EYES[by]({ mode: 'rgb', r, g, b }) as { r: number; g: number; b: number };
  return rgb({ mode: 'lrgb', r: clamp(light.r), g: clamp(light.g), b: clamp(light.b) });
}

const distance = differenceCiede2000();
/** The smallest CIEDE2000 distance of any two hues of a palette as these eyes see them. */
const nearest = (palette: (typeof PALETTES)[number], what: 'hue' | 'soft', ground: Ground, by: Eyes): number => {
  const of = HUES[palette];
  return Math.min(...PAIRS.map(([a, b]) => distance(seen(by, of[a][ground][what]), seen(by, of[b][ground][what]))));
};
const least = (palette: (typeof PALETTES)[number], what: 'hue' | 'soft', ground: Ground): number =>
  Math.min(...eyes.map((by) => nearest(palette, what, ground, by)));

describe.each(GROUNDS)('hues on %s paper', (ground) => {
  it.each(['hue', 'soft'] as const)(
    'are further apart for colour-blind readers in the palette made for them: %s',
    (what) => {
      expect(least('colour-blind', what, ground)).toBeGreaterThan(least('standard', what, ground) + 4);
    },
  );

  it.each(PALETTES)('can be read as text, and their soft ones seen as lines: %s', (palette) => {
    for (const kind of KINDS) {
      const { hue, soft } = HUES[palette][kind][ground];
      for (const paper of PAPERS[ground]) {
        expect(wcagContrast(hue, paper)).toBeGreaterThanOrEqual(4.5);
        expect(wcagContrast(soft, paper)).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(PALETTES)('measure what the decision says: %s', (palette) => {
    const said = readFileSync('docs/decisions/015-palette.md', 'utf8');
    for (const what of ['hue', 'soft'] as const) {
      const figures = eyes.map((by) => nearest(palette, what, ground, by).toFixed(1));
      expect(said).toContain(`| ${palette} | ${ground} | ${what} | ${figures.join(' | ')} |`);
    }
  });
});
