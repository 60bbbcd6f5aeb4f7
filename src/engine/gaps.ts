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
/** All of the above: what rules see. */
export const SEEN = 511;

// What single units tell besides; sentences, quotations and phrases are cut by it.
export const WHITE = 512;
/** What it is depends on its neighbours: a hyphen, or half a bullet. */
export const UNSURE = 1024;
/** A mark that may end a sentence. */
export const END = 2048;
/** A dash that goes on with its sentence before a small letter. */
export const LONG_DASH = 4096;
/** A mark that may open the quotation with which a sentence begins. */
export const OPENING = 8192;
/** No phrase goes on over it. */
export const SEVERS = 16384;
/** A quotation mark. */
export const QUOTE = 32768;
