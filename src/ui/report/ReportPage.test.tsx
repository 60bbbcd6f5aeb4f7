// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  isPrivate: false,
  refuse: false,
  url: undefined as string | undefined,
  answer: async (_question: Record<string, unknown>): Promise<unknown> => undefined,
}));

vi.mock('../../shared/browser', () => ({
  browser: {
    i18n: { getUILanguage: () => 'uk' },
    runtime: { getManifest: () => ({ version: '0.1.0' }) },
    storage: {
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
      local: {
        get: async (key: string) => ({ [key]: fake.kept[key] }),
        set: async (items: object) => {
          if (fake.refuse) throw new Error('quota');
          Object.assign(fake.kept, items);
        },
      },
    },
    tabs: {
      get: async (id: number) => ({ id, incognito: fake.isPrivate, url: fake.url }),
      sendMessage: (_tab: number, question: Record<string, unknown>) => fake.answer(question),
    },
  },
}));

import '../../shared/texts';
import type { Report } from '../../shared/report';
import type { Settings } from '../../shared/settings';
import { ReportPage } from './ReportPage';

const row = {
  id: 5,
  kind: 'framing',
  stance: 'adopted',
  confidence: 'sure',
  role: 'wording',
  entry: 'special_operation',
  title: 'спецоперація',
  before: 'Від початку ',
  mark: 'спецоперації',
  after: ' порт приймає втричі менше суден, ніж до неї.',
  lang: 'uk',
  who: '',
  note: '',
  signs: [],
  references: [],
};
const page = {
  host: 'visnyk.example',
  lexicon: '2026-11-20',
  state: 'list',
  rows: [row],
  voices: [],
  words: 9,
  hidden: 0,
  origins: [],
  cuts: [],
};
const bytes = (): string => (screen.getByLabelText('Буде надіслано саме це') as HTMLTextAreaElement).value;
const exclusions = () => (fake.kept.settings as Settings | undefined)?.exclusions;
const reports = () => fake.kept.reports as readonly Report[] | undefined;

