/** What else finds many words in a text; every one gives what the bare matcher gives. */
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import FastScanner from 'fastscan';
import type { Matcher } from './matcher';

/** Begins and ends of words, one after the other, found wherever they stand. */
type Found = { readonly begin: number; readonly end: number };

const INSIDE = "[\\p{L}\\p{M}\\p{N}'’ʼ]";

/** Is a unit part of a word? */
const inside = new Uint8Array(0x10000);
const pattern = new RegExp(INSIDE, 'u');
for (let unit = 0; unit < 0x10000; unit += 1) inside[unit] = pattern.test(String.fromCharCode(unit)) ? 1 : 0;

const isWhole = (text: string, { begin, end }: Found): boolean =>
  inside[text.charCodeAt(begin - 1)] !== 1 && inside[text.charCodeAt(end)] !== 1;

/** Whole words only; of those that overlap the leftmost, of those that begin together the longest. */
function longestOf(text: string, found: readonly Found[]): number[] {
  const hits: number[] = [];
  let last = 0;
  const whole = found.filter((one) => isWhole(text, one)).sort((a, b) => a.begin - b.begin || b.end - a.end);
  for (const { begin, end } of whole) {
    if (begin < last) continue;
    hits.push(begin, end);
    last = end;
  }
  return hits;
}

/** The fastest Aho-Corasick of the npm registry, by the measurements of the design. */
export function ahoCorasick(forms: readonly string[]): Matcher {
  const machine = new AhoCorasick([...forms]);
  return (text) => {
    const lower = text.toLowerCase();
    return longestOf(lower, machine.matchInText(lower));
  };
}

export function fastscan(forms: readonly string[]): Matcher {
  const scanner = new FastScanner([...forms]);
  return (text) => {
    const lower = text.toLowerCase();
    const found = scanner.search(lower).map(([begin, word]) => ({ begin, end: begin + word.length }));
    return longestOf(lower, found);
  };
}

/** One `indexOf` after the other for each form. */
export function includes(forms: readonly string[]): Matcher {
  return (text) => {
    const lower = text.toLowerCase();
    const found: Found[] = [];
    for (const form of forms) {
      for (let at = lower.indexOf(form); at >= 0; at = lower.indexOf(form, at + 1))
        found.push({ begin: at, end: at + form.length });
    }
    return longestOf(lower, found);
  };
}

/** All forms beside each other, the longest first; without the flag `i`, which makes it many times slower. */
export function alternation(forms: readonly string[]): Matcher {
  const parts = [...forms].sort((a, b) => b.length - a.length).map(literal);
  const search = new RegExp(`(?<!${INSIDE})(?:${parts.join('|')})(?!${INSIDE})`, 'gu');
  return (text) => searched(search, text.toLowerCase());
}

/** @param source what `trieOf` wrote */
export function regexp(source: string): Matcher {
  const search = new RegExp(source, 'giu');
  return (text) => searched(search, text);
}

function searched(search: RegExp, text: string): number[] {
  const hits: number[] = [];
  search.lastIndex = 0;
  for (let found = search.exec(text); found; found = search.exec(text)) hits.push(found.index, search.lastIndex);
  return hits;
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** The source of a RegExp that shares the beginnings of forms, which is the best that a RegExp can do. */
export function trieOf(forms: readonly string[]): string {
  type Node = { readonly next: Map<string, Node>; final: boolean };
  const create = (): Node => ({ next: new Map(), final: false });
  const root = create();
  for (const form of forms) {
    let node = root;
    for (const letter of form) {
      const next = node.next.get(letter) ?? create();
      node.next.set(letter, next);
      node = next;
    }
    node.final = true;
  }
  const write = ({ next, final }: Node): string => {
    const parts = [...next].map(([letter, child]) => literal(letter) + write(child));
    const body = parts.length > 1 ? `(?:${parts.join('|')})` : (parts[0] ?? '');
    return final && parts.length > 0 ? `(?:${body})?` : body;
  };
  return `(?<!${INSIDE})${write(root)}(?!${INSIDE})`;
}

/** Word by word against a set of all forms: too slow to compete, too simple to be wrong. */
export function oracle(forms: readonly string[]): Matcher {
  const all = new Set(forms);
  const most = Math.max(...forms.map((form) => form.split(' ').length));
  return (text) => {
    const words = [...text.toLowerCase().matchAll(new RegExp(`${INSIDE}+`, 'gu'))].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      word,
    }));
    const hits: number[] = [];
    for (let first = 0; first < words.length; ) {
      let form = '';
      let last = -1;
      for (let at = first; at < Math.min(words.length, first + most); at += 1) {
        const { start = 0, word = '' } = words[at] ?? {};
        if (at > first && text.slice(words[at - 1]?.end, start) !== ' ') break;
        form += at > first ? ` ${word}` : word;
        if (all.has(form)) last = at;
      }
      if (last >= first) hits.push(words[first]?.start ?? 0, words[last]?.end ?? 0);
      first = Math.max(last, first) + 1;
    }
    return hits;
  };
}
