/** Hits → mentions of speakers: overlaps resolved, role and name joined, namesakes set apart. */
import { Beside } from './beside';
import { CASES, F, GENDERS, NUMBERS } from './features';
import { grammarOf } from './grammar';
import type { Hit, Lexicon } from './hits';
import { anyOfficial } from './offices';
import { GAP, isCapitalised, type Syntax } from './syntax';
import { GROUP, NAME, T } from './terms';

/** Someone or something that can speak, as the text names it. */
export type Mention = {
  /** Words from `first` up to `last`, without it. */
  readonly first: number;
  readonly last: number;
  /** Index of the lexicon entry, or -1 for a person that the lexicon does not know. */
  readonly entry: number;
  /** GROUP of the entry; unknown persons are OTHER. */
  readonly group: number;
  readonly form: 'name' | 'role';
  /** A person, or somebody unnamed who speaks for a body: a pronoun can stand for it. */
  readonly isPerson: boolean;
  /** A country, its capital or its people: what they say is the state's, what they do by the million is nobody's. */
  readonly isState: boolean;
  /** Case, gender and number bits; 0 in a part means unknown. */
  readonly features: number;
  /** Counts only with a cue or a kind word beside it. */
  readonly weak: boolean;
  /** A label by itself («російські пропагандисти»). */
  readonly distancing: boolean;
  /** A phrase for the media at large («росЗМІ»), no name. */
  readonly collective: boolean;
  /** The family name alone. */
  readonly surnameOnly: boolean;
  readonly possessive: boolean;
  /** Tags of the short references that mean it, where its entry is not known («МЗС» of a country that nobody names). */
  readonly short?: readonly number[];
  /** More than one surface letter form: the text names a person in full or by office. */
  readonly full: boolean;
  /** Entry that a family name may stand for although others bear it; `entry` is then -1. */
  readonly maybe?: number;
};

const length = (hit: { readonly first: number; readonly last: number }) => hit.last - hit.first;

/** Only spaces, hyphens or quotation marks between the two words. */
export function isAdjacent(syntax: Syntax, next: number): boolean {
  return ((syntax.gaps[next] ?? 0) & ~(GAP.QUOTE_OPEN | GAP.QUOTE_CLOSE)) === 0;
}

function fromHit(hit: Hit, lexicon: Lexicon): Mention {
  const info = lexicon.entries[hit.ref];
  const own = hit.features & (GENDERS | NUMBERS);
  const gender = info?.gender ?? 0;
  // A person's gender is the entry's; a body's or an outlet's may be told by the form itself («відомство», n).
  const agreement = own !== 0 && info?.type !== 'person' ? own : gender || own;
  return {
    first: hit.first,
    last: hit.last,
    entry: hit.ref,
    group: info?.group ?? GROUP.OTHER,
    form: hit.kind === T.ROLE ? 'role' : 'name',
    isPerson: hit.kind === T.ROLE || info?.type === 'person',
    isState: info?.type === 'state',
    features: (hit.possessive ? F.GEN : hit.features & CASES) | agreement,
    weak: hit.kind === T.NAME && (hit.x & NAME.WEAK) !== 0,
    distancing: hit.kind === T.NAME && (hit.x & NAME.DISTANCING) !== 0,
    collective: info?.type === 'generic',
    surnameOnly: hit.kind === T.NAME && (hit.x & NAME.SURNAME) !== 0 && length(hit) === 1,
    possessive: hit.possessive,
    full: hit.kind === T.ROLE || (hit.x & NAME.SURNAME) === 0,
  };
}

/** The second half of a compound («pro-Kremlin group») names nobody. */
function isHyphenated(syntax: Syntax, word: number): boolean {
  const start = syntax.starts[word] ?? 0;
  return word > 0 && syntax.raw.charAt(start - 1) === '-' && syntax.ends[word - 1] === start - 1;
}

