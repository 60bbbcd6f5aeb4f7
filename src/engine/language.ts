/** Which language a text is in, told from letters that its neighbours do not have. Coarse on purpose: cues need no more. */
import { LANGS, type Lang } from './types';

/** Letters that tell a language from the others of its script. */
const OWN_LETTERS: readonly [Lang, RegExp][] = [
  ['uk', /[іїєґ]/gi],
  ['ru', /[ыэъё]/gi],
  ['pl', /[ąćęłńśźż]/gi],
  ['de', /[äöüß]/gi],
  ['fr', /[àâçèêëîïôûœ]/gi],
];

/** Letters are counted on this much text: enough for a sure answer, little enough to cost nothing. */
const SAMPLE = 4000;

/**
 * @param texts passages of one article
 * @param usual language that the surroundings are in, taken where no letter tells and the script is its own
 * @returns the likeliest language; with nothing to tell, Cyrillic is Ukrainian and Latin is English
 */
export function tellLanguage(texts: readonly string[], usual?: Lang): Lang {
  let sample = '';
  for (const text of texts) {
    if (sample.length >= SAMPLE) break;
    sample += `${text.slice(0, SAMPLE)} `;
  }
  const cyrillic = sample.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  const latin = sample.match(/[a-z]/gi)?.length ?? 0;
  const isCyrillic = cyrillic > latin / 2;
  const likeliest: Lang = isCyrillic ? 'uk' : 'en';
  let best = usual && isCyrillicLanguage(usual) === isCyrillic ? usual : likeliest;
  // A foreign name brings a few letters of its own; a language shows itself in one letter of a hundred.
  let most = isCyrillic ? 0 : latin / 100;
  for (const [lang, letters] of OWN_LETTERS) {
    if (isCyrillicLanguage(lang) !== isCyrillic) continue;
    const found = sample.match(letters)?.length ?? 0;
    if (found > most) {
      best = lang;
      most = found;
    }
  }
  return best;
}

const isCyrillicLanguage = (lang: Lang): boolean => lang === 'uk' || lang === 'ru';

/** The language's bit in a sense's features, before LANG_SHIFT. */
export function langBit(lang: Lang): number {
  return 1 << LANGS.indexOf(lang);
}
