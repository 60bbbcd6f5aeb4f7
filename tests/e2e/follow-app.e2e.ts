/** Pages that go elsewhere without a load: an app draws another article under another address. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say, shows, start, until, words } from './browser';
import {
  agree,
  article,
  CALM,
  callRelated,
  type House,
  LAVROV,
  type Opened,
  painted,
  put,
  RIA,
  rest,
  TASS,
  whole,
} from './follow';

const FIRST = article('Перша новина', TASS.says, LAVROV.says);
const SECOND = article('Друга новина', RIA.says);
const MARKED = [TASS.marked, LAVROV.marked];
const LIST = `<section><h2>Новини</h2>${'<div><a href="#">Бібліотека знову відчинена</a></div>'.repeat(9)}</section>`;
const ADDRESSES = { '/first.html': FIRST, '/second.html': SECOND, '/list.html': LIST };

/** An app that draws what its address says, also on the way back. */
const APP = whole(
  `<main></main><script>
    const views = ${JSON.stringify(ADDRESSES)};
    let drawn;
    function draw() {
      drawn = location.pathname;
      const view = views[location.pathname] ?? views['/first.html'];
      document.querySelector('main').replaceChildren(document.createRange().createContextualFragment(view));
    }
    addEventListener('popstate', () => location.pathname !== drawn && draw());
    function go(path, how = 'pushState') { history[how](null, '', path); draw(); }
    draw();
  </script>`,
);

let house: House;
let app: Opened;
beforeAll(async () => {
  house = await start({ '/first.html': APP, '/list.html': APP, '/bare.html': whole('<main></main>') });
  app = await house.openBlank();
});
afterAll(() => house?.stop());

/** The app on its first article, read and marked. */
beforeEach(async () => {
  await app.page.goto(`${house.server.origin}/first.html`);
  await agree(house, app, MARKED);
});

const go = (path: string, how = 'pushState') => app.page.evaluate(`go('${path}', '${how}')`);

describe('an app', () => {
  it.each(['pushState', 'replaceState'])('is followed to another article by %s', async (how) => {
    await go('/second.html', how);
    // The new ones may be there already.
    const seen = await painted(app.page);
    expect(seen.filter((mark) => mark !== RIA.marked)).toEqual([]);
    await agree(house, app, [RIA.marked]);
  });

  it('is followed back and forward', async () => {
    await go('/second.html');
    await agree(house, app, [RIA.marked]);
    await app.page.evaluate(() => history.back());
    await agree(house, app, MARKED);
    await app.page.evaluate(() => history.forward());
    await agree(house, app, [RIA.marked]);
  });

  it('is followed from an article to a list and to an article again, with the popup open', async () => {
    const popup = await house.popup(app.tab);
    await until('two rows', async () => (await popup.$$('ol li')).length === 2);
    await app.page.bringToFront();
    await go('/list.html');
    await shows(app.page, []);
    await until('the icon', async () => (await house.icon(app.tab)).title === say('icon_not-news'));
    expect((await house.icon(app.tab)).text).toBe('');
    await until('the sentence', async () => (await words(popup)).includes(say('not-news_text')));
    await go('/second.html');
    await agree(house, app, [RIA.marked]);
    await until('one row', async () => (await popup.$$('ol li')).length === 1);
    await popup.close();
  });

  it('is followed to an article from a list that has been open for long', async () => {
    await app.page.goto(`${house.server.origin}/list.html`);
    // Longer than a page without news is looked at after its load.
    await rest(app.page, 5500);
    await go('/second.html');
    await agree(house, app, [RIA.marked]);
  });

  it('is read against its looks only at the address where a reader wanted it', async () => {
    await app.page.goto(`${house.server.origin}/list.html`);
    const state = async () => (await house.rupor.state(app.tab)).state;
    expect(await state()).toBe('not-news');
    await house.rupor.ask(app.tab, { do: 'scan-anyway' });
    expect(await state()).toBe('list');
    // Nothing else of the page changes.
    await app.page.evaluate(() => history.pushState(null, '', '/another.html'));
    await until('no list any more', async () => (await state()) === 'not-news');
  });

  it('is not read again for a place within the same text', async () => {
    await callRelated(app.page, 'article p');
    await app.page.evaluate(() => {
      location.hash = '#below';
      history.pushState(null, '', '#above');
      history.replaceState(null, '', '#');
    });
    await rest(app.page, 500);
    await agree(house, app, MARKED);
    // The witness itself: a text that is another one is read.
    await app.page.evaluate(() => document.querySelector('article p')?.append(' Розмова триває.'));
    await agree(house, app, [LAVROV.marked]);
  });

  it('may replace its whole body', async () => {
    await app.page.evaluate((markup) => {
      history.pushState(null, '', '/second.html');
      const body = document.createElement('body');
      body.append(document.createRange().createContextualFragment(markup));
      document.body.replaceWith(body);
    }, SECOND);
    expect(await painted(app.page)).toEqual([]);
    await agree(house, app, [RIA.marked]);
    // The new body is followed as the old one was.
    await put(app.page, 'article p', TASS.says);
    await agree(house, app, [TASS.marked]);
  });

  it.each([
    ['together with', 0],
    ['long before', 900],
    ['long after', -900],
  ])('may change its address %s its article', async (_when, ahead) => {
    await app.page.evaluate(
      async (markup, milliseconds) => {
        const draw = () =>
          document.querySelector('article')?.replaceChildren(document.createRange().createContextualFragment(markup));
        const move = () => history.pushState(null, '', '/second.html');
        const rest = () => new Promise((done) => setTimeout(done, Math.abs(milliseconds)));
        const [one, other] = milliseconds < 0 ? [draw, move] : [move, draw];
        one();
        if (milliseconds !== 0) await rest();
        other();
      },
      SECOND,
      ahead,
    );
    await agree(house, app, [RIA.marked]);
  });

  it('may become an article some seconds after its load', async () => {
    await app.page.goto(`${house.server.origin}/bare.html`);
    await until('the icon', async () => (await house.icon(app.tab)).title === say('icon_not-news'));
    await put(app.page, 'main', '<p>Завантаження…</p>');
    await rest(app.page, 2000);
    expect(await painted(app.page)).toEqual([]);
    await put(app.page, 'main', FIRST);
    await agree(house, app, MARKED);
  });

  it('may become an article some seconds after a change of its address', async () => {
    await go('/list.html');
    await until('the icon', async () => (await house.icon(app.tab)).title === say('icon_not-news'));
    await rest(app.page, 2000);
    await put(app.page, 'main', `<article><h1>Третя новина</h1><p>${CALM}</p></article>`);
    await put(app.page, 'main', SECOND);
    await agree(house, app, [RIA.marked]);
  });
});
