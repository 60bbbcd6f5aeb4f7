// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

const kept = vi.hoisted(() => ({ settings: undefined as unknown }));
vi.mock('../../shared/browser', () => ({
  browser: {
    i18n: { getUILanguage: () => 'uk' },
    storage: {
      local: {
        get: async () => ({ settings: kept.settings }),
        set: async (items: { settings: unknown }) => void Object.assign(kept, items),
      },
    },
  },
}));

import '../../shared/texts';
import { speak, UI_LANGUAGES, type UiLanguage } from '../../shared/i18n';
import { defaults, type Look as LookChoices, type Settings } from '../../shared/settings';
import { Look } from './Look';
import { NoticeLine } from './NoticeLine';
import { useNotice } from './notice';

function Page({ settings }: { readonly settings: Settings }) {
  return (
    <>
      <Look settings={settings} />
      <NoticeLine notice={useNotice()} />
    </>
  );
}

function open(look: Partial<LookChoices> = {}, language: UiLanguage = 'uk') {
  speak(language);
  const settings = { ...defaults, look: { ...defaults.look, ...look } };
  kept.settings = settings;
  return render(<Page settings={settings} />);
}
afterEach(cleanup);

describe('the section of looks', () => {
  it.each<[string, Partial<LookChoices>]>([
    ['тло', { style: 'tint' }],
    ['без позначок', { style: 'none' }],
    ['тихо', { strength: 'quiet' }],
    ['виразно', { strength: 'strong' }],
    ['для людей із дальтонізмом', { palette: 'colour-blind' }],
    ['світла', { theme: 'light' }],
    ['темна', { theme: 'dark' }],
    ['Риски біля смуги прокручування', { ticks: false }],
    ['Картка під вказівником', { hover: false }],
  ])('keeps «%s», and nothing else with it', async (name, change) => {
    open();
    fireEvent.click(screen.getByLabelText(name));
    await vi.waitFor(() => expect(kept.settings).toEqual({ ...defaults, look: { ...defaults.look, ...change } }));
  });

  it('shows what is chosen, and says what it means', () => {
    open({ style: 'tint', ticks: false });
    const group = screen.getByRole('radiogroup', { name: 'Позначка в тексті' });
    expect(group.querySelector('input:checked')?.getAttribute('value')).toBe('tint');
    const text = document.getElementById(group.getAttribute('aria-describedby') ?? '');
    expect(text?.textContent).toMatch(/лише барва/);
    expect(screen.getByRole('switch', { name: /Риски/ }).getAttribute('aria-checked')).toBe('false');
  });

  it('says so where a choice could not be kept', async () => {
    open();
    const { browser } = await import('../../shared/browser');
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    fireEvent.click(screen.getByLabelText('тло'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Не вдалося зберегти/);
  });

  it.each(Object.keys(UI_LANGUAGES) as UiLanguage[])('has a sample with each kind and stance once: %s', (language) => {
    const { container } = open({}, language);
    const marks = [...container.querySelectorAll('.sample .mark')].map((mark) => ({
      ...(mark as HTMLElement).dataset,
    }));
    expect(marks.toSorted((a, b) => String(a.kind).localeCompare(String(b.kind)))).toEqual([
      { kind: 'framing', stance: 'adopted' },
      { kind: 'official', stance: 'distanced' },
      { kind: 'state-media', stance: 'reported' },
    ]);
    expect(container.querySelector('.sample p')?.textContent).not.toMatch(/[[\]|]/);
  });

  it('marks nothing in the sample where pages are left bare', () => {
    expect(open({ style: 'none' }).container.querySelector('.sample .mark')).toBeNull();
  });
});
