/** Laws of reading a page: collecting, judging and the way back, on a document of a test environment. */
import './world';

import { asSpaces, type Block, collect, type Reach, wholeOf } from '../../src/page/collect';
import { match, wholeOf as wholeEntry } from '../../src/page/entries';
import { judge } from '../../src/page/judge';
import { measure } from '../../src/page/locate';
import { findScope } from '../../src/page/scope';
import { honest } from './engine-laws';
import { engineOf, entriesOf, hostsOf } from './engines';
import { Broken, holds, type Sample } from './sample';

const hosts = hostsOf();

/** Shows the page. @returns undefined for markup that the test environment itself cannot read or write */
function show(html: string): HTMLElement | undefined {
  try {
    document.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').childNodes);
    for (const template of document.querySelectorAll<HTMLTemplateElement>('x-host > template[shadowrootmode]')) {
      const host = template.parentElement;
      if (host && !host.shadowRoot) host.attachShadow({ mode: 'open' }).append(template.content);
    }
    return document.documentElement.outerHTML === '' ? undefined : document.body;
  } catch {
    return undefined;
  }
}

function blocksOf(root: Element, reach: Reach): Block[] {
  const blocks: Block[] = [];
  const walk = collect(wholeOf(root, findScope(root), reach));
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done) {
      holds(step.value.end === 'done', 'a walk through a page at rest reaches its end', () => String(step.value));
      return blocks;
    }
    if (step.value) blocks.push(step.value);
  }
}

/** Each unit of a block is the page's own, or the line feed of a line break. */
function traced({ passage: { text }, pieces }: Block): void {
  let at = 0;
  for (const piece of pieces) {
    const between = text.slice(at, piece.at);
    holds(at <= piece.at && /^\n*$/.test(between), 'between pieces are line breaks alone', () =>
      JSON.stringify(between),
    );
    const data = asSpaces(piece.node.data.slice(piece.from, piece.from + piece.length));
    holds(text.slice(piece.at, piece.at + piece.length) === data, 'a piece says what its node says', () =>
      JSON.stringify(data),
    );
    at = piece.at + piece.length;
  }
  holds(/^\n*$/.test(text.slice(at)), 'nothing follows the last piece');
}

export function pageLaws({ lang, texts }: Sample): void {
  const body = show(texts.join(''));
  if (!body) return;
  const before = document.documentElement.outerHTML;
  for (const reach of ['article', 'page'] as const) {
    const blocks = blocksOf(body, reach);
    blocks.forEach(traced);
    const again = blocksOf(body, reach).map(({ passage }) => passage);
    const passages = blocks.map(({ passage }) => passage);
    holds(JSON.stringify(again) === JSON.stringify(passages), 'a page is collected the same again');
    const reading = engineOf(lang).scan(passages, 'wide');
    honest(reading, passages, entriesOf(lang));
    let id = 0;
    const entries = match(blocks, () => undefined).map(wholeEntry);
    for (const { marks } of judge(entries, 0, reading, hosts, () => ++id)) {
      for (const { flag, block } of marks) located(block, flag.span);
    }
  }
  holds(document.documentElement.outerHTML === before, 'a page is left as it was');
}

/** The way back leads to the words. */
function located(block: Block, span: { readonly start: number; readonly end: number }): void {
  const words = block.passage.text.slice(span.start, span.end);
  const range = measure(block, span);
  if (!range) throw new Broken('a flag has its place in the page', JSON.stringify(words));
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const first = asSpaces((startContainer as Text).data.charAt(startOffset));
  const last = asSpaces((endContainer as Text).data.charAt(endOffset - 1));
  holds(words.startsWith(first) && words.endsWith(last), 'the place in the page holds the words', () =>
    JSON.stringify([words, first, last]),
  );
}
