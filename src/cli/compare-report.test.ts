import { expect, it } from 'vitest';
import { changesOf } from './compare';
import { compareReport } from './compare-report';
import type { GoldRecord } from './gold';
import { type PredictedSpan, score } from './score';

const NAME = { start: 0, end: 6, kind: 'official', role: 'name', entity: 'Sergey Lavrov', stance: 'reported' } as const;
const gold: GoldRecord = {
  id: 'a',
  lang: 'uk',
  genre: 'news',
  text: 'Лавров заявив, а Пєсков додав.',
  spans: [NAME],
  optional: [],
};

it('shows the figures of both and each change with the words around', () => {
  const before: PredictedSpan[] = [{ ...NAME, stance: 'adopted' }];
  const now: PredictedSpan[] = [NAME, { ...NAME, start: 17, end: 23, entity: 'Dmitry Peskov' }];
  const { card } = score([{ gold, predicted: now }]);
  const out = compareReport(
    {
      revision: 'v1',
      commit: '0123456789abcdef',
      subject: 'the day before',
      before: score([{ gold, predicted: before }]).card,
      changes: changesOf([{ gold, before, now }]),
    },
    card,
  );
  expect(out).toContain('COMPARED WITH 01234567 the day before\n');
  expect(out).toMatch(/\nALL +1\.000 > 0\.500 +1\.000 > 1\.000 +1\.000 > 0\.667\n/u);
  expect(out).toMatch(/\n {2}framing +– > – +– > – +– > –\n/u);
  expect(out).toContain('\nStance right: 0.000 (0 of 1) > 1.000 (1 of 1)\n');
  expect(out).toContain('\nCHANGES: 2; 1 worse, 1 better, 0 neither\n');
  expect(out).toMatch(/\nworse +a +appeared, wrong: official \/ name \/ Dmitry Peskov \/ reported +.*\[\[Пєсков\]\]/u);
  expect(out).toMatch(/\nbetter +a +stance adopted \(wrong\) > reported \(right\): official \/ name \/ Sergey Lavrov/u);
  const same = compareReport({ revision: 'v1', commit: '01', subject: '', before: card, changes: [] }, card);
  expect(same).toMatch(/CHANGES: none$/u);
});
