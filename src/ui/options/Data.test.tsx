// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => {
  const kept: Record<string, unknown> = {};
  const listeners = new Set<(changes: object, area: string) => void>();
  return { kept, listeners, set: vi.fn(async (items: object) => void Object.assign(kept, structuredClone(items))) };
});
vi.mock('../../shared/browser', () => ({
  browser: {
    i18n: { getUILanguage: () => 'en' },
    storage: {
      local: { get: async (key: string) => structuredClone({ [key]: fake.kept[key] }), set: fake.set },
      onChanged: { addListener: fake.listeners.add.bind(fake.listeners), removeListener: () => undefined },
    },
  },
}));

import '../../shared/texts';
import { t } from '../../shared/i18n';
import { settle } from '../../shared/kept';
import { defaults, type Settings } from '../../shared/settings';
import { Data } from './Data';
import { NoticeLine } from './NoticeLine';
import { useNotice } from './notice';

const mine: Settings = { ...defaults, offSites: ['visnyk.example'] };
const wrapped = (settings: object): string =>
  JSON.stringify({ program: 'Rupor', format: 1, version: '0.1.0', saved: '2026-11-23T10:00:00.000Z', settings });

function Page() {
  return (
    <>
      <Data settings={mine} />
      <NoticeLine notice={useNotice()} />
    </>
  );
}

function choose(text: string): void {
  const chooser = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!chooser) throw new Error('no file chooser');
  Object.defineProperty(chooser, 'files', { value: [new File([text], 'rupor.json')], configurable: true });
  fireEvent.change(chooser);
}

beforeEach(() => {
  settle(false);
  fake.kept.settings = mine;
  vi.clearAllMocks();
});
afterEach(cleanup);

describe('a file', () => {
  it('is shown before anything changes, and changes nothing when it is cancelled', async () => {
    render(<Page />);
    choose(wrapped({ v: 2, links: false, offSites: ['a.example', 'visnyk.example'] }));
    const rows = (await screen.findAllByRole('row')).map((row) => row.textContent);
    expect(rows).toEqual(['WhatNowAfter', 'Sites12 (new: 1, gone: 0)', expect.stringMatching(/OnOff$/)]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe(t('import_title')));
    fireEvent.click(screen.getByText(t('cancel')));
    await waitFor(() => expect(screen.queryByText(t('import_title'))).toBeNull());
    expect(document.activeElement?.textContent).toBe(t('opt_export'));
    expect(fake.set).not.toHaveBeenCalled();
  });

  it('that changes nothing says so, and offers nothing', async () => {
    render(<Page />);
    choose(wrapped({ v: 2, offSites: ['visnyk.example'] }));
    await screen.findByText(t('import_same'));
    expect(screen.queryByText(t('import_take'))).toBeNull();
  });

  it('that cannot be kept leaves all as it was, and says so', async () => {
    render(<Page />);
    choose(wrapped({ v: 2, links: false }));
    fake.set.mockRejectedValueOnce(new Error('quota'));
    fireEvent.click(await screen.findByText(t('import_take')));
    await screen.findByText(t('not_saved'));
    expect(fake.kept.settings).toEqual(mine);
  });

  it('is refused with its reason, in place of one that was shown', async () => {
    render(<Page />);
    choose(wrapped({ v: 2, links: false }));
    await screen.findByText(t('import_title'));
    choose('{}');
    expect((await screen.findByText(t('import_foreign'))).getAttribute('role')).toBe('alert');
    expect(screen.queryByText(t('import_title'))).toBeNull();
  });

  it('can be dropped', async () => {
    render(<Page />);
    const target = document.querySelector('.data');
    if (!target) throw new Error('nothing to drop on');
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    fireEvent(target, Object.assign(drop, { dataTransfer: { files: [new File(['[]'], 'rupor.json')] } }));
    // The browser would open the file instead.
    expect(drop.defaultPrevented).toBe(true);
    await screen.findByText(t('import_foreign'));
  });
});

describe('reports', () => {
  it('can go along as soon as there are some', async () => {
    render(<Data settings={mine} />);
    expect(screen.queryByRole('checkbox')).toBeNull();
    const common = { v: 2, what: 'missed', at: 1, lang: 'uk', before: '', mark: 'x', after: '', note: '' };
    const more = { page: { precision: 'none' }, rupor: '0.1.0', lexicon: 'x', done: ['kept'] };
    fake.kept.reports = [{ ...common, ...more, id: '11111111-1111-4111-8111-111111111111' }];
    for (const listener of fake.listeners) listener({ reports: {} }, 'local');
    await screen.findByRole('checkbox');
  });
});

describe('a reset', () => {
  it('is asked for once, with the focus on the way out, and is undone', async () => {
    render(<Page />);
    fireEvent.click(screen.getByText(t('opt_reset')));
    await waitFor(() => expect(document.activeElement?.textContent).toBe(t('cancel')));
    expect(fake.set).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText(t('reset_do')));
    fireEvent.click(await screen.findByText(t('undo')));
    await screen.findByText(t('import_undone'));
    expect(fake.set.mock.calls.map(([items]) => (items as { settings: Settings }).settings.offSites)).toEqual([
      [],
      ['visnyk.example'],
    ]);
  });

  it('leaves the settings of a newer Rupor alone, and says so', async () => {
    fake.kept.settings = { v: 3 };
    render(<Page />);
    fireEvent.click(screen.getByText(t('opt_reset')));
    fireEvent.click(screen.getByText(t('reset_do')));
    await screen.findByText(t('newer_settings'));
    expect(fake.kept.settings).toEqual({ v: 3 });
  });
});

describe('in a private window', () => {
  it('nothing goes out or comes in', () => {
    settle(true);
    render(<Page />);
    screen.getByText(t('private_window'));
    expect(document.querySelectorAll('#data button, #data input')).toHaveLength(0);
  });
});
