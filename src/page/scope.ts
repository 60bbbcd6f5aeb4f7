/** Where on the page the article is: the smallest container that holds most of its running text. */
import { around, holds, textOf } from './dom';

/** A shorter paragraph is a caption, a teaser or a button. */
const PARAGRAPH_MIN = 60;
/** Reading the lengths of more paragraphs than this costs more than it tells. */
const PARAGRAPHS_MAX = 1500;
/** Articles that share a page (a feed that goes on) each hold less than this, so the page as a whole is read. */
const SHARE = 0.6;

const CONTAINERS = '[itemprop="articleBody"], article, main, [role="main"], [role="article"]';
const BESIDE = 'nav, aside, footer, [role="complementary"], [role="dialog"]';

/** @returns the article's container, or `body` where there is no clear one */
export function findScope(body: Element): Element {
  const containers = [...body.querySelectorAll(CONTAINERS)];
  if (containers.length === 0) return body;
  const weights = new Map<Element, number>(containers.map((container) => [container, 0]));
  let total = 0;
  for (const paragraph of [...body.querySelectorAll('p')].slice(0, PARAGRAPHS_MAX)) {
    const weight = textOf(paragraph).trim().length;
    if (weight < PARAGRAPH_MIN || around(paragraph, BESIDE)) continue;
    total += weight;
    let container = around(paragraph, CONTAINERS);
    while (container !== null) {
      weights.set(container, (weights.get(container) ?? 0) + weight);
      container = container.parentElement && around(container.parentElement, CONTAINERS);
    }
  }
  let best = body;
  for (const [container, weight] of weights) {
    if (total > 0 && weight >= total * SHARE && holds(best, container)) best = container;
  }
  return best;
}
