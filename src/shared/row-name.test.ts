import { expect, it, vi } from 'vitest';

vi.mock('./browser', () => ({ browser: { i18n: { getUILanguage: () => 'uk' } } }));

import './texts';
import { rowName } from './row-name';

it.each([
  ['framing', 'спецоперація', '«спецоперація»'],
  ['framing', '«домовленості» на Алясці', '«домовленості» на Алясці'],
  ['framing', "'Agreements' of the summit", "'Agreements' of the summit"],
  ['framing', "Ukraine's regime", "«Ukraine's regime»"],
  ['state-media', 'ТАСС', 'ТАСС'],
] as const)('names a %s «%s» as %s', (kind, title, name) => {
  expect(rowName({ kind, title })).toBe(name);
});
