import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { call, type Outcome } from './called';
import { evalCommand } from './eval-command';
import { scanCommand } from './scan-command';
import type { Exit } from './terminal';

const folder = mkdtempSync(join(tmpdir(), 'rupor-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const empty = join(folder, 'empty');
mkdirSync(empty);

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function idsOf(out: string): unknown[] {
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).id);
}

const GOLD = { id: 'a', lang: 'uk', genre: 'news', text: 'Слово про 🔥 діло.' };
const MARK = { start: 6, end: 9, text: 'про', kind: 'framing', role: 'x', entity: '', stance: 'adopted' };

describe('scan of a feed', () => {
  it('answers each good line, names each broken one and exits with 1', async () => {
    const path = file(
      'a.ndjson',
      '\ufeff{"id":"a","text":"x"}\r\n\r\n{"id":"b"\r\n{"id":7,"lang":"uk","title":null,"text":""}',
    );
    const { exit, out, err } = await call(scanCommand, [path]);
    expect(exit).toBe(1);
    expect(idsOf(out)).toEqual(['a', 7]);
    expect(err).toMatch(/a\.ndjson, line 3: not JSON .*Write one whole object a line/u);
  });

  it.each([
    ['{"text":"x"}', '"id" must be a string or a number'],
    ['{"id":"a"}', '"text" must be a string'],
    ['{"id":"a","text":"x","lang":1}', '"lang" must be a language code'],
    ['{"id":"a","text":"x","title":1}', '"title" must be a string'],
  ])('says of %s: %s', async (line, mend) => {
    const { exit, err } = await call(scanCommand, ['--format', 'ndjson', '-'], { stdin: line });
    expect(exit).toBe(1);
    expect(err).toContain(`standard input, line 1: ${mend}`);
  });

  it('answers in the form {"id","spans"} and leaves other fields alone', async () => {
    const { out } = await call(scanCommand, ['--format', 'ndjson'], { stdin: '{"id":"a","text":"x","url":"u"}' });
    expect(JSON.parse(out)).toEqual({ id: 'a', spans: [] });
  });

  it('will not put a feed and a text into one JSON output', async () => {
    const { exit, err } = await call(scanCommand, [file('b.jsonl', ''), file('b.txt', '')]);
    expect(exit).toBe(2);
    expect(err).toContain('one after the other');
  });
});

describe('scan of texts and pages', () => {
  it('prints one object for one text, a list for several', async () => {
    const [one, two] = [file('one.txt', 'Слово.'), file('two.HTM', '<p>Слово.</p>')];
    expect(JSON.parse((await call(scanCommand, [one])).out)).toEqual({ file: one, format: 'text', spans: [] });
    expect(JSON.parse((await call(scanCommand, [one, two])).out)).toMatchObject([
      { file: one },
      { file: two, format: 'html', text: 'Слово.' },
    ]);
  });

  it('prints a table on a terminal, JSON where asked or piped', async () => {
    expect((await call(scanCommand, [], { stdin: 'а', width: 80 })).out).toBe('Nothing to mark.\n\n');
    expect(JSON.parse((await call(scanCommand, ['--json'], { stdin: 'а', width: 80 })).out)).toHaveProperty('spans');
    expect(JSON.parse((await call(scanCommand, [], { stdin: 'а' })).out)).toMatchObject({ file: '-' });
  });

  it.each([
    ['strict', ['sure']],
    ['normal', ['sure', 'likely']],
    ['wide', ['sure', 'likely', 'possible']],
  ])('marks what the %s setting shows, and says how sure it is', async (strictness, expected) => {
    const stdin = 'Лавров заявив, що порт працює. Росія заявила про угоду. Медведєв заявив, що порт зачинено.';
    const { out } = await call(scanCommand, ['--strictness', strictness], { stdin });
    expect(JSON.parse(out).spans.map((span: { confidence: string }) => span.confidence)).toEqual(expected);
    if (strictness === 'normal') expect((await call(scanCommand, [], { stdin })).out).toBe(out);
  });

  it('reads a page in the encoding that it names', async () => {
    const bytes = Buffer.concat([Buffer.from('<meta charset="windows-1251"><p>'), Buffer.from([0xd2, 0xe0, 0xea])]);
    expect(JSON.parse((await call(scanCommand, ['--format', 'html'], { stdin: bytes })).out).text).toBe('Так');
  });

  it('says of a text in another encoding what to do', async () => {
    const { exit, out, err } = await call(scanCommand, [], { stdin: Uint8Array.of(0xd2, 0xe0) });
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain('save it in UTF-8');
  });
});

