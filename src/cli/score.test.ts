import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, type Kind, STANCES } from '../engine/types';
import { entityKey } from './entity-key';
import type { GoldRecord, GoldSpan } from './gold';
import { countWords, type PredictedSpan, type ScoreCard, type Scored, score } from './score';

const cardOf = (all: readonly Scored[]): ScoreCard => score(all).card;

const TEXT = 'Міністр заявив про зустріч, а агенція її показала.';

function goldSpan(start: number, end: number, kind: Kind, more: Partial<GoldSpan> = {}): GoldSpan {
  return { start, end, kind, role: 'name', entity: 'Sergey Lavrov', stance: 'reported', ...more };
}

function record(spans: GoldSpan[], optional: GoldSpan[] = []): GoldRecord {
  return { id: 'a', lang: 'uk', genre: 'news', text: TEXT, spans, optional };
}

function counts(spans: GoldSpan[], predicted: PredictedSpan[], optional: GoldSpan[] = []): number[] {
  const { metrics, optionalDropped } = cardOf([{ gold: record(spans, optional), predicted }]);
  const { tp = -1, fp = -1, fn = -1 } = metrics.all ?? {};
  return [tp, fp, fn, optionalDropped];
}

describe('the matching rule', () => {
  const rows: [string, GoldSpan[], PredictedSpan[], number[], GoldSpan[]?][] = [
    ['one shared unit is enough', [goldSpan(0, 7, 'official')], [goldSpan(6, 14, 'official')], [1, 0, 0, 0]],
    ['touching is not sharing', [goldSpan(0, 7, 'official')], [goldSpan(7, 14, 'official')], [0, 1, 1, 0]],
    ['another kind is wrong twice', [goldSpan(0, 7, 'official')], [goldSpan(0, 7, 'framing')], [0, 1, 1, 0]],
    [
      'two predictions cannot share a gold span',
      [goldSpan(0, 14, 'official')],
      [goldSpan(0, 7, 'official'), goldSpan(8, 14, 'official')],
      [1, 1, 0, 0],
    ],
    [
      'one prediction cannot serve two gold spans',
      [goldSpan(0, 7, 'official'), goldSpan(8, 14, 'official')],
      [goldSpan(0, 14, 'official')],
      [1, 0, 1, 0],
    ],
    ['an optional span is not asked for', [], [], [0, 0, 0, 0], [goldSpan(0, 7, 'framing')]],
    [
      'a prediction on an optional span is dropped',
      [],
      [goldSpan(2, 9, 'framing')],
      [0, 0, 0, 1],
      [goldSpan(0, 7, 'framing')],
    ],
    [
      'an optional span of another kind excuses nothing',
      [],
      [goldSpan(2, 9, 'framing')],
      [0, 1, 0, 0],
      [goldSpan(0, 7, 'official')],
    ],
  ];
  it.each(rows)('%s', (_, spans, predicted, expected, optional) => {
    expect(counts(spans, predicted, optional)).toEqual(expected);
  });

  it('gives a gold span to the longest overlap, not to the first prediction', () => {
    const gold = record([goldSpan(0, 14, 'official')]);
    const predicted = [goldSpan(0, 3, 'official', { stance: 'adopted' }), goldSpan(4, 14, 'official')];
    expect(cardOf([{ gold, predicted }]).stance.right).toBe(1);
  });

  it('decides between equal overlaps by the nearer boundaries', () => {
    const gold = record([goldSpan(4, 8, 'official')]);
    const predicted = [goldSpan(0, 20, 'official', { stance: 'adopted' }), goldSpan(4, 9, 'official')];
    expect(cardOf([{ gold, predicted }]).stance.right).toBe(1);
  });
});

describe('the measures', () => {
  it('judges stance, role, entity and boundaries on matched spans only', () => {
    const gold = record([goldSpan(0, 7, 'official'), goldSpan(30, 37, 'state-media', { entity: 'TASS' })]);
    const card = cardOf([
      { gold, predicted: [goldSpan(0, 8, 'official', { stance: 'distanced', entity: 'Sergei Lavrov', role: 'role' })] },
    ]);
    expect(card.stance).toMatchObject({ right: 0, of: 1, confusion: { 'reported>distanced': 1 } });
    expect(card.role).toMatchObject({ right: 0, of: 1 });
    expect(card.entity).toMatchObject({ right: 1, of: 1 });
    expect(card.exactBoundaries).toMatchObject({ right: 0, of: 1 });
  });

  it('asks no entity and no role of framing', () => {
    const gold = record([goldSpan(0, 7, 'framing', { role: 'x', entity: '' })]);
    const card = cardOf([{ gold, predicted: [goldSpan(0, 7, 'framing', { role: 'y', entity: 'Z' })] }]);
    expect([card.role.of, card.entity.of]).toEqual([0, 0]);
  });

  it('counts false flags per 1,000 words where there is no gold span', () => {
    const card = cardOf([{ gold: record([]), predicted: [goldSpan(0, 7, 'official')] }]);
    expect(countWords(TEXT)).toBe(8);
    expect(card.clean).toMatchObject({ texts: 1, flaggedTexts: 1, flags: 1, per1000: 125 });
  });

  it('gives no precision to silence where nothing was to be found, and 0 where something was', () => {
    expect(cardOf([{ gold: record([]), predicted: [] }]).metrics.all?.precision).toBeNull();
    expect(cardOf([{ gold: record([goldSpan(0, 7, 'official')]), predicted: [] }]).metrics.all?.precision).toBe(0);
  });
});

