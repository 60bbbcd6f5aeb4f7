/** Sentences of a passage, and the language for their `lang` attribute. */
import { tellLanguage } from '../engine';
import { LANGS, type Lang, type Span } from '../engine/types';
import { profiles } from '../lexicon';

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

/** The language of an article; its letters and words tell, else the page's own declaration. */
export function languageOfAll(texts: Iterable<string>): Lang {
  return tellLanguage(texts, profiles, declaredLanguage());
}

/** The language that the page says it is in, where that is one that Rupor reads. */
export function declaredLanguage(): Lang | undefined {
  const declared = document.documentElement.lang.slice(0, 2).toLowerCase();
  return LANGS.find((lang) => lang === declared);
}

/** The language of a passage for its `lang` attribute: told from its letters, else the page's own. */
export function languageOf(text: string): Lang {
  return languageOfAll([text]);
}
