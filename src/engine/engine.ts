/** Tables in, a reader of passages out. */
import { Attributions, Attributor } from './attribution';
import { Discourse } from './discourse';
import { Framer } from './framing';
import { openLexicon } from './hits';
import { readPages } from './reading';
import { settle } from './settle';
import type { Tables } from './terms';
import type { Passage, Reading } from './types';

export type Engine = {
  /**
   * Reads the passages of one article in order (pronouns may look back across them), all in the language of the tables.
   * @returns flags and voices in reading order; all offsets are UTF-16, half-open, into `passages[i].text`.
   */
  scan(passages: readonly Passage[]): Reading;
};

/** Name of the lexicon's class of words for Ukraine; the sign `ukraine` looks for it. */
const UKRAINE = 'ukraine';

/** Opens the tables once; the engine keeps no state between scans. */
export function createEngine(tables: Tables): Engine {
  const lexicon = openLexicon(tables);
  const framer = new Framer(lexicon, tables.classes.indexOf(UKRAINE));
  return {
    scan(passages) {
      const pages = readPages(passages, lexicon);
      const discourse = new Discourse(lexicon);
      const attributor = new Attributor(discourse);
      let sentence = 0;
      for (const page of pages) {
        attributor.pages.push(page);
        attributor.read(page, sentence);
        sentence += Math.max(1, page.syntax.bounds.length - 1);
      }
      const attributions = new Attributions(attributor.found);
      const wordings = pages.map((page, index) =>
        framer.read(page, pages[index - 1], (at) => attributions.in(page, at)),
      );
      return settle(pages, attributions, wordings, lexicon);
    },
  };
}
