/** Fields to write in: nothing in them is marked, and writing is not slower. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kind, start } from './browser';
import { agree, article, type House, LAVROV, type Opened, painted, rest, TASS, whole } from './follow';

const DECLARED = '<meta property="og:type" content="article">';
/** Every kind of a field, by its id, each with words that would be marked anywhere else. */
const FIELDS: Record<string, string> = {
  area: `<textarea id="area">${TASS.says}</textarea>`,
  editable: `<div id="editable" contenteditable><p>${TASS.says}</p></div>`,
  plain: `<div id="plain" contenteditable="plaintext-only">${TASS.says}</div>`,
  box: `<div id="box" role="textbox" tabindex="0"><p>${TASS.says}</p></div>`,
  mirror: `<div class="cm-editor"><div class="cm-content" id="mirror" contenteditable="true" role="textbox">
    <div class="cm-line">${TASS.says}</div></div></div>`,
  lines: `<div class="CodeMirror"><textarea></textarea><div class="CodeMirror-code" id="lines" role="presentation">
    <pre class="CodeMirror-line"><span>${TASS.says}</span></pre></div></div>`,
  view: `<div class="monaco-editor"><textarea></textarea><div class="view-lines" id="view">
    <div class="view-line"><span>${TASS.says}</span></div></div></div>`,
};
const PAGE = whole(
  `<main>${article('Новина', LAVROV.says, ...Object.values(FIELDS).map((field) => `</p>${field}<p>`))}
    <iframe srcdoc="<p>${TASS.says}</p>" onload="this.contentDocument.designMode = 'on'"></iframe></main>`,
  DECLARED,
);
/** An article with a field beside it, and a stop-watch for keys. */
const DESK = whole(
  `<main>${article('Новина', ...Array(40).fill(LAVROV.says))}</main><div id="field" contenteditable></div><script>
    async function type(keys) {
      const field = document.getElementById('field');
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      field.focus();
      const times = [];
      for (let key = 0; key < keys; key++) {
        await frame();
        const began = performance.now();
        document.execCommand('insertText', false, key % 8 === 7 ? ' ' : 'а');
        // Observers have had their turn when a promise goes on.
        await null;
        const handled = performance.now() - began;
        await frame();
        times.push({ handled, drawn: performance.now() - began });
      }
      return times;
    }
  </script>`,
  DECLARED,
);

let house: House;
beforeAll(async () => {
  house = await start({ '/fields.html': PAGE, '/desk.html': DESK });
});
afterAll(() => house?.stop());

describe('a field to write in', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await house.open('/fields.html');
  });
  afterAll(() => opened.page.close());

  it('holds no marks, of whatever kind it is', async () => {
    await agree(house, opened, [LAVROV.marked]);
  });

  it('holds none after something was written into it', async () => {
    const wrote = await opened.page.evaluate(
      (ids, words) => {
        for (const id of ids) {
          const field = document.getElementById(id);
          if (field instanceof HTMLTextAreaElement) field.value += words;
          else field?.firstElementChild?.append(words);
        }
        return ids.filter((id) => document.getElementById(id)).length;
      },
      Object.keys(FIELDS),
      ` ${TASS.says}`,
    );
    expect(wrote).toBe(Object.keys(FIELDS).length);
    // What is written beside them is read: so was all the rest.
    await opened.page.evaluate((words) => document.querySelector('article p')?.append(words), ` ${TASS.says}`);
    await agree(house, opened, [LAVROV.marked, TASS.marked]);
  });

  it('may be the whole document for a while', async () => {
    await opened.page.evaluate(() => {
      document.designMode = 'on';
      document.querySelector('article p')?.append(' Дописано.');
    });
    await rest(opened.page, 300);
    await agreeOnNothing(opened.page);
    await opened.page.evaluate(() => {
      document.designMode = 'off';
      document.querySelector('article p')?.append(' Збережено.');
    });
    await agree(house, opened, [LAVROV.marked, TASS.marked]);
  });
});

async function agreeOnNothing(page: Page): Promise<void> {
  await expect.poll(() => painted(page), { timeout: 5000 }).toEqual([]);
}

type Key = { readonly handled: number; readonly drawn: number };
const ROUNDS = 20;
const KEYS = 10;

/** The value that this share of the numbers does not exceed. */
const quantile = (numbers: readonly number[], share: number) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)] ?? Number.NaN;

describe('writing beside an article', () => {
  it('is as fast as where Rupor is off: 200 keys each, in turns', async () => {
    await house.rupor.store({ settings: { v: 1, language: 'en', offSites: ['localhost'] } });
    const on = await house.open('/desk.html');
    await agree(house, on, Array(40).fill(LAVROV.marked));
    const off = await house.openBlank();
    await off.page.goto(house.server.origin.replace('127.0.0.1', 'localhost').concat('/desk.html'));
    const sides = [
      { page: on.page, keys: [] as Key[] },
      { page: off.page, keys: [] as Key[] },
    ] as const;
    for (let round = 0; round < ROUNDS; round++) {
      for (const { page, keys } of round % 2 === 0 ? sides : sides.toReversed()) {
        await page.bringToFront();
        keys.push(...((await page.evaluate(`type(${KEYS})`)) as Key[]));
      }
    }
    expect(await painted(off.page)).toEqual([]);
    const [mine, bare] = sides.map(({ keys }) => ({
      // A frame comes when the machine has time for one: its middle says more than its tail.
      handled: quantile(
        keys.map(({ handled }) => handled),
        0.95,
      ),
      drawn: quantile(
        keys.map(({ drawn }) => drawn),
        0.5,
      ),
    }));
    console.info(`${kind}: a key with Rupor and without, ms (handled: p95, drawn: median)`, mine, bare);
    for (const part of ['handled', 'drawn'] as const) {
      expect((mine?.[part] ?? Number.NaN) - (bare?.[part] ?? Number.NaN), part).toBeLessThanOrEqual(1);
    }
    await on.page.close();
    await off.page.close();
  });
});
