import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../tests/fake-browser';
import { REPORTS } from '../../tests/fixtures/door-samples';

vi.mock('./browser', async () => ({ browser: (await import('../../tests/fake-browser')).fake.browser }));

import { keepReport, keptReports, removeReports } from './kept-reports';
import type { Report } from './report';

const [first, second] = REPORTS as [Report, Report];

beforeEach(() => {
  vi.useFakeTimers();
  fake.reset();
  fake.local.reports = [first];
});

describe('kept reports, where the storage', () => {
  it.each([
    ['cannot be read', 'storage.local.get', { rejects: 'broken' }],
    ['never says what it has', 'storage.local.get', { never: true }],
    ['says something that no storage says', 'storage.local.get', { instead: undefined }],
    ['is full', 'storage.local.set', { rejects: 'QuotaExceededError' }],
    ['never says that it has kept one', 'storage.local.set', { never: true }],
  ] as const)('%s, are not kept, which is said; none is lost, and the next one is kept', async (_how, name, fault) => {
    fake.plan(name, fault);
    const refused = expect(keepReport(second, 'kept')).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(2000);
    await refused;
    expect(fake.local.reports).toEqual([first]);
    await keepReport(second, 'kept');
    expect(await keptReports()).toEqual([first, second]);
  });

  it('is slow, are kept one after another, so that none is lost', async () => {
    fake.plan('storage.local.get', { late: 1500 }, { late: 1500 });
    const keeping = [
      keepReport(second, 'copy'),
      keepReport({ ...second, note: 'more' }, 'issue'),
      removeReports([first.id]),
    ];
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(keeping);
    expect(await keptReports()).toEqual([{ ...second, note: 'more', done: ['kept', 'issue', 'copy'] }]);
  });
});
