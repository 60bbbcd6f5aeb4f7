import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storyPassages, textPassages } from './passages';

function roles(text: string): string[] {
  return textPassages(text).map(({ passage }) => `${passage.role}: ${passage.text}`);
}

describe('textPassages', () => {
  it.each([
    [
      'a short first line without full stop is the headline',
      'Заголовок\n\nАбзац.',
      ['headline: Заголовок', 'body: Абзац.'],
    ],
    ['a headline may ask', 'Що далі?\nАбзац.', ['headline: Що далі?', 'body: Абзац.']],
    ['a first line with a full stop is body', 'Речення.\nДруге.', ['body: Речення.', 'body: Друге.']],
    ['a full stop before closing quotes counts', '«Речення.»\nДруге.', ['body: «Речення.»', 'body: Друге.']],
    ['a text of one line has no headline', 'Один рядок', ['body: Один рядок']],
    ['a long first line is body', `${'а'.repeat(201)}\nб`, [`body: ${'а'.repeat(201)}`, 'body: б']],
    ['carriage returns end lines', 'Перше.\r\nДруге.\rТретє.', ['body: Перше.', 'body: Друге.', 'body: Третє.']],
    ['blank lines are none', ' \n\t\n\u00a0\n', []],
  ])('%s', (_, text, expected) => {
    expect(roles(text)).toEqual(expected);
  });

  it('counts emoji as the two units that they are', () => {
    expect(textPassages('🔥🔥\n  Абзац.').map(({ base }) => base)).toEqual([0, 7]);
  });

  it('tells offsets that slice to the passage, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('а', ' ', '\n', '\r', '\u2028', '🔥', '.', '\u00a0', '\ufeff') }),
        (text) => {
          for (const { passage, base = Number.NaN } of textPassages(text)) {
            expect(text.slice(base, base + passage.text.length)).toBe(passage.text);
            expect(passage.text).toBe(passage.text.trim());
            expect(passage.text).not.toBe('');
          }
        },
      ),
    );
  });
});

describe('storyPassages', () => {
  it('puts the title before the text, outside its offsets', () => {
    expect(storyPassages({ title: ' Назва ', lang: 'uk', text: 'Рядок\nДругий' })).toEqual([
      { passage: { text: 'Назва', role: 'headline', lang: 'uk' } },
      { passage: { text: 'Рядок', role: 'body', lang: 'uk' }, base: 0 },
      { passage: { text: 'Другий', role: 'body', lang: 'uk' }, base: 6 },
    ]);
  });

  it.each([
    ['uk-UA', 'uk'],
    ['RU', 'ru'],
    ['xx', undefined],
  ])('takes the language %s for %s', (lang, known) => {
    expect(storyPassages({ lang, text: 'а' })[0]?.passage.lang).toBe(known);
  });

  it('takes an empty title for none', () => {
    expect(storyPassages({ title: ' ', text: 'а' })).toHaveLength(1);
  });
});
