/** A wrong entry fails with a sentence that names file, line and mend. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from './build';

/** A whole lexicon of two entries; line numbers below count from these lines. */
const OUTLET = `- id: tass
  name: { en: TASS, uk: ТАСС }
  type: agency
  gender: "n"
  forms:
    uk: ["ТАСС{=}"]
  who: { uk: агентство, en: agency }
  owner: { uk: держава, en: the state }
  control: state-owned
  note: { uk: Агентство., en: An agency. }
  sanction: { act: Reg. 1, date: 2024-05-17, what: broadcast-ban }
  references: [{ title: { uk: а, en: a }, url: "https://a.example/" }]
  domains: [tass.example]
  proofs:
    uk: { fires: "ТАСС мовчить.", silent: "Таз стоїть." }
`;
const NARRATIVE = `- id: kyiv_regime
  name: { en: Kyiv regime, uk: київський режим }
  claims: { uk: Твердження., en: A claim. }
  note: { uk: Пояснення., en: A note. }
  plainly: { uk: українська влада, en: Ukraine's government }
  references: [{ title: { uk: а, en: a }, url: "https://a.example/" }]
  phrases:
    uk: [київський режим]
  proofs:
    uk: { fires: "Київський режим мовчить.", silent: "Режим роботи змінили." }
`;
const HOSTS = `- entry: tass
  date: 2026-05-15
  references: [{ title: { uk: а, en: a }, url: "https://a.example/" }]
  hosts:
    [
      one.example, two.example
    ]
`;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rupor-lexicon-'));
});
afterAll(() => rmSync(root, { recursive: true }));

type Files = { outlet?: string; narrative?: string; hosts?: string; record?: string };

