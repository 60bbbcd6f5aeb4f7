import { describe, expect, it } from 'vitest';
import { tellLanguage } from './language';
import type { Lang } from './types';

describe('the language of a text', () => {
  it.each<[string, string, Lang | undefined, Lang]>([
    ['Ukrainian letters', 'Її приїзд', undefined, 'uk'],
    ['Russian letters', 'Это был ответ', undefined, 'ru'],
    ['Polish letters', 'Wieś pod Łodzią', undefined, 'pl'],
    ['German letters', 'Straße für Fußgänger', undefined, 'de'],
    ['no telling letter: the usual language of the page', 'Москва', 'ru', 'ru'],
    ['no telling letter and a usual language of another script', 'Москва', 'en', 'uk'],
    ['letters that tell, against the usual language', 'Її приїзд', 'ru', 'uk'],
    ['nothing at all', '', undefined, 'en'],
  ])('is told by %s', (_, text, usual, lang) => {
    expect(tellLanguage([text], usual)).toBe(lang);
  });
});
