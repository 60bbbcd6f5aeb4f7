/**
 * The reader's own sources, officials and phrases, looked for beside the lexicon's. Their hits are of the same kinds, so
 * that attribution, stance and order need not know whose they are. docs/decisions/017-own-entries.md says what a form is.
 *
 * Forms are two tries: one of letters, whose ends are the words of forms, and one of those words, whose ends are entries.
 * A word of a text is walked by its letters once; from each word at most `OWN_FORM.words` are looked at.
 */
import { withoutPossessive } from './automaton';
import { BREAK, fold, IGNORE, isWordCode, twinOf } from './fold';
import type { Hit } from './hits';
import { type EntryInfo, GROUP, T } from './terms';
import type { Kind, Lang } from './types';
import { joins, readWords, type Words } from './words';

/** An entry of the reader's own, as far as the engine needs it. */
export type OwnEntry = {
  readonly id: string;
  readonly kind: Kind;
  /** Languages of the texts that it is looked for in; none: in all. */
  readonly langs: readonly Lang[];
  readonly forms: readonly string[];
};

/** Limits of a form: words at most, letters of the whole form and of a word with an open end at least. */
export const OWN_FORM = { words: 6, letters: 2, open: 3 } as const;

/**
 * Why a form cannot be looked for.
 * - `empty`: it has too few letters.
 * - `star`: a `*` stands elsewhere than at the end of a word.
 * - `open`: too few letters stand before a `*`.
 * - `long`: it has too many words.
 * - `marks`: other marks than spaces, hyphens and quotation marks stand between its words, or it is an address.
 */
export type FormFault = 'empty' | 'star' | 'open' | 'long' | 'marks';

/** A word of a form: folded, without what does not count. */
type FormWord = { readonly key: string; readonly isOpen: boolean };

/** Cuts a form into words as a text is cut. */
export function readForm(form: string): readonly FormWord[] | FormFault {
  const words = readWords(form.replaceAll('*', ' '));
  const { raw, starts, ends, count } = words;
  const codes = fold(raw);
  const open = new Set<number>();
  const wordEnds = new Set(ends.slice(0, count));
  const wordStarts = new Set(starts.slice(0, count));
  for (let at = form.indexOf('*'); at >= 0; at = form.indexOf('*', at + 1)) {
    if (!wordEnds.has(at) || wordStarts.has(at + 1)) return 'star';
    open.add(at);
  }
  if (count > OWN_FORM.words) return 'long';
  const read: FormWord[] = [];
  let letters = 0;
  for (let word = 0; word < count; word += 1) {
    const end = ends[word] ?? 0;
    const key = keyOf(codes, starts[word] ?? 0, end);
    if (key === undefined || (word > 0 && !joins(words, word))) return 'marks';
    const own = key.replaceAll("'", '').length;
    const isOpen = open.has(end);
    if (isOpen && own < OWN_FORM.open) return 'open';
    letters += own;
    read.push({ key, isOpen });
  }
  return letters < OWN_FORM.letters ? 'empty' : read;
}

/** The folded letters of a word, or undefined where it is an address. */
function keyOf(codes: Uint16Array, start: number, end: number): string | undefined {
  let key = '';
  for (let at = start; at < end; at += 1) {
    const code = codes[at] ?? BREAK;
    if (code === IGNORE) continue;
    if (!isWordCode(code)) return undefined;
    key += String.fromCharCode(code);
  }
  return key;
}

/** The folded words of a form and of its twin in look-alike letters («ТАСС», "TACC"). */
function readingsOf(form: string): readonly (readonly FormWord[])[] {
  const read = readForm(form);
  if (typeof read === 'string') return [];
  if (read.some(({ isOpen }) => isOpen)) return [read];
  const twin = twinOf(form, read.map(({ key }) => key).join(' '));
  return twin === undefined ? [read] : [read, twin.split(' ').map((key) => ({ key, isOpen: false }))];
}

/** Letters after letters: numbers of the words of forms that end here, or that begin so and may have any ending. */
type Letters = { readonly next: Map<number, Letters>; whole: number; open: number };
/** Words after words, and the entries whose form ends here. */
type Path = { readonly next: Map<number, Path>; readonly ends: Set<number> };

const newLetters = (): Letters => ({ next: new Map(), whole: -1, open: -1 });
const newPath = (): Path => ({ next: new Map(), ends: new Set() });

function grown<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

/** Some words of a text that are a form of an entry. Words from `first` up to `last`, without it. */
export type OwnMatch = {
  /** Index into the entries that the finder was made of. */
  readonly entry: number;
  readonly first: number;
  readonly last: number;
  /** The form is followed by an English possessive. */
  readonly possessive: boolean;
};

/** Finds the forms of entries in a text. Linear in the text: how many forms there are decides what a word costs at most. */
export class OwnFinder {
  private readonly letters = newLetters();
  private readonly start = newPath();
  private count = 0;

  constructor(entries: readonly Pick<OwnEntry, 'forms'>[]) {
    for (const [entry, { forms }] of entries.entries()) {
      for (const form of forms) for (const words of readingsOf(form)) this.add(words, entry);
    }
  }

