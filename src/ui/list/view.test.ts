import { expect, it, vi } from 'vitest';

vi.mock('../../shared/browser', () => ({ browser: {} }));

import { defaults } from '../../shared/settings';
import { viewOf } from './view';

const tab = { id: 7, windowId: 1, isPrivate: false };
const off = { is: 'answer', page: { host: 'a.example', lexicon: '1', state: 'off' } } as const;

it('tells a site that is off from one that is not among the chosen', () => {
  const chosen = { ...defaults, sites: 'chosen' } as const;
  expect(viewOf(chosen, tab, off, 0)).toEqual({ is: 'not-chosen', host: 'a.example' });
  expect(viewOf({ ...chosen, offSites: ['a.example'] }, tab, off, 0)).toEqual({ is: 'off', host: 'a.example' });
  expect(viewOf(defaults, tab, off, 0)).toEqual({ is: 'reading' });
});
