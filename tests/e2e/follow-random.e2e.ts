/** A page that is changed at random: what was followed step by step is what a fresh reading of the same page finds. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { marks, start, until } from './browser';
import { article, CALM, type House, LAVROV, type Opened, RIA, rest, TASS, whole } from './follow';

/** Seeds of random changes, and how many changes there are between two comparisons. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const CHANGES = 5;

const SAID = [
  'Речник Кремля Дмитро Пєсков провів брифінг у вівторок.',
  'Він заявив, що зустріч відбудеться взимку.',
  'Мер міста провів брифінг у вівторок.',
  TASS.says,
  RIA.says,
  LAVROV.says,
  '«Розмова тривала дві години», – сказав він.',
  'Окремо згадали, чи має київський режим мандат на це.',
  'Наступного тижня делегації знову поговорять телефоном.',
];
/** Longer than what is judged at once, so that parts of it are judged by themselves. */
const PARAGRAPHS = Array.from({ length: 40 }, (_, i) => `${SAID[(i * 4) % SAID.length]} ${CALM}`);
const HEAD = '<meta property="og:type" content="article">';

const pages: Record<string, string> = { '/random.html': whole(article('Новина', ...PARAGRAPHS), HEAD) };
let house: House;
let followed: Opened;
let fresh: Opened;
beforeAll(async () => {
  house = await start(pages);
  fresh = await house.openBlank();
  followed = await house.open('/random.html');
});
afterAll(() => house?.stop());

/** What is listed and what is painted, in order. */
async function account({ page, tab }: Opened) {
  const view = await house.rupor.state(tab);
  const rows = view.state === 'list' ? view.rows : [];
  return {
    rows: rows.map(({ mark, entry, stance, alias = '' }) => `${mark} | ${entry} | ${stance} | ${alias}`),
    painted: await marks(page),
  };
}

/** Changes the page in one of many ways. Runs in the page. @returns what was done */
function change(seed: number, texts: readonly string[]): string {
  let state = seed * 0x9e3779b9;
  /** A whole number below `size` (mulberry32). */
  const pick = (size: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % size;
  };
  const paragraphs = [...document.querySelectorAll('article p')];
  const paragraph = paragraphs[pick(paragraphs.length)] as Element;
  const other = paragraphs[pick(paragraphs.length)] as Element;
  const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
  const words = texts[pick(texts.length)] ?? '';
  const added = document.createElement('p');
  added.textContent = `${words} ${texts[pick(texts.length)]}`;
  const acts: Record<string, () => unknown> = {
    insert: () => paragraph.before(added),
    append: () => paragraph.append(` ${words}`),
    remove: () => paragraph.remove(),
    move: () => other.after(paragraph),
    edit: () => text?.replaceData(0, pick(40), words),
    empty: () => paragraph.replaceChildren(),
    split: () => text?.splitText(pick(text.length)),
    join: () => document.querySelector('article')?.normalize(),
    wrap: () => {
      const bold = document.createElement('b');
      paragraph.prepend(bold);
      if (text) bold.append(text.splitText(Math.min(text.length, pick(30))));
    },
    unwrap: () => paragraph.querySelector('b')?.replaceWith(...(paragraph.querySelector('b')?.childNodes ?? [])),
    hide: () => paragraph.toggleAttribute('hidden'),
    nest: () => {
      const section = document.createElement('section');
      paragraph.before(section);
      section.append(paragraph, added);
    },
    line: () => text?.after(document.createElement('br'), words),
  };
  const names = Object.keys(acts);
  const name = names[pick(names.length)] ?? 'join';
  acts[name]?.();
  return name;
}

it.each(SEEDS)('five random changes are followed as they would be read (seed %i)', async (seed) => {
  await followed.page.bringToFront();
  const done: string[] = [];
  for (let i = 0; i < CHANGES; i++) {
    done.push(await followed.page.evaluate(change, seed * 100 + i, SAID));
    // Some changes are read together, some one by one.
    if (i % 2 === 0) await rest(followed.page, (seed % 3) * 120);
  }
  const path = `/fresh-${seed}.html`;
  pages[path] = await followed.page.evaluate(() => document.documentElement.outerHTML);
  await fresh.page.bringToFront();
  await fresh.page.goto(`${house.server.origin}${path}`);
  await house.rupor.state(fresh.tab);
  await followed.page.bringToFront();
  // A first reading shows its marks part by part: neither side need be ready yet.
  let [found, wanted] = [await account(followed), await account(fresh)];
  const same = async () => {
    [found, wanted] = [await account(followed), await account(fresh)];
    return wanted.rows.length > 0 && JSON.stringify(found) === JSON.stringify(wanted);
  };
  await until('the same marks', same).catch(() => undefined);
  expect(found, done.join(', ')).toEqual(wanted);
  expect(wanted.rows.length).toBeGreaterThan(9);
});
