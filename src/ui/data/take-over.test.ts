import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => {
  const kept: Record<string, unknown> = {};
  return {
    kept,
    get: vi.fn(async (key: string): Promise<Record<string, unknown>> => structuredClone({ [key]: kept[key] })),
    set: vi.fn(async (items: object) => void Object.assign(kept, structuredClone(items))),
  };
});
vi.mock('../../shared/browser', () => ({
  browser: { i18n: { getUILanguage: () => 'en' }, storage: { local: { get: fake.get, set: fake.set } } },
}));

import '../../shared/texts';
import { defaults, type OwnEntry, parseSettings, type Settings } from '../../shared/settings';
import { changes, combine, emptied, type Holdings, hold } from './take-over';

const theirs: Settings = parseSettings(JSON.parse(readFileSync('tests/fixtures/settings/v2.json', 'utf8')));
const { v: _, pausedUntil: __, ...choices } = theirs;
const own: OwnEntry = { id: 'own_zzzzzzzz', name: 'Зразок', kind: 'official', langs: [], forms: ['зразок*'], at: 1 };
const mine: Holdings = {
  settings: { ...defaults, alwaysSites: ['visnyk.example'], offSites: ['other.example'], own: [own], language: 'uk' },
  reports: [],
};

beforeEach(() => {
  for (const key of Object.keys(fake.kept)) delete fake.kept[key];
  vi.clearAllMocks();
});

describe('combine', () => {
  it('replaces what the file says something of, and that alone', () => {
    expect(combine(mine, { choices }, 'replace').settings).toEqual(theirs);
    expect(combine(mine, { choices: { links: false } }, 'replace').settings).toEqual({
      ...mine.settings,
      links: false,
    });
  });

  it('adds to lists, and leaves choices and decisions on a site as they are', () => {
    const { settings } = combine(mine, { choices }, 'add');
    expect(settings).toEqual({
      ...mine.settings,
      onSites: ['novyny.example'],
      // The file has it switched off; here it is always read.
      alwaysSites: ['visnyk.example', 'rozbory.example'],
      offSites: ['other.example'],
      exclusions: theirs.exclusions,
      own: [own, ...theirs.own],
    });
  });

  it('adds nothing twice', () => {
    const once = combine(mine, { choices }, 'add');
    expect(combine(once, { choices }, 'add')).toEqual(once);
    const renamed = { ...own, id: 'own_yyyyyyyy', at: 5 };
    expect(combine(mine, { choices: { own: [renamed, { ...renamed, name: 'Інше' }] } }, 'add').settings.own).toEqual([
      own,
      { ...renamed, name: 'Інше' },
    ]);
    expect(combine(mine, { choices: { own: [own, own] } }, 'replace').settings.own).toEqual([own]);
  });
});

describe('changes', () => {
  it('are none between the same', () => {
    expect(changes(mine, structuredClone(mine))).toEqual({ parts: [], choices: [] });
  });

  it('count what comes and goes by part, and name each choice that differs', () => {
    const { parts, choices: differing } = changes(mine, combine(mine, { choices }, 'replace'));
    expect(parts).toEqual([
      { part: 'sites', before: 2, after: 3, added: 3, removed: 2 },
      { part: 'exclusions', before: 0, after: 1, added: 1, removed: 0 },
      { part: 'own', before: 1, after: 1, added: 1, removed: 1 },
    ]);
    expect(differing).toContainEqual({ name: 'Kind: Statements', before: 'On', after: 'Off' });
    expect(differing).toContainEqual({ name: 'Language', before: 'українська', after: 'Deutsch' });
    expect(differing.map(({ name }) => name)).not.toContain('Rupor');
  });

  it('leave no choice unseen', () => {
    const { v: _, pausedUntil: __, onSites, offSites, alwaysSites, exclusions, own, ...choices } = defaults;
    // Every value but its own, for each field: the one that differs must be told.
    const others: Record<string, readonly unknown[]> = {
      strictness: ['strict'],
      reach: ['page'],
      sites: ['chosen'],
      language: ['uk'],
      style: ['tint'],
      strength: ['strong'],
      palette: ['colour-blind'],
      theme: ['dark'],
    };
    const flip = (key: string, value: unknown) => (typeof value === 'boolean' ? !value : others[key]?.[0]);
    const flipped = Object.entries(choices).flatMap(([key, value]) =>
      typeof value === 'object'
        ? Object.entries(value).map(([inner, one]) => ({ [key]: { ...value, [inner]: flip(inner, one) } }))
        : [{ [key]: flip(key, value) }],
    );
    expect(flipped.length).toBeGreaterThan(15);
    for (const change of flipped) {
      const after = { settings: parseSettings({ ...defaults, ...change }), reports: [] };
      expect(changes({ settings: defaults, reports: [] }, after).choices, JSON.stringify(change)).toHaveLength(1);
    }
  });

  it('are none of a file that is taken over already', () => {
    const after = combine(mine, { choices }, 'replace');
    expect(changes(after, combine(after, { choices }, 'replace'))).toEqual({ parts: [], choices: [] });
  });
});

describe('hold', () => {
  const until = Date.now() + 1e6;

  it('keeps all in one act, lets a pause go on, and can be undone', async () => {
    fake.kept.settings = { ...mine.settings, pausedUntil: until };
    const before = await hold((kept) => combine(kept, { choices }, 'replace'));
    expect(fake.set).toHaveBeenCalledTimes(1);
    expect(fake.kept).toEqual({ settings: { ...theirs, pausedUntil: until }, settings$: { v: 2 }, reports: [] });
    await hold(() => before);
    expect(fake.kept.settings).toEqual({ ...mine.settings, pausedUntil: until });
  });

  it('works on what is kept at that moment, not on what was shown', async () => {
    fake.kept.settings = mine.settings;
    const adding = hold((kept) => combine(kept, { choices: { offSites: ['new.example'] } }, 'add'));
    fake.kept.settings = { ...mine.settings, offSites: ['meanwhile.example'] };
    await adding;
    expect((fake.kept.settings as Settings).offSites).toEqual(['meanwhile.example', 'new.example']);
  });

  it('changes nothing where the storage refuses or is of a newer Rupor', async () => {
    fake.kept.settings = mine.settings;
    fake.set.mockRejectedValueOnce(new Error('quota'));
    await expect(hold(emptied)).rejects.toThrow('quota');
    expect(fake.kept).toEqual({ settings: mine.settings });
    fake.kept.settings = { v: 3 };
    await expect(hold(emptied)).rejects.toThrow('newer');
    expect(fake.kept).toEqual({ settings: { v: 3 } });
  });
});
