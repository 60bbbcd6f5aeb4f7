/** Whose the page is: by its address, by what it declares of itself, and by what it shows of others. */
import type { Hosts } from '../lexicon';
import type { Origin } from '../shared/messages';
import { addressOf, all, attribute } from './dom';
import { here } from './here';
import { isThing, type Thing, thingsOf } from './structured';

/** More players and posts than an article has. */
const EMBEDS_MAX = 100;
const ADDRESS_MAX = 60;
/** More values than a property has. */
const VALUES_MAX = 20;

/** A known outlet by its address. */
export type Found = Pick<Origin, 'as' | 'entry' | 'address'>;

/** Known outlets behind the page, each address once; one that is the site's own says nothing new. */
export function originsOf(doc: Document, article: Element, hosts: Hosts): Found[] {
  const found = new Map<string, Found>();
  const add = (as: Origin['as'], href: string): void => {
    const entry = hosts.ownerOf(href);
    if (entry === undefined) return;
    const address = brief(href);
    if (!found.has(address)) found.set(address, { as, entry, address });
  };
  add('site', here());
  const site = hosts.ownerOf(here());
  for (const [as, href] of declared(doc)) if (hosts.ownerOf(href) !== site) add(as, href);
  for (const href of embedded(article)) add('embed', href);
  return [...found.values()];
}

/** Posts of other sites in the article, players, frames and films. */
function embedded(article: Element): string[] {
  const selector = 'iframe, amp-iframe[src], [data-telegram-post], video[src], audio[src], source[src], embed[src]';
  return all(article, selector)
    .slice(0, EMBEDS_MAX)
    .map((element) => {
      const post = attribute(element, 'data-telegram-post');
      // A frame that waits until it is scrolled to keeps its address aside.
      const later = attribute(element, 'data-src') ?? attribute(element, 'src') ?? '';
      return post === null ? addressOf(element) || absolute(later) : absolute(`https://t.me/${post}`);
    });
}

type Declared = readonly [as: Origin['as'], href: string];

/** Properties of schema.org that name who is behind an article. */
const ROLES: readonly (readonly [as: Origin['as'], names: readonly string[]])[] = [
  ['publisher', ['publisher', 'provider']],
  ['author', ['author', 'creator']],
  ['source', ['isBasedOn', 'sourceOrganization', 'isBasedOnUrl']],
];
const ANY_ROLE = new RegExp(`"(?:${ROLES.flatMap(([, names]) => names).join('|')})"`);

const HEAD: readonly (readonly [as: Origin['as'], selector: string, attribute: string])[] = [
  ['publisher', 'meta[property="article:publisher"]', 'content'],
  ['author', 'meta[property="article:author"], meta[name="author"]', 'content'],
  ['author', 'link[rel~="author"]', 'href'],
  ['source', 'meta[name="original-source"], meta[name="syndication-source"]', 'content'],
  // A page whose real address is elsewhere is a copy.
  ['source', 'link[rel~="canonical"]', 'href'],
];

function* declared(doc: Document): Generator<Declared> {
  for (const [as, selector, name] of HEAD) {
    for (const element of doc.head?.querySelectorAll(selector) ?? []) {
      yield [as, absolute(attribute(element, name) ?? '')];
    }
  }
  for (const thing of thingsOf(doc, ANY_ROLE)) {
    for (const [as, names] of ROLES) {
      for (const href of names.flatMap((name) => addressesIn(own(thing, name)))) yield [as, absolute(href)];
    }
  }
}

const own = (thing: Thing, name: string): unknown => (Object.hasOwn(thing, name) ? thing[name] : undefined);

/** Addresses of a person, an organisation or a work; a list of them, or an address alone. */
function addressesIn(value: unknown): string[] {
  return listOf(value).flatMap((one) => {
    if (typeof one === 'string') return [one];
    return isThing(one) ? ['url', '@id', 'sameAs'].flatMap((name) => listOf(own(one, name)).filter(isString)) : [];
  });
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, VALUES_MAX) : [value]);
const isString = (value: unknown): value is string => typeof value === 'string';

/** An address as the browser writes it; empty for words that are none. */
function absolute(written: string): string {
  const href = written.trim();
  const isAddress = /^(?:https?:)?\/\//i.test(href);
  return isAddress && URL.canParse(href, here()) ? new URL(href, here()).href : '';
}

/** Host and the first part of the path: enough to see whose it is. */
export function brief(href: string): string {
  const { hostname, pathname } = new URL(href);
  // `t.me/s/name` is the same channel, shown without the app.
  const [, first = ''] = pathname.replace(/^\/s\//, '/').split('/');
  const host = hostname.replace(/^www\./, '');
  return (first === '' ? host : `${host}/${first}`).slice(0, ADDRESS_MAX);
}
