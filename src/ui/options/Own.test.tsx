// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const storage = vi.hoisted(() => ({ kept: {} as Record<string, unknown>, set: vi.fn(), tell: () => {} }));
vi.mock('../../shared/browser', () => ({
  browser: {
    i18n: { getUILanguage: () => 'en' },
    extension: { inIncognitoContext: false },
    storage: { local: { get: async () => storage.kept, set: storage.set } },
  },
}));
vi.mock('./own/engine-of', async () => {
  const { createEngine } = await import('../../engine');
  // Not by lexicon/disk.ts: under this DOM an address of a module is none of a file.
  const read = (lang: string) => JSON.parse(readFileSync(`src/lexicon/generated/tables-${lang}.json`, 'utf8'));
  const engines = { uk: createEngine(read('uk')), en: createEngine(read('en')) };
  return { engineOf: async (lang: 'uk' | 'en') => engines[lang] };
});

import '../../shared/texts';
import { speak } from '../../shared/i18n';
import { defaults, type OwnEntry, parseSettings, type Settings } from '../../shared/settings';
import { NoticeLine } from './NoticeLine';
import { notify, useNotice } from './notice';
import { Own } from './Own';

const SOURCE: OwnEntry = {
  id: 'own_aaaaaaaa',
  name: 'Ромашка-Інформ',
  kind: 'state-media',
  langs: [],
  forms: ['Ромашка-Інформ*'],
  at: Date.UTC(2026, 10, 20, 12),
};

/** The section with the settings as they are kept. */
function Live() {
  const [settings, setSettings] = useState<Settings>(parseSettings(storage.kept.settings));
  storage.tell = () => setSettings(parseSettings(storage.kept.settings));
  return (
    <>
      <Own settings={settings} />
      <NoticeLine notice={useNotice()} />
    </>
  );
}

