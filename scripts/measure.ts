/**
 * How fast the engine reads, as ratios within one run: `npm run -s measure`. Rounds are taken in turns and their minima
 * compared, so that a busy machine changes little. Texts are the project's own pieces, shuffled.
 * - E1: a warm reading of 65,536 units against one look at each unit (`charCodeAt`)
 * - rules: the share of that reading that is not folding and matching
 * - E4: tables in and a first reading of 80,000 units, each in a process of its own, against a RegExp of all forms
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { table } from '../src/cli/table';
import { createEngine } from '../src/engine';
import { openLexicon, readHits } from '../src/engine/hits';
import { parse } from '../src/engine/syntax';
import type { Lang } from '../src/engine/types';
import { tablesFor } from '../src/lexicon/disk';
import { PIECES } from '../tests/pieces';

const LANGUAGES = ['uk', 'en'] as const;
const ROUNDS = 25;
const COLD_ROUNDS = 3;
const WARM_UNITS = 65_536;
const COLD_UNITS = 80_000;

/** News of this length; the same for the same language. Flat in memory, as a page's own text is. */
function textIn(lang: Lang, units: number): string {
  const { plain, bound } = PIECES[lang];
  const pieces = [...plain, ...bound];
  let text = '';
  for (let seed = 1; text.length < units; seed = (seed * 48_271) % 2_147_483_647) {
    text += `${pieces[seed % pieces.length]}.${seed % 5 === 0 ? '\n' : ' '}`;
  }
  return Buffer.from(text.slice(0, units), 'utf16le').toString('utf16le');
}

const clock = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

function lookAtEach(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

function warm(lang: Lang): { limit: number; match: number; scan: number } {
  const text = textIn(lang, WARM_UNITS);
  const passages = text.split('\n').map((line) => ({ text: line, lang }));
  const tables = tablesFor(lang);
  const lexicon = openLexicon(tables);
  const engine = createEngine(tables);
  const best = { limit: Infinity, match: Infinity, scan: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    best.limit = Math.min(
      best.limit,
      clock(() => lookAtEach(text)),
    );
    best.match = Math.min(
      best.match,
      clock(() => passages.map((one) => readHits(parse(one.text), lexicon))),
    );
    best.scan = Math.min(
      best.scan,
      clock(() => engine.scan(passages)),
    );
  }
  return best;
}

/** A RegExp as a trie of all forms of the language, which is the best that RegExp can do. */
function trieOf(lang: Lang): string {
  type Node = Map<string, Node>;
  const root: Node = new Map();
  const forms = readFileSync(new URL(`../src/lexicon/forms/${lang}.tsv`, import.meta.url), 'utf8').split('\n');
  for (const line of forms) {
    let node = root;
    for (const letter of `${line.split('\t')[1]?.toLowerCase() ?? ''}\0`) {
      const next = node.get(letter) ?? new Map();
      node.set(letter, next);
      node = next;
    }
  }
  const write = (node: Node): string => {
    const parts = [...node]
      .filter(([letter]) => letter !== '\0')
      .map(([letter, next]) => literal(letter) + write(next));
    const body = parts.length > 1 ? `(?:${parts.join('|')})` : (parts[0] ?? '');
    return node.has('\0') && parts.length > 0 ? `(?:${body})?` : body;
  };
  const literal = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  return `(?<![\\p{L}\\p{N}])${write(root)}(?![\\p{L}\\p{N}])`;
}

/** One cold reading in this process; what is read from the disk is there before the clock starts, as in a page. */
function cold(lang: Lang, how: 'engine' | 'regexp'): number {
  const text = textIn(lang, COLD_UNITS);
  if (how === 'regexp') {
    const source = trieOf(lang);
    return clock(() => [...text.matchAll(new RegExp(source, 'giu'))].length);
  }
  const packed = JSON.stringify(tablesFor(lang));
  return clock(() => createEngine(JSON.parse(packed)).scan(text.split('\n').map((line) => ({ text: line, lang }))));
}

function coldElsewhere(lang: Lang, how: 'engine' | 'regexp'): number {
  const args = ['--import', 'tsx', import.meta.filename, '--cold', how, '--lang', lang];
  return Number(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout);
}

const { values } = parseArgs({ options: { cold: { type: 'string' }, lang: { type: 'string' } } });
if (values.cold === 'engine' || values.cold === 'regexp') {
  console.log(cold(values.lang as Lang, values.cold));
} else {
  const rows = LANGUAGES.flatMap((lang) => {
    const { limit, match, scan } = warm(lang);
    const first = { engine: Infinity, regexp: Infinity };
    for (let round = 0; round < COLD_ROUNDS; round += 1) {
      for (const how of ['engine', 'regexp'] as const) first[how] = Math.min(first[how], coldElsewhere(lang, how));
    }
    const ms = (time: number): string => `${time.toFixed(2)} ms`;
    const times = (ratio: number): string => `${ratio.toFixed(1)} ×`;
    return [
      [
        lang,
        'E1 fold and match / charCodeAt',
        times(match / limit),
        '≤ 4.0 at 5k forms',
        `${ms(match)} / ${ms(limit)}`,
      ],
      [lang, 'E1 with the rules / charCodeAt', times(scan / limit), '–', `${ms(scan)} / ${ms(limit)}`],
      [lang, 'rules, share of the reading', `${((100 * (scan - match)) / scan).toFixed(0)} %`, '–', ms(scan - match)],
      [
        lang,
        'E4 RegExp / engine, cold',
        times(first.regexp / first.engine),
        '≥ 6',
        `${ms(first.regexp)} / ${ms(first.engine)}`,
      ],
    ];
  });
  const columns = ['LANG', 'WHAT', 'RATIO', 'TARGET', 'TIMES'].map((head) => ({ head, align: 'left' as const }));
  console.log(table(columns, rows));
}
