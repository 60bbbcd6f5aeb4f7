// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const storage = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  get: vi.fn(),
  set: vi.fn(),
  listeners: new Set<(changes: object, area: string) => void>(),
}));
// Rows have no height here; a window of some needs one.
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 80 });
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 560 });
vi.mock('../../shared/browser', () => ({
  browser: {
    i18n: { getUILanguage: () => 'uk' },
    runtime: { getManifest: () => ({ permissions: ['storage'] }) },
    tabs: { query: async () => [], getCurrent: async () => undefined },
    storage: {
      local: { get: storage.get, set: storage.set },
      onChanged: {
        addListener: (listener: (changes: object, area: string) => void) => storage.listeners.add(listener),
        removeListener: (listener: (changes: object, area: string) => void) => storage.listeners.delete(listener),
      },
    },
  },
}));

import '../../shared/texts';
import { speak } from '../../shared/i18n';
import { defaults, type Exclusion, type Settings } from '../../shared/settings';
import { notify } from './notice';
import { Options } from './Options';

const kept = (): Settings => storage.kept.settings as Settings;

beforeEach(() => {
  speak('uk');
  storage.kept = {};
  storage.listeners.clear();
  storage.get.mockReset().mockImplementation(async () => storage.kept);
  storage.set.mockReset().mockImplementation(async (items: Record<string, unknown>) => {
    const changes = Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }]));
    Object.assign(storage.kept, items);
    for (const listener of storage.listeners) listener(changes, 'local');
  });
});
afterEach(() => {
  cleanup();
  notify();
});

/** The page as it opens with these choices. */
async function open(settings: Partial<Settings> = {}): Promise<void> {
  storage.kept = { settings: { ...defaults, language: 'uk', ...settings } };
  render(<Options />);
  await screen.findByRole('heading', { level: 1 });
}

const section = (name: string): HTMLElement => screen.getByRole('region', { name });
const inside = (name: string) => within(section(name));
const line = (): string | null | undefined => document.querySelector('.toast span')?.textContent;

describe('the page', () => {
  it('leads to each of its sections, in the order that they stand in', async () => {
    await open();
    const links = within(screen.getByRole('navigation', { name: 'Розділи' })).getAllByRole('link');
    const ids = [...document.querySelectorAll('main > section')].map(({ id }) => `#${id}`);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(ids);
    expect(links.map((link) => link.textContent)).toEqual(
      [...document.querySelectorAll('main > section > h2')].map((heading) => heading.textContent),
    );
    expect(links.filter((link) => link.getAttribute('aria-current') !== null)).toHaveLength(1);
  });

  it('speaks the chosen language at once', async () => {
    await open();
    fireEvent.change(screen.getByLabelText('Мова'), { target: { value: 'en' } });
    await screen.findByRole('heading', { level: 1, name: 'Options' });
    expect(kept().language).toBe('en');
    expect(document.documentElement.lang).toBe('en');
  });

  it('says that it could not read the choices, and changes nothing', async () => {
    storage.get.mockRejectedValue(new Error('broken'));
    render(<Options />);
    const told = await screen.findByText(/^Ваших налаштувань не вдалося прочитати/);
    expect(told.closest('[role]')?.getAttribute('role')).toBe('alert');
    expect(storage.set).not.toHaveBeenCalled();
  });

  it('says what could not be saved, and shows what is kept', async () => {
    await open();
    storage.set.mockRejectedValue(new Error('full'));
    const links = inside('Що позначати').getByRole<HTMLInputElement>('checkbox', { name: 'посилання' });
    fireEvent.click(links);
    expect((await screen.findByText(/^Не вдалося зберегти/)).closest('[role]')?.getAttribute('role')).toBe('alert');
    await waitFor(() => expect(links.checked).toBe(true));
  });
});

