import { describe, expect, it } from 'vitest';
import { GAP, parse, spanOf } from './syntax';
import { readWords } from './words';

const sentences = (text: string) => {
  const s = parse(readWords(text));
  return s.bounds.slice(0, -1).map((first, i) => {
    const { start, end } = spanOf(s, first, s.bounds[i + 1] ?? s.count);
    return text.slice(start, end);
  });
};
const quotes = (text: string) => parse(readWords(text)).quotes.map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['full stops', 'Один день. Другий день.', ['Один день', 'Другий день']],
    [
      'a quotation of two sentences belongs to one',
      '«Так. Буде інакше», – сказав він. Далі тиша.',
      ['Так. Буде інакше», – сказав він', 'Далі тиша'],
    ],
    ['an exclamation inside quotation marks', '«Годі!» – вигукнув він.', ['Годі!» – вигукнув він']],
    ['initials', 'Про це сказав С. Петренко. Крапка.', ['Про це сказав С. Петренко', 'Крапка']],
    ['a year before a small letter', 'У 2025 р. він приїхав.', ['У 2025 р. він приїхав']],
    ['a line break', 'Перший рядок\nДругий рядок', ['Перший рядок', 'Другий рядок']],
  ])('are told by %s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('quotations', () => {
  it.each([
    ['guillemets', 'Він сказав «так» і «ні».', ['«так»', '«ні»']],
    ['straight marks', 'Він сказав "так" і "ні".', ['"так"', '"ні"']],
    ['German marks', 'Er sagte „ja“ und „nein“.', ['„ja“', '„nein“']],
    ['English marks with an apostrophe', 'He said “it’s ours”.', ['“it’s ours”']],
    ['nested marks', '«Ми бачили „це“ вчора»', ['«Ми бачили „це“ вчора»', '„це“']],
    ['a paragraph that only opens', '«Далі буде інше', ['«Далі буде інше']],
    ['a lost mark in the middle', 'Слово «без кінця', []],
  ])('are paired: %s', (_, text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });
});

describe('gaps', () => {
  it('tell what lies between words', () => {
    const s = parse(readWords('Лавров, зокрема, заявив: «Так» – і все.'));
    expect(s.gaps[1]).toBe(GAP.COMMA);
    expect((s.gaps[3] ?? 0) & GAP.COLON).toBe(GAP.COLON);
    expect((s.gaps[3] ?? 0) & GAP.QUOTE_OPEN).toBe(GAP.QUOTE_OPEN);
    expect((s.gaps[4] ?? 0) & (GAP.DASH | GAP.QUOTE_CLOSE)).toBe(GAP.DASH | GAP.QUOTE_CLOSE);
  });

  it('takes an address for one word, without the full stop behind it', () => {
    const s = parse(readWords('See https://example.org/a-b/c?d=e. More (www.example.org/a) here.'));
    const words = Array.from({ length: s.count }, (_, i) => s.raw.slice(s.starts[i], s.ends[i]));
    expect(words).toEqual(['See', 'https://example.org/a-b/c?d=e', 'More', 'www.example.org/a', 'here']);
    expect(s.bounds).toEqual([0, 2, 5]);
  });

  it('takes a hyphen inside a word for no gap', () => {
    expect(parse(readWords('прес-секретар')).gaps[1]).toBe(0);
  });
});

it('pairs no mark within an address', () => {
  expect(quotes('Дивіться https://example.org/«b, а потім» тут.')).toEqual([]);
});