/** «Putin-Vertrauter», "Kremlin-backed": the first half of a Germanic compound speaks for nobody. */
function isFirstHalf(syntax: Syntax, { last, ref }: Hit, { tables, entries }: Lexicon): boolean {
  const { capitalNouns, inverts } = grammarOf(tables.lang);
  if ((!capitalNouns && inverts) || entries[ref]?.group !== GROUP.OFFICIAL) return false;
  const end = syntax.ends[last - 1] ?? 0;
  return last < syntax.count && syntax.raw.charAt(end) === '-' && syntax.starts[last] === end + 1;
}

/**
 * Names and offices: longest first, then the earlier, then names before roles, then the article's known entries.
 * @param known entries that the article names in full or by office somewhere
 */
export function pickHits(syntax: Syntax, hits: readonly Hit[], known: ReadonlySet<number>): readonly Hit[] {
  const names = hits.filter((h) => h.kind === T.NAME || h.kind === T.ROLE);
  if (names.length === 0) return names;
  const rank = (hit: Hit) => (known.has(hit.ref) ? 2 : 0) + (hit.kind === T.NAME && (hit.x & NAME.WEAK) !== 0 ? 0 : 1);
  names.sort((a, b) => length(b) - length(a) || a.first - b.first || rank(b) - rank(a));
  const taken = new Array<boolean>(syntax.count).fill(false);
  const picked: Hit[] = [];
  for (const hit of names) {
    let free = true;
    for (let word = hit.first; word < hit.last; word += 1) if (taken[word]) free = false;
    if (!free || isHyphenated(syntax, hit.first)) continue;
    taken.fill(true, hit.first, hit.last);
    picked.push(hit);
  }
  return picked.sort((a, b) => a.first - b.first);
}

function join(a: Mention, b: Mention, name: Mention): Mention {
  const cases = a.features & b.features & CASES;
  return {
    ...name,
    first: a.first,
    last: b.last,
    form: 'name',
    features: (cases || name.features & CASES) | (name.features & ~CASES),
    weak: false,
    distancing: a.distancing || b.distancing,
    surnameOnly: false,
    possessive: b.possessive,
    full: true,
  };
}

/** Cases in common; a language without cases tells none. */
function agreeInCase(a: Mention, b: Mention): boolean {
  const cases = a.features & b.features & CASES;
  return cases !== 0 || (a.features & CASES) === 0 || (b.features & CASES) === 0;
}

/** «Міністр закордонних справ РФ С. Лавров»: a family name behind an office and a given name or initials. */
function isHolder(syntax: Syntax, office: Mention, name: Mention, isName: (word: number) => boolean): boolean {
  const between = name.first - office.last;
  if (office.form !== 'role' || !name.surnameOnly || name.possessive || between < 1 || between > 2) return false;
  for (let word = office.last; word < name.first; word += 1) {
    const isInitial = (syntax.ends[word] ?? 0) - (syntax.starts[word] ?? 0) === 1;
    const isClosed = (syntax.gaps[word + 1] ?? 0) === 0 || (isInitial && syntax.gaps[word + 1] === GAP.STOP);
    if (!isName(word) || !isClosed) return false;
  }
  return (syntax.gaps[office.last] ?? 0) === 0;
}

/** «Міністр … Сергій Лавров», «Лавров, міністр …»: one speaker where both mean the same. */
function joinNeighbours(
  syntax: Syntax,
  mentions: readonly Mention[],
  lexicon: Lexicon,
  determiners: readonly boolean[],
  isName: (word: number) => boolean,
  holderOf: (office: Mention) => number,
): Mention[] {
  const isPerson = (m: Mention) => lexicon.entries[m.entry]?.type === 'person';
  const out: Mention[] = [];
  for (const mention of mentions) {
    const before = out.at(-1);
    // "Kirill Dmitriev, the head of …": an article may stand between.
    const start = determiners[mention.first - 1] ? mention.first - 1 : mention.first;
    if (before && (before.last === mention.first || before.last === start) && !before.possessive) {
      const gap = syntax.gaps[before.last] ?? 0;
      const touching = before.last === mention.first && isAdjacent(syntax, mention.first);
      const apposed = gap === GAP.COMMA;
      const agree = agreeInCase(before, mention);
      if (before.entry === mention.entry && (touching || apposed) && before.form !== mention.form && agree) {
        out[out.length - 1] = join(before, mention, before.form === 'name' ? before : mention);
        continue;
      }
      // An office and then the name of someone else in our list: the name knows better who holds it.
      const isClosed = apposed && mention.full && ((syntax.gaps[mention.last] ?? 0) & GAP.COMMA) !== 0;
      if (
        (touching || isClosed) &&
        before.form === 'role' &&
        mention.form === 'name' &&
        isPerson(mention) &&
        agree &&
        !mention.possessive
      ) {
        // A namesake of somebody's, with a Russian office right before it, is not that somebody.
        const isNamesake = touching && before.group === GROUP.OFFICIAL && mention.group === GROUP.OTHER;
        out[out.length - 1] = join(before, mention, isNamesake ? before : mention);
        continue;
      }
    }
    if (before && isHolder(syntax, before, mention, isName) && agreeInCase(before, mention)) {
      // Another given name than the office-holder's in the lexicon is another spelling, or another man of the office.
      const entry = before.entry === mention.entry ? mention.entry : holderOf(before);
      out[out.length - 1] = join(before, mention, { ...before, entry });
      continue;
    }
    out.push(mention);
  }
  return out;
}

