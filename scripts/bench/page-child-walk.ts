/** Walking and reading a page, against the least that looking at every letter of it takes. */

import { readHits } from '../../src/engine/hits';
import { parse } from '../../src/engine/syntax';
import type { Passage } from '../../src/engine/types';
import { collect, wholeOf } from '../../src/page/collect';
import type { Tools } from './page-child';

/** Text given to the engine at once, as an article has it. UTF-16 units. */
const ARTICLE = 12_000;

/** Blocks of the whole page, as the content script collects them. */
function passagesOf(root: Element): Passage[] {
  const found: Passage[] = [];
  for (const block of collect(wholeOf(root, root, 'article'))) if (block) found.push(block.passage);
  return found;
}

/** Passages, an article's worth at a time. */
function* articles(passages: readonly Passage[]): Generator<Passage[]> {
  let part: Passage[] = [];
  let length = 0;
  for (const passage of passages) {
    part.push(passage);
    length += passage.text.length;
    if (length < ARTICLE) continue;
    yield part;
    part = [];
    length = 0;
  }
  if (part.length > 0) yield part;
}

/** Every flag of the page, as text. @param passages in reading order */
function flagsOf({ engine }: Tools, passages: readonly Passage[]): string {
  const found = [...articles(passages)].map((part) => engine.scan(part, 'wide').flags);
  return JSON.stringify(found);
}

/** Does a walk by blocks find what is in the paragraphs? @returns how many flags there are; throws where they differ */
export function sameFlags(tools: Tools): number {
  const walked = flagsOf(tools, passagesOf(document.body));
  const known = [...document.querySelectorAll('p')].map(
    ({ textContent }): Passage => ({ text: textContent, role: 'body' }),
  );
  if (walked !== flagsOf(tools, known)) throw new Error('the walk reads something else than the paragraphs say');
  const formsOf = (passages: readonly Passage[]): string =>
    JSON.stringify(passages.map(({ text }) => tools.matcher(text)));
  if (formsOf(passagesOf(document.body)) !== formsOf(known)) throw new Error('the walk finds other forms');
  return walked.split('"paint"').length - 1;
}

/** A string in one piece: one joined of many costs more to look at. */
const flat = (text: string): string =>
  new TextDecoder('utf-16le').decode(Uint16Array.from(text, (unit) => unit.charCodeAt(0)));

/** Milliseconds, the least of so many rounds taken in turns. */
export type Walks = {
  /** A walk over the text nodes and a look at every unit of their text: what nobody can go below. */
  readonly bare: number;
  /** Blocks collected. */
  readonly collect: number;
  /** Blocks collected, and every form in them found. */
  readonly matcher: number;
  /** Blocks collected; their words, sentences and all that each form can mean. */
  readonly words: number;
  /** Blocks collected and read with all rules. */
  readonly reading: number;
  /** One `innerText` after a change of the page's width. */
  readonly inner: number;
};

/** A sum that nobody reads, so that no loop is optimised away. */
const sink = { value: 0 };

export function walks(tools: Tools, rounds: number): Walks {
  const { body } = document;
  const text = flat(body.textContent);
  let isWide = false;
  const works: Record<keyof Walks, () => unknown> = {
    bare: () => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) sink.value += (walker.currentNode as Text).data.length;
      for (let i = 0; i < text.length; i++) sink.value = (sink.value + text.charCodeAt(i)) | 0;
    },
    collect: () => passagesOf(body),
    matcher: () => passagesOf(body).map(({ text }) => tools.matcher(text).length),
    words: () => {
      const { lexicon } = tools;
      return passagesOf(body).map(({ text }) => readHits(parse(lexicon.words.read(text)), lexicon).length);
    },
    reading: () => [...articles(passagesOf(body))].map((part) => tools.engine.scan(part).flags.length),
    inner: () => body.innerText.length,
  };
  const best: Record<string, number> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(works)) {
      if (name === 'inner') {
        isWide = !isWide;
        body.style.width = isWide ? '700px' : '720px';
      }
      const start = performance.now();
      work();
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, performance.now() - start);
    }
  }
  return best as Walks;
}
