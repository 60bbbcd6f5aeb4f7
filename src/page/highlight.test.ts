import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const sheet = read('./highlight.css');
const tokens = read('../parts/tokens.css');

/** Light and dark value of a token. */
function pair(name: string): [string, string] {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}:\\s*light-dark\\((.+?),\\s*(#\\w+|rgb\\(.+?\\))\\);`).exec(tokens) ?? [];
  return [light, dark];
}
const plain = (colour: string) => colour.replace(/\b0\./g, '.');
const rule = (name: string) => plain(new RegExp(`::highlight\\(${name}\\) \\{([^}]*)\\}`).exec(sheet)?.[1] ?? '');

describe('highlight.css', () => {
  const kinds = [
    ['s', 'source', 'solid'],
    ['o', 'statement', 'dotted'],
    ['f', 'wording', 'wavy'],
  ] as const;
  it.each(kinds)('paints kind %s with the tokens of %s', (letter, token, line) => {
    for (const [index, ground] of (['light', 'dark'] as const).entries()) {
      const hue = pair(token)[index] as string;
      const soft = pair(`${token}-soft`)[index] as string;
      const tint = plain(pair(`${token}-tint`)[index] as string);
      expect(hue).toMatch(/^#/);
      expect(rule(`passage-${letter}1-${ground}`)).toContain(`underline ${line} ${hue}`);
      expect(rule(`passage-${letter}2-${ground}`)).toContain(`underline ${line} ${hue}`);
      expect(rule(`passage-${letter}3-${ground}`)).toContain(`underline ${line} ${soft}`);
      expect(rule(`passage-${letter}1-${ground}`)).toContain(`background-color: ${tint}`);
      expect(rule(`passage-${letter}4-${ground}`)).toContain(`background-color: ${tint}`);
    }
  });

  it('prints nothing: every rule is for the screen', () => {
    const top = sheet.replace(/\/\*[\s\S]*?\*\//g, '').match(/^\S.*\{$/gm);
    expect(top?.every((line) => line.startsWith('@media screen'))).toBe(true);
  });

  it('says nothing of Rupor in the names that a page can read', () => {
    expect(sheet.match(/::highlight\([^)]*\)/g)?.some((name) => /rupor|kremlin|propaganda/i.test(name))).toBe(false);
  });
});
