/** "the head of the FSB", "the Kremlin's chief of staff": an office named by the body that it belongs to. */
import type { Hit, Lexicon } from './hits';
import { isAdjacent, type Mention } from './mentions';
import type { Syntax } from './syntax';
import { GROUP, T } from './terms';

/** Words between an office and its body: an article, an adjective of country. */
const WITHIN = 2;
/** Longest row of words that name one office ("first deputy chief"). */
const MOST = 4;

/** The function words of a passage that offices are made of, by their first and by their last word. */
export type OfficeWords = {
  readonly from: ReadonlyMap<number, Hit>;
  readonly to: ReadonlyMap<number, Hit>;
  readonly of: ReadonlySet<number>;
  readonly light: ReadonlySet<number>;
};

const OFFICES = new Set<number>([T.SHORT, T.HONORIFIC]);
const LIGHT = new Set<number>([T.DETERMINER, T.RUSSIAN]);

/** Looks the words up once; a language that lists none between an office and its body has no such offices. */
export function officeWords(hits: readonly Hit[]): OfficeWords {
  const from = new Map<number, Hit>();
  const to = new Map<number, Hit>();
  const of = new Set<number>();
  const light = new Set<number>();
  for (const hit of hits) {
    if (OFFICES.has(hit.kind) && !hit.possessive) {
      if ((from.get(hit.first)?.last ?? 0) < hit.last) from.set(hit.first, hit);
      if ((to.get(hit.last)?.first ?? hit.last) > hit.first) to.set(hit.last, hit);
    }
    if (hit.kind === T.OFFICE_OF) of.add(hit.first);
    if (LIGHT.has(hit.kind)) for (let word = hit.first; word < hit.last; word += 1) light.add(word);
  }
  return { from, to, of, light };
}

/** Joins the name of a Russian body with the office before or behind it: somebody who speaks for the body. */
export function withOffices(
  syntax: Syntax,
  mentions: readonly Mention[],
  words: OfficeWords,
  { entries }: Lexicon,
): readonly Mention[] {
  if (words.of.size === 0) return mentions;
  return mentions.map((mention) => {
    const isBody =
      mention.group === GROUP.OFFICIAL && entries[mention.entry]?.type === 'body' && mention.form === 'name';
    if (!isBody) return mention;
    const last = mention.possessive ? officeAfter(syntax, mention.last, words) : undefined;
    if (last !== undefined) return office(mention, mention.first, last);
    const first = mention.possessive ? undefined : officeBefore(syntax, mention.first, words);
    return first === undefined ? mention : office(mention, first, mention.last);
  });
}

const office = (mention: Mention, first: number, last: number): Mention => ({
  ...mention,
  first,
  last,
  form: 'role',
  isPerson: true,
  features: 0,
  possessive: false,
  full: true,
});

/** "the ministry's | first deputy chief". */
function officeAfter(syntax: Syntax, word: number, { from }: OfficeWords): number | undefined {
  let last = word;
  for (let hit = from.get(last); hit && last - word < MOST && isAdjacent(syntax, last); hit = from.get(last))
    last = hit.last;
  return last > word ? last : undefined;
}

/** "spokesman for | the Russian ministry". */
function officeBefore(syntax: Syntax, word: number, { to, of, light }: OfficeWords): number | undefined {
  let at = word;
  while (at > 0 && word - at < WITHIN && isAdjacent(syntax, at) && light.has(at - 1)) at -= 1;
  if (at === 0 || !of.has(at - 1) || !isAdjacent(syntax, at) || !isAdjacent(syntax, at - 1)) return undefined;
  let first = at - 1;
  for (let hit = to.get(first); hit && at - first < MOST + 1 && isAdjacent(syntax, first); hit = to.get(first))
    first = hit.first;
  return first < at - 1 ? first : undefined;
}
