import { describe, expect, it, vi } from 'vitest';

vi.mock('./browser', () => ({ browser: { i18n: { getUILanguage: () => 'en' } } }));

import { isOwn } from './own-entry';
import { defaults, OWN_LIMITS, type OwnEntry, parseSettings } from './settings';

const ENTRY: OwnEntry = {
  id: 'own_a1b2c3d4',
  name: 'Ромашка',
  kind: 'official',
  langs: ['uk', 'fr'],
  forms: ['Ромашк*'],
  at: 7,
};
const read = (...own: readonly unknown[]) => parseSettings({ ...defaults, own }).own;

describe('the reader’s own entries', () => {
  it('come out of the settings as they went in, without spaces around their words', () => {
    expect(read(ENTRY)).toEqual([ENTRY]);
    expect(read({ ...ENTRY, name: ' Ромашка ', forms: ['\tРомашк* '] })).toEqual([ENTRY]);
    expect(isOwn(ENTRY.id)).toBe(true);
    expect(isOwn('ria_novosti')).toBe(false);
  });

  it.each([
    ['another id', { id: 'lavrov' }],
    ['an id with more in it', { id: 'own_a1b2c3d4"]' }],
    ['no name', { name: ' ' }],
    ['a name without end', { name: 'а'.repeat(OWN_LIMITS.text + 1) }],
    ['a kind that is none', { kind: 'other' }],
    ['a language that is none', { langs: ['uk', 'xx'] }],
    ['no forms', { forms: [] }],
    ['an empty form', { forms: ['Ромашк*', ''] }],
    ['a form without end', { forms: ['а'.repeat(OWN_LIMITS.text + 1)] }],
    ['too many forms', { forms: Array.from({ length: OWN_LIMITS.forms + 1 }, (_, at) => `форма${at}`) }],
    ['no time', { at: undefined }],
  ])('are left out with %s, and the others stay', (_, part) => {
    expect(read({ ...ENTRY, ...part }, ENTRY)).toEqual([ENTRY]);
  });

  it('are so many at most, the newest', () => {
    const many = Array.from({ length: OWN_LIMITS.entries + 1 }, (_, at) => ({
      ...ENTRY,
      id: `own_${String(at).padStart(8, '0')}`,
    }));
    expect(read(...many)).toEqual(many.slice(1));
  });
});
