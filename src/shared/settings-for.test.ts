import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

vi.mock('./browser', () => ({ browser: {} }));

import { KINDS, LANGS, STRICTNESSES } from '../engine/types';
import {
  defaults,
  type Exclusion,
  isOff,
  type OwnEntry,
  PALETTES,
  parseSettings,
  type Settings,
  STRENGTHS,
  STYLES,
  THEMES,
  withSite,
} from './settings';
import { parseSiteSettings, settingsFor } from './settings-for';

const HOST = 'visnyk.example';
const HOSTS = [HOST, 'rozbory.example', 'xn--80ak6aa92e.example', '127.0.0.1', 'blog.visnyk.example'];
const host = fc.constantFrom(...HOSTS);
const hosts = fc.uniqueArray(host);
const entry = fc.constantFrom('tass', 'rt', 'own_ab12cd34');
const common = { entry, title: fc.constant('ТАСС'), at: fc.nat() };
const exclusion: fc.Arbitrary<Exclusion> = fc.oneof(
  fc.record({ scope: fc.constant('here' as const), ...common, host, place: fc.stringMatching(/^[a-f0-9]{8}$/) }),
  fc.record({ scope: fc.constant('site' as const), ...common, host }),
  fc.record({ scope: fc.constant('anywhere' as const), ...common }),
);
const own: fc.Arbitrary<OwnEntry> = fc.record({
  id: fc.stringMatching(/^own_[a-z0-9]{8}$/),
  name: fc.constantFrom('Видання', '__proto__'),
  kind: fc.constantFrom(...KINDS),
  langs: fc.uniqueArray(fc.constantFrom(...LANGS)),
  forms: fc.array(fc.constantFrom('видан*', 'constructor'), { minLength: 1, maxLength: 3 }),
  at: fc.nat(),
});
const flag = fc.boolean();
const anySettings: fc.Arbitrary<Settings> = fc.record({
  v: fc.constant(2 as const),
  enabled: flag,
  pausedUntil: fc.nat(),
  kinds: fc.record({ 'state-media': flag, official: flag, framing: flag }),
  stances: fc.record({ adopted: flag, reported: flag, distanced: flag }),
  strictness: fc.constantFrom(...STRICTNESSES),
  reach: fc.constantFrom('article', 'page'),
  links: flag,
  look: fc.record({
    style: fc.constantFrom(...STYLES),
    strength: fc.constantFrom(...STRENGTHS),
    palette: fc.constantFrom(...PALETTES),
    theme: fc.constantFrom(...THEMES),
    ticks: flag,
    hover: flag,
  }),
  sites: fc.constantFrom('all', 'chosen'),
  onSites: hosts,
  offSites: hosts,
  alwaysSites: hosts,
  exclusions: fc.array(exclusion, { maxLength: 6 }),
  own: fc.array(own, { maxLength: 3 }),
  language: fc.constantFrom('auto', 'uk', 'en', 'de'),
});
const each = (check: (settings: Settings, host: string) => void) =>
  fc.assert(
    fc.property(anySettings, host, (settings, its) => void check(settings, its)),
    { numRuns: 1000 },
  );

describe('what a site is told', () => {
  it('names no other host, nor when or why anything was chosen', () => {
    each((settings, its) => {
      const told = JSON.stringify(settingsFor(settings, its));
      for (const other of HOSTS) expect(told).not.toContain(`"${other}"`);
      expect(told).not.toMatch(/"(?:at|title|host|theme|v|enabled|sites|\w+Sites|exclusions)":/);
    });
  });

  it('is of the fields that a page needs alone', () => {
    each((settings, its) => {
      const more = { ...settings, reports: [{ words: 'secret' }] };
      expect(Object.keys(settingsFor(more, its)).sort()).toEqual(
        [
          ...['hidden', 'kinds', 'language', 'links', 'look', 'own', 'pausedUntil', 'reach', 'site', 'stances'],
          'strictness',
        ].sort(),
      );
    });
  });

  it('decides as the whole of the settings does', () => {
    each((settings, its) => {
      const { site, hidden, own, look, ...rest } = settingsFor(settings, its);
      expect(site === 'off').toBe(isOff(settings, its));
      if (site === 'off') return expect([hidden, own]).toEqual([[], []]);
      expect(site === 'always').toBe(settings.alwaysSites.includes(its));
      expect(settings).toMatchObject({ ...rest, look });
      expect(settings.own).toMatchObject(own);
      for (const entry of ['tass', 'rt', 'own_ab12cd34']) {
        for (const place of ['', ...hidden.flatMap(({ place }) => place ?? [])]) {
          const isHidden = hidden.some((one) => one.entry === entry && (one.place ?? place) === place);
          expect(isHidden).toBe(hides(settings, { entry, host: its, place }));
        }
      }
    });
  });

  it('comes out at the door as it was said', () => {
    each((settings, its) => {
      const told = settingsFor(settings, its);
      expect(parseSiteSettings(JSON.parse(JSON.stringify(told)))).toEqual(told);
    });
  });

  it('tells a site of the exclusions that apply there', () => {
    const at = { entry: 'tass', title: 'ТАСС', at: 1 };
    const exclusions: readonly Exclusion[] = [
      { scope: 'here', ...at, host: HOST, place: 'a1' },
      { scope: 'here', ...at, host: 'other.example', place: 'b2' },
      { scope: 'site', ...at, entry: 'rt', host: HOST },
      { scope: 'site', ...at, entry: 'ria', host: 'other.example' },
      { scope: 'anywhere', ...at, entry: 'sputnik' },
    ];
    const { hidden } = settingsFor({ ...defaults, exclusions }, HOST);
    expect(hidden).toEqual([{ entry: 'tass', place: 'a1' }, { entry: 'rt' }, { entry: 'sputnik' }]);
  });
});

