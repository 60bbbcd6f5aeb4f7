// @vitest-environment happy-dom

import { describe, expect, it } from 'vitest';
import { fill } from '../../tests/markup';
import { groundOf, luminanceOf } from './ground';

describe('luminanceOf', () => {
  const cases: readonly (readonly [colour: string, luminance: number | undefined])[] = [
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(0, 0, 0, 0)', undefined],
    ['rgba(255, 255, 255, 0.9)', 1],
    ['color(srgb 1 1 1)', 1],
    ['color(display-p3 0 0 0)', 0],
    ['oklch(1 0 0)', 1],
    ['lab(100 0 0)', 1],
    ['lab(0 0 0)', 0.0026],
    ['transparent', undefined],
  ];
  it.each(cases)('reads %s', (colour, luminance) => {
    if (luminance === undefined) expect(luminanceOf(colour)).toBeUndefined();
    else expect(luminanceOf(colour)).toBeCloseTo(luminance, 3);
  });
});

describe('groundOf', () => {
  it('takes the nearest background, not the page’s', () => {
    fill(
      document.body,
      '<div style="background-color: rgb(20, 20, 20)"><p>темно</p><p style="background-color: rgb(250, 250, 250)">світло</p></div>',
    );
    const [dark, light] = [...document.querySelectorAll('p')].map((p) => groundOf(p.firstChild as Text));
    expect([dark, light]).toEqual(['dark', 'light']);
  });
});
