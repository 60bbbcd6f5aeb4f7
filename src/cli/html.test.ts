import { describe, expect, it } from 'vitest';
import { htmlArticle } from './html';

const LONG = 'Посли зустрілися в Женеві й домовилися говорити далі, а подробиць не розкрили. '.repeat(4).trim();

function page(body: string): string {
  return `<!doctype html><html lang="uk-UA"><head><title>Назва — Сайт</title></head><body>${body}</body></html>`;
}

function blocks(html: string): string[] {
  return htmlArticle(html).placed.map(({ passage }) => `${passage.role}: ${passage.text}`);
}

describe('htmlArticle', () => {
  const article = page(
    `<nav><a href="/">Меню</a></nav><article><h1>Назва <b>новини</b></h1><p>${LONG}</p><h2>Далі</h2>
     <p>Сло<b>во</b> з&nbsp;розміткою.<br>Другий рядок. ${LONG}</p>
     <figure><img src="x.jpg"><figcaption><p>Фото: архів</p></figcaption></figure><p>${LONG}</p></article><footer>Низ</footer>`,
  );

  it('reads headline, paragraphs and captions, and no menus', () => {
    expect(blocks(article)).toEqual([
      'headline: Назва новини',
      `body: ${LONG}`,
      'headline: Далі',
      'body: Слово з\u00a0розміткою.',
      `body: Другий рядок. ${LONG}`,
      'caption: Фото: архів',
      `body: ${LONG}`,
    ]);
  });

  it('tells bases that slice the text', () => {
    const { text, placed } = htmlArticle(article);
    for (const { passage, base = Number.NaN } of placed) {
      expect(text.slice(base, base + passage.text.length)).toBe(passage.text);
    }
  });

  it('takes the language of the page', () => {
    expect(htmlArticle(article).placed[0]?.passage.lang).toBe('uk');
  });

  it.each([
    ['a fragment', '<p>Перше.</p><p>Друге', ['body: Перше.', 'body: Друге']],
    ['bare text', 'Просто текст', ['body: Просто текст']],
    ['nothing', '', []],
    ['hidden text', '<p hidden>а</p><p aria-hidden="true">б</p><script>в</script><p>г</p>', ['body: г']],
    ['a comment', '<p>а<!-- б -->в</p>', ['body: ав']],
  ])('reads %s', (_, html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });

  it('reads a page nested deeper than the stack', () => {
    expect(htmlArticle(`${'<div>'.repeat(6_000)}слово`).text).toBe('слово');
  }, 60_000);
});
