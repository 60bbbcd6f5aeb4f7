// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (...heard: never[]) => void;
const fake = vi.hoisted(() => {
  const listeners = new Map<string, Set<Listener>>();
  const event = (name: string) => {
    const all = new Set<Listener>();
    listeners.set(name, all);
    return { addListener: (one: Listener) => all.add(one), removeListener: (one: Listener) => all.delete(one) };
  };
  const kept: Record<string, unknown> = {};
  return {
    kept,
    fire: (name: string, ...heard: unknown[]) => {
      for (const one of listeners.get(name) ?? []) one(...(heard as never[]));
    },
    answer: vi.fn(async (_question: Record<string, unknown>): Promise<unknown> => undefined),
    tab: { id: 7, windowId: 1, incognito: false } as { id: number; windowId: number; incognito: boolean; url?: string },
    event,
  };
});

vi.mock('../../shared/browser', () => ({
  browser: {
    i18n: { getUILanguage: () => 'uk' },
    runtime: { onMessage: fake.event('message'), getURL: (path: string) => `x://${path}` },
    storage: {
      onChanged: fake.event('storage'),
      session: { get: async () => ({}) },
      local: {
        get: async (key: string) => ({ [key]: fake.kept[key] }),
        set: async (items: Record<string, unknown>) => {
          Object.assign(fake.kept, items);
          fake.fire('storage', { settings: { newValue: items.settings } }, 'local');
        },
      },
    },
    tabs: {
      onUpdated: fake.event('updated'),
      onActivated: fake.event('activated'),
      getCurrent: async () => undefined,
      get: async (id: number) => ({ ...fake.tab, id }),
      query: async () => [fake.tab],
      sendMessage: (_tab: number, question: Record<string, unknown>) => fake.answer(question),
      create: vi.fn(),
      reload: vi.fn(),
    },
  },
}));

import '../../shared/texts';
import { defaults, type Settings } from '../../shared/settings';
import { Surface } from './Surface';
import { bare, list, row, rows } from './sample';

// What is said to a screen reader alone is another thing than what is seen.
configure({ defaultIgnore: 'script, style, .sr' });

// List and rows have a height, as in a browser.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 560 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 80 });

const kindOf: Record<string, keyof Settings['kinds']> = { Digit1: 'state-media', Digit2: 'official' };

let page: unknown;
const settings = () => fake.kept.settings as Settings;
const names = (): (string | null)[] => [...document.querySelectorAll('.flag-go')].map((go) => go.textContent);

beforeEach(() => {
  for (const key of Object.keys(fake.kept)) delete fake.kept[key];
  fake.tab = { id: 7, windowId: 1, incognito: false };
  page = list();
  fake.answer.mockImplementation(async (question) => {
    if (question.ask === 'state') return page;
    if (question.ask === 'place') return { place: 'p', host: 'visnyk.example', entry: 'tass' };
    return true;
  });
});
afterEach(cleanup);

const nobody = async (): Promise<never> => {
  throw new Error('Receiving end does not exist.');
};

