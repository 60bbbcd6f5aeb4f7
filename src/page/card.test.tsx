// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

vi.mock('../shared/browser', () => ({ browser: { i18n: { getUILanguage: () => 'uk' } } }));

import '../shared/texts';
import { speak, type UiLanguage } from '../shared/i18n';
import type { Row } from '../shared/messages';
import { Card, type Hidden } from './card';

const ROW: Row = {
  id: 1,
  kind: 'official',
  stance: 'reported',
  confidence: 'sure',
  role: 'pronoun',
  entry: 'lavrov',
  title: 'Сергій Лавров',
  alias: 'він',
  before: '«Так», – ',
  mark: 'сказав він',
  after: '.',
  lang: 'uk',
  who: 'Міністр',
  note: 'Примітка.',
  signs: [
    { what: 'cue', words: 'сказав' },
    { what: 'antecedent', words: 'Лаврова' },
  ],
  references: [],
};

function open(onHide: () => Promise<Hidden | undefined>, row = ROW, language: UiLanguage = 'uk') {
  speak(language);
  const acts = { onClose: vi.fn(), onStep: vi.fn(), onHide, onReport: vi.fn(), onMore: vi.fn() };
  render(<Card row={row} host="visnyk.example" position={{ at: 2, of: 5 }} acts={acts} />);
  return acts;
}

async function hide() {
  fireEvent.click(screen.getByText('Не те…'));
  fireEvent.click(screen.getByText('Приховати в цьому місці'));
}

afterEach(cleanup);

it('leads to all that is known of its entry', () => {
  const acts = open(async () => undefined);
  fireEvent.click(screen.getByRole('button', { name: 'Докладніше (відкриється в новій вкладці)' }));
  expect(acts.onMore).toHaveBeenCalledOnce();
});

describe('a mark of the reader’s own entry', () => {
  const own: Row = { ...ROW, entry: 'own_aaaaaaaa', title: 'Іван Ромашко', who: '', note: '' };

  it('says whose it is, and vouches for nothing', () => {
    open(async () => undefined, own);
    expect(screen.getByText('Заява · ваш запис')).toBeTruthy();
    expect(screen.queryByText(/посадовець РФ/)).toBeNull();
  });

  it('leads to the entry instead of a report', () => {
    const acts = open(async () => undefined, own);
    fireEvent.click(screen.getByText('Не те…'));
    expect(screen.queryByText('Повідомити про помилку…')).toBeNull();
    fireEvent.click(screen.getByText('Змінити цей запис…'));
    expect(acts.onMore).toHaveBeenCalledOnce();
    expect(acts.onReport).not.toHaveBeenCalled();
  });
});

describe('a mark that lacks a sign', () => {
  it('says that it is likely; others say nothing of how sure they are', () => {
    open(async () => undefined, { ...ROW, confidence: 'possible' });
    expect(screen.getByRole('dialog').getAttribute('aria-label')).toContain('ймовірно');
    expect(screen.getByText('Заява · посадовець РФ · ймовірно')).toBeTruthy();
    cleanup();
    open(async () => undefined, { ...ROW, confidence: 'likely' });
    expect(screen.queryByText(/ймовірно/)).toBeNull();
  });

  it.each<[string, Partial<Row>, RegExp | undefined]>([
    ['whom a pronoun means', { confidence: 'likely' }, /попередніх речень/],
    ['whom it means from far away', { confidence: 'possible' }, /далеко звідси/],
    ['a name apart from its verb', { confidence: 'likely', role: 'name', signs: [] }, /стоять не поруч/],
    ['a name that others bear', { confidence: 'possible', role: 'name', signs: [] }, /так звуть і інших/],
    [
      'an outlet that is a word',
      { confidence: 'likely', kind: 'state-media', role: 'mention', signs: [] },
      /звичайним/,
    ],
    ['a wording of ordinary words', { confidence: 'likely', kind: 'framing', signs: [] }, /поєднання/],
    ['nothing where it is sure', {}, undefined],
  ])('says why: %s', (_, given, why) => {
    open(async () => undefined, { ...ROW, ...given });
    const said = screen.queryByText('Певність')?.nextElementSibling?.textContent;
    if (why) expect(said).toMatch(why);
    else expect(said).toBeUndefined();
  });
});

describe('the signs of a mark', () => {
  it('quote whom a pronoun means in the case that the page has it in', () => {
    open(async () => undefined);
    expect(screen.getByText('«Він» замість').closest('dt')?.nextElementSibling?.textContent).toBe('«Лаврова»');
  });
});

describe('a card in a language that the lexicon has no notes in', () => {
  const given: Row = {
    ...ROW,
    title: 'Sergey Lavrov',
    who: 'Minister',
    note: 'A note.',
    sanction: 'A listing.',
    plainly: 'says',
    references: [{ title: 'A list', url: 'https://example.org/' }],
  };
  const ENGLISH = ['Sergey Lavrov', 'Minister', 'A note.', 'A listing.', 'says', 'A list'];

  it('says of each word of the lexicon that it is English, for those who hear it', () => {
    open(async () => undefined, given, 'fr');
    for (const text of ENGLISH) expect(screen.getByText(text).closest('[lang]')?.getAttribute('lang')).toBe('en');
    expect(screen.getByText('propos rapportés').closest('[lang]')).toBeNull();
  });

  it("says nothing of the language of a reader's own entry", () => {
    open(async () => undefined, { ...given, entry: 'own_abcd1234' }, 'fr');
    expect(screen.getByText('Sergey Lavrov').closest('[lang]')).toBeNull();
  });
});

describe('a mark hidden from its card', () => {
  it('leaves the way back, and nothing that explains it', async () => {
    const undo = vi.fn(async () => true);
    open(async () => ({ text: 'Приховано в цьому місці: Сергій Лавров', undo }));
    await hide();
    const back = await screen.findByText('Повернути');
    expect(screen.getByRole('status').textContent).toContain('Приховано в цьому місці: Сергій Лавров');
    await waitFor(() => expect(document.activeElement).toBe(back));
    expect(screen.queryByText('Примітка.')).toBeNull();
    expect(screen.queryByText('Не те…')).toBeNull();
    fireEvent.click(back);
    expect(undo).toHaveBeenCalledOnce();
  });

  it('says so where the choice could not be kept', async () => {
    open(async () => undefined);
    await hide();
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Не вдалося зберегти/);
    expect(screen.getByText('Примітка.')).toBeTruthy();
  });
});
