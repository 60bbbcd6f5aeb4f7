import { LANGS, type Lang, type Passage, type PassageRole } from '../engine/types';

/** A passage and where it starts (UTF-16) in the text that offsets are told in; no base: it lies outside that text. */
export type Placed = { readonly passage: Passage; readonly base?: number };

/** What one record of a feed holds for the engine. */
export type Story = { readonly title?: string | undefined; readonly lang?: string | undefined; readonly text: string };

/** Headlines of the news sites looked at stay below 170 units; a longer first line is a paragraph. */
const HEADLINE_MAX = 200;
/** A first line that ends so runs on or is a sentence of the body. */
const ENDS_LIKE_BODY = /[.…,;:]["'»”“’)\]]*$/u;

/** Each non-empty line is a passage, trimmed; a short first line without full stop is the headline. */
export function textPassages(text: string, lang?: Lang): Placed[] {
  const lines = trimmedLines(text);
  return lines.map(({ line, base }, i) => {
    const isHeadline = i === 0 && lines.length > 1 && line.length <= HEADLINE_MAX && !ENDS_LIKE_BODY.test(line);
    return { passage: passage(line, isHeadline ? 'headline' : 'body', lang), base };
  });
}

/** The title goes before the text, so that names in it can be looked back to; it has no base of its own. */
export function storyPassages(story: Story): Placed[] {
  const lang = knownLang(story.lang);
  const title = story.title?.trim() ?? '';
  if (title === '') return textPassages(story.text, lang);
  const body = trimmedLines(story.text).map(({ line, base }) => ({ passage: passage(line, 'body', lang), base }));
  return [{ passage: passage(title, 'headline', lang) }, ...body];
}

/** `uk-UA` is `uk`; a language that the engine has no words for is left to be told from the text. */
export function knownLang(tag: string | undefined): Lang | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/u)[0];
  return LANGS.find((known) => known === primary);
}

/** A passage; the language is left out where it is not known. */
export function passage(text: string, role: PassageRole, lang: Lang | undefined): Passage {
  return lang === undefined ? { text, role } : { text, role, lang };
}

function trimmedLines(text: string): { line: string; base: number }[] {
  return [...text.matchAll(/[^\n\r\u0085\u2028\u2029]+/gu)].flatMap((match) => {
    const line = match[0].trim();
    return line === '' ? [] : [{ line, base: match.index + match[0].length - match[0].trimStart().length }];
  });
}
