/**
 * Everything that the engine says of our own sentences, written down: a change of the engine shows here what it changes
 * besides what it was meant to change. After a look at the difference, `npx vitest run --project pure tests/record.test.ts -u`
 * writes it down anew.
 */
import { describe, expect, it } from 'vitest';
import { createPolyglot } from '../src/engine';
import { LANGS, type Lang, type Passage } from '../src/engine/types';
import { profiles } from '../src/lexicon';
import { tablesFor } from '../src/lexicon/disk';
import { readRows } from './sentences/read';
import { short, told } from './told';

const engine = createPolyglot(tablesFor, profiles);
const rows = readRows();

/** The same words in every part of an article: roles decide too. */
const ROLES = ['headline', 'body', 'body', 'caption'] as const;
/** Passages of one article: more would push those who spoke out of sight. */
const ARTICLE_MAX = 6;

const account = (passages: readonly Passage[]): string =>
  [passages.map(({ text }) => short(text)).join(' ¶ '), ...told(passages, engine.scan(passages, 'wide'))].join('\n');

/** Each row by itself, and the rows under one heading as articles: who spoke before decides what comes after. */
function articles(lang: Lang): Passage[][] {
  const own = rows.filter((row) => row.lang === lang);
  const alone = own.map(({ passages }) => passages.map((text): Passage => ({ text, lang })));
  const together = [...new Set(own.map(({ cause, place }) => `${place.split(':')[0]} ${cause}`))].flatMap((heading) => {
    const texts = own
      .filter(({ cause, place }) => `${place.split(':')[0]} ${cause}` === heading)
      .flatMap(({ passages }) => passages);
    const parts: Passage[][] = [];
    for (let i = 0; i < texts.length; i += ARTICLE_MAX)
      parts.push(
        texts
          .slice(i, i + ARTICLE_MAX)
          .map((text, n): Passage => ({ text, lang, role: ROLES[n % ROLES.length] ?? 'body' })),
      );
    return parts;
  });
  return [...alone, ...together];
}

describe.each(LANGS)('in %s', (lang) => {
  it('the engine says what it said before', async () => {
    const all = articles(lang).map(account);
    await expect(`${all.join('\n')}\n`).toMatchFileSnapshot(`fixtures/record/${lang}.txt`);
  });
});
