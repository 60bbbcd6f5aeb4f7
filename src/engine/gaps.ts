/** What lies between two words, as bits. */

export const COMMA = 1;
/** A dash between words; a hyphen inside a word is no gap worth a bit. */
export const DASH = 2;
export const COLON = 4;
/** End of a sentence, of the text's own or of a quoted one. */
export const STOP = 8;
export const SEMICOLON = 16;
export const BRACKET = 32;
export const SLASH = 64;
export const QUOTE_OPEN = 128;
export const QUOTE_CLOSE = 256;
