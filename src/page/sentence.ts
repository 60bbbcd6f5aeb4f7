/** Sentences of a passage, and the language for their `lang` attribute. */
import { LANGS, type Lang, type Span } from '../engine/types';

/** The sentence that a span is in, whole. UTF-16, half-open, into `text`. */
export function sentenceAround(text: string, span: Span): Span {
  const sentences = new Intl.Segmenter(languageOf(text), { granularity: 'sentence' });
  // A line feed in the page's source is a space to a reader, but would end a sentence here.
  const segments = sentences.segment(text.replace(/\s/g, ' '));
  const first = segments.containing(span.start);
  const last = segments.containing(Math.max(span.start, span.end - 1));
  return {
    start: first?.index ?? 0,
    end: last ? last.index + last.segment.length : text.length,
  };
}

/** Letters that no neighbour in the same script has; only for the `lang` attribute, so a rough answer will do. */
const TELLING: readonly (readonly [Lang, RegExp])[] = [
  ['uk', /[іїєґ]/i],
  ['ru', /[ыэъё]/i],
  ['pl', /[ąćęłńśźż]/i],
  ['de', /[äöüß]/i],
  ['fr', /[àâçèêëîïôûœ]/i],
];

/** The language of a passage: told from its letters, else the page's own, else the likeliest of its script. */
export function languageOf(text: string): Lang {
  const declared = document.documentElement.lang.slice(0, 2).toLowerCase();
  const page = LANGS.find((lang) => lang === declared);
  const cyrillic = /[\u0400-\u04ff]/.test(text);
  const told = TELLING.find(([lang, letters]) => (lang === 'uk' || lang === 'ru') === cyrillic && letters.test(text));
  if (told) return told[0];
  if (page && (page === 'uk' || page === 'ru') === cyrillic) return page;
  return cyrillic ? 'uk' : 'en';
}