  /** @returns matches by first word, then by length */
  find(words: Words): OwnMatch[] {
    const { raw, starts, ends, count } = words;
    const codes = fold(raw);
    const known: (readonly number[] | undefined)[] = [];
    const wordsAt = (word: number): readonly number[] => {
      const found = known[word] ?? this.wordsIn(codes, starts[word] ?? 0, ends[word] ?? 0);
      known[word] = found;
      return found;
    };
    const matches: OwnMatch[] = [];
    for (let first = 0; first < count; first += 1) {
      let paths: readonly Path[] = [this.start];
      for (let word = first; word < count && paths.length > 0; word += 1) {
        if (word > first && !joins(words, word)) break;
        const begin = starts[word] ?? 0;
        const end = ends[word] ?? 0;
        const next = step(paths, wordsAt(word));
        const found = endsOf(next);
        const bare = withoutPossessive(raw, begin, end);
        const owners = bare < end ? endsOf(step(paths, this.wordsIn(codes, begin, bare))) : NOBODY;
        for (const entry of new Set([...owners, ...found]))
          matches.push({ entry, first, last: word + 1, possessive: owners.has(entry) });
        paths = next;
      }
    }
    return matches;
  }

  private add(words: readonly FormWord[], entry: number): void {
    let path = this.start;
    for (const { key, isOpen } of words) path = grown(path.next, this.numberOf(key, isOpen), newPath);
    path.ends.add(entry);
  }

  /** The number of a word of forms. */
  private numberOf(key: string, isOpen: boolean): number {
    let at = this.letters;
    for (let i = 0; i < key.length; i += 1) at = grown(at.next, key.charCodeAt(i), newLetters);
    const end = isOpen ? 'open' : 'whole';
    if (at[end] < 0) at[end] = this.count++;
    return at[end];
  }

  /** Numbers of the words of forms that the word of a text is. */
  private wordsIn(codes: Uint16Array, start: number, end: number): readonly number[] {
    let at: Letters | undefined = this.letters;
    const found: number[] = [];
    for (let i = start; i < end; i += 1) {
      const code = codes[i] ?? BREAK;
      if (code === IGNORE) continue;
      if (!isWordCode(code)) return []; // an address
      at = at?.next.get(code);
      if (at && at.open >= 0) found.push(at.open);
    }
    if (at && at.whole >= 0) found.push(at.whole);
    return found;
  }
}

const NOBODY: ReadonlySet<number> = new Set();

/** Where one gets over a word from several places at once; each place asks as few questions as it can. */
function step(paths: readonly Path[], words: readonly number[]): readonly Path[] {
  if (words.length === 0) return [];
  return paths.flatMap(({ next }) => {
    if (next.size < words.length) return [...next].flatMap(([word, path]) => (words.includes(word) ? path : []));
    return words.flatMap((word) => next.get(word) ?? []);
  });
}

function endsOf(paths: readonly Path[]): ReadonlySet<number> {
  if (paths.length === 0) return NOBODY;
  return new Set(paths.flatMap(({ ends }) => [...ends]));
}

/** What stands for an entry of each kind: a source is a site, an official a person; a phrase needs no second sign. */
const AS = {
  'state-media': { group: GROUP.OUTLET, type: 'site', kind: T.NAME, x: 0 },
  official: { group: GROUP.OFFICIAL, type: 'person', kind: T.NAME, x: 0 },
  framing: { group: GROUP.NARRATIVE, type: '', kind: T.PHRASE, x: -1 },
} as const;

/** The reader's entries for texts in one language, as an engine looks them up. */
export class Own {
  /** Stand behind the lexicon's own. */
  readonly infos: readonly EntryInfo[];
  private readonly entries: readonly OwnEntry[];
  private readonly finder: OwnFinder;

  /** @param lexicon entries of the lexicon */
  constructor(
    entries: readonly OwnEntry[],
    lang: Lang,
    private readonly lexicon: readonly EntryInfo[],
  ) {
    this.entries = entries.filter(({ langs }) => langs.length === 0 || langs.includes(lang));
    this.infos = this.entries.map(({ id, kind }) => {
      const { group, type } = AS[kind];
      return { id, group, type, gender: 0, short: [], surname: 0 };
    });
    this.finder = new OwnFinder(this.entries);
  }

  /** The hits of a passage with those of the reader's entries. Where the lexicon knows the very same words, it knows better. */
  join(words: Words, hits: readonly Hit[]): readonly Hit[] {
    const matches = this.finder.find(words);
    if (matches.length === 0) return hits;
    const own: Hit[] = [];
    const taken = new Set<string>();
    for (const { entry, ...place } of matches) {
      const { kind, x } = AS[(this.entries[entry] as OwnEntry).kind];
      // Of two entries with the same words the older one stands.
      if (taken.has(`${placeOf(place)} ${kind}`)) continue;
      taken.add(`${placeOf(place)} ${kind}`).add(placeOf(place));
      own.push({ kind, x, ref: this.lexicon.length + entry, features: 0, ...place });
    }
    // Whom the lexicon only knows so as not to take him for somebody else, the reader may call an official.
    const others = hits.filter((hit) => !(this.isStranger(hit) && taken.has(placeOf(hit))));
    return [...others, ...own].sort((a, b) => a.first - b.first || a.last - b.last);
  }

  private isStranger({ kind, ref }: Hit): boolean {
    return (kind === T.NAME || kind === T.ROLE) && this.lexicon[ref]?.group === GROUP.OTHER;
  }
}

const placeOf = ({ first, last }: { readonly first: number; readonly last: number }): string => `${first}–${last}`;
