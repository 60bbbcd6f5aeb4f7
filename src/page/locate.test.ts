// @vitest-environment happy-dom

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fill } from '../../tests/markup';
import { type Block, collect, wholeOf } from './collect';
import { locate, measure } from './locate';

// The test's DOM has no StaticRange; a browser's keeps just these four.
vi.stubGlobal(
  'StaticRange',
  class {
    constructor(ends: object) {
      Object.assign(this, ends);
    }
  },
);

beforeEach(() => {
  document.body.replaceChildren();
});

function read(html: string): Block {
  fill(document.body, html);
  const [block] = [...collect(wholeOf(document.body, document.body, 'article'))].filter((found) => found !== undefined);
  if (!block) throw new Error('no block');
  return block;
}

const found = (block: Block, words: string) => {
  const start = block.passage.text.indexOf(words);
  return measure(block, { start, end: start + words.length })?.toString();
};

describe('locate', () => {
  it('finds words in one text node', () => {
    expect(found(read('<p>За даними агентства, тихо.</p>'), 'агентства')).toBe('агентства');
  });

  it('finds words that markup cuts in pieces', () => {
    const block = read('<p>За <i>дани</i>ми <b>агент</b>ства, тихо.</p>');
    expect(found(block, 'даними агентства')).toBe('даними агентства');
  });

  it('begins and ends in the words, not at the edge of the node before', () => {
    const block = read('<p>За даними <b>агентства</b> тихо.</p>');
    const start = block.passage.text.indexOf('агентства');
    const range = locate(block, { start, end: start + 'агентства'.length });
    expect(range?.startContainer.textContent).toBe('агентства');
    expect(range?.startOffset).toBe(0);
    expect(range?.endContainer.textContent).toBe('агентства');
  });

  it('reaches across a line break, which has no text node', () => {
    const block = read('<p>речник<br>Кремля сказав</p>');
    expect(block.passage.text).toBe('речник\nКремля сказав');
    expect(found(block, 'речник\nКремля')).toBe('речникКремля');
  });

  it('finds nothing where the page has changed meanwhile', () => {
    const changed = read('<p>За даними агентства.</p>');
    const text = document.querySelector('p')?.firstChild as Text;
    text.data = 'Зовсім інше.';
    expect(found(changed, 'агентства')).toBeUndefined();
    const gone = read('<p>За даними агентства.</p>');
    document.querySelector('p')?.remove();
    expect(found(gone, 'агентства')).toBeUndefined();
  });
});
