/** The engine on sentences of our own: tests/sentences holds them as tables, by language and construction. */
import { describe, expect, it } from 'vitest';
import { createPolyglot } from '../src/engine';
import { LANGS } from '../src/engine/types';
import { profiles } from '../src/lexicon';
import { tablesFor } from '../src/lexicon/disk';
import { type Row, readRows } from './sentences/read';

const engine = createPolyglot(tablesFor, profiles);
const SHORT = { 'state-media': 'media', official: 'official', framing: 'framing' } as const;
const rows = readRows();

function marksOf({ lang, passages }: Row): string[] {
  const { flags } = engine.scan(passages.map((text) => ({ text, lang })));
  return flags.map(({ kind, role, stance, entry, passage, span }) => {
    const words = passages[passage]?.slice(span.start, span.end);
    return [SHORT[kind], ...(role === 'wording' ? [] : [role]), stance, entry, `⟦${words}⟧`].join(' ');
  });
}

const languages = LANGS.filter((lang) => rows.some((row) => row.lang === lang));
// Opened before the first row, so that no row is the only one that meets the opening of a table.
for (const lang of LANGS) engine.scan([{ text: '', lang }]);

describe.each(languages)('sentences in %s', (lang) => {
  it.each(rows.filter((row) => row.lang === lang))('$place $cause: $passages', (row) => {
    expect(marksOf(row)).toEqual(row.marks);
  });
});

/** Rows of each language at least. */
const LEAST = { uk: 140, ru: 50, en: 50, pl: 20, de: 20, fr: 20 } as const;

describe('tables', () => {
  it.each(LANGS)('hold enough sentences in %s', (lang) => {
    expect(rows.filter((row) => row.lang === lang).length).toBeGreaterThanOrEqual(LEAST[lang]);
  });

  it('leave half of the sentences unmarked', () => {
    expect(rows.filter(({ marks }) => marks.length === 0).length * 2).toBeGreaterThanOrEqual(rows.length);
  });
});
