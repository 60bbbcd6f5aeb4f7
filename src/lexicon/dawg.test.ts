import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhraseFinder, START, withoutPossessive } from '../engine/automaton';
import { fold, foldKey, keyWords } from '../engine/fold';
import { createWordFinder } from '../engine/words';
import { packPhrases, packWords, sortPhrases } from './dawg';

const finder = (words: readonly string[]) => {
  const machine = createWordFinder(packWords(words));
  return (word: string) => machine.rankOf(fold(word), 0, word.length);
};

describe('the automaton of words', () => {
  it('finds each word by its rank, and nothing else', () => {
    const word = fc.stringMatching(/^[абвгaz']{1,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 60 }),
        fc.array(word, { maxLength: 30 }),
        (raw, others) => {
          const words = [...new Set(raw.flatMap((w) => keyWords(foldKey(w))))].sort();
          fc.pre(words.length > 0);
          const rankOf = finder(words);
          for (const [rank, known] of words.entries()) expect(rankOf(known)).toBe(rank);
          for (const other of others.flatMap((w) => keyWords(foldKey(w))))
            expect(rankOf(other)).toBe(words.indexOf(other));
        },
      ),
    );
  });

  it.each([
    ['soft hyphen', 'Кремл\u00adя'],
    ['zero-width characters', 'Крем\u200bл\u2060я'],
    ['stress mark', 'Кремля\u0301'],
    ['Latin letters that look alike', 'Kpeмля'],
  ])('is not misled by: %s', (_, text) => {
    expect(finder(['кремля'])(text)).toBe(0);
  });

  it('never meets the prototype of an object', () => {
    expect(finder(['кремля'])('constructor')).toBe(-1);
    expect(finder(['кремля'])('__proto__')).toBe(-1);
  });
});

describe('the automaton of phrases', () => {
  it('equals a search of the list, on any phrases', () => {
    const phrase = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(phrase, { minLength: 1, maxLength: 60, selector: (p) => p.join() }),
        phrase,
        (raw, asked) => {
          const phrases = sortPhrases(raw, (p) => p);
          const machine = createPhraseFinder(packPhrases(phrases));
          for (const sequence of [...phrases, asked]) {
            let state: number = START;
            let rank = 0;
            let found = -1;
            const whole = sequence.every((word) => {
              const arc = machine.arcOf(state, word);
              if (arc < 0) return false;
              state = machine.stateAfter(arc);
              rank += machine.countOf(arc);
              found = machine.isFinal(arc) ? rank : -1;
              return true;
            });
            expect(whole ? found : -1).toBe(phrases.findIndex((p) => p.join() === sequence.join()));
          }
        },
      ),
    );
  });
});

describe('withoutPossessive', () => {
  it.each([
    ['Putin’s', 5],
    ['Putin', 5],
    ["it's", 2],
    ['п’яс', 4],
  ])('%s ends at %i', (word, end) => {
    expect(withoutPossessive(word, 0, word.length)).toBe(end);
  });
});
