import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Kind, Stance } from '../../src/engine/types';
import { marks, start } from './browser';

const SEED = '../shared/seed/article-uk.txt';
const DEMO = 'demo/article.uk.html';

/** What both articles hold, in reading order: kind, stance, and words that the marked passage contains. */
const EXPECTED: readonly (readonly [Kind, Stance, string])[] = [
  ['official', 'reported', 'Лавров'],
  ['framing', 'distanced', 'домовленості'],
  ['official', 'reported', 'Міністр закордонних справ РФ'],
  ['framing', 'distanced', 'інтереси Кремля'],
  ['official', 'reported', 'Лавров'],
  ['state-media', 'distanced', 'РИА Новости'],
  ['official', 'reported', 'міністр закордонних справ РФ'],
  ['framing', 'distanced', 'інтереси Кремля'],
  ['official', 'reported', 'він'],
  ['official', 'reported', 'Лавров'],
  ['framing', 'distanced', 'домовленості'],
  ['framing', 'reported', 'Зеленський не перешкоджатиме мирному процесу'],
  ['official', 'reported', 'очільник російського зовнішньополітичного відомства'],
  ['official', 'reported', 'Лавров'],
  ['framing', 'reported', 'перешкоджанні діалогу Росії та США'],
  ['framing', 'reported', 'Брюссель і Лондон намагаються переконати Вашингтон відмовитися'],
  ['official', 'reported', 'він'],
  ['official', 'distanced', 'Лавров'],
  ['official', 'distanced', 'Лаврова'],
  ['official', 'reported', 'Міністр'],
];

/** A news page of a text whose first line is the headline and second the lead. */
function newsPage(text: string): string {
  const safe = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const [headline = '', lead = '', ...body] = text.split(/\n+/).filter(Boolean).map(safe);
  const paragraphs = [lead, ...body].map((line) => `<p>${line}</p>`).join('\n');
  return `<!doctype html><html lang="uk"><head><meta charset="utf-8"><meta property="og:type" content="article">
<title>${headline}</title></head><body><article><h1>${headline}</h1>${paragraphs}</article></body></html>`;
}

let house: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  house = await start({
    '/demo.html': readFileSync(DEMO, 'utf8'),
    ...(existsSync(SEED) ? { '/seed.html': newsPage(readFileSync(SEED, 'utf8')) } : {}),
  });
});
afterAll(() => house?.stop());

/** The page's rows as `kind, stance: words`; the words are the table's where the marked passage contains them. */
async function read(path: string) {
  const { page, tab } = await house.open(path);
  const view = await house.rupor.state(tab);
  const rows = view.state === 'list' ? view.rows : [];
  const painted = (await marks(page)).length;
  await page.close();
  const left = [...EXPECTED];
  const lines = rows.map(({ kind, stance, mark }) => {
    const at = left.findIndex((row) => row[0] === kind && row[1] === stance && mark.includes(row[2]));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return line([kind, stance, found?.[2] ?? mark]);
  });
  return { lines, painted };
}

const line = ([kind, stance, words]: (typeof EXPECTED)[number]) => `${kind}, ${stance}: ${words}`;

describe('an article that quotes a minister with distance', () => {
  it('is marked as the sample of the demo', async () => {
    const { lines, painted } = await read('/demo.html');
    expect(lines).toEqual(EXPECTED.map(line));
    expect(painted).toBe(EXPECTED.length);
  });

  it.skipIf(!existsSync(SEED))('is marked as the first real article that we were given', async () => {
    const { lines, painted } = await read('/seed.html');
    expect(lines).toEqual(EXPECTED.map(line));
    expect(painted).toBe(EXPECTED.length);
  });
});
