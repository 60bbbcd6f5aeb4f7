/** What runs inside a bench page, in its own world: our modules as they are built, and what they are measured against. */
import { type BareEngine, createEngine } from '../../src/engine';
import { type Lexicon, openLexicon } from '../../src/engine/hits';
import type { Tables } from '../../src/engine/terms';
import { wholeOf } from '../../src/lexicon/parts';
import { createMatcher, type Matcher } from './matcher';
import { highlighted, marked, perform, removal, wrapped } from './page-child-paint';
import { inSlices, wholly } from './page-child-read';
import { sameFlags, walks } from './page-child-walk';

declare global {
  /** Tables of the page's language in parts, as the extension's own script brings them. */
  var tables: readonly string[];
  var bench: typeof inside;
}

export type Tools = { readonly engine: BareEngine; readonly lexicon: Lexicon; readonly matcher: Matcher };
let tools: Tools | undefined;

/** Opens the engine. @returns milliseconds: the tables' parts are there, the code has never run */
function load(): number {
  const start = performance.now();
  const parsed = wholeOf(globalThis.tables) as Tables;
  const engine = createEngine(parsed);
  const time = performance.now() - start;
  tools = { engine, lexicon: openLexicon(parsed), matcher: createMatcher(parsed) };
  return time;
}

function ready(): Tools {
  if (!tools) load();
  if (!tools) throw new Error('no engine');
  return tools;
}

const inside = {
  load,
  /** All nodes of the document. */
  nodes,
  sameFlags: () => sameFlags(ready()),
  walks: (rounds: number) => walks(ready(), rounds),
  highlighted,
  wrapped,
  marked,
  perform,
  /** Lets the page come to rest. */
  rest: () => new Promise((done) => setTimeout(done, 300)),
  removal,
  wholly: () => wholly(ready()),
  inSlices: () => inSlices(ready()),
};

function nodes(): number {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let count = 0;
  while (walker.nextNode()) count++;
  return count;
}

globalThis.bench = inside;
