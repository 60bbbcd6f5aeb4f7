import { describe, expect, it } from 'vitest';
import { LexiconError, parseFile } from './schema';

const entry = (lines: string) => `- id: tass
  name: { en: TASS, uk: ТАСС }
  type: agency
  who: { uk: агентство, en: agency }
  owner: { uk: держава, en: the state }
  control: state-owned
  note: { uk: Агентство., en: An agency. }
  references: [{ title: { uk: а, en: a }, url: https://a.example }]
${lines}`;

/** The sentence an author would read. */
function fault(folder: 'outlets' | 'classes' | 'narratives', text: string): string {
  try {
    parseFile(folder, `${folder}/file.yml`, text);
  } catch (error) {
    if (error instanceof LexiconError) return error.message;
    throw error;
  }
  return '';
}

describe('a lexicon file', () => {
  it('is read where all is well', () => {
    expect(parseFile('outlets', 'f.yml', entry('  forms: { uk: [ТАСС] }'))[0]?.id).toBe('tass');
  });

  it.each([
    [
      'an unknown key',
      entry('  forns: { uk: [ТАСС] }'),
      'outlets/file.yml:9: tass: 0.forns: is no key here: mend its spelling',
    ],
    ['a missing key', entry('').replace('  type: agency\n', ''), 'tass: 0.type: is missing: add it'],
    ['an unknown language', entry('  forms: { ua: [ТАСС] }'), 'languages are uk, ru, en, pl, de, fr'],
    ['an empty form', entry('  forms: { uk: ["ТАСС", " "] }'), 'take the line out'],
    ['a wrong kind', entry('').replace('agency\n  who', 'magazine\n  who'), 'outlets/file.yml:3: tass: 0.type:'],
    ['an address without https', entry('').replace('https://a', 'http://a'), 'full https address'],
    [
      'a date in another order',
      entry('  sanction: { act: a, date: 17.05.2024, what: asset-freeze }'),
      'dates are written 2024-05-17',
    ],
    ['an id with capitals', entry('').replace('id: tass', 'id: TASS'), 'ids are lower case'],
    ['no YAML', '- id: [tass', 'outlets/file.yml:1: not YAML'],
  ])('names file, line and mend: %s', (_, text, sentence) => {
    expect(fault('outlets', text)).toContain(sentence);
  });

  it('names every fault at once', () => {
    expect(fault('outlets', entry('  anycase: perhaps\n  short: agency')).split('\n')).toHaveLength(2);
  });
});
