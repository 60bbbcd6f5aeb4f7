import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAutomaton } from '../engine/automaton';
import { fold, foldKey, isWordCode } from '../engine/fold';
import { packAutomaton } from './dawg';

/** The obvious model: try every key at every word start. */
function naive(keys: readonly string[], text: string): string[] {
  const codes = fold(text);
  const hits: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isWordCode(codes[at] ?? 2) || (at > 0 && isWordCode(codes[at - 1] ?? 2))) continue;
    for (const [rank, key] of keys.entries()) {
      const folded = String.fromCharCode(...codes.slice(at, at + key.length));
      const after = codes[at + key.length] ?? 2;
      if (folded === key && !isWordCode(after)) hits.push(`${at}:${at + key.length}:${rank}`);
    }
  }
  return hits.sort();
}

function byMachine(keys: readonly string[], text: string): string[] {
  const machine = createAutomaton(packAutomaton(keys));
  const codes = fold(text);
  const hits: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isWordCode(codes[at] ?? 2) || (at > 0 && isWordCode(codes[at - 1] ?? 2))) continue;
    machine.match(codes, at, (rank, end, possessive) => {
      if (!possessive) hits.push(`${at}:${end}:${rank}`);
    });
  }
  return hits.sort();
}

describe('the packed automaton', () => {
  it('equals the naive scan on any keys and any text', () => {
    const word = fc.stringMatching(/^[абвaz]{1,4}$/);
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { minLength: 1, maxLength: 40 }), fc.array(word, { maxLength: 40 }), (raw, words) => {
        const keys = [...new Set(raw.map(foldKey))].sort();
        const text = words.join(' ');
        expect(byMachine(keys, text)).toEqual(naive(keys, text));
      }),
    );
  });

  it('tells forms with equal tails apart by rank', () => {
    const keys = ['заявив', 'заявила', 'сказав', 'сказала'].sort();
    const machine = createAutomaton(packAutomaton(keys));
    const found: string[] = [];
    machine.match(fold('сказала'), 0, (rank) => found.push(keys[rank] ?? ''));
    expect(found).toEqual(['сказала']);
  });

  it.each([
    ['soft hyphen inside a word', 'Ки\u00adїв\u00adський режим'],
    ['zero-width characters', 'Київ\u200bський\u2060 режим'],
    ['no-break space', 'київський\u00a0режим'],
    ['two spaces and quotation marks', 'київський  «режим»'],
    ['decomposed letters', 'ки\u0456\u0308вськии\u0306 режим'],
    ['Latin letters that look alike', 'kиївcький peжим'],
  ])('is not misled by: %s', (_, text) => {
    const keys = [foldKey('київський режим')];
    const machine = createAutomaton(packAutomaton(keys));
    const found: number[] = [];
    machine.match(fold(text), 0, (rank) => found.push(rank));
    expect(found).toEqual([0]);
  });

  it('ends at a word end, or before an English possessive', () => {
    const machine = createAutomaton(packAutomaton(['putin']));
    const seen: boolean[] = [];
    for (const text of ['Putin said', 'Putin’s aide', 'Putinism']) machine.match(fold(text), 0, (_r, _e, p) => seen.push(p));
    expect(seen).toEqual([false, true]);
  });
});