describe('the sites', () => {
  const add = (typed: string): void => {
    fireEvent.input(inside('Сайти').getByLabelText('Адреса сайту'), { target: { value: typed } });
    fireEvent.click(inside('Сайти').getByRole('button', { name: 'Додати' }));
  };

  it('are all of them, or the chosen ones', async () => {
    await open();
    expect(section('Сайти').textContent).toContain('Рупор читає новини на всіх сайтах');
    fireEvent.click(inside('Сайти').getByRole('switch'));
    await waitFor(() => expect(kept().sites).toBe('chosen'));
    expect(section('Сайти').textContent).toContain('Рупор ніде нічого не позначає');
  });

  it('are added by an address, off at first where all are read and on where they are chosen', async () => {
    await open();
    add('https://www.visnyk.example/novyny/1');
    await waitFor(() => expect(kept().offSites).toEqual(['visnyk.example']));
    fireEvent.click(inside('Сайти').getByRole('switch'));
    await waitFor(() => expect(kept().sites).toBe('chosen'));
    add('rozbory.example');
    await waitFor(() => expect(kept().onSites).toEqual(['rozbory.example']));
    await waitFor(() => expect(inside('Сайти').getByLabelText<HTMLInputElement>('Адреса сайту').value).toBe(''));
  });

  it('are refused where they are none, with what was typed still there', async () => {
    await open();
    add('вісник');
    const field = inside('Сайти').getByLabelText<HTMLInputElement>('Адреса сайту');
    expect((await inside('Сайти').findByRole('alert')).textContent).toContain('«вісник» не є адресою сайту');
    expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['вісник', 'true']);
    expect(storage.set).not.toHaveBeenCalled();
  });

  it('have one decision each, which can be changed', async () => {
    await open({ offSites: ['visnyk.example'] });
    const choice = inside('Сайти').getByLabelText<HTMLSelectElement>('Рішення для visnyk.example');
    expect(choice.value).toBe('off');
    fireEvent.change(choice, { target: { value: 'always' } });
    await waitFor(() => expect([kept().offSites, kept().alwaysSites]).toEqual([[], ['visnyk.example']]));
  });

  it('are removed, the focus going to the next, and come back as they were', async () => {
    await open({ alwaysSites: ['a.example'], offSites: ['b.example'] });
    fireEvent.click(inside('Сайти').getByRole('button', { name: 'Прибрати: a.example' }));
    await waitFor(() => expect(line()).toBe('a.example прибрано зі списку.'));
    expect(kept().alwaysSites).toEqual([]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Прибрати: b.example');
    fireEvent.click(screen.getByRole('button', { name: 'Повернути' }));
    await waitFor(() => expect(kept().alwaysSites).toEqual(['a.example']));
    expect(document.activeElement?.id).toBe('sites-title');
    expect(line()).toBeUndefined();
  });
});

describe('what to mark', () => {
  it.each([
    ['Заяви', { kinds: { ...defaults.kinds, official: false } }],
    ['з дистанцією', { stances: { ...defaults.stances, distanced: false } }],
    ['посилання', { links: false }],
    ['уся сторінка', { reach: 'page' }],
  ])('is changed by «%s», and nothing else', async (name, change) => {
    await open();
    fireEvent.click(inside('Що позначати').getByLabelText(name));
    await waitFor(() => expect(storage.set).toHaveBeenCalled());
    expect(kept()).toEqual({ ...defaults, language: 'uk', ...change });
  });

  it('says so where nothing is left to mark', async () => {
    await open({ kinds: { 'state-media': false, official: false, framing: false } });
    expect(section('Що позначати').textContent).toContain('Так Рупор не позначить нічого');
  });
});

describe('the exclusions', () => {
  const made = (n: number): Exclusion => ({
    scope: 'site',
    entry: `gone_${n}`,
    title: `Запис ${n}`,
    host: `s${n}.example`,
    at: Date.UTC(2026, 10, 1) + n,
  });

  it('say what, where and since when, in words of today', async () => {
    const at = Date.UTC(2026, 10, 22, 12);
    await open({
      exclusions: [
        { scope: 'anywhere', entry: 'tass', title: 'TASS', at },
        { scope: 'here', entry: 'gone', title: 'давній', host: 'visnyk.example', place: 'x', at: at - 1 },
      ],
    });
    const [first, second] = inside('Мої винятки').getAllByRole('listitem');
    expect(first?.textContent).toContain('ТАСС');
    expect(first?.textContent).toContain('на всіх сайтах');
    expect(first?.textContent).toContain('з 22 листопада 2026');
    expect(first?.querySelector('[data-kind="state-media"]')).not.toBeNull();
    expect(second?.textContent).toContain('в одному місці на visnyk.example');
    expect(second?.textContent).toContain('запису вже немає у словнику');
  });

  it('are removed one by one or all, and come back', async () => {
    const exclusions = [made(1), made(2), made(3)];
    await open({ exclusions });
    fireEvent.click(inside('Мої винятки').getByRole('button', { name: 'Прибрати: Запис 2' }));
    await waitFor(() => expect(kept().exclusions).toEqual([made(1), made(3)]));
    fireEvent.click(inside('Мої винятки').getByRole('button', { name: 'Прибрати всі винятки' }));
    await waitFor(() => expect(kept().exclusions).toEqual([]));
    expect(document.activeElement?.id).toBe('exclusions-title');
    expect(section('Мої винятки').textContent).toContain('Винятків немає.');
    fireEvent.click(await screen.findByRole('button', { name: 'Повернути' }));
    await waitFor(() => expect(kept().exclusions).toEqual([made(1), made(3)]));
  });

  it('are searched when they are many, and only what can be seen is drawn', async () => {
    await open({ exclusions: Array.from({ length: 2000 }, (_, n) => made(n)) });
    expect(inside('Мої винятки').getAllByRole('listitem').length).toBeLessThan(60);
    fireEvent.input(inside('Мої винятки').getByRole('searchbox'), { target: { value: 's1234.ex' } });
    await waitFor(() => expect(inside('Мої винятки').getAllByRole('listitem')).toHaveLength(1));
    expect(section('Мої винятки').textContent).toContain('1 виняток');
    fireEvent.input(inside('Мої винятки').getByRole('searchbox'), { target: { value: 'qqq' } });
    await screen.findByText(/Спробуйте іншу назву/);
  });
});