describe('the list', () => {
  it('shows the marks in reading order, with their counts by kind', async () => {
    render(<Surface as="popup" />);
    await screen.findByText('3 позначки в тексті');
    expect(names()).toEqual(['ТАСС', 'Сергій Лавров', '«спецоперація»']);
    expect([...document.querySelectorAll('.filter b')].map((count) => count.textContent)).toEqual(['1', '1', '1']);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('ТАСС'));
  });

  it('names the outlets behind the page, and how each is', async () => {
    const outlet = { entry: 'tass', name: 'ТАСС', who: 'державне агентство Росії' };
    page = list({
      origins: [
        { ...outlet, as: 'publisher', address: 'tass.ru' },
        { ...outlet, as: 'embed', address: 't.me/tass_agency' },
      ],
    });
    render(<Surface as="popup" />);
    const origins = await screen.findByRole('list', { name: 'Відомі джерела на сторінці' });
    expect([...origins.children].map((item) => item.textContent)).toEqual([
      'Вказано як видавця: ТАСС – державне агентство Росії (tass.ru)',
      'Вбудовано: ТАСС – державне агентство Росії (t.me/tass_agency)',
    ]);
  });

  it.each(['with marks', 'without a mark'])('says what of the page was left out, %s', async (how) => {
    page = list({ cuts: ['text', 'marks'], ...(how === 'with marks' ? {} : { rows: [] }) });
    render(<Surface as="popup" />);
    await screen.findByText('Сторінка дуже довга: Рупор прочитав лише її початок.');
    screen.getByText('На сторінці дуже багато позначок: показано лише перші 2 000.');
  });

  it('says the whole row to a screen reader', async () => {
    render(<Surface as="popup" />);
    await screen.findByRole('button', {
      name: 'Джерело, ТАСС, чужі слова: За даними ТАСС, делегація вже отримала запрошення.',
    });
  });

  it('keeps a kind switched off for the page too, and its count', async () => {
    render(<Surface as="popup" />);
    fireEvent.click(await screen.findByRole('button', { name: 'Джерела 1' }));
    await screen.findByText(/^2 з 3/);
    expect(settings().kinds).toEqual({ 'state-media': false, official: true, framing: true });
    fireEvent.click(screen.getByText('показати всі'));
    await screen.findByText('3 позначки в тексті');
  });

  it('filters by stance without touching what the page shows', async () => {
    render(<Surface as="popup" />);
    const select = await screen.findByLabelText('Як подано');
    fireEvent.change(select, { target: { value: 'adopted' } });
    await waitFor(() => expect(names()).toEqual(['«спецоперація»']));
    fireEvent.change(select, { target: { value: 'distanced' } });
    await screen.findByText('За цими фільтрами позначок немає.');
    expect(settings()).toBeUndefined();
  });

  it('goes by the keys: arrows, I, Delete and the three digits', async () => {
    render(<Surface as="popup" />);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('ТАСС'));
    const key = (init: KeyboardEventInit) => fireEvent.keyDown(document.activeElement as Element, init);
    key({ key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('Сергій Лавров');
    key({ key: 'End' });
    key({ key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('«спецоперація»');
    key({ key: 'ш', code: 'KeyI' });
    await screen.findByText('Формулювання · словник Кремля');
    key({ key: 'Delete' });
    await screen.findByRole('menu', { name: 'Не те' });
    key({ key: 'Escape' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('«спецоперація»'));
    key({ key: '3', code: 'Digit3' });
    await waitFor(() => expect(settings().kinds.framing).toBe(false));
  });

  it('says so where all three kinds are hidden, and the digits bring them back', async () => {
    render(<Surface as="popup" />);
    await waitFor(() => expect(names()).toHaveLength(3));
    const press = (code: string) => fireEvent.keyDown(document.body, { code });
    for (const code of ['Digit1', 'Digit2', 'Numpad3']) {
      press(code);
      await waitFor(() => expect(settings().kinds[kindOf[code] ?? 'framing']).toBe(false));
    }
    await screen.findByText('Усі три види приховано: на сторінці нічого не позначено.');
    screen.getByRole('button', { name: 'Показати всі' });
    press('Digit2');
    await waitFor(() => expect(names()).toEqual(['Сергій Лавров']));
    fireEvent.click(screen.getByText('показати всі'));
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  it('steps through what is shown, round the ends, and says where', async () => {
    render(<Surface as="popup" />);
    fireEvent.click(await screen.findByRole('button', { name: 'Попередня позначка' }));
    await waitFor(() => expect(fake.answer).toHaveBeenCalledWith({ do: 'reveal', id: 3 }));
    await screen.findByText('3 з 3');
    expect(document.querySelector('.sr[role="status"]')?.textContent).toBe('3 з 3, Формулювання, власний голос');
    expect(document.querySelector('[aria-current]')?.textContent).toBe('«спецоперація»');
    fireEvent.click(screen.getByRole('button', { name: 'Наступна позначка' }));
    await screen.findByText('1 з 3');
  });

  it('shows where the reader has gone in the page', async () => {
    page = list({ current: 2 });
    render(<Surface as="popup" />);
    await screen.findByText('2 з 3');
    page = list({ current: 3 });
    fake.fire('message', { say: 'changed' }, { tab: { id: 7 } });
    await screen.findByText('3 з 3');
  });

  it('leaves out stances that are off for the page, and brings them back with the rest', async () => {
    fake.kept.settings = { ...defaults, stances: { ...defaults.stances, reported: false } };
    render(<Surface as="popup" />);
    await waitFor(() => expect(names()).toEqual(['«спецоперація»']));
    fireEvent.click(screen.getByText('показати всі'));
    await waitFor(() => expect(names()).toHaveLength(3));
    expect(settings().stances).toEqual(defaults.stances);
  });

  it('keeps the place where the row at it goes', async () => {
    render(<Surface as="popup" />);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('ТАСС'));
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
    page = list({ rows: rows.filter(({ id }) => id !== 2) });
    fake.fire('message', { say: 'changed' }, { tab: { id: 7 } });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('«спецоперація»'));
  });

  it('goes to the passage, and says so where it is gone', async () => {
    render(<Surface as="popup" />);
    fireEvent.click(await screen.findByText('Сергій Лавров'));
    await waitFor(() => expect(fake.answer).toHaveBeenCalledWith({ do: 'reveal', id: 2 }));
    fake.answer.mockImplementation(async ({ ask }) => (ask === 'state' ? page : false));
    fireEvent.click(screen.getByText('ТАСС'));
    await screen.findByText('Цього місця на сторінці вже немає.');
  });

  it('hides a mark here and brings it back', async () => {
    render(<Surface as="popup" />);
    fireEvent.click(await screen.findByRole('button', { name: 'Не те: ТАСС' }));
    fireEvent.click(await screen.findByText('Приховати в цьому місці'));
    await screen.findByText('Приховано в цьому місці: ТАСС');
    expect(settings().exclusions).toMatchObject([{ scope: 'here', entry: 'tass', host: 'visnyk.example', place: 'p' }]);
    expect(screen.queryByRole('menu')).toBeNull();
    fireEvent.click(screen.getByText('Повернути'));
    await waitFor(() => expect(settings().exclusions).toEqual([]));
  });

  it('asks a page that changes without end a few times a second, and the last time after the last change', async () => {
    render(<Surface as="popup" />);
    await screen.findByText('3 позначки в тексті');
    fake.answer.mockClear();
    const start = performance.now();
    for (let n = 0; n < 10_000; n += 1) fake.fire('message', { say: 'changed' }, { tab: { id: 7 } });
    page = list({ rows: [] });
    fake.fire('message', { say: 'changed' }, { tab: { id: 7 } });
    await screen.findByText('Нічого не знайдено');
    expect(fake.answer.mock.calls.length).toBeLessThanOrEqual(2 + (performance.now() - start) / 200);
  });

  it('asks again when the page says that it has changed, and not when another page does', async () => {
    render(<Surface as="popup" />);
    await screen.findByText('3 позначки в тексті');
    page = list({ rows: rows.slice(0, 1) });
    fake.fire('message', { say: 'changed' }, { tab: { id: 8 } });
    await new Promise((done) => setTimeout(done, 20));
    expect(names()).toHaveLength(3);
    fake.fire('message', { say: 'changed' }, { tab: { id: 7 } });
    await screen.findByText('1 позначка в тексті');
  });

  it('shows nothing of an answer that a page forged', async () => {
    page = list({ rows: [row(1, { references: [{ title: 'x', url: 'javascript:alert(1)' }] })] });
    render(<Surface as="popup" />);
    await screen.findByText('Сторінка не відповідає');
    expect(document.querySelector('a')).toBeNull();
  });
});

describe('how sure a mark is', () => {
  it('is a word, seen and heard, only where a sign is missing', async () => {
    page = list({ rows: [row(1), row(2, { confidence: 'likely' }), row(3, { confidence: 'possible' })] });
    render(<Surface as="popup" />);
    await waitFor(() => expect(names()).toHaveLength(3));
    expect([...document.querySelectorAll('.flag')].map((one) => one.textContent?.includes('ймовірно'))).toEqual([
      false,
      false,
      true,
    ]);
    expect([...document.querySelectorAll('.flag-go')].map((go) => go.getAttribute('aria-label')?.slice(0, 19))).toEqual(
      ['Джерело, ТАСС, чужі', 'Джерело, ТАСС, чужі', 'Джерело, ймовірно, '],
    );
  });
});

describe('the states', () => {
  const shows = async (title: string): Promise<void> => {
    render(<Surface as="popup" />);
    await screen.findByRole('heading', { name: title });
  };

  it('says how much was read where nothing was found', async () => {
    page = list({ rows: [] });
    await shows('Нічого не знайдено');
    expect(document.querySelector('.state p')?.textContent?.replace(/\s/g, ' ')).toContain('1 240 слів');
  });

  it('says that it is not news, and reads it anyway when asked', async () => {
    page = { ...bare, state: 'not-news' };
    await shows('Це не новинна сторінка');
    page = list();
    fireEvent.click(screen.getByText('Перевірити все одно'));
    await screen.findByText('3 позначки в тексті');
    expect(fake.answer).toHaveBeenCalledWith({ do: 'scan-anyway' });
  });

  it('says that it is off here, and turns on', async () => {
    fake.kept.settings = { ...defaults, offSites: ['visnyk.example'] };
    page = { ...bare, state: 'off' };
    await shows('Тут Рупор вимкнено');
    fireEvent.click(screen.getByText('Увімкнути на цьому сайті'));
    await waitFor(() => expect(settings().offSites).toEqual([]));
  });

  it('tells a page that could not be read from one that does not answer', async () => {
    page = { ...bare, state: 'failed' };
    await shows('Не вдалося прочитати сторінку');
    cleanup();
    page = { nonsense: true };
    await shows('Сторінка не відповідає');
  });

  it('says that it is off everywhere, without the switch of a site', async () => {
    fake.kept.settings = { ...defaults, enabled: false };
    page = { ...bare, state: 'off' };
    await shows('Рупор вимкнено всюди');
    expect(screen.queryByRole('switch')).toBeNull();
    fireEvent.click(screen.getByText('Увімкнути всюди'));
    await waitFor(() => expect(settings().enabled).toBe(true));
  });

  it('says until when it is paused, and resumes', async () => {
    fake.kept.settings = { ...defaults, pausedUntil: Date.now() + 60_000 };
    page = { ...bare, state: 'paused' };
    render(<Surface as="popup" />);
    await screen.findByRole('heading', { name: /^Пауза до \d\d:\d\d$/ });
    fireEvent.click(screen.getByText('Продовжити зараз'));
    await waitFor(() => expect(settings().pausedUntil).toBe(0));
  });

  it('tells an older script from a page of the browser where it may see the address', async () => {
    fake.answer.mockImplementation(nobody);
    fake.tab = { id: 7, windowId: 1, incognito: false, url: 'https://visnyk.example/' };
    await shows('Перезавантажте сторінку');
    cleanup();
    fake.tab = { id: 7, windowId: 1, incognito: false, url: 'chrome://settings/' };
    await shows('Сюди Рупор не має доступу');
    cleanup();
    fake.tab = { id: 7, windowId: 1, incognito: false };
    await shows('Сюди Рупор не має доступу');
  });

  it('says that the page is still being read, after a while', async () => {
    page = { ...bare, state: 'reading' };
    render(<Surface as="popup" />);
    await screen.findByText('Рупор ще читає сторінку…');
    page = list();
    await screen.findByText('3 позначки в тексті');
  });

  it('says so where a choice could not be saved', async () => {
    fake.kept.settings = { v: 3 };
    render(<Surface as="popup" />);
    fireEvent.click(await screen.findByRole('switch'));
    await screen.findByText(/від новішого Рупора/);
    expect(fake.kept.settings).toEqual({ v: 3 });
  });

  it('says of a private window that nothing is kept', async () => {
    fake.tab = { id: 7, windowId: 1, incognito: true };
    page = list();
    render(<Surface as="popup" />);
    await screen.findByText(/^Приватне вікно: нічого не зберігається/);
  });
});
