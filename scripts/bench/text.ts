/** News of any length, the same in every run: sentences of the project's own, in an order that does not repeat soon. */
import { ORDINARY } from '../../tests/ordinary';
import { PIECES } from '../../tests/pieces';

export type NewsLang = keyof typeof ORDINARY;
/** Ordinary news, or pieces of which nearly every one has something to mark. */
export type Kind = 'ordinary' | 'dense';

/** Sentences of a paragraph. */
const PARAGRAPH = 5;

/** One piece of memory, as a page's own text is: a text that was joined or cut costs more to look at. */
export const flat = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/** @param units its length; the last sentence may be cut */
export function newsOf(lang: NewsLang, kind: Kind, units: number): string {
  const { plain, bound } = PIECES[lang];
  const pieces = kind === 'ordinary' ? ORDINARY[lang] : [...plain, ...bound].map((piece) => `${piece}.`);
  const parts: string[] = [];
  let seed = 1;
  for (let length = 0; length < units; length += parts.at(-1)?.length ?? 0) {
    parts.push(`${pieces[seed % pieces.length]}${(parts.length + 1) % PARAGRAPH === 0 ? '\n' : ' '}`);
    seed = (seed * 48_271) % 2_147_483_647;
  }
  return flat(parts.join('').slice(0, units));
}

/**
 * The same news without what only our fold knows: quotation marks, hyphens, typographic apostrophes, full stops within a
 * name, paragraphs. On it a search for lower-case words between single blanks means the same to everyone.
 */
export function plainNews(lang: NewsLang, kind: Kind, units: number): string {
  const text = newsOf(lang, kind, units * 2)
    .replace(/[’ʼ]/gu, "'")
    .replace(/(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu, ' ')
    .replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/[«»"“”„‹›\-‐‑\s]+/gu, ' ')
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е');
  if (text.length < units) throw new Error('too little is left of the news');
  return flat(text.slice(0, units));
}
