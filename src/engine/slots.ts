/** A slot of the automaton of words: how many numbers it has, and where each of them is. */

export const SLOT = 3;
export const CHECK = 0;
export const COUNT = 1;
export const NEXT = 2;