/** All that the build says of these files. */
function faults({ outlet = OUTLET, narrative = NARRATIVE, hosts = HOSTS, record = '' }: Files): string {
  const files = { outlets: outlet, narratives: narrative, hosts };
  for (const [folder, text] of Object.entries(files)) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, 'file.yml'), text);
  }
  writeFileSync(join(root, 'ids.tsv'), record);
  try {
    return build(root, '2026-01-01').faults.join('\n');
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a lexicon', () => {
  it('without a fault builds', () => {
    expect(faults({})).toBe('');
  });

  it('whose record tells why an entry is gone builds', () => {
    expect(faults({ record: 'interfax\t2026-01-31\tthe act was lifted\ntass\n' })).toBe('');
  });

  it.each<[string, Files, string, string]>([
    [
      'a form that stands twice',
      { outlet: OUTLET.replace('["ТАСС{=}"]', '["ТАСС{=}", "ТАСС{=}"]') },
      'outlets/file.yml:6: tass: uk: «ТАСС{=}» stands in this entry already',
      'take one of them out',
    ],
    [
      'a form of two letters that needs no second sign',
      { outlet: OUTLET.replace('"ТАСС{=}"', '"ТАСС{=}", "ТА{=}"') },
      'outlets/file.yml:6: tass: uk: «ТА{=}» is too short to be marked alone',
      'put it under weak',
    ],
    [
      'a form of which folding leaves nothing',
      { narrative: NARRATIVE.replace('[київський режим]', '[київський режим, "***{=}"]') },
      'narratives/file.yml:8: kyiv_regime: uk: «***{=}» has no letter and matches nothing',
      'take it out',
    ],
    [
      'a wording that two narratives have',
      { narrative: `${NARRATIVE}${NARRATIVE.replace('kyiv_regime', 'regime')}` },
      'narratives/file.yml:18: regime: uk: «київський режим» stands in kyiv_regime',
      'take one of them out',
    ],
    [
      'a word that no dictionary knows',
      { narrative: NARRATIVE.replace('[київський режим]', '[київський режимотрон]') },
      'narratives/file.yml:8: kyiv_regime: uk: режимотрон:',
      'write {=} after words that stay',
    ],
    [
      'an entry without a proof',
      { outlet: OUTLET.replace(/ {2}proofs:\n.*\n/, '') },
      'outlets/file.yml:1: tass: has words in uk and no proof',
      'add proofs: { uk:',
    ],
    [
      'a proof in a language without words',
      {
        outlet: OUTLET.replace('    uk: { fires', '    pl: { fires: "TASS pisze.", silent: "Nic." }\n    uk: { fires'),
      },
      'outlets/file.yml:14: tass: has a proof in pl and no words',
      'add them or take the proof out',
    ],
    [
      'a proof that does not fire',
      { outlet: OUTLET.replace('ТАСС мовчить', 'Агентство мовчить') },
      'outlets/file.yml:15: tass: uk: «Агентство мовчить.» must be marked and is not',
      'mend the forms or the sentence',
    ],
    [
      'a proof that is not silent',
      { outlet: OUTLET.replace('Таз стоїть', 'Тут ТАСС') },
      'outlets/file.yml:15: tass: uk: «Тут ТАСС.» must stay unmarked and «ТАСС» is marked',
      'mend the conditions or the sentence',
    ],
    [
      'a day that no calendar has',
      { outlet: OUTLET.replace('2024-05-17', '2024-02-30') },
      'outlets/file.yml:11: tass: 0.sanction.date: is no day of any calendar',
      'mend the month or the day',
    ],
    [
      'a Latin letter inside a Cyrillic word',
      { narrative: NARRATIVE.replace('[київський режим]', '[київcький режим]') },
      'narratives/file.yml:8: kyiv_regime: «київcький» has Latin letters among others (c)',
      'type the word anew in one alphabet',
    ],
    [
      'a narrative that is named and not there',
      { narrative: NARRATIVE.replace('  phrases', '  related: [kiev_regime]\n  phrases') },
      'narratives/file.yml:7: kyiv_regime: related: there is no narrative kiev_regime',
      'mend the id or take it out',
    ],
    [
      'an id that is used twice',
      { outlet: `${OUTLET}${OUTLET}` },
      'outlets/file.yml:16: the id tass is used twice, also in outlets/file.yml:1',
      'give one of them another id',
    ],
    [
      'an entry without a reference',
      { outlet: OUTLET.replace(/ {2}references.*\n/, '') },
      'outlets/file.yml:1: tass: 0.references: is missing',
      'add it, docs/lexicon.md shows the shape',
    ],
    [
      'an outlet without a note',
      { outlet: OUTLET.replace(/ {2}note.*\n/, '') },
      'outlets/file.yml:1: tass: 0.note: is missing',
      'add it, docs/lexicon.md shows the shape',
    ],
    [
      'a wording whose note lacks a language',
      { narrative: NARRATIVE.replace('note: { uk: Пояснення., en: A note. }', 'note: { uk: Пояснення. }') },
      'narratives/file.yml:4: kyiv_regime: 0.note.en: is missing',
      'add it, docs/lexicon.md shows the shape',
    ],
    [
      'a reference without its address',
      { narrative: NARRATIVE.replace(', url: "https://a.example/"', '') },
      'narratives/file.yml:6: kyiv_regime: 0.references.0.url: is missing',
      'add it, docs/lexicon.md shows the shape',
    ],
    [
      'no reference in the list',
      { narrative: NARRATIVE.replace(/references: .*/, 'references: []') },
      'narratives/file.yml:6: kyiv_regime: 0.references: needs at least one reference',
      'that a reader can open',
    ],
    [
      'a proof that says only what is marked',
      { outlet: OUTLET.replace(', silent: "Таз стоїть."', '') },
      'outlets/file.yml:15: tass: 0.proofs.uk.silent: is missing',
      'add it, docs/lexicon.md shows the shape',
    ],
    [
      'an outlet without its owner',
      { outlet: OUTLET.replace(/ {2}owner.*\n/, '') },
      'outlets/file.yml:1: tass: 0.owner: is missing',
      'add it, docs/lexicon.md shows the shape',
    ],
    [
      'a class that no file has',
      { narrative: NARRATIVE.replace('  phrases', '  not_near: [polise]\n  phrases') },
      'kyiv_regime: there is no class polise',
      'add it to classes/*.yml or mend its name',
    ],
    [
      'an entry that is gone without a word',
      { record: 'interfax\ntass\n' },
      'ids.tsv:1: interfax: stood in the lexicon and is in no file any more',
      'bring it back, or write behind it',
    ],
    [
      'a list of hosts that is gone without a word',
      { record: 'hosts.tass.2026-05-15\nhosts.tass.2026-05-15.2\n' },
      'ids.tsv:2: hosts.tass.2026-05-15.2: stood in the lexicon',
      'bring it back, or write behind it',
    ],
    [
      'an entry that was taken out for no reason',
      { record: 'interfax\t2026-01-31\n' },
      'ids.tsv:1: interfax: was taken out',
      'write day and reason',
    ],
    [
      'an id that was taken out before',
      { record: 'tass\t2026-01-31\tthe act was lifted\n' },
      'ids.tsv:1: tass: was taken out and is never used again',
      'give the entry another id',
    ],
    [
      'hosts of nobody',
      { hosts: HOSTS.replace('entry: tass', 'entry: tas') },
      'hosts/file.yml:1: there is no outlet tas',
      'mend the id or add the entry',
    ],
    [
      'a host that stands twice',
      { hosts: HOSTS.replace('two.example', 'one.example') },
      'hosts/file.yml:6: tass: the host one.example stands in tass already',
      'take one of them out',
    ],
    [
      'a suffix of many sites for a host',
      { hosts: HOSTS.replace('two.example', 'co.uk') },
      'hosts/file.yml:6: tass: co.uk is a suffix that many sites share',
      'name the site',
    ],
    [
      'an address for a host',
      { hosts: HOSTS.replace('two.example', 'https://two.example/') },
      'hosts/file.yml:6:',
      'a host is written as in example.org',
    ],
  ])('with %s does not', (_, files, place, mend) => {
    const said = faults(files);
    expect(said).toContain(place);
    expect(said).toContain(mend);
  });
});
