/** What of a page is not the text of its article. By tag, role and a short list of words in class and id. */
import { addressOf, around, attribute, dataOf, isBare, nameOf, parentOf, within } from './dom';
import { here } from './here';
import { holdsMost } from './scope';

/** Code, media, fields and the frame around an article. */
const TAGS = new Set(
  (
    'script style noscript template slot iframe frame object embed svg math canvas video audio map ' +
    'select textarea input button datalist output progress meter dialog ' +
    'nav aside menu code kbd samp sup del rp rt amp-ad amp-embed amp-sidebar amp-consent amp-user-notification'
  ).split(' '),
);

const ROLES = new Set(
  (
    'navigation banner complementary contentinfo search menu menubar toolbar dialog alertdialog alert tablist listbox ' +
    'textbox searchbox combobox form tooltip status timer marquee log button tree application'
  ).split(' '),
);

/**
 * Words that page makers give to what stands beside an article. Seen alone in a name: `ad-slot`, not `headline`.
 * The text of these may well be longer than the article's.
 */
const BESIDE = new Set(
  (
    'comment comments disqus respond wpdiscuz livefyre spotim ' +
    'related relatedposts relatedarticles yarpp recommended recommendation recommendations similar trending ' +
    'outbrain taboola mgid cookie cookies consent gdpr readalso alsoread seealso ' +
    // For ears only: it would stand in the middle of a sentence that is seen.
    'visuallyhidden'
  ).split(' '),
);
const BESIDE_PAIRS = new Set([
  'read also',
  'also read',
  'see also',
  'most read',
  'read next',
  'sr only',
  'visually hidden',
  'screen reader',
  // Editors of code: their lines are plain elements.
  'cm editor',
  'monaco editor',
  'ace editor',
  'code mirror',
]);
/** The same, but names as well of what wraps an article, or its second half. */
const WRAPPERS = new Set(
  (
    'sidebar ad ads adv advert advertisement advertising adsbygoogle adsense sponsored ' +
    'newsletter subscribe subscription share sharing sharedaddy addtoany addthis social popup modal foot footer ' +
    'menu nav navbar navigation pagination breadcrumb breadcrumbs crumbs tags taglist readmore'
  ).split(' '),
);
const WRAPPER_PAIRS = new Set(['read more', 'tag list']);

/** `has-sidebar` or `no-comments` says something about the page, not what this element is. */
const ABOUT = new Set('has with without no not is hide'.split(' '));

/** An element that holds the article's own parts is never "beside" it, whatever its class says. */
const ARTICLE_PARTS = 'h1, main, [itemprop="articleBody"]';
const NEVER_BY_NAME = new Set(['html', 'body', 'main', 'article', 'h1']);

/** Of these it is asked what is in them; of others, where they have no attributes, the name alone tells. */
export const BY_CONTENT = new Set(['header', 'footer', 'article', 'li', 'form']);

/**
 * Is this element, with all inside it, no part of the article?
 * @param name its local name
 * @param place `in-article` inside `article`, `main` or the article's container, where a `header` is the article's own
 */
export function isSkipped(element: Element, name: string, place: 'in-article' | 'outside'): boolean {
  const bare = isBare(element);
  if (TAGS.has(name) || (!bare && isUnseen(element))) return true;
  if (name === 'header') return place === 'outside' && within(element, 'h1') === null;
  if (name === 'footer') return !isInQuote(element);
  if (isTeaser(element, name)) return true;
  // Some sites wrap the whole page in one form.
  if (name === 'form') return within(element, 'article') === null && !holdsArticle(element);
  if (bare) return false;
  const role = attribute(element, 'role');
  if (role !== null && ROLES.has(role)) return !holdsArticle(element);
  if (NEVER_BY_NAME.has(name)) return false;
  const kind = kindOf(element);
  if (kind === 'other') return false;
  return kind === 'beside' ? within(element, ARTICLE_PARTS) === null : !holdsArticle(element);
}

const holdsArticle = (element: Element): boolean => within(element, ARTICLE_PARTS) !== null || holdsMost(element);

/** A longer item of a list is read for itself. UTF-16 units. */
const TEASER_MAX = 400;
const LINKED_HEADING = ['h2', 'h3', 'h4', 'h5', 'h6'].map((h) => `${h} a[href], a[href] ${h}`).join(', ');

/** Another article in a list: its heading is a link away from this page. An entry of a live blog links to itself. */
function isTeaser(element: Element, name: string): boolean {
  if (name !== 'article' && name !== 'li') return false;
  if (isLonger(element, TEASER_MAX)) return false;
  const found = within(element, LINKED_HEADING);
  const link = found && around(found, 'a');
  if (!link) return false;
  const [page] = addressOf(link).split('#');
  return page !== here().split('#')[0];
}

/** Text nodes of something short. */
const NODES_MAX = 1000;

/** Is its text longer than this? Looks no further than it has to: an article may hold all of a page. UTF-16 units. */
function isLonger(element: Element, max: number): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let steps = 0; length <= max; steps++) {
    const node = walker.nextNode() as Text | null;
    if (!node) return false;
    if (steps === NODES_MAX) break;
    length += dataOf(node).trim().length;
  }
  return true;
}

/** Hidden by its own attributes, or a field to write in. What only style sheets hide shows when it is measured. */
export function isUnseen(element: Element): boolean {
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

type Kind = 'beside' | 'wrapper' | 'other';

/** Pages repeat a few hundred class names thousands of times. */
const seen = new Map<string, Kind>();
const SEEN_MAX = 4000;

/** What the names of an element say that it is. */
function kindOf(element: Element): Kind {
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  if (names === ' ') return 'other';
  let kind = seen.get(names);
  if (kind === undefined) {
    const kinds = names.split(/\s+/).map(kindOfName);
    kind = (['beside', 'wrapper'] as const).find((one) => kinds.includes(one)) ?? 'other';
    if (seen.size >= SEEN_MAX) seen.clear();
    seen.set(names, kind);
  }
  return kind;
}

function kindOfName(name: string): Kind {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  if (ABOUT.has(words[0] ?? '')) return 'other';
  const has = (single: ReadonlySet<string>, pairs: ReadonlySet<string>): boolean =>
    words.some((word, i) => single.has(word) || pairs.has(`${word} ${words[i + 1] ?? ''}`));
  if (has(BESIDE, BESIDE_PAIRS)) return 'beside';
  return has(WRAPPERS, WRAPPER_PAIRS) ? 'wrapper' : 'other';
}