const own = (): readonly OwnEntry[] => parseSettings(storage.kept.settings).own;
const open = (entries: readonly OwnEntry[] = []) => {
  storage.kept = { settings: { ...defaults, own: entries } };
  render(<Live />);
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const write = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
/** What is said beside a field. */
const said = (name: string) =>
  (field(name).getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);

beforeEach(() => {
  speak('en');
  location.hash = '';
  notify();
  storage.set.mockReset().mockImplementation(async (items: Record<string, unknown>) => {
    Object.assign(storage.kept, items);
    storage.tell();
  });
});
afterEach(cleanup);

describe('the list', () => {
  it('says what each entry is, where it is looked for, by what and since when', () => {
    open([
      SOURCE,
      {
        ...SOURCE,
        id: 'own_bbbbbbbb',
        name: 'цвіт',
        kind: 'framing',
        langs: ['uk'],
        forms: [...'абвгде'].map((a) => `цвіт${a}`),
      },
    ]);
    const [one, other] = screen.getAllByRole('listitem');
    expect(one?.textContent).toContain('Ромашка-ІнформSource · all languages · November 20, 2026');
    expect(other?.textContent).toContain('Wording · Ukrainian');
    expect(other?.textContent).toContain('цвітг and 2 more forms');
  });

  it('takes an entry out, and puts it back where it was', async () => {
    const others = [
      { ...SOURCE, id: 'own_bbbbbbbb', name: 'цвіт' },
      { ...SOURCE, id: 'own_cccccccc', name: 'лист' },
    ] as const;
    open([SOURCE, ...others]);
    fireEvent.click(button('Remove: цвіт'));
    await waitFor(() => expect(own()).toHaveLength(2));
    expect(await screen.findByText('Removed: цвіт')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(button('Add an entry')));
    fireEvent.click(button('Undo'));
    await waitFor(() => expect(own().map(({ name }) => name)).toEqual(['Ромашка-Інформ', 'цвіт', 'лист']));
  });

  it('has no room for more than it can keep', () => {
    open(Array.from({ length: 200 }, (_, at) => ({ ...SOURCE, id: `own_${String(at).padStart(8, '0')}` })));
    // Asked by text: a question by role takes seconds with so many buttons.
    expect(screen.queryByText('Add an entry')).toBeNull();
    expect(screen.getByText(/room for 200 entries/)).toBeTruthy();
  });
});

describe('the form', () => {
  it('adds an entry, found by its name unless forms are written', async () => {
    open();
    fireEvent.click(button('Add an entry'));
    expect(document.activeElement).toBe(field('Name'));
    write('Name', 'Волошка');
    expect(field('What to look for').value).toBe('Волошка');
    fireEvent.click(screen.getByLabelText('Wording'));
    fireEvent.click(button('Save'));
    await waitFor(() =>
      expect(own()).toMatchObject([{ name: 'Волошка', kind: 'framing', langs: [], forms: ['Волошка'] }]),
    );
    expect(await screen.findByText('Saved: Волошка')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(button('Change: Волошка')));
  });

  it('says nothing of an empty form, and all of it once one wants to keep it', () => {
    open();
    fireEvent.click(button('Add an entry'));
    expect(said('Name').join()).not.toContain('Give the entry a name');
    fireEvent.click(button('Save'));
    expect(said('Name')).toContain('Give the entry a name.');
    expect(said('What to look for')).toContain('Write at least one form.');
    expect(field('Name').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field('Name'));
    expect(storage.set).not.toHaveBeenCalled();
  });

  it('says what is wrong as one types, and does not keep it', () => {
    open([SOURCE]);
    fireEvent.click(button('Add an entry'));
    write('Name', 'Волошка');
    write('What to look for', 'сл*\nТАСС\nромашка інформ*');
    expect(said('What to look for').join()).toMatch(
      /“сл\*”: at least 3.*“ТАСС” is already in Rupor’s dictionary: TASS.*your entry “Ромашка-Інформ”/,
    );
    for (const name of ['Ukrainian', 'Russian', 'English', 'Polish', 'German', 'French'])
      fireEvent.click(screen.getByLabelText(name));
    expect(screen.getByText('Choose at least one language.')).toBeTruthy();
    fireEvent.click(button('Save'));
    expect(document.activeElement).toBe(field('What to look for'));
    expect(storage.set).not.toHaveBeenCalled();
  });

  it('changes an entry in its place and keeps its id, and Escape leaves it as it was', async () => {
    open([SOURCE]);
    fireEvent.click(button('Change: Ромашка-Інформ'));
    write('Name', 'Інше');
    fireEvent.keyDown(field('Name'), { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(button('Change: Ромашка-Інформ')));
    expect(own()).toEqual([SOURCE]);
    fireEvent.click(button('Change: Ромашка-Інформ'));
    write('Name', 'Інше');
    fireEvent.click(button('Save'));
    await waitFor(() => expect(own()).toEqual([{ ...SOURCE, name: 'Інше' }]));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(own()).toEqual([SOURCE]));
  });

  it('is open where the address names the entry', async () => {
    location.hash = '#own_aaaaaaaa';
    open([SOURCE]);
    await waitFor(() => expect(field('Name').value).toBe('Ромашка-Інформ'));
  });

  it('says so where the storage does not keep it', async () => {
    open();
    storage.set.mockRejectedValue(new Error('full'));
    fireEvent.click(button('Add an entry'));
    write('Name', 'Волошка');
    fireEvent.click(button('Save'));
    expect((await screen.findAllByRole('alert'))[0]?.textContent).toContain('Could not save');
    expect(field('Name').value).toBe('Волошка');
  });
});

describe('the sample', () => {
  const marked = () =>
    [...document.querySelectorAll('.mark')].map((mark) => [mark.textContent, mark.getAttribute('data-stance')]);
  const start = (name: string, kind: string) => {
    open();
    fireEvent.click(button('Add an entry'));
    write('Name', name);
    fireEvent.click(screen.getByLabelText(kind));
  };

  it('is marked as a page would be, by the engine', async () => {
    start('Волошка', 'Source');
    expect(field('Try it on a text').value).toContain('повідомляє Волошка');
    await waitFor(() => expect(marked()).toEqual([['повідомляє Волошка', 'reported']]));
    expect(await screen.findByText('1 mark in this text.')).toBeTruthy();
    write('Try it on a text', 'Нібито Волошка, а от ВОЛОШКА.');
    await waitFor(() => expect(marked().map(([text]) => text)).toEqual(['Нібито Волошка', 'ВОЛОШКА']));
  });

  it('says which forms are in it, and politely that none is', async () => {
    start('Волошка', 'Source');
    write('What to look for', 'волошка\nволошки');
    write('Try it on a text', 'Є волошки, багато волошок.');
    const found = () =>
      within(document.querySelector<HTMLElement>('.own-found') as HTMLElement).getAllByRole('listitem');
    await waitFor(() =>
      expect(found().map(({ textContent }) => textContent)).toEqual([
        'волошка not in this text',
        'волошки found 1 time',
      ]),
    );
    write('Try it on a text', 'Тут нічого немає.');
    expect(await screen.findByText('None of the forms is in this text.')).toBeTruthy();
  });

  it('says why a form that is there makes no mark', async () => {
    start('Іван Ромашко', 'Statement');
    write('Try it on a text', 'Іван Ромашко приїхав у порт.');
    expect(await screen.findByText(/no word such as “said” stands beside it/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Ukrainian'));
    expect(await screen.findByText(/a language you have not chosen \(Ukrainian\)/)).toBeTruthy();
  });
});
