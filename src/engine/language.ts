/** Which language a text is in, told by its commonest words and by letters that its neighbours do not have. */
import { LANGS, type Lang } from './types';

/** By what one language is told. The lists lie in the lexicon, for the engine knows no word of any language. */
export type Profile = {
  /** Which of our languages a text in it is read as: itself, or the nearest where it is none of ours. */
  readonly as: Lang;
  readonly words: readonly string[];
  readonly letters: string;
};

/** Words are counted in this much text: enough for a sure answer, little enough to cost nothing. */
const SAMPLE = 4000;
/** Letters of its own weigh less than a word: a foreign name brings some along. */
const LETTER = 0.6;

type Votes = ReadonlyMap<string, readonly number[]>;
type Index = { readonly words: Votes; readonly letters: Votes };
const indexes = new WeakMap<readonly Profile[], Index>();

/** Languages by each word and by each letter; a word of many languages speaks little for each. */
function indexOf(profiles: readonly Profile[]): Index {
  const known = indexes.get(profiles);
  if (known) return known;
  const votes = (parts: (profile: Profile) => Iterable<string>): Votes => {
    const index = new Map<string, number[]>();
    for (const [at, profile] of profiles.entries()) {
      for (const part of new Set(parts(profile))) index.set(part, [...(index.get(part) ?? []), at]);
    }
    return index;
  };
  const index = { words: votes(({ words }) => words), letters: votes(({ letters }) => letters) };
  indexes.set(profiles, index);
  return index;
}

/**
 * @param texts passages of one article
 * @param profiles languages to choose from, ours first; of equal ones the first
 * @param usual language that the surroundings are in, taken where nothing tells and the script is its own
 * @returns the likeliest of our languages; with nothing to tell, Cyrillic is Ukrainian and Latin is English
 */
export function tellLanguage(texts: readonly string[], profiles: readonly Profile[], usual?: Lang): Lang {
  let sample = '';
  for (const text of texts) {
    if (sample.length >= SAMPLE) break;
    sample += `${text.slice(0, SAMPLE)} `;
  }
  const cyrillic = sample.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  const latin = sample.match(/[a-z]/gi)?.length ?? 0;
  const isCyrillic = cyrillic > latin / 2;
  const scores = scoresOf(sample, indexOf(profiles), profiles.length);
  const likeliest: Lang = isCyrillic ? 'uk' : 'en';
  let best = usual && isCyrillicLanguage(usual) === isCyrillic ? usual : likeliest;
  // Ours stand before those that are read as one of ours.
  let most = scores[profiles.findIndex(({ as }) => as === best)] ?? 0;
  for (const [at, { as }] of profiles.entries()) {
    const score = scores[at] ?? 0;
    if (isCyrillicLanguage(as) !== isCyrillic || score <= most) continue;
    best = as;
    most = score;
  }
  return best;
}

function scoresOf(sample: string, { words, letters }: Index, count: number): readonly number[] {
  const scores = new Array<number>(count).fill(0);
  const vote = (voters: readonly number[] | undefined, weight: number): void => {
    for (const at of voters ?? []) scores[at] = (scores[at] ?? 0) + weight / (voters?.length ?? 1);
  };
  for (const word of sample
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu) ?? []) {
    vote(words.get(word), 1);
    for (const letter of new Set(word)) vote(letters.get(letter), LETTER);
  }
  return scores;
}

const isCyrillicLanguage = (lang: Lang): boolean => lang === 'uk' || lang === 'ru';

/** The language's bit in a sense's features, before LANG_SHIFT. */
export function langBit(lang: Lang): number {
  return 1 << LANGS.indexOf(lang);
}
