import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';

vi.mock('./browser', () => ({ browser: {} }));

import { KINDS, STANCES } from '../engine/types';
import { GROUNDS, HUES, LINES, TINTS, WEIGHTS } from './hues';
import { markName, markNames } from './mark-name';
import { PALETTES, STRENGTHS, STYLES } from './settings';
import { sheetOf } from './sheet';

const STANDARD = { style: 'line', strength: 'normal', palette: 'standard' } as const;
const LOOKS = STYLES.flatMap((style) =>
  STRENGTHS.flatMap((strength) => PALETTES.map((palette) => ({ style, strength, palette }))),
);

describe('the sheet of the marks', () => {
  it('is as it always was for whoever has chosen nothing', async () => {
    await expect(sheetOf(STANDARD, '')).toMatchFileSnapshot('../../tests/fixtures/marks.css');
  });

  it.each(LOOKS)('of $style, $strength, $palette is for the screen alone', (look) => {
    const top = sheetOf(look, '').match(/^\S.*\{$/gm);
    expect(top?.length).toBe(3);
    expect(top?.every((line) => line.startsWith('@media screen'))).toBe(true);
  });

  it.each(LOOKS)(
    'of $style, $strength, $palette has a rule for each name, inherited where the browser does so',
    (look) => {
      const names = (root: ':root' | '') =>
        [...sheetOf(look, root).matchAll(/^ *(\S*)::highlight\(([^)]+)\)/gm)].map(([, before, name]) => ({
          before,
          name,
        }));
      for (const root of [':root', ''] as const) {
        expect(names(root).every(({ before }) => before === root)).toBe(true);
        expect([...new Set(names(root).map(({ name }) => name))].sort()).toEqual(markNames().sort());
      }
    },
  );

  it('tints all words and draws no line where tints are chosen, but for the system’s colours', () => {
    const [plain, contrast, forced] = sheetOf({ ...STANDARD, style: 'tint' }, '')
      .split('@media')
      .slice(1);
    for (const part of [plain, contrast]) expect(part).not.toContain('text-decoration');
    for (const stance of STANCES) expect(plain).toContain(markName('framing', stance, 'dark'));
    expect(forced).toContain('underline wavy CanvasText 1.2px');
  });

  it('says nothing of Rupor in the names that a page can read', () => {
    expect(markNames().some((name) => /rupor|kremlin|propaganda/i.test(name))).toBe(false);
  });
});

describe('tokens.css', () => {
  const tokens = readFileSync(new URL('../parts/tokens.css', import.meta.url), 'utf8');
  const NAMES = { 'state-media': 'source', official: 'statement', framing: 'wording' } as const;
  const STANCE = { adopted: 'own', reported: 'reported', distanced: 'distanced' } as const;
  /** What a selector's first rule outside of media queries says. */
  const ruleOf = (selector: string): string => tokens.split(`\n${selector} {\n`)[1]?.split('\n}')[0] ?? '';
  const said = (rule: string, name: string): string | undefined => new RegExp(`--${name}: ([^;]+);`).exec(rule)?.[1];

  it.each(PALETTES)('has the hues of the palette %s', (palette) => {
    const rule = ruleOf(palette === 'standard' ? ':root,\n:host' : `[data-palette='${palette}']`);
    for (const kind of KINDS) {
      const name = NAMES[kind];
      const pair = (value: (ground: 'light' | 'dark') => string) => `light-dark(${GROUNDS.map(value).join(', ')})`;
      const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(' ');
      const of = HUES[palette][kind];
      expect(said(rule, name)).toBe(pair((ground) => of[ground].hue));
      expect(said(rule, `${name}-soft`)).toBe(pair((ground) => of[ground].soft));
      expect(said(rule, `${name}-tint`)).toBe(pair((ground) => `rgb(${rgb(of[ground].hue)} / ${of[ground].tint})`));
    }
  });

  it.each(STRENGTHS)('has the weights of the strength %s', (strength) => {
    const rule = ruleOf(strength === 'normal' ? ':root,\n:host' : `[data-strength='${strength}']`);
    for (const stance of STANCES) {
      expect(said(rule, `weight-${STANCE[stance]}`)).toBe(`${WEIGHTS[strength].line[stance]}px`);
      expect(said(rule, `wave-${STANCE[stance]}`)).toBe(`${WEIGHTS[strength].wave[stance]}px`);
      expect(said(rule, `tint-${STANCE[stance]}`)).toBe(String(TINTS[strength].alone[stance]));
    }
    expect(said(rule, 'tint-line')).toBe(String(TINTS[strength].line));
  });

  it('has a line for each kind', () => {
    for (const kind of KINDS) expect(said(ruleOf(':root,\n:host'), `${NAMES[kind]}-line`)).toBe(LINES[kind]);
  });
});