describe('wrong usage of scan', () => {
  it.each([
    ['an unknown option', ['--wrong'], "unknown option '--wrong'"],
    ['an unknown format', ['--format', 'pdf'], 'Allowed choices are text, html, ndjson'],
    ['two outputs at once', ['--json', '--table', '-'], 'cannot be used with'],
    ['a missing file', [join(folder, 'missing.txt')], 'There is no file'],
    ['an empty folder', [empty], 'There is nothing to read in'],
    ['two outputs, one by its name', ['--json', '--output', 'github', '-'], 'cannot be used with'],
    ['an unknown output', ['--output', 'xml'], 'Allowed choices are json, table, markdown, github'],
    ['an unknown encoding', ['--encoding', 'x'], 'There is no such encoding'],
    ['a limit that is none', ['--fail-on', 'adopted:x'], 'Write adopted, reported or any'],
    ['no threads', ['--workers', '0'], 'a whole number from 1 to 64'],
    ['the standard input twice', ['-', '-'], 'only once'],
  ])('%s exits with 2 and says so', async (_, args, sentence) => {
    const { exit, out, err } = await call(scanCommand, args);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });

  it('does not wait for the keyboard', async () => {
    expect(await call(scanCommand, [], { isKeyboard: true })).toMatchObject({ exit: 2 });
  });

  it('reads nothing when one of several files is missing', async () => {
    expect(await call(scanCommand, [file('c.txt', 'а'), join(folder, 'no')])).toMatchObject({ exit: 2, out: '' });
  });
});

describe('eval', () => {
  const gold = file('gold.jsonl', `${JSON.stringify({ ...GOLD, spans: [] })}\n`);

  it('prints a table, or JSON with every number', async () => {
    expect((await call(evalCommand, [gold])).out).toMatch(/PRECISION +RECALL +F1/u);
    const card = JSON.parse((await call(evalCommand, [gold, '--json'])).out);
    expect(card).toMatchObject({ texts: 1, metrics: { all: { gold: 0 } }, clean: { texts: 1, words: 3 } });
    expect(card).not.toHaveProperty('misses');
  });

  it('prints no word of the texts unless errors are asked for', async () => {
    const missed = file('missed.jsonl', JSON.stringify({ ...GOLD, spans: [MARK] }));
    expect((await call(evalCommand, [missed, '--json'])).out).not.toContain('Слово');
    const asked = JSON.parse((await call(evalCommand, [missed, '--json', '--errors', '5'])).out);
    expect(asked.misses).toMatchObject({ total: 1, causes: [{ count: 1, clean: 0 }] });
    expect(asked.misses.lines).toMatchObject([
      { id: 'a', lang: 'uk', about: 'framing / x / adopted', before: 'Слово ', words: 'про', after: ' 🔥 діло.' },
    ]);
    expect((await call(evalCommand, [missed, '--errors', '5'])).out).toContain('Слово [[про]] 🔥 діло.');
  });

  it('measures the setting that is asked for, and compares only the normal one', async () => {
    const text = 'Медведєв заявив, що порт працює.';
    const span = { start: 0, end: 8, text: 'Медведєв', kind: 'official', role: 'name', entity: '', stance: 'reported' };
    const path = file('doubt.jsonl', JSON.stringify({ ...GOLD, text, spans: [span] }));
    const right = async (...options: string[]) =>
      JSON.parse((await call(evalCommand, [path, '--json', ...options])).out).metrics.all.tp;
    expect([await right(), await right('--strictness', 'wide')]).toEqual([0, 1]);
    expect((await call(evalCommand, [path, '--strictness', 'wide', '--compare', 'HEAD'])).exit).toBe(2);
    expect((await call(evalCommand, [path, '--strictness', 'lax'])).err).toContain('strict, normal, wide');
  });

  it('saves what scan would print', async () => {
    const saved = join(folder, 'predictions.jsonl');
    await call(evalCommand, [gold, '--predictions', saved]);
    expect(readFileSync(saved, 'utf8')).toBe((await call(scanCommand, [gold])).out);
  });

  it.each([
    ['no JSON', '{', 'line 2: not JSON'],
    ['no list of spans', JSON.stringify(GOLD), 'line 2: "spans" must be a list'],
    ['an unknown kind', JSON.stringify({ ...GOLD, spans: [{ ...MARK, kind: 'x' }] }), '"spans.0.kind" must be one of'],
    [
      'an unknown stance',
      JSON.stringify({ ...GOLD, spans: [{ ...MARK, stance: 'x' }] }),
      '"spans.0.stance" must be one of',
    ],
    [
      'a wrong offset',
      JSON.stringify({ ...GOLD, spans: [{ ...MARK, start: -1 }] }),
      '"spans.0.start" must be a whole number',
    ],
    ['an empty span', JSON.stringify({ ...GOLD, spans: [{ ...MARK, end: 6 }] }), '"spans.0" is empty'],
    [
      'a span past the end',
      JSON.stringify({ ...GOLD, spans: [{ ...MARK, end: 99 }] }),
      '"spans.0" ends at 99, the text at 18',
    ],
    [
      'other words',
      JSON.stringify({ ...GOLD, spans: [], optional: [{ ...MARK, start: 5 }] }),
      '"optional.0" says "про"',
    ],
  ])('refuses gold with %s, naming line and mend', async (_, line, sentence) => {
    const path = file('broken.jsonl', `${JSON.stringify({ ...GOLD, spans: [] })}\n${line}\n`);
    const { exit, out, err } = await call(evalCommand, [path]);
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain('broken.jsonl, line 2: ');
    expect(err).toContain(sentence);
  });

  it.each([
    ['no file', []],
    ['a count that is none', [gold, '--errors', 'x']],
    ['a file that cannot be written', [gold, '--predictions', join(folder, 'no', 'file')]],
  ])('exits with 2 for %s', async (_, args) => {
    expect(await call(evalCommand, args)).toMatchObject({ exit: 2, out: '' });
  });
});

