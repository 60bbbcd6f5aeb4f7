import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bareForms, type Homograph, homographsAmong, type Reading, unaccepted } from './homographs';
import { createInflector, loadParadigms } from './inflect';
import { readSource } from './read';

const root = mkdtempSync(join(tmpdir(), 'homographs-'));
afterAll(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, 'outlets'));
const entry = (id: string, forms: string) => `- id: ${id}
  name: { en: ${id}, uk: ${id} }
  type: site
${forms}
  who: { uk: Сайт, en: Site }
  owner: { uk: Сайт, en: Site }
  control: proxy
  note: { uk: Сайт., en: Site. }
  references: [{ title: { uk: а, en: a }, url: "https://a.example/" }]
`;
writeFileSync(
  join(root, 'outlets/sites.yml'),
  entry('envoy', '  forms: { ru: [посол] }') +
    entry('strong', '  forms: { ru: [Посол] }') +
    entry('shy', '  weak: { ru: [посол] }'),
);
const source = readSource(root);
const forms = bareForms(source, 'ru', createInflector('ru', loadParadigms('ru')));

const DICTIONARY: Readonly<Record<string, readonly Reading[]>> = {
  посол: [{ lemma: 'посол', isVerb: false, opens: true }],
  после: [
    { lemma: 'посол', isVerb: false, opens: false },
    { lemma: 'после', isVerb: false, opens: true },
  ],
  послом: [{ lemma: 'посёл', isVerb: false, opens: false }],
};
const found = homographsAmong(
  forms,
  (form) => DICTIONARY[form] ?? [],
  () => [],
);
const after: Homograph = { form: 'после', entry: 'envoy', other: 'после' };

describe('homographs', () => {
  it('are forms that a dictionary has under another word, not under their own', () => {
    expect(found.filter(({ entry }) => entry === 'envoy')).toEqual([
      { form: 'послом', entry: 'envoy', other: 'посёл' },
      after,
    ]);
  });

  it('count for a name only where the other word begins sentences', () => {
    expect(found.filter(({ entry }) => entry === 'strong').map(({ form }) => form)).toEqual(['после']);
  });

  it('do not count for weak forms', () => {
    expect(forms.some(({ entry }) => entry === 'shy')).toBe(false);
  });

  it('fail with file, line and mend until an author accepts them', () => {
    const [fault] = unaccepted('ru', [after], {}, source.place);
    expect(fault).toBe(
      'outlets/sites.yml:1: envoy: ru: «после» is a form of «после» too: accept it with a reason in morph/homographs.yml, put its citation form under weak, or take it out',
    );
    const accepted = { ru: { после: { entry: 'envoy', other: 'после', because: 'a test' } } };
    expect(unaccepted('ru', [after], accepted, source.place)).toEqual([]);
  });

  it('fail where another entry was accepted, or nothing is left to accept', () => {
    const accepted = { ru: { после: { entry: 'other', other: 'после', because: 'a test' } } };
    expect(unaccepted('ru', [after], accepted, source.place)).toHaveLength(1);
    expect(unaccepted('ru', [], accepted, source.place)[0]).toContain('take it out');
  });
});