/** As exclusions say it of a mark in a place of a page. */
function hides({ exclusions }: Settings, mark: { entry: string; host: string; place: string }): boolean {
  return exclusions.some((one) => {
    if (one.entry !== mark.entry) return false;
    if (one.scope === 'anywhere') return true;
    return one.host === mark.host && (one.scope === 'site' || one.place === mark.place);
  });
}

describe('the door of a page', () => {
  it.each([
    undefined,
    null,
    true,
    7,
    'off',
    [],
    {},
    { site: 'read' },
    { site: ['look'] },
    Object.create({ site: 'look' }),
  ])('leaves a site alone where %s is said of it', (said) => {
    expect(parseSiteSettings(said)).toEqual({ ...settingsFor(defaults, HOST), site: 'off' });
  });

  it('lets each field that cannot be read come out as its default, alone', () => {
    const said = {
      site: 'always',
      pausedUntil: Number.NaN,
      kinds: { official: false, framing: 'yes' },
      strictness: 'loud',
      links: false,
      look: { style: 'tint', palette: 'url(x)', hover: 0 },
      hidden: [{ entry: 'tass' }, { place: 'a1' }, { entry: 'rt', place: 7 }, null],
      own: [
        { id: 'own_ab12cd34', name: 'Видання', kind: 'official', langs: ['uk', 'xx'], forms: ['видан*', 7] },
        { id: 'own_ab12cd35', name: 'Видання', kind: 'praise', langs: [], forms: [] },
        7,
      ],
      language: 'uk',
      offSites: ['other.example'],
    };
    const usual = settingsFor(defaults, HOST);
    expect(parseSiteSettings(said)).toEqual({
      ...usual,
      site: 'always',
      kinds: { ...usual.kinds, official: false },
      links: false,
      look: { ...usual.look, style: 'tint' },
      hidden: [{ entry: 'tass' }, { entry: 'rt' }],
      own: [{ id: 'own_ab12cd34', name: 'Видання', kind: 'official', langs: ['uk'], forms: ['видан*'] }],
      language: 'uk',
    });
  });

  it('never throws, and reads its own result as it is', () => {
    const fields = ['site', 'pausedUntil', 'kinds', 'look', 'hidden', 'own', 'language'];
    const odd = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...fields), fc.anything()));
    fc.assert(
      fc.property(odd, (said) => {
        const parsed = parseSiteSettings(said);
        expect(parseSiteSettings(parsed)).toEqual(parsed);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('sites', () => {
  it('are off but for the chosen ones where only those are read', () => {
    const chosen: Settings = { ...defaults, sites: 'chosen', onSites: ['rozbory.example'] };
    expect(isOff(chosen, HOST)).toBe(true);
    expect(isOff(chosen, 'rozbory.example')).toBe(false);
    expect(isOff({ ...chosen, alwaysSites: [HOST] }, HOST)).toBe(false);
    expect(isOff({ ...chosen, onSites: [HOST], offSites: [HOST] }, HOST)).toBe(true);
  });

  it('go on and off again by their switch, however sites are chosen', () => {
    each((settings, its) => {
      const on = { ...parseSettings(settings), enabled: true };
      expect(isOff(withSite(on, its, true), its)).toBe(false);
      expect(isOff(withSite(on, its, false), its)).toBe(true);
    });
  });
});
