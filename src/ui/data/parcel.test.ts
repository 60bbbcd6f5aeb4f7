import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

vi.mock('../../shared/browser', () => ({ browser: { i18n: { getUILanguage: () => 'en' } } }));

import '../../shared/texts';
import type { Report } from '../../shared/report';
import { defaults, parseSettings } from '../../shared/settings';
import { FILE_MAX, packUp, unpack } from './parcel';
import { refusalText } from './refusal';

const sample = (version: number) => JSON.parse(readFileSync(`tests/fixtures/settings/v${version}.json`, 'utf8'));
const mine = parseSettings(sample(2));
const NOW = Date.UTC(2026, 10, 23, 12);
const report: Report = {
  v: 2,
  what: 'wrong',
  done: ['kept'],
  id: '6f1d1b52-4d4c-4e0a-9a43-727570757200',
  at: NOW,
  kind: 'state-media',
  stance: 'reported',
  role: 'attribution',
  entry: 'tass',
  title: 'ТАСС',
  lang: 'uk',
  reason: 'meaning',
  before: 'Зразок: ',
  mark: 'ТАСС',
  after: '.',
  note: '',
  place: 'p1',
  page: { precision: 'none' },
  rupor: '0.1.0',
  lexicon: '1',
};

/** The file of these settings, with a change made by hand. */
function edited(change: (file: ReturnType<typeof content>) => void): string {
  const file = content();
  change(file);
  return JSON.stringify(file);
}
const content = () => JSON.parse(packUp(mine, undefined, NOW).text);
const refused = (text: string) => {
  const unpacked = unpack(text);
  return 'refused' in unpacked ? unpacked.refused : undefined;
};

describe('a file that Rupor has written', () => {
  it('holds all choices but a pause, and reports only where they are wanted', () => {
    const { v: _, pausedUntil, ...choices } = mine;
    expect(unpack(packUp({ ...mine, pausedUntil: NOW + 1 }, undefined, NOW).text)).toEqual({ taken: { choices } });
    expect(unpack(packUp(mine, [report], NOW).text)).toEqual({ taken: { choices, reports: [report] } });
    expect(pausedUntil).toBe(0);
  });

  it('is named by the day', () => {
    expect(packUp(defaults, undefined, NOW).name).toBe('rupor-2026-11-23.json');
  });

  it('of an older Rupor is taken for what it says', () => {
    const { pausedUntil: _, ...first } = sample(1);
    const text = edited((file) => Object.assign(file, { settings: first }));
    const { v: __, ...choices } = first;
    expect(unpack(text)).toEqual({ taken: { choices } });
  });
});

describe('a file is refused', () => {
  const look = { ...mine.look, style: 'neon' };
  it.each([
    ['that is not JSON', '{"program": "Rupor",\n  oops}', 'not-json'],
    ['that is empty', '', 'not-json'],
    ['of another program', '{"settings": {}}', 'foreign'],
    ['that is a list', '[]', 'foreign'],
    ['that is nothing', 'null', 'foreign'],
    ['of a newer Rupor', edited((file) => Object.assign(file, { format: 2 })), 'newer'],
    ['with settings of a newer Rupor', edited((file) => Object.assign(file.settings, { v: 3 })), 'newer'],
    ['with a choice that is none', edited((file) => Object.assign(file.settings, { look })), 'value'],
    ['with a field too many', edited((file) => Object.assign(file.settings, { telemetry: true })), 'unknown'],
    ['with a field too many around them', edited((file) => Object.assign(file, { script: 'x' })), 'unknown'],
    ['without settings', edited((file) => Object.assign(file, { settings: undefined })), 'missing'],
    ['with half a look', edited((file) => Object.assign(file.settings, { look: { style: 'line' } })), 'missing'],
    [
      'with too many sites',
      edited((file) => Object.assign(file.settings, { offSites: Array(2001).fill('a.example') })),
      'many',
    ],
    ['with a report that is none', edited((file) => Object.assign(file, { reports: [{ id: 1 }] })), 'value'],
    ['larger than 2 MB', `${packUp(mine, undefined, NOW).text}${' '.repeat(FILE_MAX)}`, 'large'],
    ['whose letters are few and bytes many', `"${'ї'.repeat(FILE_MAX / 2)}"`, 'large'],
  ])('%s', (_name, text, why) => {
    expect(refused(text)?.why).toBe(why);
  });

  it.each([
    '*',
    '*.example',
    'a.example/path',
    'user@a.example',
    'www.a.example',
    'A.example',
    '',
    ' ',
    'a..b',
    'https://a.example',
  ])('with «%s» for a site: it would become a pattern of addresses', (host) => {
    const text = edited((file) => Object.assign(file.settings, { alwaysSites: ['a.example', host] }));
    expect(refused(text)).toMatchObject({ path: 'settings.alwaysSites[1]' });
  });

  it('with the place of what is wrong, in plain words', () => {
    const { exclusions } = content().settings;
    const text = edited((file) =>
      Object.assign(file.settings, { exclusions: [exclusions[0], { ...exclusions[0], at: 'now' }] }),
    );
    expect(refusalText(refused(text) ?? { why: 'large' })).toBe(
      'In the file settings.exclusions[1].at is “now”, which Rupor does not understand. Nothing was changed.',
    );
    expect(
      refused(edited((file) => Object.assign(file.settings, { look: { ...mine.look, ticks: undefined } }))),
    ).toEqual({
      why: 'missing',
      path: 'settings.look.ticks',
    });
  });

  it.each([
    ['JSON.parse: unexpected character at line 2 column 3 of the JSON data', { at: { line: 2, column: 3 } }],
    ['Expected property name in JSON at position 4 (line 2 column 3)', { at: { line: 2, column: 3 } }],
    ['Expected property name in JSON at position 4', { at: { line: 2, column: 3 } }],
    ['Unexpected token o', {}],
  ])('where it breaks off, if the browser says so: %s', (message, place) => {
    vi.spyOn(JSON, 'parse').mockImplementationOnce(() => {
      throw new SyntaxError(message);
    });
    expect(refused('{\n  oops}')).toEqual({ why: 'not-json', ...place });
  });

  it('with names that reach into the objects of a program, and leaves those as they are', () => {
    for (const trap of ['__proto__', 'constructor', 'prototype']) {
      const text = JSON.stringify(content()).replace('"kinds":{', `"kinds":{"${trap}":{"polluted":true},`);
      expect(refused(text)).toEqual({ why: 'unknown', path: `settings.kinds.${trap}` });
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('of any depth, without running out of room', () => {
    const deep = `{"program": "Rupor", "settings": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(refused(deep)?.why).toBe('unknown');
  });
});

describe('unpack', () => {
  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void unpack(text)));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(content().settings)), fc.jsonValue()), (settings) => {
        const unpacked = unpack(edited((file) => Object.assign(file.settings, settings)));
        // What is let in is what settings are, to the letter.
        if ('taken' in unpacked) {
          const { v: _, ...choices } = { ...content().settings, ...settings };
          expect(unpacked.taken.choices).toEqual(choices);
        } else expect(refusalText(unpacked.refused)).not.toBe('');
      }),
    );
  });
});
