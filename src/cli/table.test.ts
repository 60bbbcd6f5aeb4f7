import { describe, expect, it } from 'vitest';
import { sentenceAround } from './sentence';
import { cellWidth, table } from './table';

const COLUMNS = [
  { head: 'A', align: 'left' as const },
  { head: 'N', align: 'right' as const },
  { head: 'LAST', align: 'left' as const },
];

describe('table', () => {
  it('aligns letters with accents, Cyrillic and emoji', () => {
    expect(
      table(COLUMNS, [
        ['й', '1', 'x'],
        ['🔥', '10', 'y'],
        ['e\u0301e', '5', 'z'],
      ]).split('\n'),
    ).toEqual(['A    N  LAST', 'й    1  x', '🔥  10  y', 'e\u0301e   5  z']);
  });

  it('cuts the last column to the window', () => {
    const line = table(COLUMNS, [['a', '1', 'слово '.repeat(20)]], 40).split('\n')[1] ?? '';
    expect(cellWidth(line)).toBeLessThanOrEqual(40);
    expect(line.endsWith('…')).toBe(true);
  });

  it('shows no escape sequence and no line break of the text', () => {
    expect(table(COLUMNS, [['\u001b[31mа\n\u202eб', '1', '']]).split('\n')[1]).toBe(' [31mа б  1');
  });
});

describe('sentenceAround', () => {
  function around(text: string, words: string): string {
    const start = text.indexOf(words);
    return sentenceAround(text, { start, end: start + words.length });
  }

  it.each([
    ['the sentence of its line', 'Один. Другий тут. Третій.\nРядок', 'тут', 'Другий тут.'],
    ['a line without full stop', 'Заголовок тут\nАбзац.', 'тут', 'Заголовок тут'],
    ['the last line', 'Один.\nДругий тут', 'тут', 'Другий тут'],
    [
      'words over two sentences',
      'Перше речення. Друге речення. Третє.',
      'речення. Друге',
      'Перше речення. Друге речення.',
    ],
  ])('gives %s', (_, text, words, expected) => {
    expect(around(text, words)).toBe(expected);
  });

  it('cuts a long beginning before a word and keeps the words in sight', () => {
    const cut = around(`${'слово '.repeat(40)}тут і далі.`, 'тут');
    expect(cut).toMatch(/^… слово (слово )*тут і далі\.$/u);
    expect(cut.indexOf('тут')).toBeLessThan(70);
  });
});
