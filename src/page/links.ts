/** Where the words of an article lead: addresses of the outlets that the lexicon knows. */
import type { Flag, OutletFlag, Span } from '../engine/types';
import type { Hosts } from '../lexicon';
import type { Block } from './collect';
import { addressOf } from './dom';
import { here } from './here';
import { brief } from './origins';

/** A link's words may be a whole paragraph; more than this is not read as one mark. UTF-16 units. */
const WORDS_MAX = 300;

/** A flag with the address that it leads to. */
export type LinkFlag = { readonly flag: OutletFlag; readonly address: string };

/**
 * Links of one block to outlets of the lexicon.
 * @param flags of the same block: a link on words that name the same outlet, or another one, says nothing new
 */
export function linkFlags(block: Block, passage: number, hosts: Hosts, flags: readonly Flag[]): LinkFlag[] {
  const found: LinkFlag[] = [];
  // On an outlet's own site every second word leads to it: the popup says whose site it is, once.
  const own = hosts.ownerOf(here());
  for (const { element, span } of linksOf(block)) {
    const address = addressOf(element);
    const entry = hosts.ownerOf(address);
    const words = trimmed(block.passage.text, span);
    if (entry === undefined || entry === own || words.end <= words.start || words.end - words.start > WORDS_MAX)
      continue;
    if (flags.some((flag) => names(flag, words) && (flag.confidence !== 'possible' || flag.entry === entry))) continue;
    const because = [{ what: 'link', passage, span: words }] as const;
    const common = {
      kind: 'state-media',
      role: 'link',
      stance: 'reported',
      confidence: 'sure',
      entry,
      passage,
    } as const;
    found.push({ flag: { ...common, span: words, paint: words, because }, address: brief(address) });
  }
  return found;
}

/** Flags of one block as its links bear them out: a name that leads to its outlet's own address is sure. */
export function borneOut(block: Block, hosts: Hosts, flags: readonly Flag[]): readonly Flag[] {
  if (flags.every(({ kind, confidence }) => kind !== 'state-media' || confidence === 'sure')) return flags;
  const links = linksOf(block).map(({ element, span }) => ({ entry: hosts.ownerOf(addressOf(element)), span }));
  const isProven = (flag: Flag) => links.some(({ entry, span }) => entry === flag.entry && names(flag, span));
  return flags.map((flag) => (isProven(flag) ? { ...flag, confidence: 'sure' } : flag));
}

/** Words under one link, also where its markup cuts them into several text nodes. */
function linksOf(block: Block): { element: Element; span: Span }[] {
  const links: { element: Element; span: Span }[] = [];
  for (const { link, at, length } of block.pieces) {
    const last = links.at(-1);
    if (!link) continue;
    if (last?.element === link) last.span = { start: last.span.start, end: at + length };
    else links.push({ element: link, span: { start: at, end: at + length } });
  }
  return links;
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - words.length + words.trimEnd().length };
}

/** Does the flag name an outlet on some of these words? */
const names = ({ kind, paint }: Flag, words: Span): boolean =>
  kind === 'state-media' && paint.start < words.end && words.start < paint.end;
