// Text of a page may hold escape sequences or direction marks that would rewrite what the terminal shows.
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** The text on one line, safe to show on a terminal. */
export function printable(text: string): string {
  return text.replace(UNSAFE, ' ');
}
