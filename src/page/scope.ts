/** Where on the page the article is: the smallest container that holds most of its running text. */
import { drain, type Steps } from '../engine';
import { all, around, dataOf, elementAround, holds, isBefore, lengthOf, textOf } from './dom';

/** A shorter text is a caption, a teaser or a button. UTF-16 units. */
const TEXT_MIN = 60;
/** Knowing more texts than this costs more than it tells. */
const TEXTS_MAX = 1500;
/** Text nodes, short ones too, that are looked at: some milliseconds. */
const STEPS_MAX = 20_000;
const STEPS_BETWEEN_PAUSES = 256;
/** Articles that share a page (a feed that goes on) each hold less than this, so the page as a whole is read. */
const SHARE = 0.6;
/** A container that is not marked as one has to hold more: half an article is no article. */
const PLAIN_SHARE = 0.75;
/** Less running text than this does not tell where the article is. UTF-16 units. */
const PLAIN_MIN = 500;

const ARTICLE = 'article, [role="article"]';
const CONTAINERS = `[itemprop="articleBody"], main, [role="main"], ${ARTICLE}`;
const PLAIN = 'div, section, td';
const NOT_RUNNING =
  'a, script, style, noscript, template, textarea, button, select, nav, aside, footer, ' +
  '[role="complementary"], [role="dialog"], [hidden]';

/** A text node's element, and the text's length in UTF-16 units. */
type Running = { readonly element: Element; readonly length: number };

/** @returns the article's container, or `body` where there is no clear one */
export function findScope(body: Element): Element {
  return drain(scopeSteps(body));
}

/** Texts between two moments at which the caller may pause. */
const TEXTS_BETWEEN_PAUSES = 32;

/** The same, with pauses: a page may have a hundred thousand elements. */
export function* scopeSteps(body: Element): Steps<Element> {
  const texts = yield* runningTexts(body);
  const marked = yield* heaviest(texts, body, SHARE, (element) => around(element, CONTAINERS));
  const isUnmarked = marked === body && sum(texts) >= PLAIN_MIN;
  const best = isUnmarked ? yield* heaviest(texts, body, PLAIN_SHARE, (element) => around(element, PLAIN)) : marked;
  // The lead and the first picture often stand before the article's body.
  const article = around(best, ARTICLE);
  return article && holds(body, article) ? article : best;
}

/** The smallest element of a chain outwards that holds this share of the texts. */
function* heaviest(
  texts: readonly Running[],
  body: Element,
  share: number,
  candidate: (element: Element) => Element | null,
): Steps<Element> {
  const weights = new Map<Element, number>();
  let total = 0;
  for (const [i, { element, length }] of texts.entries()) {
    if (i % TEXTS_BETWEEN_PAUSES === 0) yield undefined;
    total += length;
    let at = candidate(element);
    while (at !== null && at !== body) {
      weights.set(at, (weights.get(at) ?? 0) + length);
      const outer = elementAround(at);
      at = outer && candidate(outer);
    }
  }
  let best = body;
  for (const [element, weight] of weights) if (weight >= total * share && holds(best, element)) best = element;
  return best;
}

function* runningTexts(root: Element): Steps<Running[]> {
  const found: Running[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let steps = 0; steps < STEPS_MAX && found.length < TEXTS_MAX; steps++) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    if (steps % STEPS_BETWEEN_PAUSES === 0) yield undefined;
    if (lengthOf(node) < TEXT_MIN) continue;
    const length = dataOf(node).trim().length;
    const element = elementAround(node);
    if (length >= TEXT_MIN && element && !around(element, NOT_RUNNING)) found.push({ element, length });
  }
  return found;
}

/** An element whose running text is shorter than this is never "most of the page". UTF-16 units. */
const MOST_MIN = 1000;

/** Does the element hold at least half of the page's running text? */
export function holdsMost(element: Element): boolean {
  if (textOf(element).length < MOST_MIN) return false;
  const own = sum(drain(runningTexts(element)));
  return own >= MOST_MIN && own >= sum(drain(runningTexts(document.body))) / 2;
}

const sum = (texts: readonly Running[]): number => texts.reduce((total, { length }) => total + length, 0);

/** A shorter headline is a site's name. UTF-16 units. */
const HEADLINE_MIN = 15;
const HEADLINES_MAX = 10;

/** The headline that stands before the article's container: lead, credits and first picture are between them. */
export function findOpening(root: Element, scope: Element): Element | undefined {
  if (scope === root) return undefined;
  const headlines = all(root, 'h1').slice(0, HEADLINES_MAX);
  if (headlines.some((headline) => holds(scope, headline))) return undefined;
  return headlines.findLast((headline) => {
    return isBefore(headline, scope) && textOf(headline).trim().length >= HEADLINE_MIN;
  });
}