beforeEach(() => {
  fake.kept = {};
  fake.isPrivate = false;
  fake.refuse = false;
  fake.url = undefined;
  fake.answer = async (question) => {
    if (question.ask === 'state') return page;
    if (question.ask === 'place') return { place: 'p5', host: 'visnyk.example', entry: 'special_operation' };
    return 'https://visnyk.example/news/1';
  };
  history.replaceState(null, '', '?tab=7&flag=5');
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the report page', () => {
  it('shows the very text, which follows the choices', async () => {
    render(<ReportPage />);
    await screen.findByText('Повідомити про помилкову позначку');
    expect(bytes()).toBe(
      [
        'Рупор 0.1.0, словник 2026-11-20',
        'позначка: Формулювання · special_operation',
        'як подано: власний голос',
        'причина: інша',
        'сайт: visnyk.example',
        'уривок: Від початку спецоперації порт приймає втричі менше суден, ніж до неї.',
      ].join('\n'),
    );
    fireEvent.click(screen.getByLabelText('Автор наводить його, щоб спростувати'));
    await waitFor(() => expect(bytes()).toContain('причина: наводить, щоб спростувати'));
    fireEvent.click(screen.getByLabelText('не додавати'));
    await waitFor(() => expect(bytes()).not.toContain('visnyk'));
    fireEvent.click(screen.getByLabelText('повна, без параметрів'));
    await waitFor(() => expect(bytes()).toContain('сторінка: https://visnyk.example/news/1'));
  });

  it('keeps what the reader wrote by hand, until asked to write anew', async () => {
    render(<ReportPage />);
    await screen.findByText('Повідомити про помилкову позначку');
    fireEvent.input(screen.getByLabelText('Буде надіслано саме це'), { target: { value: 'моє' } });
    fireEvent.click(screen.getByLabelText('Йдеться про минуле'));
    await screen.findByText('Скласти текст наново з вибраного вище');
    expect(bytes()).toBe('моє');
    expect(screen.getByText('Відкрити заготовку на GitHub').getAttribute('href')).toMatch(/body=%D0%BC%D0%BE%D1%94$/);
    fireEvent.click(screen.getByText('Скласти текст наново з вибраного вище'));
    await waitFor(() => expect(bytes()).toContain('причина: про минуле'));
  });

  it('has the browser ask before what the reader wrote is lost, until something was done with it', async () => {
    const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    render(<ReportPage />);
    const field = await screen.findByLabelText('Буде надіслано саме це');
    expect(asks()).toBe(false);
    fireEvent.input(field, { target: { value: 'моє' } });
    await waitFor(() => expect(asks()).toBe(true));
    fireEvent.click(screen.getByText('Лише зберегти в себе'));
    await screen.findByText('Повідомлення збережено у вас.');
    await waitFor(() => expect(asks()).toBe(false));
    fireEvent.input(field, { target: { value: 'ще' } });
    await waitFor(() => expect(asks()).toBe(true));
  });

  it('hides the mark at once, and brings it back', async () => {
    render(<ReportPage />);
    await screen.findByText(/^Позначку вже приховано у вас/);
    expect(exclusions()).toMatchObject([{ scope: 'here', entry: 'special_operation', place: 'p5' }]);
    fireEvent.click(screen.getByText('Повернути'));
    await screen.findByText('Позначку повернуто на сторінку.');
    expect(exclusions()).toEqual([]);
  });

  it('keeps the report when the reader does, and says next time that it was made', async () => {
    render(<ReportPage />);
    fireEvent.click(await screen.findByText('Лише зберегти в себе'));
    await screen.findByText('Повідомлення збережено у вас.');
    fireEvent.click(screen.getByText('Лише зберегти в себе'));
    expect(reports()).toHaveLength(1);
    cleanup();
    render(<ReportPage />);
    await screen.findByText(/Про це місце ви вже повідомляли/);
    expect(document.querySelector('.already pre')?.textContent).toBe(bytes());
    expect(screen.getByText('Відкрити його').getAttribute('href')).toBe(
      `../options/index.html?report=${reports()?.[0]?.id}#reports`,
    );
  });

  it('writes nothing down before the reader acts, save that the mark is hidden', async () => {
    render(<ReportPage />);
    await screen.findByText(/^Позначку вже приховано у вас/);
    expect(reports()).toBeUndefined();
  });

  it('writes nothing at all in a private window', async () => {
    fake.isPrivate = true;
    render(<ReportPage />);
    fireEvent.click(await screen.findByText('Копіювати'));
    await screen.findAllByText(/приватне вікно|Скопійовано|не дав скопіювати/);
    expect(fake.kept).toEqual({});
    expect(screen.queryByText('Лише зберегти в себе')).toBeNull();
  });

  it('saves a file that holds exactly the text that is shown, and remembers that', async () => {
    const made: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'blob:x';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    render(<ReportPage />);
    fireEvent.click(await screen.findByText('Зберегти файл'));
    await screen.findByText('Повідомлення збережено у вас.');
    expect(JSON.parse((await made[0]?.text()) ?? '')).toMatchObject({ what: 'wrong', text: bytes() });
    expect(reports()).toMatchObject([{ done: ['file'] }]);
  });

  it('goes the main way by Ctrl and Enter, and copies where that is the main way', async () => {
    const clicked: (string | null)[] = [];
    const onClick = (event: Event): void => {
      event.preventDefault();
      clicked.push((event.target as HTMLElement).textContent);
    };
    document.addEventListener('click', onClick);
    const press = () => fireEvent.keyDown(document, { key: 'Enter', ctrlKey: true });
    render(<ReportPage />);
    await screen.findByText(/^Позначку вже приховано у вас/);
    press();
    fireEvent.input(screen.getByLabelText('Буде надіслано саме це'), { target: { value: 'ї'.repeat(1900) } });
    await screen.findByText(/текст задовгий/);
    press();
    document.removeEventListener('click', onClick);
    expect(clicked).toEqual(['Відкрити заготовку на GitHub', 'Копіювати']);
  });

  it('says so where the report could not be kept', async () => {
    render(<ReportPage />);
    await screen.findByText(/^Позначку вже приховано у вас/);
    fake.refuse = true;
    fireEvent.click(screen.getByText('Лише зберегти в себе'));
    await screen.findByText(/не вдалося зберегти/);
  });

  it('offers no link for a text that would not arrive whole', async () => {
    render(<ReportPage />);
    await screen.findByText('Повідомити про помилкову позначку');
    fireEvent.input(screen.getByLabelText('Буде надіслано саме це'), { target: { value: 'ї'.repeat(1900) } });
    await screen.findByText(/текст задовгий/);
    expect(screen.queryByText('Відкрити заготовку на GitHub')).toBeNull();
  });

  it('says so where the mark is no longer there', async () => {
    history.replaceState(null, '', '?tab=7&flag=6');
    render(<ReportPage />);
    await screen.findByText('Позначки вже немає');
    expect(fake.kept).toEqual({});
  });

  it('says so where the page was closed', async () => {
    fake.answer = async () => {
      throw new Error('nobody');
    };
    render(<ReportPage />);
    await screen.findByText('Сторінки вже немає');
    expect(fake.kept).toEqual({});
  });
});

