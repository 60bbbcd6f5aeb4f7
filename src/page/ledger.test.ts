// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('../shared/browser', () => ({ browser: {} }));

import { CONFIDENCES, type Confidence, type Strictness } from '../engine/types';
import { MARKS_MAX } from '../shared/messages';
import { defaults, type Settings } from '../shared/settings';
import { settingsFor } from '../shared/settings-for';
import { Ledger, type Mark } from './ledger';

const markOf = (confidence: Confidence, id: number): Mark => {
  const span = { start: 0, end: 4 };
  const words = { passage: 0, span, paint: span, stance: 'adopted', because: [], confidence } as const;
  const flag = { ...words, kind: 'framing', role: 'wording', entry: `entry_${id}` } as const;
  return { id, flag, block: { passage: { text: 'знак' }, pieces: [] }, evidence: [] };
};
const HOST = 'visnyk.example';
const settingsWith = (change: Partial<Settings>) => settingsFor({ ...defaults, ...change }, HOST);
const usual = settingsWith({});
const painted = (ledger: Ledger) => ledger.painted().map(({ flag }) => flag.confidence);

describe('the ledger', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger(HOST, usual);
    ledger.put(CONFIDENCES.map(markOf));
  });

  it.each<[Strictness, readonly Confidence[]]>([
    ['strict', ['sure']],
    ['normal', ['sure', 'likely']],
    ['wide', ['sure', 'likely', 'possible']],
  ])('keeps to the %s setting, also when it changes', (strictness, expected) => {
    ledger.choose(settingsWith({ strictness }));
    expect(painted(ledger)).toEqual(expected);
    expect(expected.every((_, id) => ledger.find(id))).toBe(true);
    expect(ledger.find(expected.length)).toBeUndefined();
    ledger.choose(usual);
    expect(painted(ledger)).toEqual(['sure', 'likely']);
  });

  it('paints no stance that is off, and lists it all the same', () => {
    const stances = { ...defaults.stances, adopted: false };
    ledger.choose(settingsWith({ stances }));
    expect(painted(ledger)).toEqual([]);
    expect(ledger.shown()).toEqual([]);
    expect(ledger.find(0)).toBeDefined();
  });

  it('keeps no link where links are not wanted', () => {
    const { flag, ...mark } = markOf('sure', 7);
    const link = { ...mark, flag: { ...flag, kind: 'state-media', role: 'link' } as const };
    ledger.put([markOf('sure', 1), link]);
    expect(ledger.painted()).toContain(link);
    ledger.choose(settingsWith({ links: false }));
    expect(ledger.painted().map(({ id }) => id)).toEqual([1]);
    expect(ledger.find(7)).toBeUndefined();
    expect(ledger.hidden()).toBe(0);
  });

  it('counts as hidden only what would be shown otherwise', () => {
    const exclusions = CONFIDENCES.map((_, id) => ({
      scope: 'anywhere' as const,
      entry: `entry_${id}`,
      title: 'знак',
      at: 1,
    }));
    ledger.choose(settingsWith({ exclusions }));
    expect(ledger.hidden()).toBe(2);
    ledger.choose(settingsWith({ exclusions, strictness: 'wide' }));
    expect(ledger.hidden()).toBe(3);
  });

  it('keeps the first marks of a page that has too many, and says so', () => {
    const marks = Array.from({ length: MARKS_MAX + 1 }, (_, id) => markOf('sure', id));
    ledger.put(marks);
    expect(ledger.painted()).toEqual(marks.slice(0, MARKS_MAX));
    expect(ledger.isCut()).toBe(true);
    const exclusions = [{ scope: 'anywhere' as const, entry: 'entry_7', title: 'знак', at: 1 }];
    ledger.choose(settingsWith({ exclusions }));
    expect(ledger.painted()).toEqual(marks.toSpliced(7, 1));
    expect(ledger.isCut()).toBe(false);
    expect(ledger.hidden()).toBe(1);
  });
});
