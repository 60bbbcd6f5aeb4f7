/** What marks look like, in one table: hues by palette, kind and ground; widths by strength. tokens.css says the same to our own pages; a test compares them. */
import type { Kind, Stance } from '../engine/types';
import type { Look } from './settings';

/** What is behind the words. */
export type Ground = 'light' | 'dark';
export const GROUNDS: readonly Ground[] = ['light', 'dark'];

/** `hue` of lines and text, `soft` of the faintest stance, both `#rrggbb`; opacity of the tint and of the flash after a jump. */
type Hue = { readonly hue: string; readonly soft: string; readonly tint: number; readonly flash: number };

/** How each palette was found, and what it measures: docs/decisions/015-palette.md. */
export const HUES: {
  readonly [P in Look['palette']]: { readonly [K in Kind]: { readonly [G in Ground]: Hue } };
} = {
  standard: {
    'state-media': {
      light: { hue: '#17766d', soft: '#4d9089', tint: 0.12, flash: 0.28 },
      dark: { hue: '#62cabd', soft: '#4c8f87', tint: 0.17, flash: 0.36 },
    },
    official: {
      light: { hue: '#96580c', soft: '#ab7c40', tint: 0.13, flash: 0.3 },
      dark: { hue: '#e0a252', soft: '#a17a48', tint: 0.17, flash: 0.36 },
    },
    framing: {
      light: { hue: '#6a2f9c', soft: '#9070b4', tint: 0.11, flash: 0.26 },
      dark: { hue: '#b98ff5', soft: '#8d75b3', tint: 0.19, flash: 0.38 },
    },
  },
  'colour-blind': {
    'state-media': {
      light: { hue: '#45726f', soft: '#678b89', tint: 0.15, flash: 0.3 },
      dark: { hue: '#a3e0ca', soft: '#79a091', tint: 0.16, flash: 0.34 },
    },
    official: {
      light: { hue: '#813c0b', soft: '#985a39', tint: 0.13, flash: 0.3 },
      dark: { hue: '#ef7926', soft: '#b7612a', tint: 0.19, flash: 0.38 },
    },
    framing: {
      light: { hue: '#431096', soft: '#6450ae', tint: 0.11, flash: 0.26 },
      dark: { hue: '#ad87ed', soft: '#856ab2', tint: 0.2, flash: 0.38 },
    },
  },
};

/** The style of the line tells the kind. */
export const LINES: { readonly [K in Kind]: 'solid' | 'dotted' | 'wavy' } = {
  'state-media': 'solid',
  official: 'dotted',
  framing: 'wavy',
};

type Weights = { readonly [S in Stance]: number };

/**
 * Its weight tells the stance. Pixels; Firefox draws whole ones: 1.75 would be 1, as thin as at a distance. A wave grows
 * with its thickness and would touch the next line, so it is thinner.
 */
export const WEIGHTS: { readonly [S in Look['strength']]: { readonly line: Weights; readonly wave: Weights } } = {
  quiet: {
    line: { adopted: 2, reported: 1.5, distanced: 1 },
    wave: { adopted: 1.2, reported: 1, distanced: 0.8 },
  },
  normal: {
    line: { adopted: 2.5, reported: 2, distanced: 1 },
    wave: { adopted: 1.6, reported: 1.2, distanced: 0.8 },
  },
  strong: {
    line: { adopted: 3.5, reported: 2.5, distanced: 1.5 },
    wave: { adopted: 1.8, reported: 1.5, distanced: 1.2 },
  },
};

/** How much of a hue's tint lies under the words: beside a line only under the outlet's own voice, else under all. */
export const TINTS: { readonly [S in Look['strength']]: { readonly line: number; readonly alone: Weights } } = {
  quiet: { line: 0.6, alone: { adopted: 1.6, reported: 1, distanced: 0.5 } },
  normal: { line: 1, alone: { adopted: 2.2, reported: 1.4, distanced: 0.7 } },
  strong: { line: 1.5, alone: { adopted: 3, reported: 1.9, distanced: 1 } },
};
