/** Text inside shadow trees: open ones are read wherever they come from, closed ones stay closed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { start } from './browser';
import { agree, article, type House, LAVROV, type Opened, RIA, rest, TASS, whole } from './follow';

const DECLARED = `<div id="declared"><template shadowrootmode="open"><p>${TASS.says}</p></template></div>`;
const SLOTTED = `<div id="slotted"><p>${RIA.says}</p></div>`;
/** Every kind of a shadow tree but those that come later. */
const PAGE = whole(
  `${article('Новина', LAVROV.says).replace('</article>', '')}
    ${DECLARED}<div id="open"></div><div id="nested"></div>${SLOTTED}<div id="closed"></div></article>
  <script>
    const host = (id) => document.getElementById(id);
    const paragraph = (words) => Object.assign(document.createElement('p'), { textContent: words });
    host('open').attachShadow({ mode: 'open' }).append(paragraph('${TASS.says}'));
    const inner = document.createElement('div');
    inner.attachShadow({ mode: 'open' }).append(paragraph('${LAVROV.says}'));
    host('nested').attachShadow({ mode: 'open' }).append(inner);
    host('slotted').attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    host('closed').attachShadow({ mode: 'closed' }).append(paragraph('${RIA.says}'));
  </script>`,
);
const MARKED = [LAVROV, TASS, TASS, LAVROV, RIA].map(({ marked }) => marked);

let house: House;
let opened: Opened;
beforeAll(async () => {
  house = await start({ '/shadow.html': PAGE });
  opened = await house.open('/shadow.html');
});
afterAll(() => house?.stop());

/** Adds an element with a shadow tree that holds this paragraph. */
const add = (mode: 'open' | 'closed', words: string) =>
  opened.page.evaluate(
    (how, text) => {
      const host = document.createElement('div');
      host.id = 'later';
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      host.attachShadow({ mode: how }).append(paragraph);
      document.querySelector('article')?.append(host);
    },
    mode,
    words,
  );

it('declared, open, nested and slotted text is marked; closed text is not', async () => {
  await agree(house, opened, MARKED);
});

it('a tree that comes later is read and followed', async () => {
  await add('open', TASS.says);
  await agree(house, opened, [...MARKED, TASS.marked]);
  await opened.page.evaluate((words) => {
    const paragraph = document.getElementById('later')?.shadowRoot?.querySelector('p');
    if (paragraph) paragraph.textContent = words;
  }, RIA.says);
  await agree(house, opened, [...MARKED, RIA.marked]);
  await opened.page.evaluate(() => document.getElementById('later')?.remove());
  await agree(house, opened, MARKED);
});

it('text that changes inside a tree is followed, also in a nested one', async () => {
  await opened.page.evaluate((words) => {
    const inner = document.getElementById('nested')?.shadowRoot?.querySelector('div')?.shadowRoot;
    const text = inner?.querySelector('p')?.firstChild;
    if (text instanceof Text) text.data = words;
  }, RIA.says);
  await agree(
    house,
    opened,
    [LAVROV, TASS, TASS, RIA, RIA].map(({ marked }) => marked),
  );
});

it('a closed tree that comes later is not read', async () => {
  await add('closed', TASS.says);
  await rest(opened.page, 500);
  await opened.page.evaluate((words) => document.querySelector('article p')?.append(words), ` ${TASS.says}`);
  await agree(
    house,
    opened,
    [LAVROV, TASS, TASS, TASS, RIA, RIA].map(({ marked }) => marked),
  );
  expect(await opened.page.evaluate(() => document.getElementById('later')?.shadowRoot)).toBeNull();
});
