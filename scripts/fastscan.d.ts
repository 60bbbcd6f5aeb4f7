/** The part of fastscan that is used; it brings no types. */
declare module 'fastscan' {
  export default class FastScanner {
    constructor(words: string[]);
    search(text: string): [begin: number, word: string][];
  }
}
