/** Rupor's own words, in the language that the reader chose or the browser has. */
import { browser } from './browser';
import type { Settings } from './settings';
import en from './texts/en.json';
import uk from './texts/uk.json';

/** Both files are in the bundle, so that the language can differ from the browser's and change without a reload. */
const TEXTS = { uk, en } as const;

export type UiLanguage = keyof typeof TEXTS;

type AnyKey = keyof typeof en;
/** A counted text: its keys in the files end in a plural category of the language (`count_one`, `count_few`, …). */
export type PluralKey = AnyKey extends infer K ? (K extends `${infer Base}_one` ? Base : never) : never;
/** A text without a count. */
export type TextKey = Exclude<AnyKey, `${PluralKey}_one` | `${PluralKey}_other`>;

let choice: Settings['language'] = 'auto';

/** Takes the reader's choice of language from the settings; every later text is in it. */
export function speak(language: Settings['language']): void {
  choice = language;
}

/** The language that texts are in now: the reader's choice, else the browser's, else English. */
export function uiLanguage(): UiLanguage {
  if (choice !== 'auto') return choice;
  return browser.i18n.getUILanguage().toLowerCase().startsWith('uk') ? 'uk' : 'en';
}

/** The text of a key with `$1`, `$2`, … filled in. */
export function t(key: TextKey, ...subs: readonly (string | number)[]): string {
  return fill(TEXTS[uiLanguage()][key], subs);
}

/** The text of a key in a given language. */
export function textIn(language: UiLanguage, key: TextKey, ...subs: readonly (string | number)[]): string {
  return fill(TEXTS[language][key], subs);
}

/** A counted text in the plural form that `n` needs; `$1` is `n`, further places are `subs`. */
export function plural(key: PluralKey, n: number, ...subs: readonly (string | number)[]): string {
  const language = uiLanguage();
  const texts: Record<string, string> = TEXTS[language];
  const form = new Intl.PluralRules(language).select(n);
  return fill(texts[`${key}_${form}`] ?? texts[`${key}_other`] ?? '', [n, ...subs]);
}

/** A time of day as the reader writes it. */
export function timeOfDay(at: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** A date as the reader writes it. */
export function dateOf(at: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'long' }).format(at);
}

function fill(text: string, subs: readonly (string | number)[]): string {
  return text.replace(/\$(\d)/g, (place, digit: string) => {
    const sub = subs[Number(digit) - 1];
    if (sub === undefined) return place;
    return typeof sub === 'number' ? new Intl.NumberFormat(uiLanguage()).format(sub) : sub;
  });
}
