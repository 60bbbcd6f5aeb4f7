// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';

vi.mock('../../shared/browser', () => ({ browser: { i18n: { getUILanguage: () => 'uk' } } }));

import '../../shared/texts';
import { Voices } from './Voices';

afterEach(cleanup);

it.each([
  [2, 0],
  [3, 1],
])('of %i passages has %i bars', (length, bars) => {
  render(<Voices voices={Array.from({ length }, (_, index) => ({ kremlin: index === 0, weight: 10 }))} />);
  expect(screen.queryAllByRole('img', { name: /1 від Кремля/ })).toHaveLength(bars);
});
