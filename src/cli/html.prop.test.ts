import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECES } from '../../tests/pieces';
import { squeeze } from './blocks';
import { type ElementPlace, htmlArticle } from './html';
import { Page } from './page';

const WORDS = Object.values(PIECES).flatMap(({ plain }) => plain.map((piece) => `${piece}.`));
const words = fc.constantFrom(...WORDS);
const blank = fc.constantFrom('', ' ', '\n', '\r\n  ', '\t');

/** Words with markup, entities, comments and hidden bits among them. */
const inline = fc
  .array(
    fc.oneof(
      words,
      words.map((text) => `<b>${text}</b>`),
      words.map((text) => `<a href="/x" id="a">${text.replace(' ', '&nbsp;')}</a>`),
      words.map((text) => text.replaceAll(' ', '\r\n')),
      fc.constantFrom('<!-- x -->', '&amp; &mdash; ', '<br>', '<o:p>x</o:p>', '<img src="x">'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '));

const block = fc
  .tuple(fc.constantFrom('p', 'p', 'p', 'h2', 'div', 'blockquote', 'li', 'td', 'section'), inline, blank)
  .map(([name, text, space]) => {
    const opened = name === 'p' ? '<p>' : `<${name} class="x">`;
    const whole = `${space}${opened}${space}${text}${name === 'p' ? '' : `</${name}>`}`;
    if (name === 'td') return `<table><tr>${whole}</table>`;
    return name === 'li' ? `<ul>${whole}</ul>` : whole;
  });

const page = fc
  .record({
    title: words,
    h1: fc.array(inline, { maxLength: 2 }),
    blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
    around: fc.constantFrom('article', 'main', 'div id="story"', 'div'),
  })
  .map(({ title, h1, blocks, around }) => {
    const head = `<head><meta charset="utf-8"><title>${title} - X</title></head>`;
    const heads = h1.map((text) => `<h1>${text}</h1>`).join('');
    const menu = '<nav><ul><li><a href="/">X</a></ul></nav><aside><p>X</aside>';
    return `<!doctype html>\r\n<html lang="uk">${head}\n<body>${menu}<${around}>${heads}${blocks.join('\n')}</${around.split(' ')[0]}></body></html>`;
  });

/** What a reader of the saved page finds at the place. */
function found(html: string, { selector, start, end }: ElementPlace): string | undefined {
  const matches = new Page(html).document.querySelectorAll(selector);
  expect(matches).toHaveLength(1);
  return matches[0]?.textContent?.slice(start, end);
}

describe('a place in a page', () => {
  it('leads back to the words, by selector and by line', () => {
    let shown = 0;
    fc.assert(
      fc.property(page, fc.array(fc.tuple(fc.nat(), fc.nat(60)), { minLength: 3, maxLength: 6 }), (html, cuts) => {
        const { text, placed, placeOf } = htmlArticle(html);
        const lines = html.split(/\r\n|\n|\r/u);
        for (const [at, length] of cuts) {
          const { passage, base = 0 } = placed[at % placed.length] ?? {};
          if (!passage) return;
          const from = at % passage.text.length;
          const wanted = passage.text.slice(from, from + 1 + length);
          if (wanted.trim() !== wanted) continue;
          const place = placeOf({ start: base + from, end: base + from + wanted.length });
          expect(text.slice(base + from, base + from + wanted.length)).toBe(wanted);
          if (!place) {
            expect(passage.role).toBe('headline'); // Readability took it from the page's data.
            continue;
          }
          expect(squeeze(found(html, place) ?? '')).toBe(wanted);
          if (place.line === undefined || place.column === undefined) continue;
          const word = /^\S+/u.exec(wanted)?.[0] ?? '';
          expect(lines[place.line - 1]?.slice(place.column - 1)).toSatisfy((rest: string) => rest.startsWith(word));
          shown += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(shown).toBeGreaterThan(40);
  }, 60_000);
});
