/** Is it an entry of the reader's own, and none of the lexicon? */
export const isOwn = (entry: string): boolean => entry.startsWith('own_');
