/** A thousand places in a page, shown in three ways, and what the page's own edits cost with them. */
import Mark from 'mark.js';
import type { Flag } from '../../src/engine/types';
import { collect, wholeOf } from '../../src/page/collect';
import { Painter } from '../../src/page/paint';
import { Slices } from '../../src/page/slices';

/** Every text node of the page. */
function all(): Text[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

type Place = { readonly node: Text; readonly start: number; readonly end: number };

/** The first word of so many text nodes, evenly over the page. */
function places(count: number): Place[] {
  const nodes = all().filter(({ data }) => /^\s*\S+\s/.test(data));
  const step = Math.floor(nodes.length / count);
  return Array.from({ length: count }, (_, i) => {
    const node = nodes[i * step] as Text;
    const start = node.data.search(/\S/);
    return { node, start, end: start + node.data.slice(start).search(/\s/) };
  });
}

/** The places as the page's script paints them. */
function marksOf(wanted: readonly Place[]): Parameters<Painter['show']>[0] {
  const byNode = new Map(wanted.map((place) => [place.node, place]));
  const marks: Parameters<Painter['show']>[0][number][] = [];
  for (const block of collect(wholeOf(document.body, document.body, 'article'))) {
    if (!block) continue;
    for (const { node, at } of block.pieces) {
      const place = byNode.get(node);
      if (!place) continue;
      const paint = { start: at + place.start, end: at + place.end };
      const flag: Flag = {
        kind: 'framing',
        role: 'wording',
        passage: 0,
        span: paint,
        paint,
        stance: 'reported',
        confidence: 'sure',
        because: [],
        entry: 'kyiv_regime',
      };
      marks.push({ id: marks.length + 1, flag, block, evidence: [] });
    }
  }
  if (marks.length !== wanted.length) throw new Error(`${marks.length} marks, not ${wanted.length}`);
  return marks;
}

/** How many ranges are painted. */
const painted = (): number => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);

/** What is made before the clock starts; `run` is what is measured. Each throws where not every place was marked. */
type Act = { run(): Promise<void> };
let act: Act | undefined;

/** Gets ready to mark so many places in one of three ways. */
export const highlighted = (count: number): void => {
  const marks = marksOf(places(count));
  act = {
    async run() {
      const painter = new Painter(async () => false);
      await painter.show(marks, new Slices(new AbortController().signal), false);
      if (painted() !== count) throw new Error(`${painted()} places painted, not ${count}`);
    },
  };
};

export const wrapped = (count: number): void => {
  const wanted = places(count);
  act = {
    async run() {
      for (const { node, start, end } of wanted) {
        const middle = node.splitText(start);
        middle.splitText(end - start);
        const mark = document.createElement('mark');
        middle.replaceWith(mark);
        mark.append(middle);
      }
      expectMarks(count);
    },
  };
};

export const marked = (count: number): void => {
  const wanted = new Map(places(count).map((place) => [place.node, place]));
  const ranges: { start: number; length: number }[] = [];
  let offset = 0;
  for (const node of all()) {
    const place = wanted.get(node);
    if (place) ranges.push({ start: offset + place.start, length: place.end - place.start });
    offset += node.data.length;
  }
  act = {
    async run() {
      await new Promise<void>((done) => new Mark(document.body).markRanges(ranges, { done: () => done() }));
      expectMarks(count);
    },
  };
};

function expectMarks(count: number): void {
  const { length } = document.querySelectorAll('mark');
  if (length !== count) throw new Error(`${length} places marked, not ${count}`);
}

/** Does what was made ready, and waits until it is on the screen. */
export async function perform(): Promise<void> {
  await act?.run();
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

/** Milliseconds that 500 `removeChild` of the page's own take: with so many highlights, and without; the least of rounds in turns. */
export async function removal(count: number, rounds: number): Promise<{ with: number; without: number }> {
  const marks = marksOf(places(count));
  const paragraphs = [...document.querySelectorAll('p')].slice(0, 500);
  const best = { with: Number.POSITIVE_INFINITY, without: Number.POSITIVE_INFINITY };
  const painter = new Painter(async () => false);
  for (let round = 0; round < rounds; round++) {
    for (const how of ['without', 'with'] as const) {
      if (how === 'with') await painter.show(marks, new Slices(new AbortController().signal), false);
      else await painter.show([], new Slices(new AbortController().signal), false);
      if (painted() !== (how === 'with' ? count : 0)) throw new Error(`${painted()} places painted`);
      await new Promise(requestAnimationFrame);
      const places = paragraphs.map((one) => ({ one, parent: one.parentNode as Node, next: one.nextSibling }));
      const start = performance.now();
      for (const { one, parent } of places) parent.removeChild(one);
      best[how] = Math.min(best[how], performance.now() - start);
      for (const { one, parent, next } of places.toReversed()) parent.insertBefore(one, next);
    }
  }
  return best;
}
