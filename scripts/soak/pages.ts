/** Pages of the soak: a feed without an end, an app with addresses of its own, and news to open and close. */
import { CALM, pageOf } from '../../tests/hostile/row';

/** A sentence with one mark. */
const SAYS = 'Про це повідомляє ТАСС. Більше подробиць немає.';

/** A feed to which `add` appends; it takes out all but the newest. `storm` changes it without rest. */
const FEED = pageOf(
  `<main></main><script>
    const main = document.querySelector('main');
    function add(first, count, kept) {
      for (let i = 0; i < count; i++) {
        const item = document.createElement('article');
        const head = document.createElement('h2');
        head.textContent = 'Запис ' + (first + i);
        const says = document.createElement('p');
        says.textContent = ${JSON.stringify(SAYS)};
        item.append(head, says, document.createRange().createContextualFragment(${JSON.stringify(CALM)}));
        main.append(item);
      }
      while (main.childElementCount > kept) main.firstElementChild.remove();
    }
    async function storm(milliseconds) {
      const end = performance.now() + milliseconds;
      let changes = 0;
      while (performance.now() < end) {
        for (let i = 0; i < 50; i++, changes++) {
          const p = document.createElement('p');
          p.textContent = ${JSON.stringify(SAYS)} + i;
          main.append(p);
          p.remove();
          main.dataset.gust = i;
        }
        await new Promise((done) => setTimeout(done, 10));
      }
      delete main.dataset.gust;
      return changes;
    }
  </script>`,
);

/** An app: each address shows an article with as many marks as its number says. */
const APP = pageOf(
  `<main></main><script>
    function show() {
      const marks = Number(new URLSearchParams(location.search).get('n') ?? 1);
      const article = document.createElement('article');
      const head = document.createElement('h1');
      head.textContent = 'Запис ' + marks;
      article.append(head);
      for (let i = 0; i < marks; i++) {
        const p = document.createElement('p');
        p.textContent = ${JSON.stringify(SAYS)};
        article.append(p, document.createRange().createContextualFragment(${JSON.stringify(CALM)}));
      }
      document.querySelector('main').replaceChildren(article);
    }
    function go(n) { history.pushState(null, '', '?n=' + n); show(); }
    addEventListener('popstate', show);
    show();
  </script>`,
);

/** News with one mark, in a sentence of its own for each address: a report hides its mark wherever that sentence stands. */
const NEWS = pageOf(
  `<article><h1>Місто відкриває бібліотеку</h1><p id="says"></p>${CALM.repeat(8)}</article><script>
    const says = 'Про подію номер ' + new URLSearchParams(location.search).get('n') + ' повідомляє ТАСС.';
    document.querySelector('#says').textContent = says;
  </script>`,
);

export const PAGES = { '/favicon.ico': '', '/feed.html': FEED, '/app.html': APP, '/news.html': NEWS };
