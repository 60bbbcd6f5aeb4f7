/** Senses of one language → the integers that the engine's automata read. Build time only. */
import { type EntryInfo, GROUP, LANG_SHIFT, LAST, NAME, T } from '../engine/terms';
import { LANGS, type Lang } from '../engine/types';
import { packIntegers, packPhrases, packWords, sortPhrases } from './dawg';
import { keysOf, type Sense } from './expand';

/**
 * Whose outlets and wordings a page in this language also holds: Ukrainian papers quote Russian ones as they are
 * written, and Latin script has one name for many outlets.
 */
const GUESTS: Readonly<Record<Lang, readonly Lang[]>> = {
  uk: ['ru'],
  ru: [],
  en: [],
  pl: ['en'],
  de: ['en'],
  fr: ['en'],
};

/** What a page in this language needs: all of the language, and the outlets and wordings of its guests. */
export function sensesFor(
  lang: Lang,
  senses: Readonly<Record<Lang, readonly Sense[]>>,
  entries: readonly EntryInfo[],
): readonly Sense[] {
  // A weak name is weak for what it means in its own language («Baza» is a base in Polish): it stays at home.
  const isGuest = ({ term: [kind, ref, x] }: Sense) =>
    kind === T.PHRASE || (kind === T.NAME && (x & NAME.WEAK) === 0 && entries[ref]?.group === GROUP.OUTLET);
  return [...senses[lang], ...GUESTS[lang].flatMap((guest) => senses[guest].filter(isGuest))];
}

/** A key's words are joined by blanks already (see keysOf). */
const wordsOf = (key: string): string[] => key.split(' ');

/** Senses by key: the same term of several languages becomes one sense with several language bits, if the grammar agrees. */
export function packSenses(senses: readonly Sense[]) {
  const termIndex = new Map<string, number>();
  const termList = { kind: [] as number[], ref: [] as number[], x: [] as number[] };
  const byKey = new Map<string, Map<string, { term: number; grammar: number; langs: number }>>();
  for (const { form, lang, term, features } of senses) {
    const id = term.join();
    let index = termIndex.get(id);
    if (index === undefined) {
      index = termList.kind.length;
      termIndex.set(id, index);
      termList.kind.push(term[0]);
      termList.ref.push(term[1]);
      termList.x.push(term[2]);
    }
    for (const key of keysOf(form)) {
      const here = byKey.get(key) ?? new Map();
      byKey.set(key, here);
      const sense = here.get(`${index}/${lang}`) ?? { term: index, grammar: 0, langs: 1 << LANGS.indexOf(lang) };
      sense.grammar |= features;
      here.set(`${index}/${lang}`, sense);
    }
  }
  const words = [...new Set([...byKey.keys()].flatMap(wordsOf))].sort();
  const rankOf = new Map(words.map((word, rank) => [word, rank]));
  const phraseOf = (key: string) => wordsOf(key).map((word) => rankOf.get(word) as number);
  const keys = sortPhrases([...byKey.keys()], phraseOf);
  // Many forms mean the same (all nominatives of one office): each set of senses is kept once.
  const setIndex = new Map<string, number>();
  const setOf: number[] = [];
  const terms: number[] = [];
  const features: number[] = [];
  for (const key of keys) {
    const merged = new Map<string, { term: number; grammar: number; langs: number }>();
    for (const sense of byKey.get(key)?.values() ?? []) {
      const id = `${sense.term}/${sense.grammar}`;
      const same = merged.get(id);
      if (same) same.langs |= sense.langs;
      else merged.set(id, { ...sense });
    }
    const set = [...merged.values()].map(
      ({ term, grammar, langs }) => [term, (grammar | (langs << LANG_SHIFT)) >>> 0] as const,
    );
    const id = set.join(';');
    let index = setIndex.get(id);
    if (index === undefined) {
      index = terms.length;
      setIndex.set(id, index);
      for (const [at, [term, bits]] of set.entries()) {
        terms.push(term);
        features.push(at === set.length - 1 ? (bits | LAST) >>> 0 : bits);
      }
    }
    setOf.push(index);
  }
  return {
    tables: {
      words: packWords(words),
      phrases: packPhrases(keys.map(phraseOf)),
      sets: packIntegers(setOf, 16),
      terms: packIntegers(terms, 16),
      features: packIntegers(features, 32),
      termList,
    },
    size: { forms: keys.length, words: words.length },
  };
}
