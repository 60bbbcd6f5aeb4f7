/** Which language a text is in, told by its commonest words and by letters that its neighbours do not have. */
import { LANGS, type Lang } from './types';

/** By what one language is told. The lists lie in the lexicon, for the engine knows no word of any language. */
export type Profile = {
  /** Which of our languages a text in it is read as: itself, or the nearest where it is none of ours. */
  readonly as: Lang;
  /** With a blank between them: as a list they would be most of what a browser reads of this code. */
  readonly words: string;
  readonly letters: string;
};

/** Words are counted in this much text, in UTF-16 units: enough for a sure answer, little enough to cost nothing. */
const SAMPLE = 3000;
/** Letters of its own weigh less than a word: a foreign name brings some along. */
const LETTER = 0.6;

type Votes = ReadonlyMap<string, readonly number[]>;
/** The languages of one script, and which of them each word and each letter speaks for. */
type Index = {
  readonly profiles: readonly Profile[];
  readonly words: Votes;
  readonly letters: Votes;
  /** 1 for each unit that is a letter of some language's own. */
  readonly isTelling: Uint8Array;
};
type Indexes = { cyrillic?: Index; latin?: Index };
const indexes = new WeakMap<readonly Profile[], Indexes>();

/** Made when the first text in the script comes; a word of many languages speaks little for each. */
function indexOf(all: readonly Profile[], script: keyof Indexes): Index {
  const known = indexes.get(all) ?? {};
  indexes.set(all, known);
  known[script] ??= createIndex(all.filter(({ as }) => scriptOf(as) === script));
  return known[script];
}

function createIndex(profiles: readonly Profile[]): Index {
  const votes = (parts: (profile: Profile) => Iterable<string>): Votes => {
    const index = new Map<string, number[]>();
    for (const [at, profile] of profiles.entries()) {
      for (const part of parts(profile)) {
        const voters = index.get(part);
        if (!voters) index.set(part, [at]);
        else if (voters.at(-1) !== at) voters.push(at);
      }
    }
    return index;
  };
  const letters = votes((profile) => profile.letters);
  const isTelling = new Uint8Array(0x10000);
  for (const letter of letters.keys()) isTelling[letter.charCodeAt(0)] = 1;
  return { profiles, words: votes(({ words }) => words.split(' ')), letters, isTelling };
}

/**
 * @param texts passages of one article
 * @param profiles languages to choose from, ours first; of equal ones the first
 * @param usual language that the surroundings are in, taken where nothing tells and the script is its own
 * @returns the likeliest of our languages; with nothing to tell, Cyrillic is Ukrainian and Latin is English
 */
export function tellLanguage(texts: Iterable<string>, profiles: readonly Profile[], usual?: Lang): Lang {
  let sample = '';
  for (const text of texts) {
    if (sample.length >= SAMPLE) break;
    sample += `${text.slice(0, SAMPLE - sample.length)} `;
  }
  const cyrillic = sample.replace(/[^\u0400-\u04ff]+/g, '').length;
  const latin = sample.replace(/[^a-z]+/gi, '').length;
  const script = cyrillic > latin / 2 ? 'cyrillic' : 'latin';
  const index = indexOf(profiles, script);
  const scores = scoresOf(sample, index);
  const likeliest: Lang = script === 'cyrillic' ? 'uk' : 'en';
  let best = usual && scriptOf(usual) === script ? usual : likeliest;
  // Ours stand before those that are read as one of ours.
  let most = scores[index.profiles.findIndex(({ as }) => as === best)] ?? 0;
  for (const [at, { as }] of index.profiles.entries()) {
    const score = scores[at] ?? 0;
    if (score <= most) continue;
    best = as;
    most = score;
  }
  return best;
}

function scoresOf(sample: string, { profiles, words, letters, isTelling }: Index): readonly number[] {
  const scores = new Array<number>(profiles.length).fill(0);
  const vote = (voters: readonly number[] | undefined, weight: number): void => {
    for (const at of voters ?? []) scores[at] = (scores[at] ?? 0) + weight / (voters?.length ?? 1);
  };
  for (const word of sample
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu) ?? []) {
    vote(words.get(word), 1);
    for (let at = 0; at < word.length; at += 1) {
      if (isTelling[word.charCodeAt(at)] !== 1) continue;
      const letter = word.charAt(at);
      if (word.indexOf(letter) === at) vote(letters.get(letter), LETTER);
    }
  }
  return scores;
}

const scriptOf = (lang: Lang): keyof Indexes => (lang === 'uk' || lang === 'ru' ? 'cyrillic' : 'latin');

/** The language's bit in a sense's features, before LANG_SHIFT. */
export function langBit(lang: Lang): number {
  return 1 << LANGS.indexOf(lang);
}
