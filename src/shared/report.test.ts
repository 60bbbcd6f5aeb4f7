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
import { keepReport, keptReports, REPORTS_MAX, removeReport } from './kept-reports';
import {
  CONTEXT_MAX,
  excerpt,
  issueUrl,
  mailUrl,
  NOTE_MAX,
  parseReport,
  QUOTE_MAX,
  type Report,
  reportText,
  TEXT_MAX,
} from './report';

const report: Report = {
  v: 1,
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
};

describe('reportText', () => {
  it('is the text of the preview', () => {
    expect(reportText(report, 'uk')).toBe(
      [
        'Рупор 0.1.0, словник 2026-11-20',
        'позначка: формулювання · special_operation',
        'як подано: власний голос',
        'причина: наводить, щоб спростувати',
        'сайт: visnyk.example',
        'уривок: Від початку спецоперації порт приймає втричі менше суден, ніж до неї.',
      ].join('\n'),
    );
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
  });
});

describe('parseReport', () => {
  it('reads what was kept', () => {
    expect(parseReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it.each([
    ['a note that is too long', { note: 'а'.repeat(NOTE_MAX + 1) }],
    ['marked words that are too long', { mark: 'а'.repeat(QUOTE_MAX + 1) }],
    ['an unknown reason', { reason: 'because' }],
    ['another version', { v: 2 }],
    ['an id that is none', { id: '<b>' }],
  ])('refuses %s', (_name, change) => {
    expect(parseReport({ ...report, ...change })).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (input) => parseReport(input) === undefined));
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
  const numbered = (n: number): Report => ({
    ...report,
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  });

  it('are replaced by a later one of the same id, and removed by it', async () => {
    await keepReport(report);
    await keepReport({ ...report, note: 'ще' });
    expect((await keptReports()).map(({ note }) => note)).toEqual(['ще']);
    await removeReport(report.id);
    expect(await keptReports()).toEqual([]);
  });

  it('are at most two hundred: the oldest goes out', async () => {
    for (let n = 0; n < REPORTS_MAX + 2; n += 1) await keepReport(numbered(n));
    const all = await keptReports();
    expect(all).toHaveLength(REPORTS_MAX);
    expect(all[0]?.id).toBe(numbered(2).id);
  });

  it('are read past what cannot be read', async () => {
    kept.reports = [null, { v: 1 }, report, '__proto__'];
    expect(await keptReports()).toEqual([report]);
  });
});