describe('entity names', () => {
  it.each([
    ['Sergei Lavrov', 'Sergey Lavrov'],
    ['russian ministry of  defence', 'Russian MoD'],
    ['The Kremlin!', 'Kremlin'],
  ])('takes %s for %s', (a, b) => {
    expect(entityKey(a)).toBe(entityKey(b));
  });

  it('does not meet the prototype of objects', () => {
    expect(entityKey('constructor')).toBe('constructor');
  });
});

// The scorer that the gold files come with lives beside the project and not in it.
const SHARED = new URL('../../../shared/corpus/', import.meta.url);
const SCORER = new URL('score.mjs', SHARED);
const hasScorer = existsSync(SCORER);

type OtherScore = (gold: unknown[], predicted: unknown[]) => Record<string, unknown>;

describe('agreement with the scorer of the gold files', () => {
  const span = (length: number) =>
    fc
      .record({
        start: fc.nat(length - 1),
        size: fc.integer({ min: 1, max: 12 }),
        kind: fc.constantFrom(...KINDS),
        role: fc.constantFrom('name', 'role', 'pronoun', 'attribution', 'mention', ''),
        entity: fc.constantFrom(
          'Sergei Lavrov',
          'Sergey Lavrov',
          'MoD',
          'Russian MoD',
          'RT',
          'Russia-1',
          'Rossiya 1',
          '',
        ),
        stance: fc.constantFrom(...STANCES),
      })
      .map(({ start, size, ...rest }) => ({ start, end: Math.min(length, start + size), ...rest }));
  const one = fc.record({
    lang: fc.constantFrom('uk', 'ru', 'en'),
    genre: fc.constantFrom('news', 'wire'),
    spans: fc.array(span(TEXT.length), { maxLength: 5 }),
    optional: fc.array(span(TEXT.length), { maxLength: 3 }),
    predicted: fc.array(span(TEXT.length), { maxLength: 7 }),
  });

  it.skipIf(!hasScorer)('gives the same numbers on any predictions', async () => {
    const other = await loadScorer();
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (texts) => {
        const all = texts.map(({ predicted, ...gold }, i) => ({
          gold: { id: String(i), text: TEXT, ...gold },
          predicted,
        }));
        expectSameNumbers(all, other);
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(!hasScorer)('gives the same numbers on the gold files with spans moved about', async () => {
    const other = await loadScorer();
    const lines = readFileSync(new URL('dev.jsonl', SHARED), 'utf8').split('\n').filter(Boolean);
    const all = lines.map((line, i) => {
      const gold: GoldRecord = { optional: [], ...JSON.parse(line) };
      const predicted = gold.spans
        .filter((_, n) => (i + n) % 4 !== 0)
        .map((s, n) => ({
          ...s,
          start: Math.max(0, s.start - (n % 3)),
          end: Math.min(gold.text.length, s.end + (i % 3)),
        }));
      const noise = i % 5 === 0 ? [goldSpan(0, 4, 'framing')] : [];
      return { gold, predicted: [...predicted, ...noise] };
    });
    expectSameNumbers(all, other);
  });
});

async function loadScorer(): Promise<OtherScore> {
  const scorer: { score: OtherScore } = await import(/* @vite-ignore */ SCORER.href);
  return scorer.score;
}

function expectSameNumbers(all: { gold: GoldRecord; predicted: PredictedSpan[] }[], other: OtherScore): void {
  const gold = all.map((item) => item.gold);
  const predicted = all.map((item) => ({ id: item.gold.id, spans: item.predicted }));
  const { card: ours, slips } = score(all);
  const { misses: theirMisses, alarms: theirAlarms, warnings, ...theirs } = other(gold, predicted);
  // Through JSON, so that absent and undefined are the same.
  expect(JSON.parse(JSON.stringify(ours))).toEqual(JSON.parse(JSON.stringify(theirs)));
  expect([slips.misses.length, slips.alarms.length]).toEqual([(theirMisses as []).length, (theirAlarms as []).length]);
  expect(warnings).toEqual([]);
}
