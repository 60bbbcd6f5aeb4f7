// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import { fill } from '../../tests/markup';
import { type Block, collect, wholeOf } from './collect';
import { blockOf, gistOf, isText, roleOf } from './gist';

const blocks = (): Block[] =>
  [...collect(wholeOf(document.body, document.body, 'page'))].filter((one) => one !== undefined);

describe('the gist of a block', () => {
  beforeEach(() => {
    fill(
      document.body,
      '<h1>Заголовок\nдня</h1><p> перший <b>рядок</b><br> другий <a href="/a">рядок</a><br></p><figcaption>підпис</figcaption>' +
        `<p>${'довге речення без кінця. '.repeat(1200)}</p>`,
    );
  });

  it('gives the block back: line breaks, line feeds, links, roles, parts of an endless text', () => {
    const all = blocks();
    expect(all.length).toBeGreaterThan(5);
    expect(all.map(gistOf).map(blockOf)).toEqual(all);
    expect(all.map(gistOf).map(roleOf)).toEqual(all.map(({ passage }) => passage.role));
  });

  it('holds no text, and knows it again', () => {
    for (const block of blocks()) {
      const gist = gistOf(block);
      const { text } = block.passage;
      expect(Object.values(gist)).not.toContain(text);
      expect(isText(gist, text)).toBe(true);
      expect(isText(gist, `${text.slice(0, -1)}ї`)).toBe(false);
      expect(isText(gist, `${text} `)).toBe(false);
    }
  });

  it('keeps the places of what follows a text that has become shorter', () => {
    const [, block] = blocks();
    const gist = gistOf(block as Block);
    (document.querySelector('b')?.firstChild as Text).data = 'р';
    const { passage } = blockOf(gist);
    expect(passage.text).toHaveLength(gist.length);
    expect(passage.text.indexOf('другий')).toBe(block?.passage.text.indexOf('другий'));
  });
});
