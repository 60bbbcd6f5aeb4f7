/** Runs in a saved page, in a browser without the extension: the gate and its price, and the text that is collected. */
import { collect, wholeOf } from '../../src/page/collect';
import { isNews } from '../../src/page/gate';
import { findScope } from '../../src/page/scope';

/** Looks after the first one; the least of them is what the code costs without other work beside it. */
const LOOKS = 15;

/** Milliseconds: `first` on a page never looked at before, `least` of the later looks. */
export type Look = { readonly news: boolean; readonly first: number; readonly least: number };

function look(): Look {
  const times: number[] = [];
  let news = false;
  for (let i = 0; i <= LOOKS; i += 1) {
    const start = performance.now();
    news = isNews(document);
    times.push(performance.now() - start);
  }
  const [first = 0, ...later] = times;
  return { news, first, least: Math.min(...later) };
}

function blocks(): string[] {
  const found: string[] = [];
  for (const block of collect(wholeOf(document.body, findScope(document.body), 'article'))) {
    if (block) found.push(`${block.passage.role}\t${block.passage.text}`);
  }
  return found;
}

Object.assign(globalThis, { rupor: { look, blocks } });
