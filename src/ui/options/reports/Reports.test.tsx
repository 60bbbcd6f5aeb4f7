// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (changes: Record<string, unknown>, area: string) => void;
const fake = vi.hoisted(() => ({ kept: {} as Record<string, unknown>, listeners: new Set<Listener>() }));
vi.mock('../../../shared/browser', () => ({
  browser: {
    i18n: { getUILanguage: () => 'uk' },
    storage: {
      onChanged: {
        addListener: (listener: Listener) => fake.listeners.add(listener),
        removeListener: (listener: Listener) => fake.listeners.delete(listener),
      },
      local: {
        get: async (key: string) => ({ [key]: fake.kept[key] }),
        set: async (items: object) => {
          Object.assign(fake.kept, items);
          for (const listener of fake.listeners) listener(items as Record<string, unknown>, 'local');
        },
      },
    },
  },
}));

import '../../../shared/texts';
import type { Report } from '../../../shared/report';
import { NoticeLine } from '../NoticeLine';
import { useNotice } from '../notice';
import { Reports } from '../Reports';

const id = (n: number): string => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;
const report = (n: number): Report => ({
  v: 2,
  what: 'wrong',
  id: id(n),
  at: n,
  kind: 'state-media',
  stance: 'reported',
  role: 'attribution',
  entry: 'tass',
  title: `ТАСС ${n}`,
  lang: 'uk',
  reason: 'namesake',
  before: 'Зразок: ',
  mark: 'ТАСС',
  after: '.',
  note: '',
  place: `p${n}`,
  page: { precision: 'none' },
  rupor: '0.1.0',
  lexicon: '1',
  done: ['issue', 'copy'],
});
const missed: Report = {
  v: 2,
  what: 'missed',
  id: id(999),
  at: 999,
  lang: 'uk',
  before: 'Про це пише ',
  mark: 'вигадане агентство',
  after: '.',
  note: '',
  page: { precision: 'none' },
  rupor: '0.1.0',
  lexicon: '1',
  edited: 'моє слово',
  done: ['kept'],
};

function Page() {
  return (
    <>
      <Reports />
      <NoticeLine notice={useNotice()} />
    </>
  );
}
// List and rows have a height, as in a browser: a list that has none shows nothing.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 560 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 80 });

const names = () => [...document.querySelectorAll('.kept-go b')].map(({ textContent }) => textContent);
const kept = () => (fake.kept.reports as Report[]).map((one) => one.id);

beforeEach(() => {
  fake.kept = { reports: [report(1), report(2), missed] };
  history.replaceState(null, '', '/');
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('my reports', () => {
  it('says so where there are none', async () => {
    fake.kept = {};
    render(<Page />);
    await screen.findByText(/^Повідомлень ще немає/);
    expect(screen.queryByText('Видалити всі')).toBeNull();
  });

  it('are listed with the newest first: about what, why, when, what was done', async () => {
    render(<Page />);
    await screen.findByText('Пропущено: вигадане агентство');
    expect(names()).toEqual([
      'Пропущено: вигадане агентство',
      'Помилкова позначка: ТАСС 2',
      'Помилкова позначка: ТАСС 1',
    ]);
    const facts = [...document.querySelectorAll('.kept-facts')].map((one) =>
      [...one.children].map((e) => e.textContent),
    );
    expect(facts[2]).toEqual(['інша людина чи організація', '1 січня 1970 р.', 'відкрито заготовку', 'скопійовано']);
  });

  it('show their very text, which is what goes out', async () => {
    render(<Page />);
    fireEvent.click(await screen.findByText('Пропущено: вигадане агентство'));
    expect((await screen.findByText('моє слово')).tagName).toBe('PRE');
    const href = screen.getByText('Відкрити заготовку на GitHub').getAttribute('href') ?? '';
    expect(new URL(href).searchParams.get('body')).toBe('моє слово');
  });

  it('are opened by their name in the address', async () => {
    history.replaceState(null, '', `?report=${id(1)}#reports`);
    render(<Page />);
    await screen.findByText(/^Рупор 0\.1\.0, словник 1/);
    expect(document.querySelectorAll('.kept-body')).toHaveLength(1);
  });

  it('are deleted one by one, and brought back to their place', async () => {
    render(<Page />);
    fireEvent.click(await screen.findByLabelText('Прибрати: Помилкова позначка: ТАСС 2'));
    await screen.findByText('Повідомлення видалено');
    await waitFor(() => expect(names()).toHaveLength(2));
    fireEvent.click(screen.getByText('Повернути'));
    await waitFor(() => expect(kept()).toEqual([id(1), id(2), id(999)]));
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  it('are deleted all together, and brought back', async () => {
    render(<Page />);
    fireEvent.click(await screen.findByText('Видалити всі'));
    await screen.findByText(/^Повідомлень ще немає/);
    await waitFor(() => expect(document.activeElement?.id).toBe('reports-title'));
    fireEvent.click(screen.getByText('Повернути'));
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  it('are saved in one file, each with its very text', async () => {
    const made: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'blob:x';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    render(<Page />);
    fireEvent.click(await screen.findByText('Зберегти всі як JSON'));
    const file = JSON.parse((await made[0]?.text()) ?? '');
    expect(file).toHaveLength(3);
    expect(file[0]).toMatchObject({ what: 'missed', text: 'моє слово' });
  });

  it('are there in sight only, where there are two hundred', async () => {
    fake.kept = { reports: Array.from({ length: 200 }, (_, n) => report(n)) };
    render(<Page />);
    await screen.findByText('Помилкова позначка: ТАСС 199');
    expect(names().length).toBeLessThan(40);
  });
});
