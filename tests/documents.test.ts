/** What the documents tell one to type does what they say, and what they link to is there. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { WAYS, type Way } from './documents/commands';
import { type Command, isUsage, readDocument, readDocuments } from './documents/read';
import { SAMPLES } from './documents/samples';

const LIST = 'tests/documents/commands.ts';
const documents = readDocuments();
const commands = documents.flatMap((document) => document.commands);
const usages = commands.filter(isUsage);
const typed = commands.filter((command) => !isUsage(command));

/** A folder that looks like the repository and holds the files that documents speak of. */
let above = '';
let folder = '';
beforeAll(() => {
  above = mkdtempSync(join(tmpdir(), 'rupor-documents-'));
  folder = join(above, 'main'); // What stands beside a clone is not here: no corpus.
  mkdirSync(folder);
  for (const name of readdirSync('.').filter((name) => name !== '.git')) symlinkSync(resolve(name), join(folder, name));
  for (const [name, text] of Object.entries(SAMPLES)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(above, { recursive: true, force: true }));

type Outcome = { readonly exit: number | null; readonly out: string; readonly err: string };
const runs = new Map<string, Promise<Outcome>>();

/** Runs a line as a shell would, once however often it is asked for. */
function run(line: string): Promise<Outcome> {
  const known = runs.get(line) ?? start(line);
  runs.set(line, known);
  return known;
}

function start(line: string): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(line, { cwd: folder, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('close', (exit) => done({ exit, out, err }));
  });
}

/** What a program complained of; the frames of its stack are not to be taken for this test's. */
const framed = (err: string): string => err.replace(/^ +at /gm, '· ');

/** What is run for a command; undefined where something else runs it. */
function lineOf(line: string, way: Way): string | undefined {
  if ('as' in way) return way.as;
  return 'run' in way ? line : undefined;
}

/** Does a text say what a document promises, in which `…` stands for anything and blanks are only blanks? */
function says(text: string, promised: string): boolean {
  const pieces = promised.split('…').map((piece) => piece.replace(/\s+/g, ' ').trim());
  const pattern = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*?');
  return new RegExp(pattern, 's').test(text.replace(/\s+/g, ' '));
}

describe('a command of a document', () => {
  it('is on the list that says how it is tried', () => {
    const unknown = typed.filter(({ line }) => !Object.hasOwn(WAYS, line));
    const mend = ({ place, line }: Command) => `${place}: add "${line}" to ${LIST}, with how it is tried.`;
    expect(unknown.map(mend)).toEqual([]);
  });

  it('is needed on that list', () => {
    const lines = new Set(typed.map(({ line }) => line));
    const gone = Object.keys(WAYS).filter((line) => !lines.has(line));
    expect(gone.map((line) => `No document says "${line}" any more: take it out of ${LIST}.`)).toEqual([]);
  });

  it('is a step of npm test, or of another test, that there is', () => {
    const steps = readFileSync('scripts/test.mjs', 'utf8');
    const missing = Object.entries(WAYS).filter(
      ([, way]) => ('step' in way && !steps.includes(`['${way.step}',`)) || ('test' in way && !existsSync(way.test)),
    );
    expect(missing).toEqual([]);
  });

  const tried = Object.entries(WAYS).flatMap(([line, way]) => {
    const runs = lineOf(line, way);
    return runs === undefined ? [] : [{ line, runs, exit: ('exit' in way && way.exit) || 0 }];
  });

  it.concurrent.each(tried)(
    'works: $line',
    async ({ line, runs, exit }) => {
      const outcome = await run(runs);
      expect([outcome.exit, exit === 0 ? outcome.out !== '' : outcome.err !== ''], framed(outcome.err)).toEqual([
        exit,
        true,
      ]);
      const promises = typed.filter(
        (command) => command.line === line && runs === line && command.prints !== undefined,
      );
      for (const { place, prints = '' } of promises) {
        expect(says(outcome.out, prints), `${place} promises\n${prints}\nand it prints\n${outcome.out}`).toBe(true);
      }
    },
    120_000,
  );

  it.concurrent.each(usages)(
    'has the options that $place gives it',
    async ({ line }) => {
      const [program = ''] = line.split(' -- ');
      const { out, err } = await run(`${program} -- --help`);
      expect(out, framed(err)).toContain('Usage: ');
      const options = line.match(/--[a-z][a-z-]+/g) ?? [];
      expect(options.filter((option) => !out.includes(option))).toEqual([]);
    },
    120_000,
  );
});

describe('a script of package.json', () => {
  const scripts = Object.keys(pkg.scripts);
  const named = new Set(
    typed.concat(usages).flatMap(({ line }) => /npm (?:run (?:-s )?)?([\w:]+)/.exec(line)?.[1] ?? []),
  );

  it('is there if a document or a workflow names it', () => {
    const workflows = readdirSync('.github', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yml'))
      .map((name) => ({ path: `.github/${name}`, text: readFileSync(join('.github', name), 'utf8') }));
    const wrong = [...documents, ...workflows].flatMap(({ path, text }) =>
      [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].flatMap(([, name = '']) =>
        scripts.includes(name) ? [] : `${path}: there is no script "${name}".`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('is explained in a document', () => {
    const silent = scripts.filter((name) => !named.has(name));
    expect(silent.map((name) => `No document explains "npm run ${name}": add it to CONTRIBUTING.md.`)).toEqual([]);
  });
});

describe('a link of a document', () => {
  const byPath = new Map(documents.map((document) => [document.path, document]));

  it('leads to a file that is there, and to a heading in it', () => {
    const wrong = documents.flatMap(({ path: from, links }) =>
      links.flatMap(({ place, path, anchor }) => {
        const to = path === '' ? from : normalize(join(dirname(from), path)).replaceAll('\\', '/');
        if (!existsSync(to)) return `${place}: there is no ${to}.`;
        const there = byPath.get(to);
        return anchor === '' || !there || there.anchors.has(anchor) ? [] : `${place}: ${to} has no heading #${anchor}.`;
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the reader of documents', () => {
  it('finds commands in blocks, tables and lines, without prompts and comments', () => {
    const text = [
      '| a | b |\n|---|---|\n| `npm test` | c |',
      'Say `npm run one && npm run two` and `node_modules`.',
      '```sh\nnpm run three   # why\ntext\n```',
      '```\n$ cat a | npm run -s four\nIt … prints.\n$ npm run five\n```',
    ];
    const { commands } = readDocument('a.md', text.join('\n\n'));
    expect(commands.map(({ line }) => line)).toEqual([
      ...['npm test', 'npm run one', 'npm run two', 'npm run three', 'cat a | npm run -s four', 'npm run five'],
    ]);
    expect(commands.map(({ prints }) => prints).filter(Boolean)).toEqual(['It … prints.']);
    expect([says('It  never\nprints.', 'It … prints.'), says('It prints', 'It … prints.')]).toEqual([true, false]);
  });

  it('finds links and headings', () => {
    const { links, anchors } = readDocument(
      'a.md',
      '# Вулиця `x` – y\n\n[b](b.md#c) [d](https://d.example) ![e](e.png)',
    );
    expect(links).toEqual([
      { place: 'a.md:3', path: 'b.md', anchor: 'c' },
      { place: 'a.md:3', path: 'e.png', anchor: '' },
    ]);
    expect([...anchors]).toEqual(['вулиця-x--y']);
  });
});
