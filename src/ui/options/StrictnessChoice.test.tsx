// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const storage = vi.hoisted(() => ({ kept: {} as Record<string, unknown>, set: vi.fn() }));
vi.mock('../../shared/browser', () => ({
  browser: {
    i18n: { getUILanguage: () => 'uk' },
    storage: { local: { get: async () => storage.kept, set: storage.set } },
  },
}));

import '../../shared/texts';
import { speak } from '../../shared/i18n';
import { defaults } from '../../shared/settings';
import { StrictnessChoice } from './StrictnessChoice';

beforeEach(() => {
  speak('uk');
  storage.kept = {};
  storage.set.mockReset().mockImplementation(async (items: Record<string, unknown>) => {
    Object.assign(storage.kept, items);
  });
});
afterEach(cleanup);

describe('the choice of strictness', () => {
  it('is one group of three, the kept one chosen, with a sentence on what it does', () => {
    render(<StrictnessChoice settings={{ ...defaults, strictness: 'wide' }} />);
    const group = screen.getByRole('group', { name: 'Наскільки певними мають бути позначки' });
    const choices = screen.getAllByRole<HTMLInputElement>('radio');
    expect(choices.map((choice) => [choice.labels?.[0]?.textContent, choice.checked])).toEqual([
      ['Тільки певні', false],
      ['Звичайно', false],
      ['Ширше', true],
    ]);
    const text = document.getElementById(group.getAttribute('aria-describedby') ?? '');
    expect(text?.textContent).toContain('ймовірно');
  });

  it('keeps what is chosen, and nothing else', async () => {
    storage.kept = { settings: { ...defaults, offSites: ['visnyk.example'] } };
    render(<StrictnessChoice settings={defaults} />);
    fireEvent.click(screen.getByLabelText('Тільки певні'));
    await waitFor(() =>
      expect(storage.kept.settings).toEqual({ ...defaults, offSites: ['visnyk.example'], strictness: 'strict' }),
    );
  });
});
