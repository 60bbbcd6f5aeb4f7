/** What is mutated: texts and pages of our own alone, sentences of the tables first. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGS, type Lang } from '../../src/engine/types';
import { articleOf, PLAIN } from '../../tests/hostile/row';
import { PIECES } from '../../tests/pieces';
import { readRows } from '../../tests/sentences/read';

const ROWS = readRows();

/** Paragraphs by language. */
export const TEXTS = Object.fromEntries(
  LANGS.map((lang) => [
    lang,
    [
      ...ROWS.filter((row) => row.lang === lang).flatMap(({ passages }) => passages),
      ...[...PIECES[lang].plain, ...PIECES[lang].bound].map((piece) => `${piece}.`),
    ],
  ]),
) as unknown as Readonly<Record<Lang, readonly string[]>>;

const FOLDERS = ['demo', 'tests/pages'];

/** Whole pages as pieces: each tag, each text between tags. */
export const PAGES: readonly (readonly string[])[] = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  ),
  PLAIN,
  // Paragraphs of every language between tags that mean something to a reader of pages.
  ...LANGS.map((lang) =>
    articleOf(
      TEXTS[lang]
        .slice(0, 12)
        .map((text) => `<p>${text}</p>`)
        .join('\n'),
    ),
  ),
].map(piecesOf);

/** Tags and texts of a page. */
function piecesOf(html: string): string[] {
  return html.split(/(?<=>)|(?=<)/).filter((piece) => piece !== '');
}