/** Ranks and titles before a name, unknown names after an office, are part of the mention. */
function widen(
  syntax: Syntax,
  mention: Mention,
  isTaken: (word: number) => boolean,
  honorifics: ReadonlyMap<number, Hit>,
  isName: (word: number) => boolean,
  isOblique: (word: number) => boolean,
  holderOf: (office: Mention) => number,
): Mention {
  let { first, last, form, entry, features } = mention;
  if (form === 'role' && mention.entry >= 0) {
    let names = 0;
    while (names < 3 && last < syntax.count && isAdjacent(syntax, last) && isName(last)) {
      last += 1;
      names += 1;
    }
    // One capitalised word after an office may begin something else («речник МЗС РФ Москва»): a name has two, or is last.
    if (names === 1 && (syntax.ends[last - 1] ?? 0) - (syntax.starts[last - 1] ?? 0) < 4) last -= 1;
    const end = names === 0 ? nameApposed(syntax, last, isOblique, isName) : undefined;
    if (end !== undefined) last = end;
    if (last > mention.last) {
      form = 'name';
      entry = holderOf(mention);
      // A woman may hold an office whose name is masculine.
      features &= ~GENDERS;
    }
  }
  for (let steps = 0; steps < 2 && first > 0 && isAdjacent(syntax, first); steps += 1) {
    const title = honorifics.get(first);
    if (!title || mention.form === 'role' || !mention.isPerson || isTaken(title.first)) break;
    first = title.first;
  }
  return first === mention.first && last === mention.last
    ? mention
    : { ...mention, first, last, form, entry, features, full: mention.full || form !== mention.form };
}

/** "the Russian ambassador | to Poland, Ivan Petrov,": behind an office, and the place of it, a name between two commas. */
function nameApposed(
  syntax: Syntax,
  from: number,
  isOblique: (word: number) => boolean,
  isName: (word: number) => boolean,
): number | undefined {
  const { gaps } = syntax;
  const capitals = (word: number, is: (at: number) => boolean) => {
    let end = word;
    while (end < word + 4 && is(end) && (end === word || isAdjacent(syntax, end))) end += 1;
    return end;
  };
  let start = from;
  if (isAdjacent(syntax, from) && isOblique(from)) {
    const place = isCapitalised(syntax, from + 1) ? from + 1 : from + 2;
    start = capitals(place, (word) => isCapitalised(syntax, word));
    if (start === place) return undefined;
  }
  const end = gaps[start] === GAP.COMMA ? capitals(start, isName) : start;
  return end - start >= 2 && ((gaps[end] ?? 0) & GAP.COMMA) !== 0 ? end : undefined;
}

export type MentionsOf = {
  readonly mentions: readonly Mention[];
  /** Entries whose family name, in this article, belongs to someone else (a capitalised given name that is not theirs). */
  readonly namesakes: ReadonlySet<number>;
};

