/** Whose is an address? Exact hosts with all that lies below them, and channels on Telegram, X and YouTube. */

/** The set as the compiler writes it. */
export type PackedHosts = {
  /** Sorted lines: hosts (`ria.ru`) and channels (`t.me/rian_ru`), ASCII, lower case. */
  readonly list: string;
  /** Owner of each line: an index into `entries`, one UTF-16 unit a line, from `OWNER_BASE` up. */
  readonly owners: string;
  readonly entries: readonly string[];
};

/** The first owner is a visible letter, so that the file can be read. */
export const OWNER_BASE = 0x30;

/** Where the account's name is the first part of the path; `as` is how the list writes the site; `below`: also `name.host`. */
type Platform = { readonly host: string; readonly as: string; readonly skip?: string; readonly below?: true };
const PLATFORMS: readonly Platform[] = [
  { host: 't.me', as: 't.me/', skip: 's/', below: true },
  { host: 'telegram.me', as: 't.me/', skip: 's/' },
  { host: 'x.com', as: 'x.com/' },
  { host: 'twitter.com', as: 'x.com/' },
  { host: 'youtube.com', as: 'youtube.com/' },
];

/** Finds owners without making a string: a page has thousands of links. */
export class Hosts {
  /** Where each line begins; one more at the end. */
  private readonly starts: Uint32Array;

  constructor(private readonly packed: PackedHosts) {
    const { list, owners } = packed;
    this.starts = new Uint32Array(owners.length + 1);
    for (let line = 0, at = 0; line < owners.length; line += 1) {
      const end = list.indexOf('\n', at);
      at = (end < 0 ? list.length : end) + 1;
      this.starts[line + 1] = at;
    }
  }

  /**
   * @param href an address as the browser writes it (`a.href`): scheme and host in lower case, the host in ASCII
   * @returns id of the lexicon entry that the host, one above it, or the channel belongs to
   */
  ownerOf(href: string): string | undefined {
    const scheme = href.indexOf('://');
    if (scheme < 0 || !href.startsWith('http')) return undefined;
    let from = scheme + 3;
    let to = from;
    while (to < href.length && !isHostEnd(href.charCodeAt(to))) {
      if (href.charCodeAt(to) === AT) from = to + 1;
      to += 1;
    }
    const path = to;
    for (let i = from; i < to; i += 1) if (href.charCodeAt(i) === COLON) to = i;
    if (to > from && href.charCodeAt(to - 1) === DOT) to -= 1;
    return this.hostOwner(href, from, to) ?? this.channelOwner(href, from, to, path + pathStart(href, path));
  }

  private hostOwner(href: string, from: number, to: number): string | undefined {
    for (let at = from; at < to; at = href.indexOf('.', at) + 1) {
      const owner = this.find('', href, at, to);
      if (owner !== undefined) return owner;
      const dot = href.indexOf('.', at);
      if (dot < 0 || dot >= to) return undefined;
    }
    return undefined;
  }

  private channelOwner(href: string, from: number, to: number, path: number): string | undefined {
    for (const { host, as, skip, below } of PLATFORMS) {
      const start = to - host.length;
      const isIt =
        start >= from && href.startsWith(host, start) && (start === from || href.charCodeAt(start - 1) === DOT);
      if (!isIt) continue;
      const begin = skip !== undefined && href.startsWith(skip, path) ? path + skip.length : path;
      let end = begin;
      while (end < href.length && !isPathEnd(href.charCodeAt(end))) end += 1;
      const owner = end > begin ? this.find(as, href, begin, end) : undefined;
      return owner ?? (below && start > from ? this.find(as, href, from, start - 1) : undefined);
    }
    return undefined;
  }

  /** The line that is `prefix` and the units [from, to) of `text`, by halving. */
  private find(prefix: string, text: string, from: number, to: number): string | undefined {
    let low = 0;
    let high = this.packed.owners.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.compare(middle, prefix, text, from, to);
      if (order === 0) return this.packed.entries[this.packed.owners.charCodeAt(middle) - OWNER_BASE];
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  /** Below zero where the line comes before the wanted text. */
  private compare(line: number, prefix: string, text: string, from: number, to: number): number {
    const start = this.starts[line] ?? 0;
    const length = (this.starts[line + 1] ?? 0) - 1 - start;
    const wanted = prefix.length + to - from;
    for (let i = 0; i < length && i < wanted; i += 1) {
      const unit = i < prefix.length ? prefix.charCodeAt(i) : lowerCase(text.charCodeAt(from + i - prefix.length));
      const difference = this.packed.list.charCodeAt(start + i) - unit;
      if (difference !== 0) return difference;
    }
    return length - wanted;
  }
}

const DOT = 46;
const SLASH = 47;
const COLON = 58;
const QUERY = 63;
const AT = 64;
const HASH = 35;

const isHostEnd = (unit: number): boolean => unit === SLASH || unit === QUERY || unit === HASH;
const isPathEnd = isHostEnd;
const pathStart = (href: string, at: number): number => (href.charCodeAt(at) === SLASH ? 1 : 0);
const lowerCase = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit);
