/** Laws of the saved pages that the command line reads. */
import { htmlArticle } from '../../src/cli/html';
import { findSpans } from '../../src/cli/spans';
import { engineOf } from './engines';
import { holds, type Sample } from './sample';

export function htmlLaws({ lang, texts }: Sample): void {
  const { text, placed, placeOf } = htmlArticle(texts.join(''));
  let end = 0;
  for (const { passage, base = -1 } of placed) {
    holds(base >= end && text.startsWith(passage.text, base), 'a passage stands in the article in order', () =>
      JSON.stringify(passage.text),
    );
    end = base + passage.text.length;
  }
  holds(end === text.length, 'the article ends with its last passage');
  for (const span of findSpans(engineOf(lang), placed)) {
    holds(text.slice(span.start, span.end) === span.text, 'what is printed stands in the article', () =>
      JSON.stringify(span),
    );
    const place = placeOf(span);
    holds(!place || (0 <= place.start && place.start < place.end), 'a place in the page has words', () =>
      JSON.stringify(place),
    );
  }
}
