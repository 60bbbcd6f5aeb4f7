/** Samples as arbitraries: texts of our own with some edits done to them. */
import fc from 'fast-check';
import { LANGS, type Lang } from '../../src/engine/types';
import { edited, editsOf } from './edit';
import { markedUp, pageEdits } from './markup';
import type { Sample } from './sample';
import { PAGES, TEXTS } from './seeds';

const EVERY = LANGS.flatMap((lang) => TEXTS[lang]);
const langs = fc.constantFrom<Lang>('uk', 'uk', ...LANGS);

const paragraphsOf = (lang: Lang): fc.Arbitrary<readonly string[]> =>
  fc.array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...TEXTS[lang]) },
      { weight: 1, arbitrary: fc.constantFrom(...EVERY) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    ),
    { minLength: 1, maxLength: 5 },
  );

/** Passages of one article. */
export const articles: fc.Arbitrary<Sample> = langs.chain((lang) =>
  fc
    .tuple(paragraphsOf(lang), editsOf(TEXTS[lang]))
    .map(([texts, edits]) => ({ lang, texts: edits.reduce(edited, texts) })),
);

/** Pieces of one page's markup. */
export const pages: fc.Arbitrary<Sample> = fc
  .tuple(langs, fc.constantFrom(...PAGES), pageEdits, fc.oneof(fc.constant([]), editsOf(EVERY)))
  .map(([lang, page, marking, edits]) => ({ lang, texts: edits.reduce(edited, marking.reduce(markedUp, [...page])) }));

/** Lines of one feed: records with texts of ours, and what became of them. */
export const feeds: fc.Arbitrary<Sample> = langs.chain((lang) => {
  const text = fc.constantFrom(...TEXTS[lang]);
  const line = fc.oneof(
    fc.record({ id: fc.oneof(fc.nat(), fc.string()), text }, { requiredKeys: ['id'] }),
    fc.record({ id: fc.nat(), title: text, lang: fc.constant(lang), text }),
    fc.record({ id: fc.nat(), text: fc.anything({ withBigInt: false }) }),
  );
  const lines = fc.array(
    line.map((value) => JSON.stringify(value)),
    { minLength: 1, maxLength: 6 },
  );
  return fc
    .tuple(lines, fc.oneof(fc.constant([]), editsOf(EVERY)))
    .map(([texts, edits]) => ({ lang, texts: edits.reduce(edited, texts) }));
});
