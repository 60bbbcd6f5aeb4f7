// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { fill } from '../../tests/markup';
import type { Entry } from './entries';
import { headingsOf } from './headings';
import type { Mark } from './ledger';

let id = 0;
/** The entry of a block that stands in this element, with a mark unless it says nothing. */
function entry(selector: string, marks = 1): Entry {
  const element = document.querySelector(selector);
  const anchor = element?.firstChild as Text;
  const role = /^H\d$/.test(element?.tagName ?? '') ? 'headline' : 'body';
  return {
    block: { passage: { text: anchor.data, role }, pieces: [] },
    anchor,
    length: anchor.data.length,
    marks: Array.from({ length: marks }, () => ({ id: ++id }) as Mark),
    voices: [],
    words: 1,
    isFresh: false,
  };
}

beforeEach(() => {
  id = 0;
  fill(
    document.body,
    '<h3>Меню</h3><h1>Назва</h1><p class="a">один</p><h2>Перша</h2><p class="b">два</p><h2 class="c">Друга ТАСС</h2><p class="d">три</p>',
  );
});

it('puts each mark under the last heading before it, and none under the title', () => {
  const list = [entry('h3', 0), entry('h1'), entry('.a'), entry('h2', 0), entry('.b', 2), entry('.c'), entry('.d')];
  expect([...headingsOf(list)]).toEqual([
    [3, 'Перша'],
    [4, 'Перша'],
    [5, 'Друга ТАСС'],
    [6, 'Друга ТАСС'],
  ]);
});