describe('the page of a missed passage', () => {
  const selection = { before: 'Про це пише ', mark: 'вигадане агентство', after: ' у стрічці.', lang: 'uk' };
  beforeEach(() => {
    const other = fake.answer;
    fake.answer = async (question) => (question.ask === 'selection' ? selection : other(question));
    history.replaceState(null, '', '?tab=7&missed=1');
  });

  it('shows the passage and the very text, with the kind where the reader names it', async () => {
    render(<ReportPage />);
    await screen.findByText('Повідомити про пропущене');
    expect(document.querySelector('.quote')?.textContent).toBe('Про це пише вигадане агентство у стрічці.');
    expect(bytes()).toBe(
      [
        'Рупор 0.1.0, словник 2026-11-20',
        'пропущено: вид не названо',
        'сайт: visnyk.example',
        'уривок: Про це пише [[вигадане агентство]] у стрічці.',
      ].join('\n'),
    );
    fireEvent.click(screen.getByLabelText('Заява російського посадовця'));
    await waitFor(() => expect(bytes()).toContain('пропущено: Заява\n'));
  });

  it('hides nothing, is kept when the reader does, and is known the next time', async () => {
    render(<ReportPage />);
    fireEvent.click(await screen.findByText('Лише зберегти в себе'));
    await screen.findByText('Повідомлення збережено у вас.');
    expect(exclusions()).toBeUndefined();
    expect(reports()).toMatchObject([{ what: 'missed', ...selection, done: ['kept'] }]);
    cleanup();
    render(<ReportPage />);
    await screen.findByText(/Про цей уривок ви вже повідомляли/);
  });

  it('takes the address from the tab where the page does not tell it', async () => {
    const other = fake.answer;
    fake.answer = async (question) => (question.ask === 'address' ? undefined : other(question));
    fake.url = 'https://visnyk.example/news/1?from=mail#top';
    render(<ReportPage />);
    fireEvent.click(await screen.findByLabelText('повна, без параметрів'));
    await waitFor(() => expect(bytes()).toContain('\nсторінка: https://visnyk.example/news/1\n'));
  });

  it('says so where nothing is selected any more', async () => {
    const other = fake.answer;
    fake.answer = async (question) => (question.ask === 'selection' ? undefined : other(question));
    render(<ReportPage />);
    await screen.findByText('Нічого не виділено');
  });
});
