// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const { browser, commands } = vi.hoisted(() => {
  const commands = [
    { name: '_execute_action', shortcut: 'Alt+R' },
    { name: 'next', shortcut: 'Ctrl+Shift+Period' },
    { name: 'previous', shortcut: '' },
  ];
  const kept: Record<string, unknown> = {};
  const nobody = { addListener: vi.fn(), removeListener: vi.fn() };
  const browser = {
    commands: { getAll: vi.fn(async () => commands), openShortcutSettings: vi.fn(async () => undefined) } as object,
    tabs: {
      query: vi.fn(async (_: object) => [{ id: 1 }]),
      getCurrent: vi.fn(async () => ({ id: 1, windowId: 2 })),
      create: vi.fn(async (_: object) => undefined),
      remove: vi.fn(async (_: number) => undefined),
    },
    storage: {
      local: { get: async () => kept, set: async (items: object) => void Object.assign(kept, items) },
      onChanged: nobody,
    },
    i18n: { getUILanguage: () => 'uk' },
    runtime: { openOptionsPage: vi.fn(async () => undefined) },
  };
  return { browser, commands };
});
vi.mock('../../shared/browser', () => ({ browser }));
// A script of the package, which only a browser loads.
vi.mock('./notes', () => ({ useNotes: () => undefined }));

import '../../shared/texts';
import { keysOf } from './keys';
import { Welcome } from './Welcome';

beforeEach(async () => {
  vi.clearAllMocks();
  render(<Welcome />);
  await screen.findByRole('heading', { level: 1 });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

describe('the sample', () => {
  const mark = () => screen.getByRole('button', { name: 'повідомляє ТАСС' });
  const spot = () => mark().parentElement as HTMLElement;
  const card = () => screen.queryByRole('region', { name: /ТАСС/ });

  it('is said to be invented, and shows each kind and each stance', () => {
    const sample = screen.getByRole('region', { name: 'Жива проба' });
    expect(sample.textContent).toContain('Вигаданий приклад');
    const shown = [...sample.querySelectorAll<HTMLElement>('.mark')].map(({ dataset }) => [
      dataset.kind,
      dataset.stance,
    ]);
    expect(shown).toEqual([
      ['state-media', 'reported'],
      ['official', 'distanced'],
      ['framing', 'adopted'],
    ]);
  });

  it('opens a card where the pointer or the focus comes to a mark, beside it and after it', () => {
    expect(card()).toBeNull();
    fireEvent.mouseEnter(spot());
    expect(card()?.textContent).toContain('названо джерелом повідомлення');
    expect(mark().getAttribute('aria-expanded')).toBe('true');
    expect(mark().nextElementSibling).toBe(card());
  });

  it('closes it by Escape', () => {
    fireEvent.focusIn(mark());
    expect(card()).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(card()).toBeNull();
  });

  it('keeps it while the pointer is on its way to it, and no longer', async () => {
    vi.useFakeTimers();
    fireEvent.mouseEnter(spot());
    fireEvent.mouseLeave(spot());
    expect(card()).toBeTruthy();
    await act(async () => {
      vi.advanceTimersByTime(2000);
    });
    expect(card()).toBeNull();
  });
});

describe('the keys', () => {
  it('are those that the browser has now, also where one has none', async () => {
    const line = async (name: string) => (await screen.findByText(name)).closest('li') as HTMLElement;
    expect([...(await line('Наступна позначка')).querySelectorAll('kbd')].map((key) => key.textContent)).toEqual([
      'Ctrl',
      'Shift',
      '.',
    ]);
    expect(within(await line('Попередня позначка')).getByText('не задано')).toBeTruthy();
  });

  it('are read again when one comes back from changing them', async () => {
    await screen.findByText('Наступна позначка');
    commands[1] = { name: 'next', shortcut: 'Alt+N' };
    fireEvent.focus(window);
    expect(await screen.findByText('N')).toBeTruthy();
  });

  it.each([
    ['Alt+Comma', ['Alt', ',']],
    ['Ctrl++', ['Ctrl', '+']],
    ['⌥.', ['⌥.']],
    ['', []],
  ])('%s is shown as %o', (shortcut, keys) => {
    expect(keysOf(shortcut)).toEqual(keys);
  });

  it('can be changed where the browser has them', async () => {
    fireEvent.click(await screen.findByText('Змінити клавіші'));
    expect(Object.values(browser.commands)[1]).toHaveBeenCalledTimes(1);
    browser.commands = { getAll: async () => commands };
    fireEvent.click(screen.getByText('Змінити клавіші'));
    expect(browser.tabs.create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
  });
});

describe('the page', () => {
  it('closes when one starts to read, and leaves a window behind', async () => {
    browser.tabs.query.mockResolvedValue([{ id: 1 }, { id: 5 }]);
    fireEvent.click(screen.getByText('Почати читати'));
    await vi.waitFor(() => expect(browser.tabs.remove).toHaveBeenCalledWith(1));
    expect(browser.tabs.create).not.toHaveBeenCalled();
    browser.tabs.query.mockResolvedValue([{ id: 1 }]);
    fireEvent.click(screen.getByText('Почати читати'));
    await vi.waitFor(() => expect(browser.tabs.remove).toHaveBeenCalledTimes(2));
    expect(browser.tabs.create).toHaveBeenCalledWith({});
  });
});
