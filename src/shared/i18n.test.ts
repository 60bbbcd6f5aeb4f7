import { beforeEach, describe, expect, it, vi } from 'vitest';

const getUILanguage = vi.hoisted(() => vi.fn(() => 'uk'));
vi.mock('./browser', () => ({ browser: { i18n: { getUILanguage } } }));

import './texts';
import { dateOf, noteLanguage, plural, speak, t, timeOfDay, UI_LANGUAGES, type UiLanguage, uiLanguage } from './i18n';

beforeEach(() => {
  speak('auto');
  getUILanguage.mockReturnValue('uk');
});

describe('plural', () => {
  it.each([
    [1, '1 позначка в тексті'],
    [2, '2 позначки в тексті'],
    [5, '5 позначок у тексті'],
    [11, '11 позначок у тексті'],
    [21, '21 позначка в тексті'],
  ])('puts %i the Ukrainian way', (n, text) => {
    expect(plural('count', n)).toBe(text);
  });

  it.each([
    ['pl', 22, '22 oznaczenia w tekście'],
    ['pl', 25, '25 oznaczeń w tekście'],
    ['ru', 21, '21 пометка в тексте'],
    ['de', 1, '1 Markierung im Text'],
    ['fr', 0, '0 repère dans le texte'],
    ['fr', 2_000_000, '2\u202f000\u202f000 de repères dans le texte'],
  ] as const)('puts it the way of %s', (language, n, text) => {
    speak(language);
    expect(plural('count', n)).toBe(text);
  });

  it('fills in what follows the count', () => {
    speak('en');
    expect(plural('voices_label', 11, 5, 6)).toBe(
      '11 statements by others in the text: 5 from the Kremlin, 6 from others',
    );
  });
});

describe('uiLanguage', () => {
  it.each([
    ['uk', 'uk'],
    ['uk-UA', 'uk'],
    ['en-GB', 'en'],
    ['de-AT', 'de'],
    ['ja', 'en'],
  ])('takes %s of the browser for %s', (browsers, ours) => {
    getUILanguage.mockReturnValue(browsers);
    expect(uiLanguage()).toBe(ours);
  });

  it("puts the reader's choice before the browser's language", () => {
    speak('en');
    expect(uiLanguage()).toBe('en');
    expect(t('close')).toBe('Close');
  });
});

describe('t', () => {
  it('does not fill in what a filled-in text contains', () => {
    expect(t('hidden_site', '$2', 'x.example')).toBe('Більше не позначаємо на x.example: $2');
  });

  it.each([
    ['uk', 'Показано 1\u00a0234 з 56\u00a0789'],
    ['en', 'Showing 1,234 of 56,789'],
    ['de', '1.234 von 56.789 angezeigt'],
    ['fr', '1\u202f234 sur 56\u202f789 affichés'],
  ] as const)('writes numbers the way of %s', (language, text) => {
    speak(language);
    expect(t('shown', 1234, 56_789)).toBe(text);
  });
});

describe('a date and a time of day', () => {
  const AT = new Date(2026, 2, 7, 9, 5).getTime();

  it.each([
    ['uk', '7 березня 2026 р.'],
    ['en', 'March 7, 2026'],
    ['pl', '7 marca 2026'],
    ['de', '7. März 2026'],
    ['fr', '7 mars 2026'],
    ['ru', '7 марта 2026 г.'],
  ] as const)('are written the way of %s', (language, date) => {
    speak(language);
    expect(dateOf(AT).replace(/\s/gu, ' ')).toBe(date);
    expect(timeOfDay(AT)).toBe('09:05');
  });
});

describe('a country of its own', () => {
  it.each([
    ['en-GB', '7 March 2026'],
    ['de-AT', 'March 7, 2026'],
  ])('of a browser in %s is obeyed where the language is that of the texts', (browsers, date) => {
    getUILanguage.mockReturnValue(browsers);
    speak('en');
    expect(dateOf(new Date(2026, 2, 7).getTime())).toBe(date);
  });
});

describe('noteLanguage', () => {
  it.each(Object.keys(UI_LANGUAGES) as UiLanguage[])('has notes for a reader of %s', (language) => {
    speak(language);
    expect(noteLanguage()).toBe(language === 'uk' ? 'uk' : 'en');
  });
});
