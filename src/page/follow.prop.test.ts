// @vitest-environment happy-dom

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fill } from '../../tests/markup';
import type { Engine } from '../engine';
import type { Flag, Passage } from '../engine/types';
import { Dirt } from './dirt';
import { Reader } from './read';
import { Slices } from './slices';

/** An engine that marks every «знак»; what it is depends on the passage before, as whom a pronoun means does. */
const engine: Engine = {
  scan: () => ({ flags: [], voices: [] }),
  *read(passages: readonly Passage[]) {
    const flags = passages.flatMap(({ text }, passage): Flag[] =>
      [...text.matchAll(/знак/g)].map(({ index }) => {
        const span = { start: index, end: index + 4 };
        const how = { stance: 'adopted', confidence: 'sure', because: [] } as const;
        const entry = `after ${passages[passage - 1]?.text ?? 'nothing'}`;
        return { passage, span, paint: span, ...how, kind: 'framing', role: 'wording', entry };
      }),
    );
    return { flags, voices: [] };
  },
};
const slices = () => new Slices(new AbortController().signal);
const makeReader = () =>
  new Reader(
    async () => ({ ...engine, with: () => engine }),
    () => undefined,
  );
const read = (reader: Reader) => reader.read(document.body, 'article', slices(), async () => undefined);
const seen = ({ marks, words }: Awaited<ReturnType<typeof read>>) => ({
  marks: marks.map(({ block, flag }) => [
    block.passage.text,
    flag.entry,
    flag.span.start,
    block.pieces[0]?.node.isConnected,
  ]),
  words,
});

/** Does a change and tells of it as a browser does; happy-dom leaves the neighbours out. */
class Hand {
  readonly dirt = new Dirt();

  insert(parent: Element, node: Node, before: Node | null): void {
    if (node.parentNode) this.remove(node);
    const next = before?.parentNode === parent ? before : null;
    const previous = next ? next.previousSibling : parent.lastChild;
    parent.insertBefore(node, next);
    this.tell({ type: 'childList', target: parent, addedNodes: [node], previousSibling: previous, nextSibling: next });
  }

  remove(node: Node): void {
    const { parentNode, previousSibling, nextSibling } = node;
    if (!parentNode) return;
    parentNode.removeChild(node);
    this.tell({ type: 'childList', target: parentNode, removedNodes: [node], previousSibling, nextSibling });
  }

  write(text: Text, data: string): void {
    text.data = data;
    this.tell({ type: 'characterData', target: text });
  }

  hide(element: Element): void {
    element.toggleAttribute('hidden');
    this.tell({ type: 'attributes', target: element });
  }

  private tell(record: object): void {
    this.dirt.add({ addedNodes: [], removedNodes: [], previousSibling: null, nextSibling: null, ...record } as never);
  }
}

const elements = (selector: string) => [...document.body.querySelectorAll(selector)];
const texts = () =>
  elements('*').flatMap((each) => [...each.childNodes].filter((node) => node.nodeType === 3) as Text[]);
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

const PIECES = [
  '<p>новий знак тут</p>',
  '<p>без нічого</p>',
  '<b>знак</b>',
  '<div><p>знак</p>хвіст</div>',
  ' знак і ще ',
  '<br>',
];
const step = fc.record({ act: fc.nat(5), at: fc.nat(200), to: fc.nat(200), what: fc.nat(PIECES.length - 1) });

function act(hand: Hand, { act, at, to, what }: { act: number; at: number; to: number; what: number }): void {
  const parent = pick([document.body.firstElementChild as Element, ...elements('p, div')], at) as Element;
  const before = pick([...parent.childNodes, null], to) ?? null;
  if (act <= 1) {
    const holder = document.createElement('div');
    fill(holder, PIECES[what] ?? '');
    if (holder.firstChild) hand.insert(parent, holder.firstChild, before);
  } else if (act === 2) {
    const text = pick(texts(), at);
    if (text) hand.write(text, to % 2 ? 'інше' : 'знак знову');
  } else if (act === 3) {
    const gone = pick(elements('article p, article b, article div'), at);
    if (gone) hand.remove(gone);
  } else if (act === 4) {
    const moved = pick(elements('article p'), at);
    if (moved && !moved.contains(parent)) hand.insert(parent, moved, moved === before ? null : before);
  } else {
    const hidden = pick(elements('article p, article div'), at);
    if (hidden) hand.hide(hidden);
  }
}

/** A page with so much text is judged in parts, and its blocks are kept without their texts. */
const LONG = `<p>${'слово '.repeat(1500)}</p>`.repeat(5);

it.each([
  ['a page', '', 120],
  ['a long page', LONG, 30],
])(
  '%s that is followed reads as one that is read anew',
  async (_, more, numRuns) => {
    let inParts = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 6 }), async (rounds) => {
        const paragraphs = Array.from({ length: 12 }, (_, i) => `<p>абзац ${i} <b>знак</b> далі</p>`).join('');
        fill(
          document.body,
          `<article><h1>знак</h1>${paragraphs}<div>гола <i>знак</i> мова<p>абзац знак</p>хвіст</div>${more}</article>`,
        );
        const reader = makeReader();
        await read(reader);
        for (const steps of rounds) {
          const hand = new Hand();
          for (const one of steps) act(hand, one);
          const { whole, ...changed } = hand.dirt.take();
          const followed = whole ? undefined : await reader.readParts(changed, 'article', slices());
          all += 1;
          inParts += followed ? 1 : 0;
          expect(seen(followed ?? (await read(reader)))).toEqual(seen(await read(makeReader())));
        }
      }),
      { numRuns },
    );
    // Reading the whole page each time would pass as well.
    expect(inParts / all).toBeGreaterThan(0.8);
  },
  60_000,
);
