/** What of a page is not the text of its article. By tag, role and a short list of words in class and id. */
import { attribute, nameOf, parentOf, within } from './dom';

/** Code, media, fields and the frame around an article. */
const TAGS = new Set(
  (
    'script style noscript template slot iframe frame object embed svg math canvas video audio map ' +
    'select textarea input button datalist output progress meter dialog ' +
    'nav aside menu code kbd samp sup del rp rt'
  ).split(' '),
);

const ROLES = new Set(
  (
    'navigation banner complementary contentinfo search menu menubar toolbar dialog alertdialog alert tablist listbox ' +
    'textbox searchbox combobox form tooltip status timer marquee log button tree application'
  ).split(' '),
);

/** Words that page makers give to what stands beside an article. Seen alone in a name: `ad-slot`, not `headline`. */
const WORDS = new Set(
  (
    'comment comments disqus respond related recommended recommendation recommendations similar trending ' +
    'sidebar breadcrumb breadcrumbs ad ads adv advert advertisement advertising adsbygoogle sponsored ' +
    'newsletter subscribe subscription share sharing social cookie cookies consent gdpr popup modal ' +
    'menu nav navbar navigation pagination tags taglist outbrain taboola readmore readalso readalong seealso'
  ).split(' '),
);
const PAIRS = new Set(['read also', 'also read', 'see also', 'read more', 'most read', 'read next', 'tag list']);

/** `has-sidebar` or `no-comments` says something about the page, not what this element is. */
const ABOUT = new Set('has with without no not is hide'.split(' '));

/** An element that holds the article's own parts is never "beside" it, whatever its class says. */
const ARTICLE_PARTS = 'h1, article, main, [itemprop="articleBody"]';
const NEVER_BY_NAME = new Set(['html', 'body', 'main', 'article', 'h1']);

/**
 * Is this element, with all inside it, no part of the article?
 * @param name its local name
 * @param inArticle true inside `article`, `main` or the article's container, where a `header` is the article's own
 */
export function isSkipped(element: Element, name: string, place: 'in-article' | 'outside'): boolean {
  if (TAGS.has(name) || isUnseen(element)) return true;
  if (name === 'header') return place === 'outside' && within(element, 'h1') === null;
  if (name === 'footer') return !isInQuote(element);
  // Some sites wrap the whole page in one form.
  if (name === 'form') return within(element, ARTICLE_PARTS) === null;
  const role = attribute(element, 'role');
  if (role !== null && ROLES.has(role)) return within(element, ARTICLE_PARTS) === null;
  return !NEVER_BY_NAME.has(name) && isBeside(element) && within(element, ARTICLE_PARTS) === null;
}

/** Hidden by its own attributes, or a field to write in. What only style sheets hide shows when it is measured. */
function isUnseen(element: Element): boolean {
  if (attribute(element, 'hidden') !== null || attribute(element, 'inert') !== null) return true;
  if (attribute(element, 'aria-hidden') === 'true') return true;
  const editable = attribute(element, 'contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const style = attribute(element, 'style');
  return style !== null && /(?:display:\s?none|visibility:\s?hidden)/.test(style);
}

function isInQuote(element: Element): boolean {
  const parent = parentOf(element);
  return parent instanceof Element && nameOf(parent) === 'blockquote';
}

/** Pages repeat a few hundred class names thousands of times. */
const seen = new Map<string, boolean>();
const SEEN_MAX = 4000;

function isBeside(element: Element): boolean {
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  if (names === ' ') return false;
  let answer = seen.get(names);
  if (answer === undefined) {
    answer = names.split(/\s+/).some(isBesideName);
    if (seen.size >= SEEN_MAX) seen.clear();
    seen.set(names, answer);
  }
  return answer;
}

function isBesideName(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  if (ABOUT.has(words[0] ?? '')) return false;
  return words.some((word, i) => WORDS.has(word) || PAIRS.has(`${word} ${words[i + 1] ?? ''}`));
}