describe('the programs in a shell', () => {
  const program = (name: string): string => fileURLToPath(new URL(`./${name}.ts`, import.meta.url));

  function start(name: string, args: string[], stdin: string, reads: 'all' | 'nothing'): Promise<Outcome> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', program(name), ...args]);
      let out = '';
      let err = '';
      if (reads === 'nothing') child.stdout.destroy();
      child.stdout.on('data', (data) => {
        out += data;
      });
      child.stderr.on('data', (data) => {
        err += data;
      });
      child.stdin.on('error', () => undefined); // The program may end before it has read all.
      child.stdin.end(stdin);
      child.on('close', (code) => resolve({ exit: code as Exit, out, err }));
    });
  }

  it('scan reads the standard input to the end and leaves the exit code', async () => {
    const feed = Array.from({ length: 3000 }, (_, i) => `{"id":${i},"text":"Слово."}\n`).join('');
    const { exit, out } = await start('scan', ['--format', 'ndjson', '-'], `${feed}{`, 'all');
    expect(exit).toBe(1);
    expect(idsOf(out)).toHaveLength(3000);
  });

  it('scan keeps the order of a feed that several threads read', async () => {
    const feed = Array.from({ length: 12_000 }, (_, i) => `{"id":${i},"text":"Про це повідомляє ТАСС."}\n`).join('');
    const { exit, out, err } = await start('scan', ['--format', 'ndjson', '--workers', '2'], feed, 'all');
    expect([exit, err]).toEqual([0, '']);
    expect(idsOf(out)).toEqual(Array.from({ length: 12_000 }, (_, i) => i));
  });

  it('scan says nothing when its reader goes away', async () => {
    const feed = '{"id":1,"text":"Слово."}\n'.repeat(20_000);
    expect(await start('scan', ['--format', 'ndjson'], feed, 'nothing')).toMatchObject({ exit: 0, err: '' });
  });

  it('eval exits with 2 for wrong usage', async () => {
    expect(await start('eval', ['--wrong'], '', 'all')).toMatchObject({ exit: 2, out: '' });
  });
}, 30_000);
