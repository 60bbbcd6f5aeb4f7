import { describe, expect, it, vi } from 'vitest';

vi.mock('./browser', () => ({ browser: {} }));

import { choiceFor } from './choice';
import { defaults, isOff, type Settings, withSite } from './settings';

const HOST = 'visnyk.example';
const NOW = 1000;
const LISTS = [[], [HOST], ['rozbory.example']] as const;

/** Every way in which the lists of sites can be. */
const ALL: readonly Settings[] = [true, false].flatMap((enabled) =>
  (['all', 'chosen'] as const).flatMap((sites) =>
    LISTS.flatMap((onSites) =>
      LISTS.flatMap((offSites) =>
        LISTS.map((alwaysSites) => ({ ...defaults, enabled, sites, onSites, offSites, alwaysSites })),
      ),
    ),
  ),
);

describe('sites', () => {
  it('are off for the first script where they are for the rest', () => {
    for (const settings of ALL) {
      const { enabled, sites, onSites, offSites, alwaysSites } = settings;
      const words = JSON.stringify({ enabled, sites, onSites, offSites, alwaysSites });
      expect(choiceFor(settings, HOST, NOW).is === 'off', words).toBe(isOff(settings, HOST));
    }
  });

  it('are off but for the chosen ones where only those are read', () => {
    const chosen: Settings = { ...defaults, sites: 'chosen', onSites: ['rozbory.example'] };
    expect(isOff(chosen, HOST)).toBe(true);
    expect(isOff(chosen, 'rozbory.example')).toBe(false);
    expect(isOff({ ...chosen, alwaysSites: [HOST] }, HOST)).toBe(false);
    expect(isOff({ ...chosen, onSites: [HOST], offSites: [HOST] }, HOST)).toBe(true);
  });

  it('go on and off again by their switch, however sites are chosen', () => {
    for (const settings of ALL.filter(({ enabled }) => enabled)) {
      expect(isOff(withSite(settings, HOST, true), HOST)).toBe(false);
      expect(isOff(withSite(settings, HOST, false), HOST)).toBe(true);
    }
  });
});
