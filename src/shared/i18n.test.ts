import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const getUILanguage = vi.hoisted(() => vi.fn(() => 'uk'));
vi.mock('./browser', () => ({ browser: { i18n: { getUILanguage } } }));

import './texts';
import { plural, speak, t, uiLanguage } from './i18n';
import en from './texts/en.json';
import uk from './texts/uk.json';

const TEXTS: { readonly [language: string]: Record<string, string> } = { uk, en };
const CATEGORIES = /_(one|few|many|other)$/;

/** Counted keys are those that have a form for one. */
function counted(texts: Record<string, string>): string[] {
  return Object.keys(texts)
    .filter((key) => key.endsWith('_one'))
    .map((key) => key.slice(0, -'_one'.length));
}

function single(texts: Record<string, string>): string[] {
  const bases = new Set(counted(texts));
  return Object.keys(texts).filter((key) => !bases.has(key.replace(CATEGORIES, '')));
}

/** Every text key that the sources name, with `*` for what a template fills in. */
function namedInSources(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
  );
  return files.flatMap((path) => {
    const source = readFileSync(join('src', path), 'utf8');
    return [...source.matchAll(/\b(?:t|plural|line)\(\s*(?:'([^']+)'|`([^`]+)`)/g)].map(
      ([, plain, template]) => plain ?? template?.replace(/\$\{[^}]*\}/g, '*') ?? '',
    );
  });
}

beforeEach(() => {
  speak('auto');
  getUILanguage.mockReturnValue('uk');
});

describe('the texts', () => {
  it('have the same keys in both languages', () => {
    expect(single(uk).sort()).toEqual(single(en).sort());
    expect(counted(uk).sort()).toEqual(counted(en).sort());
  });

  it.each(Object.keys(TEXTS))('have every plural form that %s needs', (language) => {
    const texts = TEXTS[language] ?? {};
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const forms = counted(texts).flatMap((base) => pluralCategories.map((category) => `${base}_${category}`));
    expect(forms.filter((key) => texts[key] === undefined)).toEqual([]);
  });

  it('have the same places to fill in in both languages', () => {
    const places = (text: string | undefined): string[] => [...new Set(text?.match(/\$\d/g) ?? [])].sort();
    const differing = single(uk).filter((key) => places(TEXTS.uk?.[key]).join() !== places(TEXTS.en?.[key]).join());
    expect(differing).toEqual([]);
  });

  it('are all used somewhere', () => {
    const patterns = namedInSources().map((name) => new RegExp(`^${name.split('*').join('.+')}$`));
    const used = (key: string): boolean => patterns.some((pattern) => pattern.test(key));
    expect([...single(en), ...counted(en)].filter((key) => !used(key))).toEqual([]);
  });
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
    expect(t('hidden_site', '$2', 'x.example')).toBe('$2 більше не позначається на x.example');
  });
});
