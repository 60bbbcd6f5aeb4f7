/** The page's words as they can be shown safely: what cannot be seen must not change what is read. */

/** Hints for line breaks: they have no place outside their page. */
const HINTS = /[\u00ad\u200b\u2060\ufeff]/g;
/** Controls of the terminal and of the direction of text: shown, as a page can hide or turn words with them. */
const CONTROLS = /(?!\s)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu;

/** @returns the text without invisible hints, with invisible controls written out as their number in Unicode */
export function visible(text: string): string {
  return text.replace(HINTS, '').replace(CONTROLS, (control) => {
    const number = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `⟨U+${number}⟩`;
  });
}