/** @param names what `pickHits` returned */
export function findMentions(
  syntax: Syntax,
  hits: readonly Hit[],
  lexicon: Lexicon,
  names: readonly Hit[],
): MentionsOf {
  const picked = names.filter((hit) => !isFirstHalf(syntax, hit, lexicon));
  if (picked.length === 0) return NOBODY;
  const taken = new Array<boolean>(syntax.count).fill(false);
  for (const hit of picked) taken.fill(true, hit.first, hit.last);
  /** Titles by the word after them. */
  const honorifics = new Map<number, Hit>();
  /** The longest office that anyone may hold, by its first word. */
  const generic = new Map<number, Hit>();
  const determiners = new Array<boolean>(syntax.count).fill(false);
  const oblique = new Array<boolean>(syntax.count).fill(false);
  for (const hit of hits) {
    if (hit.kind === T.OBLIQUE) oblique[hit.first] = true;
    if (hit.kind === T.DETERMINER) determiners.fill(true, hit.first, hit.last);
    if (hit.kind === T.HONORIFIC && !honorifics.has(hit.last)) honorifics.set(hit.last, hit);
    if (hit.kind === T.ROLE && (hit.x & NAME.GENERIC) !== 0 && length(hit) > length(generic.get(hit.first) ?? NOTHING))
      generic.set(hit.first, hit);
  }
  const isTaken = (word: number) => taken[word] === true;
  const beside = new Beside(syntax, hits, isTaken, lexicon);
  const isUnknown = (word: number) => beside.isUnknown(word);
  // Where every noun has a capital, only two unknown words in a row are a name.
  const isBesideUnknown = (word: number) =>
    (isUnknown(word - 1) && isAdjacent(syntax, word)) || (isUnknown(word + 1) && isAdjacent(syntax, word + 1));
  const isName = grammarOf(lexicon.tables.lang).capitalNouns
    ? (word: number) => isUnknown(word) && isBesideUnknown(word)
    : isUnknown;
  // "Pavel Kovalenko": a family name that is a given name as well, before somebody's own.
  const isGiven = ({ group, surnameOnly, last }: Mention) =>
    group === GROUP.OTHER && surnameOnly && isUnknown(last) && isAdjacent(syntax, last);
  const found = picked.map((hit) => fromHit(hit, lexicon));
  const named = found.filter((mention) => !isGiven(mention));
  const isKept = new Set(named);
  for (const mention of found) if (!isKept.has(mention)) taken.fill(false, mention.first, mention.last);
  // «Віцепрем'єр РФ Іван Іваненко»: an unknown name behind an office is not its holder's whom we know.
  const holderOf = ({ first, entry, group }: Mention): number =>
    group === GROUP.OFFICIAL && lexicon.entries[entry]?.type === 'person'
      ? (generic.get(first)?.ref ?? anyOfficial(lexicon))
      : entry;
  const namesakes = new Set<number>();
  const mentions: Mention[] = [];
  for (const one of joinNeighbours(syntax, named, lexicon, determiners, isName, holderOf)) {
    // "the ambassador to Berlin, Ivan Petrov,": a place between an office and its name belongs to them.
    if (one.first < (mentions.at(-1)?.last ?? 0)) continue;
    if (beside.isFormer(one)) {
      mentions.push({ ...one, entry: -1, group: GROUP.OTHER });
      continue;
    }
    const mention = beside.isLabelled(one) ? { ...one, surnameOnly: false, full: true } : one;
    const wide = widen(syntax, mention, isTaken, honorifics, isName, (word) => oblique[word] === true, holderOf);
    const given = beside.givenBefore(wide);
    const isNamesake =
      given !== undefined || (lexicon.entries[mention.entry]?.type === 'person' && beside.hasCalling(mention));
    if (!isNamesake || mention.form === 'role') {
      mentions.push(wide);
      continue;
    }
    namesakes.add(mention.entry);
    mentions.push({
      ...wide,
      first: given ?? wide.first,
      entry: -1,
      group: GROUP.OTHER,
      isPerson: true,
      surnameOnly: false,
      full: true,
    });
  }
  return { mentions, namesakes };
}
const NOTHING = { first: 0, last: 0 };
const NOBODY: MentionsOf = { mentions: [], namesakes: new Set() };
