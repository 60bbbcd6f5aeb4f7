/** How much of a page may stand in a report. Apart from its schema, which pages have no room for. */

/** Longest marked or selected words, in UTF-16 units. */
export const QUOTE_MAX = 300;
/** Longest stretch of the sentence around the mark, before and after together, in UTF-16 units. */
export const CONTEXT_MAX = 240;
