import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { call } from './called';
import { Page } from './page';
import { scanCommand } from './scan-command';

const folder = mkdtempSync(join(tmpdir(), 'rupor-outputs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const PAGE = `<!doctype html>\r\n<html lang="uk">\r\n<title>Зразок — Сайт</title>
<article><h1>Зразок</h1>\r\n  <p>Погода ясна.</p>\r\n  <p>Про&nbsp;це <b>повідомляє</b>   ТАСС.</p></article></html>`;
const TEXT = 'Заголовок\r\n\r\nЖурналіст: 100%, так. Про це повідомляє ТАСС.\nКиївський режим відкинув пропозицію.\n';

describe('scan of a page', () => {
  it('says for each mark where in the page it is', async () => {
    const { out } = await call(scanCommand, ['--format', 'html'], { stdin: PAGE });
    const [{ text, at }] = JSON.parse(out).spans;
    expect(text).toBe('ТАСС');
    expect(at).toMatchObject({ selector: 'html > body > article > p:nth-of-type(2)', line: 6, column: 38 });
    const element = new Page(PAGE).document.querySelector(at.selector);
    expect(element?.textContent?.slice(at.start, at.end)).toBe('ТАСС');
  });

  it.each([
    ['in UTF-16 with its mark', Buffer.from('\ufeff<p>Так', 'utf16le'), []],
    [
      'in what its XML head names',
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><p>\xd2\xe0\xea', 'latin1'),
      [],
    ],
    ['in what the reader names', Buffer.from('<p>\xd2\xe0\xea', 'latin1'), ['--encoding', 'windows-1251']],
  ])('reads it %s', async (_, stdin, options) => {
    const { out } = await call(scanCommand, ['--format', 'html', ...options], { stdin });
    expect(JSON.parse(out).text).toBe('Так');
  });

  it('refuses MHTML with a sentence', async () => {
    const mail = 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n<html><p>x';
    const { exit, out, err } = await call(scanCommand, [file('a.mhtml', mail)]);
    expect([exit, out]).toEqual([1, '']);
    expect(err).toMatch(/a\.mhtml is a page in MHTML; save it as HTML .*\.\n$/u);
  });
});

describe('scan of a folder', () => {
  const shelf = join(folder, 'shelf');
  file('shelf/b.txt', 'Про це повідомляє ТАСС.');
  file('shelf/a/page.html', PAGE);
  file('shelf/a/page_files/frame.html', PAGE);
  file('shelf/.hidden.txt', 'x');
  file('shelf/.git/x.txt', 'x');
  file('shelf/picture.png', 'x');
  file('shelf/c.TXT', Uint8Array.of(0xd2, 0xe0));

  it('reads what it knows by name, sorted, and goes on after a fault', async () => {
    const { exit, out, err } = await call(scanCommand, [shelf]);
    expect(exit).toBe(1);
    expect(JSON.parse(out).map((one: { file: string }) => one.file)).toEqual([
      join(shelf, 'a/page.html'),
      join(shelf, 'b.txt'),
    ]);
    expect(err).toBe(`${join(shelf, 'c.TXT')} is not in UTF-8; save it in UTF-8.\n`);
  });

  it('takes only files of the format that is asked for, and gives a list of one too', async () => {
    const { exit, out } = await call(scanCommand, [shelf, '--format', 'html']);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ format: 'html' }]);
    expect((await call(scanCommand, [shelf, '--format', 'ndjson'])).err).toContain('There is no ndjson files');
  });

  it('gives the same with one thread and with several', async () => {
    const one = await call(scanCommand, [shelf, '--workers', '1']);
    expect(await call(scanCommand, [shelf, '--workers', '2'])).toEqual(one);
  });
});

describe('output for a workflow', () => {
  it('names file, line and column, and escapes what has a meaning there', async () => {
    const path = file('a,b:c.txt', TEXT);
    const { out } = await call(scanCommand, [path, '--output', 'github']);
    const name = path.replace('a,b:c', 'a%2Cb%3Ac');
    expect(out.split('\n')).toEqual([
      `::notice file=${name},line=3,col=41,endColumn=45,title=state-media%2C reported::ТАСС (TASS): Про це повідомляє ТАСС.`,
      `::warning file=${name},line=4,col=1,endColumn=16,title=framing%2C adopted::Київський режим (kyiv_regime): Київський режим відкинув пропозицію.`,
      '',
    ]);
  });

  it('keeps an annotation on its line', async () => {
    const stdin = '{"id":"a\\nb","text":"На 100% так повідомляє ТАСС"}\n';
    const { out } = await call(scanCommand, ['--format', 'ndjson', '--output', 'github'], { stdin });
    expect(out).toBe(
      '::notice line=1,title=state-media%2C reported::ТАСС (TASS) [a%0Ab]: На 100%25 так повідомляє ТАСС\n',
    );
  });
});

describe('output for editors', () => {
  it('has a section a text, its marks by kind, and a sum', async () => {
    const { out } = await call(scanCommand, [file('d.txt', TEXT), file('e.txt', 'Ясно.'), '--output', 'markdown']);
    expect(out).toContain(
      `# Marks\n\n## ${join(folder, 'd.txt').replace(/[-_:]/gu, '\\$&')}\n\n### state-media\n\n- reported, sure, line 3: TASS`,
    );
    expect(out).toMatch(/; \[[^\]]+\]\(<https:/u);
    expect(out).toContain('\n  > **Київський режим** відкинув пропозицію.\n');
    expect(out).not.toContain('e.txt');
    expect(out).toContain('Texts: 2, with a mark: 1.');
    expect(out).toContain('| framing | 1 | 0 | 0 |');
  });

  it('lets no text become markup', async () => {
    const stdin = '{"id":"<b>","text":"[x](http://x) <img> @you повідомляє ТАСС."}';
    const { out } = await call(scanCommand, ['--format', 'ndjson', '--output', 'markdown'], { stdin });
    expect(out).toContain('line 1: \\<b\\>');
    expect(out).toContain('\\[x\\]\\(http\\://x\\) \\<img\\> \\@you повідомляє **ТАСС**.');
  });
});

describe('exit codes', () => {
  it.each([
    ['adopted', 3],
    ['adopted:official', 0],
    ['any:state-media', 3],
  ])('--fail-on %s of a text with both gives %i', async (limit, exit) => {
    expect((await call(scanCommand, ['--fail-on', limit], { stdin: TEXT })).exit).toBe(exit);
  });

  it('what could not be read comes before what was found', async () => {
    const options = ['--format', 'ndjson', '--fail-on', 'any'];
    const stdin = '{"id":1,"text":"Про це повідомляє ТАСС."}\n';
    expect((await call(scanCommand, options, { stdin })).exit).toBe(3);
    expect((await call(scanCommand, options, { stdin: `${stdin}{` })).exit).toBe(1);
  });
});

describe('the error output', () => {
  it('has counts, speed and memory where asked for, and is empty otherwise', async () => {
    const stdin = '{"id":1,"text":"Про це повідомляє ТАСС."}\n';
    expect((await call(scanCommand, ['--format', 'ndjson'], { stdin })).err).toBe('');
    expect((await call(scanCommand, ['--format', 'ndjson', '--stats'], { stdin })).err).toMatch(
      /^1 text, 0\.0 MB in [\d.]+ s, [\d.]+ MB\/s; with marks: 1; processor [\d.]+ s, memory at most \d+ MB\n$/u,
    );
  });
});
