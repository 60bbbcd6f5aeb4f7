import { beforeEach, describe, expect, it, vi } from 'vitest';

const { answers } = vi.hoisted(() => ({ answers: vi.fn(async (_question: object): Promise<unknown> => undefined) }));
vi.mock('../shared/browser', () => ({
  browser: { tabs: { sendMessage: (_tab: number, question: object) => answers(question) } },
}));

import { ROW } from '../../tests/fixtures/door-samples';
import { MARKS_MAX, type PageState, type Row } from '../shared/messages';
import { addressOf, askState, NoAnswer, placeOf, selectionIn } from './ask';

const row = (id: number, change: object = {}): Row => ({ ...ROW, id, ...change });
const list = (change: object = {}) => ({
  host: 'news.example',
  lexicon: '1',
  state: 'list',
  rows: [row(1)],
  voices: [],
  words: 7,
  hidden: 0,
  cuts: [],
  origins: [],
  ...change,
});
const TAB = { id: 7, url: 'https://www.news.example/1' };
const shown = async (answer: unknown): Promise<Extract<PageState, { state: 'list' }>> => {
  answers.mockResolvedValueOnce(answer);
  return (await askState(TAB)) as Extract<PageState, { state: 'list' }>;
};

beforeEach(() => void answers.mockReset());

describe('what a page says of itself', () => {
  it('is taken as it is, and nothing that was not asked for', async () => {
    expect(await shown({ ...list(), more: 1, rows: [{ ...row(1), html: '<b>' }] })).toEqual(list());
    const unnamed = list({ rows: [row(1, { alias: undefined })] });
    expect(await shown(unnamed)).toEqual(unnamed);
  });

  it('is cut where it is long, and no letter in half', async () => {
    const { rows } = await shown(list({ rows: [row(1, { title: '𝔸'.repeat(5000), mark: 'а'.repeat(100_000) })] }));
    expect(rows[0]?.mark).toHaveLength(2000);
    expect(rows[0]?.title).toBe(`${'𝔸'.repeat(99)}…`);
  });

  it.each([
    ['of another site than the tab shows', list({ host: 'bank.example' })],
    ['of two marks of one number', list({ rows: [row(1), row(1)] })],
    ['of more marks than are shown', list({ rows: Array.from({ length: MARKS_MAX + 1 }, (_, id) => row(id)) })],
    ['of billions of marks that are not there', list({ rows: Object.assign([], { length: 4_000_000_000 }) })],
    ['of an entry that is none', list({ rows: [row(1, { entry: '"><b>' })] })],
    ['of a kind that there is not', list({ rows: [row(1, { kind: 'constructor' })] })],
    ['of numbers that are none', list({ words: 10n })],
    [
      'that throws',
      {
        ...list(),
        get words() {
          throw new Error('caught');
        },
      },
    ],
    ['that is nothing', null],
  ])('is not shown %s', async (_name, answer) => {
    await expect(shown(answer)).rejects.toEqual(new NoAnswer('nonsense'));
  });

  it.each([
    'http://example.org/',
    'javascript:alert(1)',
    'data:text/html,1',
    'https://',
    'chrome-extension://x/',
    ' https://a.example',
  ])('links to no %s', async (url) => {
    await expect(shown(list({ rows: [row(1, { references: [{ title: 'act', url }] })] }))).rejects.toThrow(NoAnswer);
  });

  it('is of any site where the browser does not tell the address', async () => {
    answers.mockResolvedValueOnce(list());
    expect(await askState({ id: 7 })).toEqual(list());
  });
});

describe('other answers of a page', () => {
  it.each([
    ['the place of a mark', () => placeOf(7, 1), { place: 'p'.repeat(201), host: 'news.example', entry: 'tass' }],
    ['a selection', () => selectionIn(7), { before: '', mark: '', after: '', lang: 'en' }],
    ['an address with a query', () => addressOf(7), 'https://news.example/?q=1'],
    ['an address of another kind', () => addressOf(7), 'javascript:alert(1)'],
    ['a long address', () => addressOf(7), `https://news.example/${'a'.repeat(1000)}`],
  ])('are refused: %s', async (_name, ask, answer) => {
    answers.mockResolvedValueOnce(answer);
    await expect(ask()).rejects.toEqual(new NoAnswer('nonsense'));
  });
});
