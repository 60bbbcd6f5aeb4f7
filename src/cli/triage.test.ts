import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { build } from '../lexicon/build';
import { call } from './called';
import { withProof } from './triage-accept';
import { triageCommand } from './triage-command';

const folder = mkdtempSync(join(tmpdir(), 'rupor-triage-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A lexicon of one entry. */
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
  references: [{ title: { uk: а, en: a }, url: "https://a.example/" }]
  proofs:
    uk: { fires: "ТАСС мовчить.", silent: "Таз стоїть." }
`;

let count = 0;
function file(content: unknown): string {
  count += 1;
  const path = join(folder, `${count}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const id = (n: number): string => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;
const common = {
  v: 2,
  at: 1,
  lang: 'uk',
  note: '',
  page: { precision: 'full', address: 'https://visnyk.example/secret' },
  rupor: '0.1.0',
  lexicon: '1',
};
const wrong = (n: number, change: object = {}) => ({
  ...common,
  what: 'wrong',
  id: id(n),
  kind: 'state-media',
  stance: 'reported',
  role: 'attribution',
  entry: 'tass',
  title: 'ТАСС',
  reason: 'namesake',
  before: 'Зразок: про нову назву лабораторії повідомив її відділ ',
  mark: 'ТАСС',
  after: '.',
  ...change,
});
const missed = (n: number, change: object = {}) => ({
  ...common,
  what: 'missed',
  id: id(n),
  before: 'Зразок: так пише ',
  mark: 'вигаданий вісник росії',
  after: ' у неділю.',
  ...change,
});
const json = async (...args: string[]) => JSON.parse((await call(triageCommand, ['--json', ...args])).out);

describe('triage reads', () => {
  it('one report, a list, and a file of all, each report once', async () => {
    const files = [file(wrong(1)), file([wrong(1), wrong(2)]), file({ program: 'Rupor', reports: [missed(3)] })];
    expect(await json(...files)).toMatchObject({ reports: 3, repeated: 1, refused: 0 });
  });

  it('what the first version saved', async () => {
    const { what: _, ...first } = wrong(1);
    expect(await json(file({ ...first, v: 1 }))).toMatchObject({ reports: 1, refused: 0 });
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{"v":2', /\d\.json: not JSON .* Take the file as it was saved\./],
    ['no report', 7, /\.json: not a report: it is 7\./],
    [
      'a wrong reason',
      [wrong(1), wrong(2, { reason: 'because' })],
      /\.json, report 2: "reason" is "because" and should be/,
    ],
    ['a note that is too long', wrong(1, { note: 'а'.repeat(501) }), /"note" is too long \(501; allowed is <=500\)/],
    ['a heap of words', wrong(1, { more: 'а'.repeat(20_000) }), /characters long, and a report has at most 20000/],
    ['a sentence that was taken out', wrong(1, { before: '', mark: '…', after: '' }), /its sentence was taken out/],
    ['a newer version', wrong(1, { v: 3 }), /"v" is 3 and should be 2/],
  ])('and refuses %s with the place and the reason', async (_name, content, reason) => {
    const { exit, err } = await call(triageCommand, [file(content)]);
    expect(exit).toBe(1);
    expect(err).toMatch(reason);
  });

  it('refuses a file that is too large', async () => {
    expect((await call(triageCommand, [file(' '.repeat(5_000_001))])).err).toContain('larger than 5 MB');
  });

  it('and prints nothing that would move a cursor', async () => {
    const { out, err } = await call(triageCommand, [
      file([wrong(1, { after: '\u001b[2J\u202e.', note: '\u001b]0;x\u0007' }), wrong(2, { reason: '\u001b[31m' })]),
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe('triage groups', () => {
  it('by entry and sentence, near duplicates together, the most frequent first', async () => {
    const same = { before: 'ЗРАЗОК — про нову назву лабораторії повідомив її відділ «', after: '»' };
    const piece = { before: '…про нову назву лабораторії повідомив її відділ ' };
    const path = file([
      missed(9),
      wrong(1),
      wrong(2, { ...same, reason: 'meaning' }),
      wrong(3, piece),
      wrong(4, { entry: 'rt' }),
    ]);
    const { groups } = await json(path);
    expect(groups.map((group: { count: number }) => group.count)).toEqual([3, 1, 1]);
    expect(groups[0]).toMatchObject({ number: 1, entry: 'tass', reasons: { namesake: 2, meaning: 1 } });
  });

  it('and says what the engine finds today', async () => {
    const fires = { before: 'Про це повідомляє ', mark: 'ТАСС', after: '.' };
    const silent = { before: 'Зразок: порт працює', mark: '.', after: '' };
    const path = file([
      wrong(1, fires),
      wrong(2, silent),
      wrong(3, { ...silent, role: 'pronoun', entry: 'lavrov' }),
      wrong(4, { ...fires, entry: 'own_abcdefgh' }),
      missed(5, fires),
      missed(6),
      missed(7, { ...fires, kind: 'framing', before: 'Сьогодні про це повідомляє ' }),
    ]);
    const { groups } = await json(path);
    const verdicts = groups.map(
      ({ what, entry, verdict }: Record<string, string>) => `${what} ${entry ?? ''} ${verdict}`,
    );
    expect(verdicts.toSorted()).toEqual([
      'missed  mended',
      'missed  missed',
      'missed  missed',
      'wrong lavrov alone',
      'wrong own_abcdefgh gone',
      'wrong tass fires',
      'wrong tass mended',
    ]);
    const tass = groups.find(({ verdict }: Record<string, string>) => verdict === 'fires');
    expect(tass.now).toMatchObject([{ entry: 'tass', kind: 'state-media', confidence: 'sure', words: 'ТАСС' }]);
  });

  it('as a table and as Markdown, without an address', async () => {
    const path = file([wrong(1, { note: '@somebody [x](https://a.example/)' }), missed(2)]);
    const { out } = await call(triageCommand, [path]);
    expect(out).toMatch(/^REPORTS: 2 in 2 groups; 0 came twice, 0 refused\n\n#\s+TIMES\s+RULE/);
    expect(out).toContain('[[вигаданий вісник росії]]');
    const markdown = (await call(triageCommand, ['--markdown', path])).out;
    expect(markdown).toContain('\n    note:       @somebody [x](https://a.example/)');
    expect(markdown.split('\n').filter((line) => !/^(## |$| {4})/.test(line))).toEqual([]);
    for (const text of [out, markdown, JSON.stringify(await json(path))]) expect(text).not.toContain('secret');
  });
});

describe('triage --accept', () => {
  let lexicon: string;
  beforeEach(() => {
    lexicon = mkdtempSync(join(folder, 'lexicon-'));
    for (const name of ['outlets', 'officials', 'narratives'])
      cpSync(join('src/lexicon/data', name), join(lexicon, name), { recursive: true });
  });
  const accept = (args: readonly string[]) => call(triageCommand, [...args, '--lexicon', lexicon]);
  const agencies = () => readFileSync(join(lexicon, 'outlets/agencies.yml'), 'utf8');
  const proofsOf = (entry: string) =>
    parse(agencies()).find((one: { id: string }) => one.id === entry).proofs.uk as Record<string, string[]>;
  const before = readFileSync('src/lexicon/data/outlets/agencies.yml', 'utf8');

  it('writes what must not be marked, and nothing else', async () => {
    const { exit, out } = await accept([file(wrong(1)), '--accept', '1']);
    expect(exit).toBe(0);
    expect(out).toContain('outlets/agencies.yml: tass: uk: «Зразок: про нову назву');
    expect(out).toContain('must not be marked: written');
    const old = parse(before)[0].proofs.uk.silent;
    expect(proofsOf('tass').silent).toEqual([old, 'Зразок: про нову назву лабораторії повідомив її відділ ТАСС.']);
    const lines = agencies().split('\n');
    expect(before.split('\n').filter((line) => !lines.includes(line))).toEqual([expect.stringContaining(old)]);
    expect(agencies()).not.toContain('visnyk');
  });

  it('writes what must be marked, for the entry that is named', async () => {
    await accept([file(missed(1)), '--accept', '1', '--entry', 'ria_novosti']);
    expect(proofsOf('ria_novosti').fires?.at(-1)).toBe('Зразок: так пише вигаданий вісник росії у неділю.');
    const again = await accept([file(missed(1)), '--accept', '1', '--entry', 'ria_novosti']);
    expect(again.out).toContain('stands there already');
  });

  it('writes nothing on a dry run', async () => {
    const { out } = await accept([file(wrong(1)), '--accept', '1', '--dry-run']);
    expect(out).toContain('would be written');
    expect(agencies()).toBe(before);
  });

  it('keeps a sentence that looks like YAML as it is', async () => {
    const after = ': "x" # y\n- id: z, [a] \\ {b}';
    await accept([file(wrong(1, { after })), '--accept', '1']);
    expect(proofsOf('tass').silent?.at(-1)).toMatch(/ТАСС: "x" # y - id: z, \[a\] \\ \{b\}$/);
  });

  it.each<[string, object[], string[], string]>([
    ['a number that there is not', [wrong(1)], ['--accept', '2'], 'There is no group 2: there are 1.'],
    ['what is no number', [wrong(1)], ['--accept', 'all'], 'Name groups by their numbers'],
    ['a missed passage without an entry', [missed(1)], ['--accept', '1'], 'name its entry with --entry'],
    [
      'a wrong mark with another entry',
      [wrong(1)],
      ['--accept', '1', '--entry', 'rt'],
      '--entry is for missed passages',
    ],
    ['an entry that there is not', [missed(1)], ['--accept', '1', '--entry', '../x'], 'There is no entry ../x'],
    [
      'an entry that has no words in the language',
      [missed(1, { lang: 'fr' })],
      ['--accept', '1', '--entry', 'prime'],
      'prime has no words in fr yet',
    ],
    ['--dry-run by itself', [wrong(1)], ['--dry-run'], 'go with --accept'],
  ])('refuses %s and writes nothing', async (_name, reports, args, reason) => {
    const { exit, err } = await accept([file(reports), ...args]);
    expect(exit).toBe(2);
    expect(err).toContain(reason);
    expect(agencies()).toBe(before);
  });

  it('makes the build fail while the promise is not kept, naming file, entry and sentence', () => {
    const small = mkdtempSync(join(folder, 'small-'));
    mkdirSync(join(small, 'outlets'));
    const path = join(small, 'outlets/file.yml');
    const sentence = 'Зразок: ТАСС мовчить.';
    const about = (text: string) => text.includes(sentence);
    writeFileSync(path, OUTLET);
    expect(build(small, '2026-01-01').faults).toEqual([]);
    writeFileSync(path, withProof(OUTLET, { entry: 'tass', lang: 'uk', side: 'silent', sentence }));
    const [fault] = build(small, '2026-01-01').faults.filter(about);
    expect(fault).toMatch(/^outlets\/file\.yml:\d+: tass: uk: «Зразок: ТАСС мовчить\.» must stay unmarked/);
  });
});

describe('withProof', () => {
  const entry = (proofs: string) => `# a comment\n- id: one # here\n  proofs:\n${proofs}\n- id: two\n`;
  const promised = { entry: 'one', lang: 'uk', side: 'silent', sentence: 'Нове.' } as const;
  it.each([
    ['    uk: { fires: а, silent: б }', '    uk: { fires: а, silent: ["б", "Нове."] }'],
    [
      '    uk:\n      fires: а\n      silent: б # why',
      '    uk:\n      fires: а\n      silent:\n        - "б"\n        - "Нове." # why',
    ],
    ['    uk:\n      fires: а\n      silent: [б, в]', '    uk:\n      fires: а\n      silent: [б, в, "Нове."]'],
    [
      '    uk:\n      fires: а\n      silent:\n        - б',
      '    uk:\n      fires: а\n      silent:\n        - б\n        - "Нове."',
    ],
    [
      '    uk:\n      fires: а\n      silent:\n        [\n          б,\n          в,\n        ]',
      '    uk:\n      fires: а\n      silent:\n        [\n          б,\n          в, "Нове.",\n        ]',
    ],
  ])('puts a sentence into %j', (before, after) => {
    expect(withProof(entry(before), promised)).toBe(entry(after));
  });

  it('refuses the opposite of what is promised', () => {
    expect(() => withProof(entry('    uk: { fires: Нове., silent: б }'), promised)).toThrow(/promises the opposite/);
  });
});
