/** The sets of forms that are searched for: what a page's tables hold, a part of it, and more than it. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { PackedPhrases, PackedWords } from '../../src/engine/automaton';
import { foldKey } from '../../src/engine/fold';
import { packPhrases, packWords, sortPhrases } from '../../src/lexicon/dawg';
import { tablesFor } from '../../src/lexicon/disk';
import { formsIn } from '../../tests/forms';
import { trieOf } from './contenders';
import type { Forms } from './matcher';
import type { NewsLang } from './text';

export const SET_NAMES = ['5k', '60k', 'uk', 'en'] as const;
export type SetName = (typeof SET_NAMES)[number];

/** What a process is told to search for. */
export type FormSet = Forms & {
  readonly lang: NewsLang;
  readonly forms: readonly string[];
  /** The forms as a RegExp, made beforehand. */
  readonly source: string;
};

const SMALL = 5000;
const LARGE = 60_000;
/** One entry in so many is taken for the small set. */
const STRIDE = 10;

export function formSet(name: SetName): FormSet {
  if (name === 'uk' || name === 'en') {
    const { words, phrases } = tablesFor(name);
    const forms = formsIn({ words, phrases });
    return { lang: name, forms, words, phrases, source: trieOf(forms) };
  }
  const real = formsIn(tablesFor('uk'));
  const chosen =
    name === '5k'
      ? someOf(new Set(real))
      : [...new Set([...real, ...formsIn(tablesFor('ru')), ...formsIn(tablesFor('pl'))])].slice(0, LARGE);
  const words = [...new Set(chosen.flatMap((form) => form.split(' ')))].sort();
  const rankOf = new Map(words.map((word, rank) => [word, rank]));
  const phraseOf = (form: string) => form.split(' ').map((word) => rankOf.get(word) ?? -1);
  const forms = sortPhrases(chosen, phraseOf);
  return {
    lang: 'uk',
    forms,
    words: packWords(words),
    phrases: packPhrases(forms.map(phraseOf)),
    source: trieOf(forms),
  };
}

/** 5,000 forms by whole entries, which have all their cases, as a smaller lexicon would. */
function someOf(real: ReadonlySet<string>): string[] {
  const entries = new Map<string, string[]>();
  for (const line of readFileSync(new URL('../../src/lexicon/forms/uk.tsv', import.meta.url), 'utf8').split('\n')) {
    const [entry = '', form = ''] = line.split('\t');
    const forms = entries.get(entry);
    if (forms) forms.push(foldKey(form));
    else entries.set(entry, [foldKey(form)]);
  }
  const all = [...entries.values()];
  const chosen = new Set<string>();
  for (let offset = 0; chosen.size < SMALL; offset += 1) {
    for (let at = offset; at < all.length && chosen.size < SMALL; at += STRIDE)
      for (const form of all[at] ?? []) if (real.has(form) && chosen.size < SMALL) chosen.add(form);
  }
  return [...chosen];
}

/** Bytes of the arrays as they lie in memory, and as they compress. */
export function bytesOf({ words, phrases }: { words: PackedWords; phrases: PackedPhrases }): {
  raw: number;
  brotli: number;
} {
  const { arcs, starting, targets, counts } = phrases;
  const arrays = [words.slots, arcs, starting, phrases.words, targets, counts];
  const bytes = Buffer.concat(arrays.map((array) => Buffer.from(array, 'base64')));
  return { raw: bytes.length, brotli: brotliCompressSync(bytes).length };
}
