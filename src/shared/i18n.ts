/**
 * Rupor's own words, in the language that the reader chose or the browser has. Our own pages learn all of them
 * (`texts.ts`), so that the language can change without a reload; the script of a card is brought the ones it needs.
 */
import { browser } from './browser';
import type { Settings } from './settings';
import type en from './texts/en.json';

/** Languages of the interface, each in its own name: what a reader chooses from. */
export const UI_LANGUAGES = {
  uk: 'українська',
  en: 'English',
  pl: 'polski',
  de: 'Deutsch',
  fr: 'français',
  ru: 'русский',
} as const;

export type UiLanguage = keyof typeof UI_LANGUAGES;

type AnyKey = keyof typeof en;
/** The texts of one language: its plural forms may be others than those of English. */
export type Texts = Readonly<Record<string, string>>;
/** A counted text: its keys in the files end in a plural category of the language (`count_one`, `count_few`, …). */
export type PluralKey = AnyKey extends infer K ? (K extends `${infer Base}_one` ? Base : never) : never;
/** A text without a count. */
export type TextKey = Exclude<AnyKey, `${PluralKey}_one` | `${PluralKey}_other`>;

const books = new Map<UiLanguage, Texts>();
let choice: Settings['language'] = 'auto';

/** Gives `t` and `plural` the texts of a language. */
export function learn(language: UiLanguage, texts: Texts): void {
  books.set(language, texts);
}

/** Takes the reader's choice of language from the settings; every later text is in it. */
export function speak(language: Settings['language']): void {
  choice = language;
}

/** The language that texts are in now: the reader's choice, else the browser's, else English. */
export function uiLanguage(): UiLanguage {
  if (choice !== 'auto') return choice;
  const [first = ''] = browser.i18n.getUILanguage().toLowerCase().split('-');
  return Object.hasOwn(UI_LANGUAGES, first) ? (first as UiLanguage) : 'en';
}

/** The language that the lexicon's notes are shown in: they are written in two. */
export function noteLanguage(): 'uk' | 'en' {
  return uiLanguage() === 'uk' ? 'uk' : 'en';
}

/** The text of a key with `$1`, `$2`, … filled in. */
export function t(key: TextKey, ...subs: readonly (string | number)[]): string {
  return textIn(uiLanguage(), key, ...subs);
}

/** The text of a key in a given language. */
export function textIn(language: UiLanguage, key: TextKey, ...subs: readonly (string | number)[]): string {
  return fill(books.get(language)?.[key] ?? books.get('en')?.[key] ?? '', subs);
}

/** A counted text in the plural form that `n` needs; `$1` is `n`, further places are `subs`. */
export function plural(key: PluralKey, n: number, ...subs: readonly (string | number)[]): string {
  const language = uiLanguage();
  const form = new Intl.PluralRules(language).select(n);
  const texts = books.get(language);
  return fill(texts?.[`${key}_${form}`] ?? texts?.[`${key}_other`] ?? '', [n, ...subs]);
}

/** A time of day as the reader writes it. */
export function timeOfDay(at: number): string {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** A date as the reader writes it. */
export function dateOf(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(at);
}

/** How numbers and dates are written: the country's way, where the browser speaks the language of the texts. */
function locale(): string {
  const browsers = browser.i18n.getUILanguage();
  return browsers.toLowerCase().split('-')[0] === uiLanguage() ? browsers : uiLanguage();
}

function fill(text: string, subs: readonly (string | number)[]): string {
  return text.replace(/\$(\d)/g, (place, digit: string) => {
    const sub = subs[Number(digit) - 1];
    if (sub === undefined) return place;
    return typeof sub === 'number' ? new Intl.NumberFormat(locale()).format(sub) : sub;
  });
}
