import { beforeEach, describe, expect, it, vi } from 'vitest';

const action = vi.hoisted(() => ({
  setTitle: vi.fn(async (_: object) => undefined),
  setIcon: vi.fn(async (_: object) => undefined),
  setBadgeText: vi.fn(async (_: { tabId: number; text: string }) => undefined),
  setBadgeBackgroundColor: vi.fn(async (_: object) => undefined),
  setBadgeTextColor: vi.fn(async (_: object) => undefined),
}));
vi.mock('../shared/browser', () => ({
  browser: {
    action,
    i18n: { getUILanguage: () => 'uk' },
    storage: { local: { get: async () => ({}) } },
  },
}));

import '../shared/texts';
import type { ToBackground } from '../shared/messages';
import { defaults } from '../shared/settings';
import { faceOf, nameUnread, showBadge, showStale } from './badge';

type Count = Extract<ToBackground, { say: 'count' }>;
const count = (state: Count['state'], n = 0): Count => ({ say: 'count', state, n });

beforeEach(() => vi.clearAllMocks());

describe('faceOf', () => {
  it.each([
    [count('list', 6), 'active', '6', 'Рупор: 6 позначок'],
    [count('list', 1), 'active', '1', 'Рупор: 1 позначка'],
    [count('list', 1200), 'active', '999+', 'Рупор: 1 200 позначок'],
    [count('list', 0), 'zero', '0', 'Рупор: нічого не знайдено'],
    [count('off'), 'off', '', 'Рупор вимкнено на цьому сайті'],
    [count('paused'), 'paused', '', 'Рупор на паузі до 14:05'],
    [count('not-news'), 'not-news', '', 'Рупор: не новинна сторінка'],
    [count('failed'), 'not-news', '↻', 'Рупор не зміг прочитати сторінку'],
    [{ state: 'stale' } as const, 'not-news', '↻', 'Рупор: перезавантажте сторінку'],
  ])('of %o is %s with «%s»', (said, shape, text, title) => {
    // A thousands separator may be any space; which one is the browser's business.
    const face = faceOf(said, new Date(2026, 0, 5, 14, 5).getTime());
    expect({ ...face, title: face.title.replace(/\s/g, ' ') }).toMatchObject({ shape, text, title });
  });

  it('paints "nothing found" otherwise than a number of marks', () => {
    expect(faceOf(count('list', 0), 0).colour).not.toBe(faceOf(count('list', 2), 0).colour);
  });
});

describe('showBadge', () => {
  it('touches the icon of that tab only', async () => {
    await showBadge(7, count('list', 3), 'disk');
    for (const set of Object.values(action)) expect(set).toHaveBeenCalledWith(expect.objectContaining({ tabId: 7 }));
    expect(action.setIcon).toHaveBeenCalledWith({
      tabId: 7,
      path: {
        16: '/icons/icon-active-16.png',
        32: '/icons/icon-active-32.png',
        48: '/icons/icon-active-48.png',
      },
    });
  });

  it('shows the later of two counts, though the tab of an earlier one was closed', async () => {
    action.setBadgeText.mockRejectedValueOnce(new Error('No tab with id: 7'));
    await Promise.all([
      showBadge(7, count('list', 3), 'disk'),
      showBadge(8, count('list', 4), 'disk'),
      showBadge(8, count('list', 5), 'disk'),
    ]);
    expect(action.setBadgeText.mock.calls.map(([{ text }]) => text)).toEqual(['3', '5']);
  });

  it('asks for a reload where the scripts of an update could not come, but not in a store', async () => {
    showStale(9, 'https://chromewebstore.google.com/category/extensions');
    showStale(9, 'https://news.example/1');
    await showBadge(7, count('off'), 'disk');
    expect(action.setBadgeText.mock.calls.map(([{ tabId, text }]) => [tabId, text])).toEqual([
      [9, '↻'],
      [7, ''],
    ]);
  });

  it('has the icon of a page that is not read speak the reader’s language', async () => {
    await nameUnread({ ...defaults, language: 'en' });
    expect(action.setTitle).toHaveBeenCalledWith({ title: 'Rupor: not a news page' });
  });
});
