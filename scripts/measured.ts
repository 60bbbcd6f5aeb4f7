/**
 * One measurement in a process of its own, for `measure.ts`, which builds this file first: what runs is what a build runs.
 * Arguments: what is measured, the language, the kind of text, the folder of the tables, the list of forms. Prints JSON.
 */
import { readFileSync } from 'node:fs';
import { createEngine } from '../src/engine';
import { fold } from '../src/engine/fold';
import { openLexicon, readHits } from '../src/engine/hits';
import { parse } from '../src/engine/syntax';
import type { Tables } from '../src/engine/terms';
import { ORDINARY } from '../tests/ordinary';
import { PIECES } from '../tests/pieces';

const ROUNDS = 60;
const WARM_UNITS = 65_536;
const COLD_UNITS = 80_000;
/** Sentences of a paragraph. */
const PARAGRAPH = 5;

type Texts = 'ordinary' | 'dense';

/** Flat in memory, as a page's own text is. */
const flat = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/** News of this length, the same in every run. */
function textOf(lang: 'uk' | 'en', texts: Texts, units: number): string {
  const { plain, bound } = PIECES[lang];
  const pieces = texts === 'ordinary' ? ORDINARY[lang] : [...plain, ...bound].map((piece) => `${piece}.`);
  let text = '';
  let seed = 1;
  for (let count = 1; text.length < units; count += 1) {
    text += `${pieces[seed % pieces.length]}${count % PARAGRAPH === 0 ? '\n' : ' '}`;
    seed = (seed * 48_271) % 2_147_483_647;
  }
  return flat(text.slice(0, units));
}

/** Milliseconds by the clock or of the processor: what else runs on the machine counts for the one, other threads for the other. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  const start = performance.now();
  work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return Math.min(clock, (user + system) / 1000);
}

function lookAtEach(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** The least time of each step, taken in turns. */
function warm(lang: 'uk' | 'en', texts: Texts, tables: Tables): Record<string, number> {
  const text = textOf(lang, texts, WARM_UNITS);
  const passages = text.split('\n').map((line) => ({ text: flat(line), lang }));
  const lexicon = openLexicon(tables);
  const engine = createEngine(tables);
  const steps: Record<string, () => unknown> = {
    limit: () => lookAtEach(text),
    fold: () => passages.map((one) => fold(one.text)),
    match: () => passages.map((one) => readHits(parse(one.text), lexicon)),
    scan: () => engine.scan(passages),
  };
  const best: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, step] of Object.entries(steps)) best[name] = Math.min(best[name] ?? Infinity, cost(step));
  }
  return best;
}

/** A RegExp as a trie of all forms of the language, which is the best that RegExp can do. */
function trieOf(forms: string): string {
  type Node = Map<string, Node>;
  const root: Node = new Map();
  for (const line of forms.split('\n')) {
    let node = root;
    for (const letter of `${line.split('\t')[1]?.toLowerCase() ?? ''}\0`) {
      const next = node.get(letter) ?? new Map();
      node.set(letter, next);
      node = next;
    }
  }
  const literal = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const write = (node: Node): string => {
    const parts = [...node]
      .filter(([letter]) => letter !== '\0')
      .map(([letter, next]) => literal(letter) + write(next));
    const body = parts.length > 1 ? `(?:${parts.join('|')})` : (parts[0] ?? '');
    return node.has('\0') && parts.length > 0 ? `(?:${body})?` : body;
  };
  return `(?<![\\p{L}\\p{N}])${write(root)}(?![\\p{L}\\p{N}])`;
}

const [, , what, lang, texts, tablesPath, formsPath] = process.argv as [
  string,
  string,
  'warm' | 'forms' | 'engine' | 'regexp',
  'uk' | 'en',
  Texts,
  string,
  string,
];
// Browsers decode base64 themselves, which this Node may not.
Object.assign(Uint8Array, { fromBase64: (text: string) => new Uint8Array(Buffer.from(text, 'base64')) });
// What is read from the disk is there before the clock starts, as in a page.
if (what === 'regexp') {
  const source = trieOf(readFileSync(formsPath, 'utf8'));
  const text = textOf(lang, texts, COLD_UNITS);
  console.log(JSON.stringify(cost(() => [...text.matchAll(new RegExp(source, 'giu'))].length)));
} else {
  const packed = readFileSync(tablesPath, 'utf8');
  const passages = textOf(lang, texts, COLD_UNITS)
    .split('\n')
    .map((line) => ({ text: line, lang }));
  const cold = () => {
    const tables = JSON.parse(packed) as Tables;
    if (what === 'engine') return createEngine(tables).scan(passages);
    const lexicon = openLexicon(tables);
    return passages.map((one) => readHits(parse(one.text), lexicon));
  };
  console.log(JSON.stringify(what === 'warm' ? warm(lang, texts, JSON.parse(packed) as Tables) : cost(cold)));
}
