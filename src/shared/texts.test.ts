import { describe, expect, it } from 'vitest';
import { keysInSources } from '../../tests/text-keys';
import type { UiLanguage } from './i18n';
import de from './texts/de.json';
import en from './texts/en.json';
import fr from './texts/fr.json';
import pl from './texts/pl.json';
import ru from './texts/ru.json';
import uk from './texts/uk.json';

type Texts = { readonly [key: string]: string };

const TEXTS: { readonly [L in UiLanguage]: Texts } = { uk, en, ru, pl, de, fr };
const LANGUAGES = Object.keys(TEXTS) as UiLanguage[];
const CATEGORY = /_(zero|one|two|few|many|other)$/u;

/** Texts that are spelt as in English, by right. */
const SAME_AS_ENGLISH: { readonly [L in UiLanguage]?: readonly string[] } = {
  pl: ['name', 'report_mail', 'type_radio'],
  de: ['name', 'own_name'],
  fr: [
    'name',
    'kind_state-media',
    'kinds_state-media',
    'voices_kremlin',
    'sign_distance',
    'opt_sites',
    'opt_rule_sanction',
    'type_radio',
    'type_site',
  ],
};

/** Quotation marks of a language, outer and inner; in French with the narrow space that belongs to them. */
const QUOTES: { readonly [L in UiLanguage]: RegExp } = {
  uk: /«[^«»]+»|„[^„“]+“/gu,
  en: /“[^“”]+”|‘[^‘’]+’/gu,
  pl: /„[^„”]+”|«[^«»]+»/gu,
  de: /„[^„“]+“|‚[^‚‘]+‘/gu,
  fr: /«\u202f[^«»]+\u202f»|“[^“”]+”/gu,
  ru: /«[^«»]+»|„[^„“]+“/gu,
};

/** Counted keys are those that have a form for one. */
function counted(texts: Texts): string[] {
  return Object.keys(texts)
    .filter((key) => key.endsWith('_one'))
    .map((key) => key.slice(0, -'_one'.length));
}

/** A key without the ending of its plural form. */
function baseOf(key: string, bases: ReadonlySet<string>): string {
  const base = key.replace(CATEGORY, '');
  return bases.has(base) ? base : key;
}

/** The keys as the sources name them: a counted one once. */
function names(texts: Texts): string[] {
  const bases = new Set(counted(texts));
  return [...new Set(Object.keys(texts).map((key) => baseOf(key, bases)))].sort();
}

/** Entries of a language that are not as they should be, as "key: text". */
function wrong(language: UiLanguage, isWrong: (text: string, key: string) => boolean): string[] {
  return Object.entries(TEXTS[language]).flatMap(([key, text]) => (isWrong(text, key) ? [`${key}: ${text}`] : []));
}

/** `$1`, and `[1|words]` that are marked in a sample. */
const places = (text: string | undefined): string =>
  [...new Set(text?.match(/\$\d|\[\d\|[^\]]+\]/gu)?.map((one) => one.slice(0, 2)))].sort().join();

describe.each(LANGUAGES)('the texts of %s', (language) => {
  it('have the keys that English has, and no others', () => {
    expect(names(TEXTS[language])).toEqual(names(en));
    expect(counted(TEXTS[language]).sort()).toEqual(counted(en).sort());
  });

  it('have exactly the plural forms of the language', () => {
    const bases = new Set(counted(TEXTS[language]));
    const forms = Object.keys(TEXTS[language]).filter((key) => baseOf(key, bases) !== key);
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    expect(forms.sort()).toEqual([...bases].flatMap((base) => pluralCategories.map((one) => `${base}_${one}`)).sort());
  });

  it('have the places to fill in that English has, in every form', () => {
    const bases = new Set(counted(en));
    const english = (key: string): string | undefined => {
      const base = baseOf(key, bases);
      return TEXTS.en[base === key ? key : `${base}_other`];
    };
    expect(wrong(language, (text, key) => places(text) !== places(english(key)))).toEqual([]);
  });

  it('say something, without a space too many', () => {
    expect(wrong(language, (text) => !/\S/u.test(text) || /^\s|\s$|\s\s/u.test(text))).toEqual([]);
  });

  it('have the quotation marks and apostrophes of the language', () => {
    const stray = (text: string): boolean => /["'„“”‚‘«»]/u.test(text.replace(QUOTES[language], ''));
    expect(wrong(language, stray)).toEqual([]);
  });

  it('are calm: no exclamation mark, and an ellipsis is one sign', () => {
    expect(wrong(language, (text) => text.includes('!') || text.includes('...'))).toEqual([]);
  });
});

describe('a translated text', () => {
  it.each(['ru', 'pl', 'de', 'fr'] as const)('in %s is not the English one', (language) => {
    const english: Texts = en;
    const same = Object.keys(english).filter(
      (key) => /\p{L}/u.test(english[key]?.replace(/\$\d/gu, '') ?? '') && TEXTS[language][key] === english[key],
    );
    expect(same.sort()).toEqual([...(SAME_AS_ENGLISH[language] ?? [])].sort());
  });

  it('in French has a hard space before a colon, a semicolon and a question mark', () => {
    expect(wrong('fr', (text) => /[^\u00a0\d]:|[^\u202f][;?]/u.test(text))).toEqual([]);
  });
});

describe('a key of the texts', () => {
  it('is named somewhere in the sources, by itself or by what a template can become', { timeout: 180_000 }, () => {
    const { keys, open } = keysInSources();
    expect(open).toEqual([]);
    expect(names(en).filter((key) => !keys.has(key))).toEqual([]);
  });
});
