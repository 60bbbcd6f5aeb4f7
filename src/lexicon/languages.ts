/** Reads data/languages.yml: by what the language of a text is told. Build time only. */
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Profile } from '../engine/language';
import { LANGS, type Lang } from '../engine/types';
import { LexiconError } from './schema';

const words = v.array(v.pipe(v.string(), v.regex(/^\S+$/, 'a word has letters and no blank')));
const languages = v.record(
  v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'languages are two small letters, such as uk')),
  v.strictObject({ as: v.optional(v.picklist(LANGS)), letters: v.string(), words }),
);

const isOurs = (code: string): code is Lang => LANGS.some((lang) => lang === code);

/** @throws LexiconError naming what is to mend */
export function readProfiles(text: string): readonly Profile[] {
  const result = v.safeParse(languages, parse(text));
  if (!result.success) {
    const faults = result.issues.map(({ path = [], message }) => `${path.map(({ key }) => key).join('.')}: ${message}`);
    throw new LexiconError(faults.map((fault) => `languages.yml: ${fault}`).join('\n'));
  }
  return Object.entries(result.output).map(([code, { as, letters, words: list }]) => {
    const lang = isOurs(code) ? code : as;
    if (lang === undefined)
      throw new LexiconError(`languages.yml: ${code}: say with \`as\` which of ours it is read as`);
    return { as: lang, letters, words: list.join(' ').toLowerCase() };
  });
}
