import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const kept = vi.hoisted((): Record<string, unknown> => ({}));
vi.mock('./browser', () => ({
  browser: {
    i18n: { getUILanguage: () => 'uk' },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: kept[key] }),
        set: async (items: object) => void Object.assign(kept, items),
      },
    },
  },
}));

import './texts';
import { keepReport, keptReports, REPORTS_MAX, removeReports, restoreReports } from './kept-reports';
import {
  excerpt,
  forFile,
  isSame,
  type MissedPassage,
  NOTE_MAX,
  parseReport,
  TEXT_MAX,
  type WrongMark,
} from './report';
import { CONTEXT_MAX, QUOTE_MAX } from './report-limits';
import { fileOf, issueUrl, mailUrl, reportText, subjectOf } from './report-text';

const report: WrongMark = {
  v: 2,
  what: 'wrong',
  id: '00000000-0000-4000-8000-000000000001',
  at: 1,
  kind: 'framing',
  stance: 'adopted',
  role: 'wording',
  entry: 'special_operation',
  title: 'спецоперація',
  lang: 'uk',
  reason: 'refuted',
  before: 'Від початку ',
  mark: 'спецоперації',
  after: ' порт приймає втричі менше суден, ніж до неї.',
  note: '',
  place: 'p5',
  page: { precision: 'host', host: 'visnyk.example' },
  rupor: '0.1.0',
  lexicon: '2026-11-20',
  done: [],
};
const missed: MissedPassage = {
  v: 2,
  what: 'missed',
  id: '00000000-0000-4000-8000-000000000002',
  at: 2,
  lang: 'uk',
  kind: 'state-media',
  before: 'Про це пише ',
  mark: 'вигадане агентство',
  after: ' у своїй стрічці.',
  note: '',
  page: { precision: 'host', host: 'visnyk.example' },
  rupor: '0.1.0',
  lexicon: '2026-11-20',
  done: [],
};

describe('reportText', () => {
  it('is the text of the preview', () => {
    expect(reportText(report, 'uk')).toBe(
      [
        'Рупор 0.1.0, словник 2026-11-20',
        'позначка: Формулювання · special_operation',
        'як подано: власний голос',
        'причина: наводить, щоб спростувати',
        'сайт: visnyk.example',
        'уривок: Від початку спецоперації порт приймає втричі менше суден, ніж до неї.',
      ].join('\n'),
    );
  });

  it('of a missed passage shows which words were selected, and what the reader takes them for', () => {
    expect(reportText(missed, 'uk')).toBe(
      [
        'Рупор 0.1.0, словник 2026-11-20',
        'пропущено: Джерело',
        'сайт: visnyk.example',
        'уривок: Про це пише [[вигадане агентство]] у своїй стрічці.',
      ].join('\n'),
    );
    const { kind: _, ...unsure } = missed;
    expect(reportText(unsure, 'en')).toContain('\nmissed: kind not named\n');
    expect(subjectOf(missed, 'вигадане\nагентство')).toBe('Пропущено: вигадане агентство');
  });

  it('leaves the page out unless the reader wants it in', () => {
    expect(reportText({ ...report, page: { precision: 'none' } }, 'en')).not.toContain('visnyk');
    const full = { precision: 'full', address: 'https://visnyk.example/a' } as const;
    expect(reportText({ ...report, page: full }, 'en')).toContain('\npage: https://visnyk.example/a\n');
  });

  it('keeps a note on one line, so that it cannot pass for another field', () => {
    expect(reportText({ ...report, note: 'так\nсайт: чужий.example' }, 'uk')).toContain(
      '\nпримітка: так сайт: чужий.example\n',
    );
  });

  it('fits into the field whatever the parts are', () => {
    const long = {
      ...report,
      ...excerpt({ before: 'а'.repeat(999), mark: 'б'.repeat(999), after: 'в'.repeat(999) }),
      note: 'г'.repeat(NOTE_MAX),
      page: { precision: 'full', address: `https://visnyk.example/${'д'.repeat(500)}` } as const,
    };
    expect(reportText(long, 'uk').length).toBeLessThanOrEqual(TEXT_MAX);
    const { before, mark, after, note, page } = long;
    const other = { ...missed, before, mark, after, note, page };
    expect(reportText(other, 'uk').length).toBeLessThanOrEqual(TEXT_MAX);
  });
});

describe('parseReport', () => {
  it('reads what was kept', () => {
    for (const one of [report, missed]) expect(parseReport(JSON.parse(JSON.stringify(one)))).toEqual(one);
  });

  it('reads what the first version kept', () => {
    const { what: _what, done: _done, ...first } = report;
    expect(parseReport({ ...first, v: 1 })).toEqual({ ...report, done: ['kept'] });
  });

  it.each([
    ['a note that is too long', { note: 'а'.repeat(NOTE_MAX + 1) }],
    ['marked words that are too long', { mark: 'а'.repeat(QUOTE_MAX + 1) }],
    ['an unknown reason', { reason: 'because' }],
    ['another version', { v: 3 }],
    ['what it is not about', { what: 'praise' }],
    ['an act that there is not', { done: ['sent'] }],
    ['an id that is none', { id: '<b>' }],
  ])('refuses %s', (_name, change) => {
    expect(parseReport({ ...report, ...change })).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (input) => parseReport(input) === undefined));
  });
});

