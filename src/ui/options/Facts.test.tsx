// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const asked = vi.hoisted(() => ({ permissions: [] as string[] }));
vi.mock('../../shared/browser', () => ({
  browser: { i18n: { getUILanguage: () => 'uk' }, runtime: { getManifest: () => asked } },
}));

import '../../shared/texts';
import { manifestFor } from '../../../vite.config';
import { speak } from '../../shared/i18n';
import { Accuracy } from './Accuracy';
import { ACCURACY, accuracyTable } from './accuracy';
import { Privacy } from './Privacy';
import { PERMISSIONS } from './permissions';

const permissionsOf = (target: 'chrome' | 'firefox'): readonly string[] =>
  (manifestFor(target) as { permissions: string[] }).permissions;

beforeEach(() => speak('uk'));
afterEach(cleanup);

describe('the accuracy', () => {
  it('was measured: the table has its schema, and each language the rows of its kinds', () => {
    expect(v.safeParse(accuracyTable, ACCURACY).issues).toBeUndefined();
    for (const { lang, gold, found, right } of ACCURACY.rows.filter(({ kind }) => kind === 'all')) {
      const parts = ACCURACY.rows.filter((row) => row.lang === lang && row.kind !== 'all');
      const sum = (of: 'gold' | 'found' | 'right') => parts.reduce((total, row) => total + row[of], 0);
      expect([lang, sum('gold'), sum('found'), sum('right')]).toEqual([lang, gold, found, right]);
    }
  });

  it('refuses a table that is none', () => {
    const row = { lang: 'uk', kind: 'all', texts: 1, gold: 1, found: 1, right: 2 };
    expect(v.safeParse(accuracyTable, { ...ACCURACY, rows: [row] }).success).toBe(false);
  });

  it('gives a share only where there are marks enough, and says on what it was measured', () => {
    render(<Accuracy />);
    const cells = screen
      .getAllByRole('row')
      .map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent));
    ACCURACY.rows.forEach(({ gold, found }, i) => {
      const [, precision, recall] = cells[i + 1] ?? [];
      expect([precision?.includes('%'), recall?.includes('%')]).toEqual([found >= 20, gold >= 20]);
    });
    const region = screen.getByRole('region', { name: 'Точність' });
    expect(region.textContent).toContain('149 текстів');
    expect(region.textContent).toContain('виправляли правила');
  });
});

describe('the privacy', () => {
  it.each(['chrome', 'firefox'] as const)('explains every permission that %s gives, and no other', (target) => {
    asked.permissions = [...permissionsOf(target)];
    render(<Privacy />);
    const codes = [...document.querySelectorAll('code')].map((code) => code.textContent);
    expect(codes).toEqual(asked.permissions);
  });

  it('has no reason for a permission that is not asked for', () => {
    const all = new Set([...permissionsOf('chrome'), ...permissionsOf('firefox')]);
    expect(Object.keys(PERMISSIONS).sort()).toEqual([...all].sort());
  });
});
