/** One article, marked in seven places, on pages that are built in different ways. */

/** What of the article is painted. */
export const PAINTED = [
  'За даними ТАСС',
  'Лавров вважає',
  'сказав він',
  'пропагандисти «РИА Новости»',
  'Слова Путіна',
  'Речник Кремля нібито',
  'київський режим',
];

const FILLER =
  '<p>Порядок денний визначать посередники, а відновлення трьох причалів почнеться за будь-якого перебігу.</p>';

const ARTICLE = `<article>
  <h1>Порт чекає на домовленість: що відомо про зустріч</h1>
  <p>Зустріч про безпеку портів може відбутися до кінця місяця, повідомила канцелярія посередників.</p>
  <p>За даними ТАСС, делегація вже отримала запрошення й готує відповідь. Підтвердження від посередників не було.</p>
  <p>Лавров вважає, що спершу сторони мають узгодити перелік портів. «Ми готові слухати», – сказав він увечері.</p>
  <p>Раніше інший склад делегації називали пропагандисти «РИА Новости», але підтвердження цьому немає.</p>
  <h2>Що відомо про вантажі</h2>
  <p>Слова Путіна обговорювали всі. Речник Кремля нібито не виключив паузи на час перемовин.</p>
  ${FILLER.repeat(12)}
  <p>Окремо згадали, чи має київський режим мандат на це. Місцева влада цього не коментувала.</p>
  ${FILLER.repeat(3)}
</article>`;

type Page = { readonly css?: string; readonly root?: string; readonly body?: (article: string) => string };

function page({ css = '', root = 'lang="uk"', body = (article) => article }: Page): string {
  return `<!doctype html><html ${root}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta property="og:type" content="article">
<title>Порт чекає на домовленість</title>
<style>body { font: 18px/1.6 serif; max-width: 34rem; margin: 0 auto; padding: 0 16px; } ${css}</style>
</head><body>${body(ARTICLE)}</body></html>`;
}

export const PAGES: Record<string, string> = {
  '/plain.html': page({ body: (article) => `<button id="before">Пошук</button>${article}` }),
  '/dark.html': page({ css: 'html { background: #1b1a19; color: #f1eee9 }' }),
  '/left.html': page({ css: 'body { margin: 0 }' }),
  '/wide.html': page({ css: 'body { max-width: none; padding: 0 }' }),
  '/rtl.html': page({ root: 'lang="uk" dir="rtl"', css: 'body { margin: 0 }' }),
  '/zoomed-root.html': page({ css: 'html { zoom: 1.5 }' }),
  '/zoomed-body.html': page({ css: 'body { zoom: 1.5 }' }),
  '/scaled-root.html': page({ css: 'html { transform: scale(0.9) translateX(20px) }' }),
  '/scaled-body.html': page({ css: 'body { transform: scale(1.2); transform-origin: top }' }),
  '/huge-text.html': page({ css: ':root { font-size: 40px } body { max-width: none; font-size: 28px }' }),
  '/columns.html': page({ css: 'body { max-width: none } article { columns: 14rem 3 }' }),
  '/sticky.html': page({
    css: 'header { position: sticky; top: 0; height: 180px; background: #ddd }',
    body: (article) => `<header>Новини</header>${article}`,
  }),
  '/inner.html': page({
    css: 'html, body { height: 100%; overflow: hidden } main { height: 80vh; overflow: auto }',
    body: (article) => `<main>${article}</main>`,
  }),
  '/shadow.html': page({
    body: (article) =>
      `<my-reader id="reader"><template shadowrootmode="open"><button id="deep">Далі</button>${article}</template></my-reader>`,
  }),
  '/odd.html': page({
    root: 'lang="uk" dir="rtl"',
    css: `* { all: revert !important; transition: all 2s !important; direction: rtl !important }
      :root { font-size: 40px; --paper: red; --ink: red } ::backdrop { background: red !important }
      div { display: none !important } [popover] { opacity: 0 !important; inset: 50% !important }`,
  }),
};
