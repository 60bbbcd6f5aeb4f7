import { describe, expect, it } from 'vitest';
import { visible } from './visible';

describe('words of a page', () => {
  it.each([
    ['lose hints for line breaks', 'спец\u00adопе\u200bрація\ufeff', 'спецоперація'],
    ['show what turns their direction', 'ТАСС \u202eССАТ\u202c', 'ТАСС ⟨U+202E⟩ССАТ⟨U+202C⟩'],
    ['show what isolates', '\u2067он\u2069', '⟨U+2067⟩он⟨U+2069⟩'],
    ['show controls of a terminal', 'ТАСС\u0007\u009b', 'ТАСС⟨U+0007⟩⟨U+009B⟩'],
    [
      'keep spaces, accents, joined signs and other scripts',
      'Пєско́в і\u00a0ВВС 👩‍💻 שלום',
      'Пєско́в і\u00a0ВВС 👩‍💻 שלום',
    ],
  ])('%s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});
