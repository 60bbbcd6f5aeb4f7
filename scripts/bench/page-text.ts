/** Pages to measure on, made of sentences of our own: ordinary news with a few sentences that have something to mark. */
import { ORDINARY } from '../../tests/ordinary';
import { PIECES } from '../../tests/pieces';

const ORDINARY_UK = ORDINARY.uk;
const MARKED_UK = PIECES.uk.plain.map((piece) => `${piece}.`);
/** One sentence of so many comes from the pieces, of which nearly each is marked. */
const MARKED_EVERY = 12;

/** The sentence at a place in an endless text; the same for the same place. */
function sentence(at: number): string {
  const list = at % MARKED_EVERY === 3 ? MARKED_UK : ORDINARY_UK;
  // A step that shares no factor with the lists' lengths, so that neighbours change from round to round.
  return list[(at * 7 + Math.floor(at / list.length)) % list.length] ?? '';
}

/** Blocks of one sentence, and every sixth of three: bare, in a link, in bold. Eight text nodes in six blocks. */
const TEXT_NODES = 8;
function blocks(at: number): string {
  const [a, b, c, ...rest] = Array.from({ length: TEXT_NODES }, (_, i) => sentence(at * TEXT_NODES + i));
  return [`${a} <a href="#n${at}">${b}</a> <b>${c}</b>`, ...rest].map((text) => `<p>${text}</p>`).join('');
}

const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('\n');

const page = (head: string, body: string): string =>
  `<!doctype html>\n<html lang="uk"><head><meta charset="utf-8"><title>Новини</title>${head}</head><body>${body}</body></html>`;

const ARTICLE = '<meta property="og:type" content="article">';

/**
 * Says to the server when the first mark is painted, and leaves a mark of the time in the trace. Asks once a frame: is it
 * registered, and has its style come? The only script of these pages: all else that runs in them is the extension's.
 */
const WITNESS = `<script>
const isStyled = (name) => getComputedStyle(document.documentElement, '::highlight(' + name + ')').textDecorationLine !== 'none';
const look = () => {
  if (![...CSS.highlights.keys()].some(isStyled)) return requestAnimationFrame(look);
  performance.mark('first-mark');
  fetch('/seen');
};
requestAnimationFrame(look);
</script>`;

/** An article of at least so many UTF-16 units. */
export function article(units: number): string {
  const parts = [`<h1>У Кремлі заявили про готовність до переговорів</h1>`];
  let length = 0;
  for (let at = 0; length < units; at++) {
    const text = [0, 1, 2].map((i) => sentence(at * 3 + i)).join(' ');
    length += text.length;
    parts.push(`<p>${text}</p>`);
  }
  return page(ARTICLE + WITNESS, `<article>${parts.join('\n')}</article>`);
}

/** A page that is no news: a shop's list of goods, some 1,500 elements. */
export function shop(): string {
  const goods = many(
    180,
    (at) =>
      `<li class="card"><a href="#g${at}"><img alt="" width="80" height="60"></a><h3>Стілець ${at}</h3>` +
      `<p class="price"><b>${at + 99}</b> грн</p><button>До кошика</button></li>`,
  );
  return page(
    '',
    `<nav><a href="#a">Меблі</a> <a href="#b">Сад</a></nav><main><h1>Стільці</h1><ul>${goods}</ul></main>`,
  );
}

/**
 * What a live blog does to its page, begun by `goLive(updates, pause, every, keep)`: a clock that is set each time, and
 * every so many times a new entry of twenty paragraphs on top; of the entries only the newest are kept. Says when it is done.
 */
const LIVE = `<script>
const goLive = (updates, pause, every, keep) => {
  const stock = JSON.parse(document.querySelector('#stock').textContent);
  const feed = document.querySelector('#feed');
  const clock = document.querySelector('#clock').firstChild;
  let update = 0;
  const timer = setInterval(() => {
    update += 1;
    clock.data = 'Оновлено о 12:' + String(update).padStart(4, '0');
    if (update % every === 0) {
      const entry = document.createElement('section');
      for (let i = 0; i < 20; i++) {
        const text = document.createElement('p');
        text.textContent = stock[(update * 20 + i) % stock.length];
        entry.append(text);
      }
      feed.prepend(entry);
      while (feed.children.length > keep) feed.lastChild.remove();
    }
    if (update < updates) return;
    clearInterval(timer);
    fetch('/done');
  }, pause);
};
</script>`;

/** A live blog over an article of about so many text nodes. */
export function live(count: number): string {
  const stock = JSON.stringify(Array.from({ length: 1999 }, (_, at) => sentence(at)));
  const top = `<h1>Наживо: події дня</h1><p id="clock">Оновлено о 12:0000</p><div id="feed"></div>`;
  const old = many(Math.floor(count / TEXT_NODES), blocks);
  const data = `<script id="stock" type="application/json">${stock}</script>`;
  return page(ARTICLE + WITNESS, `<article>${top}${old}</article>${data}${LIVE}`);
}

/** A page of about so many text nodes, for the parts of the reader alone. */
export function nodes(count: number, head = ''): string {
  return page(head, `<main>${many(Math.floor(count / TEXT_NODES), blocks)}</main>`);
}

/** The same as an article that the extension reads. */
export const articleOfNodes = (count: number): string => nodes(count, ARTICLE + WITNESS);

/** An article of about 100,000 elements and 2.2 million units. */
export function huge(): string {
  const row = (at: number): string => `<div class="row"><p>${sentence(at)} <i>${at}</i></p><hr></div>`;
  return page(ARTICLE + WITNESS, `<article><h1>Хроніка року</h1>${many(25_000, row)}</article>`);
}
