// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Flag, Span } from '../engine/types';
import type { Knowledge } from '../lexicon';
import type { Block } from './collect';
import type { Mark, Proof } from './ledger';
import { rowOf } from './rows';
import { sentenceAround } from './sentence';

const KNOWN: Knowledge = {
  kind: 'official',
  entity: 'Lavrov',
  name: 'Сергій Лавров',
  who: 'Міністр',
  note: 'Примітка.',
  references: [{ title: 'Довідка', url: 'https://example.org/' }],
};

const block = (text: string): Block => ({ passage: { text }, pieces: [] });
const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
};

type Given = { text: string; paint: string; words?: string; role?: 'name' | 'pronoun'; evidence?: Proof[] };

function markOf({ text, paint, words = paint, role = 'name', evidence = [] }: Given): Mark {
  const cue = spanOf(text, paint);
  const flag: Flag = {
    kind: 'official',
    role,
    entry: 'lavrov',
    stance: 'reported',
    confidence: 'sure',
    passage: 0,
    span: spanOf(text, words),
    paint: cue,
    cue,
    because: [],
  };
  return { id: 7, flag, block: block(text), evidence };
}

beforeEach(() => {
  document.documentElement.lang = '';
});

describe('rowOf', () => {
  it('gives the sentence that the mark is in, and no other', () => {
    const text = 'Перше речення. Лавров вважає, що порти відкриють. Третє речення.';
    const row = rowOf(markOf({ text, paint: 'Лавров вважає' }), KNOWN);
    expect([row.before, row.mark, row.after]).toEqual(['', 'Лавров вважає', ', що порти відкриють.']);
    expect(row).toMatchObject({ id: 7, title: 'Сергій Лавров', who: 'Міністр', lang: 'uk' });
    expect(row).not.toHaveProperty('alias');
  });

  it('shows the page’s own words for an entry without a note', () => {
    expect(rowOf(markOf({ text: 'Лавров вважає так.', paint: 'Лавров вважає' }), undefined).title).toBe(
      'Лавров вважає',
    );
  });

  it('is not cut by a line feed in the page’s source', () => {
    const text = 'На нараді\n   Лавров\n   вважає інакше, ніж\n досі.';
    const row = rowOf(markOf({ text, paint: 'Лавров\n   вважає' }), KNOWN);
    expect(row.before + row.mark + row.after).toBe('На нараді Лавров вважає інакше, ніж досі.');
  });

  it('cuts a long sentence between words with the mark inside', () => {
    const text = `${'слово '.repeat(60)}Лавров вважає ${'слово '.repeat(60)}кінець.`;
    const { before, mark, after } = rowOf(markOf({ text, paint: 'Лавров вважає' }), KNOWN);
    expect(mark).toBe('Лавров вважає');
    expect(before.startsWith('…слово ')).toBe(true);
    expect(after.endsWith(' слово…')).toBe(true);
    const length = (before + mark + after).length;
    expect(length).toBeGreaterThan(150);
    expect(length).toBeLessThanOrEqual(180);
  });

  it('gives the room that one side does not need to the other', () => {
    const text = `Лавров вважає ${'слово '.repeat(60)}кінець.`;
    const { before, mark, after } = rowOf(markOf({ text, paint: 'Лавров вважає' }), KNOWN);
    expect(before).toBe('');
    expect((mark + after).length).toBeGreaterThan(165);
  });

  it('keeps the page’s own word for a speaker who is not named', () => {
    const row = rowOf(
      markOf({ text: '«Так», – сказав він.', paint: '– сказав він', words: 'він', role: 'pronoun' }),
      KNOWN,
    );
    expect(row.alias).toBe('він');
    expect(row.title).toBe('Сергій Лавров');
  });

  it('shows each sign once, without the quotation marks around it', () => {
    const text = 'Лавров вважає: «Ми готові».';
    const quote = { what: 'quotation', block: block(text), span: spanOf(text, '«Ми готові»') } as const;
    const cue = { what: 'cue', block: block(text), span: spanOf(text, 'вважає') } as const;
    const row = rowOf(markOf({ text, paint: 'Лавров вважає', evidence: [cue, quote, quote] }), KNOWN);
    expect(row.signs).toEqual([
      { what: 'cue', words: 'вважає' },
      { what: 'quotation', words: 'Ми готові' },
    ]);
  });

  it('does not show as nearby what is the mark itself, or shown already', () => {
    const text = 'Лавров вважає, що «спецоперація» триває.';
    const proof = (what: Proof['what'], words: string): Proof => ({
      what,
      block: block(text),
      span: spanOf(text, words),
    });
    const evidence = [proof('context', '«спецоперація»'), proof('cue', 'вважає'), proof('context', 'вважає')];
    const row = rowOf(markOf({ text, paint: '«спецоперація»', words: 'спецоперація', evidence }), KNOWN);
    expect(row.signs).toEqual([{ what: 'cue', words: 'вважає' }]);
  });

  it('says so when a wording has no sign of distance at all', () => {
    const mark = markOf({ text: 'Лавров вважає.', paint: 'Лавров вважає' });
    const flag: Flag = { ...mark.flag, kind: 'framing', role: 'wording', entry: 'unknown', stance: 'adopted' };
    const row = rowOf({ ...mark, flag }, KNOWN);
    expect(row.signs).toEqual([{ what: 'none', words: '' }]);
    expect(row.title).toBe(KNOWN.name);
  });

  const languages: readonly (readonly [text: string, page: string, lang: string])[] = [
    ['Він сказав, що їде.', '', 'uk'],
    ['Об этом сообщили вчера.', '', 'ru'],
    ['Sources said so.', '', 'en'],
    ['Minister sagte das gestern.', 'de-DE', 'de'],
    ['Так сказав автор.', 'en', 'uk'],
  ];
  it.each(languages)('tells the language of “%s”', (text, page, lang) => {
    document.documentElement.lang = page;
    const words = text.split(' ')[0] as string;
    expect(rowOf(markOf({ text, paint: words }), KNOWN).lang).toBe(lang);
  });
});

describe('sentenceAround', () => {
  it('covers a span across two sentences', () => {
    const text = 'Перше. Друге є тут. Третє.';
    const span = { start: text.indexOf('Друге'), end: text.indexOf('Третє') + 2 };
    expect(text.slice(...Object.values(sentenceAround(text, span)))).toBe('Друге є тут. Третє.');
  });
});
