/** The one call of mark.js that it is measured with. */
declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    /** @param ranges places in the text of all text nodes together, UTF-16 units */
    markRanges(ranges: readonly { start: number; length: number }[], options: { done: (marks: number) => void }): void;
  }
}