describe('isSame', () => {
  it('tells a mark by entry and place, a passage by its sentence', () => {
    expect(isSame(report, { ...report, id: missed.id, note: 'ще' })).toBe(true);
    expect(isSame(report, { ...report, place: 'p6' })).toBe(false);
    expect(isSame({ ...report, place: '' }, { ...report, place: '' })).toBe(false);
    expect(isSame(missed, { ...missed, kind: 'framing', before: 'Про  це пише ' })).toBe(true);
    expect(isSame(missed, { ...missed, mark: 'агентство', before: 'Про це пише вигадане ' })).toBe(false);
    expect(isSame(report, missed)).toBe(false);
  });
});

describe('a report as a file', () => {
  it('can be read again, and holds the very text', () => {
    for (const one of [report, missed]) {
      const text = reportText(one, 'uk');
      const file = JSON.parse(fileOf(one, text).text);
      expect(file.text).toBe(text);
      expect(parseReport(file)).toEqual(one.what === 'wrong' ? { ...one, place: '' } : one);
    }
    expect(fileOf(report, '').name).toBe('rupor-special_operation-1970-01-01.json');
    expect(fileOf(missed, '').name).toBe('rupor-missed-1970-01-01.json');
  });

  it('holds nothing that the reader has taken out of the text', () => {
    const told: WrongMark = {
      ...report,
      note: 'таємне',
      page: { precision: 'full', address: 'https://visnyk.example/a' },
    };
    const text = JSON.stringify(forFile(told, 'щось про спецоперації'));
    for (const word of ['таємне', 'visnyk', 'порт', 'p5']) expect(text).not.toContain(word);
    expect(forFile(told, 'щось інше')).toMatchObject({ before: '', mark: '…', after: '' });
  });
});

describe('excerpt', () => {
  it('leaves a short sentence as it is', () => {
    const { before, mark, after } = report;
    expect(excerpt({ before, mark, after })).toEqual({ before, mark, after });
  });

  it('stays within the limits, keeps the words next to the mark, and cuts no letter in half', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 600 });
    fc.assert(
      fc.property(text, text, text, (before, mark, after) => {
        const cut = excerpt({ before, mark, after });
        expect(cut.before.length + cut.after.length).toBeLessThanOrEqual(CONTEXT_MAX);
        expect(cut.mark.length).toBeLessThanOrEqual(QUOTE_MAX);
        expect(before.endsWith(cut.before.replace(/^…/, ''))).toBe(true);
        expect(after.startsWith(cut.after.replace(/…$/, ''))).toBe(true);
        expect(() => encodeURIComponent(Object.values(cut).join('|'))).not.toThrow();
      }),
    );
  });
});

describe('the addresses of a draft', () => {
  it('carry the very text', () => {
    const text = reportText(report, 'uk');
    expect(new URL(issueUrl(text, 'Назва & інше') ?? '').searchParams.get('body')).toBe(text);
    expect(new URL(issueUrl(text, 'Назва & інше') ?? '').searchParams.get('title')).toBe('Назва & інше');
    expect(issueUrl(text, 'x')).toMatch(/^https:\/\/github\.com\/rupor-extension\/rupor\/issues\/new\?/);
    expect(new URL(mailUrl(text, 'x') ?? '').searchParams.get('body')?.replace(/\r\n/g, '\n')).toBe(text);
  });

  it('are not made where the text is too long to arrive whole', () => {
    expect(issueUrl('ї'.repeat(2000), 'x')).toBeUndefined();
    expect(mailUrl('ї'.repeat(2000), 'x')).toBeUndefined();
  });
});

describe('kept reports', () => {
  beforeEach(() => {
    kept.reports = undefined;
  });
  const numbered = (n: number): WrongMark => ({
    ...report,
    at: n,
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  });
  const ids = async () => (await keptReports()).map(({ id }) => id);

  it('are replaced by a later one of the same id, which remembers what was done', async () => {
    await keepReport(report, 'copy');
    await keepReport({ ...report, note: 'ще' }, 'issue');
    expect(await keptReports()).toEqual([{ ...report, note: 'ще', done: ['issue', 'copy'] }]);
  });

  it('are removed, and brought back to where they stood beside what was kept meanwhile', async () => {
    for (const n of [1, 2, 3]) await keepReport(numbered(n), 'kept');
    const before = await removeReports([numbered(2).id, numbered(3).id]);
    expect(await ids()).toEqual([numbered(1).id]);
    await keepReport(numbered(4), 'kept');
    await restoreReports(before);
    expect(await ids()).toEqual([1, 2, 3, 4].map((n) => numbered(n).id));
  });

  it('are at most two hundred: the oldest goes out', async () => {
    for (let n = 0; n < REPORTS_MAX + 2; n += 1) await keepReport(numbered(n), 'kept');
    const all = await ids();
    expect(all).toHaveLength(REPORTS_MAX);
    expect(all[0]).toBe(numbered(2).id);
  });

  it('are of a time that can be written as a date', () => {
    expect(parseReport({ ...report, at: 8.64e15 })).toBeDefined();
    expect(parseReport({ ...report, at: 8.64e15 + 2 })).toBeUndefined();
  });

  it('are read past what cannot be read', async () => {
    kept.reports = [null, { v: 1 }, report, '__proto__', missed];
    expect(await keptReports()).toEqual([report, missed]);
  });

  it('leave those of a newer Rupor where they are, to the letter', async () => {
    const newer = { ...report, v: 3, tomorrow: { is: 'another day' } };
    kept.reports = [newer, report];
    await keepReport(numbered(7), 'copy');
    expect(kept.reports).toEqual([newer, report, { ...numbered(7), done: ['copy'] }]);
    await removeReports([report.id, numbered(7).id]);
    expect(kept.reports).toEqual([newer]);
  });
});
