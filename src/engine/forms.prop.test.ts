/** The machine finds what a naive search of all forms finds, on the real lexicon of each language. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsIn } from '../../tests/forms';
import { PIECES } from '../../tests/pieces';
import { tablesFor } from '../lexicon/disk';
import { foldKey } from './fold';
import { openLexicon, readHits } from './hits';
import { parse } from './syntax';
import { LAST, T } from './terms';
import { LANGS } from './types';

/** No form has more words. */
const LONGEST = 16;
/** Kinds that hold in a text of any language, and need no capital that the naive search would have to judge. */
const KINDS: ReadonlySet<number> = new Set([T.NAME, T.ROLE]);

describe.each(LANGS)('the forms of %s', (lang) => {
  const tables = tablesFor(lang);
  const lexicon = openLexicon(tables);
  const forms = new Map(formsIn(tables).map((form, rank) => [form, rank]));
  const { termList } = tables;
  const entriesOf = (rank: number): number[] => {
    const first = lexicon.sets[rank] ?? 0;
    const last = lexicon.features.findIndex((bits, sense) => sense >= first && (bits & LAST) !== 0);
    const terms = lexicon.terms.subarray(first, last + 1);
    return [...terms].filter((term) => KINDS.has(termList.kind[term] ?? -1)).map((term) => termList.ref[term] ?? 0);
  };

  it('are found by the machine where a naive search finds them, and nowhere else', () => {
    const form = fc.constantFrom(...forms.keys());
    const ordinary = fc.constantFrom(...PIECES[lang].plain);
    const upper = (text: string) => text.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
    const joint = fc.constantFrom(' ', ' ', '-', '.', ' «', '\u00a0');
    const spelt = fc.tuple(form, joint).map(([words, between]) => upper(words.split(' ').join(between)));
    const piece = fc.oneof({ arbitrary: spelt, weight: 4 }, ordinary);
    const gap = fc.constantFrom(' ', ' ', ' ', '-', ' «', '» ', ', ', '. ', ' – ', ': ');
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, gap), { minLength: 1, maxLength: 25 }), (pairs) => {
        const text = pairs.flat().join('');
        const syntax = parse(lexicon.words.read(text));
        const found = readHits(syntax, lexicon).filter(({ kind, possessive }) => KINDS.has(kind) && !possessive);
        const naive: string[] = [];
        for (let from = 0; from < syntax.count; from += 1) {
          for (let to = from + 1; to <= Math.min(syntax.count, from + LONGEST); to += 1) {
            const between = text.slice(syntax.ends[to - 2], syntax.starts[to - 1]);
            // A phrase goes on over blanks, hyphens, quotation marks and apostrophes, or one full stop.
            if (to > from + 1 && between !== '.' && !/^[\s«»"“”„'’-]*$/u.test(between)) break;
            const words = Array.from({ length: to - from }, (_, i) =>
              foldKey(text.slice(syntax.starts[from + i], syntax.ends[from + i])),
            );
            const rank = forms.get(words.join(' '));
            if (rank === undefined) continue;
            for (const entry of entriesOf(rank)) naive.push(`${from} ${to} ${entry}`);
          }
        }
        const machine = found.map(({ first, last, ref }) => `${first} ${last} ${ref}`);
        expect([...new Set(machine)].sort()).toEqual([...new Set(naive)].sort());
      }),
      { numRuns: 60 },
    );
  });
});
