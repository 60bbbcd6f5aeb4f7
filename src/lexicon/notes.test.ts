import { describe, expect, it } from 'vitest';
import { notesOf } from './notes';
import type { Source } from './read';
import type { Official, Outlet } from './schema';

const both = (text: string) => ({ uk: text, en: text });
const shown = { name: both('A'), note: both('Note.'), references: [] };
const official = (office: NonNullable<Official['office']>): Official => ({ id: 'a', type: 'person', ...shown, office });
const outlet: Outlet = {
  id: 'o',
  type: 'agency',
  who: both('agency'),
  owner: both('owner'),
  control: 'state-owned',
  ...shown,
  sanction: { act: 'Reg. (EU) 2024/1428', date: '2024-05-17', what: 'broadcast-ban' },
};
const of = (parts: Partial<Source>, language: 'uk' | 'en') =>
  notesOf({ outlets: [], officials: [], narratives: [], ...parts } as unknown as Source, language);

describe('a note', () => {
  it.each([
    ['who holds an office', { from: '2004-03-09' }, 'Minister, since 2004', 'Minister, з 2004 р.'],
    [
      'who held it',
      { from: '2012-11-06', to: '2024-05-12' },
      'Former office: Minister, 2012–2024',
      'Колишня посада: Minister, 2012–2024 рр.',
    ],
    ['who left it', { to: '2024' }, 'Former office: Minister, until 2024', 'Колишня посада: Minister, до 2024 р.'],
    ['whose dates nobody knows', {}, 'Minister', 'Minister'],
  ])('says %s', (_, dates, en, uk) => {
    const officials = [official({ ...both('Minister'), ...dates })];
    expect(of({ officials }, 'en').a?.who).toBe(en);
    expect(of({ officials }, 'uk').a?.who).toBe(uk);
  });

  it('names the sanction with its act and its day', () => {
    expect(of({ outlets: [outlet] }, 'en').o?.sanction).toBe(
      'Broadcasting banned in the EU: Reg. (EU) 2024/1428, 17 May 2024',
    );
    expect(of({ outlets: [outlet] }, 'uk').o?.sanction).toContain('17 травня 2024');
  });
});
