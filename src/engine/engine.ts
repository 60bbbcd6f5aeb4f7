/** Tables in, a reader of passages out. */
import { type Attribution, Attributor } from './attribution';
import { Attributions } from './attributions';
import { Refutations } from './debunk';
import { Discourse } from './discourse';
import { Framer, type Wording } from './framing';
import { type Lexicon, openLexicon } from './hits';
import { type Page, readPages } from './reading';
import { settle } from './settle';
import type { Tables } from './terms';
import { type Passage, type Reading, SHOWN, type Strictness } from './types';

export type Engine = {
  /**
   * Reads the passages of one article in order (pronouns may look back across them), all in the language of the tables.
   * @param strictness how well founded flags must be; what a stricter setting shows, a wider one shows as well
   * @returns flags and voices in reading order; all offsets are UTF-16, half-open, into `passages[i].text`.
   */
  scan(passages: readonly Passage[], strictness?: Strictness): Reading;
};

/** Name of the lexicon's class of words for Ukraine; the sign `ukraine` looks for it. */
const UKRAINE = 'ukraine';

/** All that is known of an article before it is settled: `settle` takes it, and `inspect` shows it. */
export type Findings = {
  readonly pages: readonly Page[];
  readonly attributions: Attributions;
  readonly refutations: Refutations;
  /** What only a reader of the wide setting wants to see; no rule rests on it. */
  readonly possible: readonly Attribution[];
  /** Wordings of each page. */
  readonly wordings: readonly (readonly Wording[])[];
};

/** Reads articles in the language of the tables; keeps no state between them. */
export class Reader {
  readonly lexicon: Lexicon;
  private readonly framer: Framer;

  constructor(tables: Tables) {
    this.lexicon = openLexicon(tables);
    this.framer = new Framer(this.lexicon, this.lexicon.classOf.get(UKRAINE) ?? -1);
  }

  read(passages: readonly Passage[]): Findings {
    const pages = readPages(passages, this.lexicon);
    const discourse = new Discourse(this.lexicon);
    const attributor = new Attributor(discourse);
    let sentence = 0;
    for (const page of pages) {
      attributor.pages.push(page);
      attributor.read(page, sentence);
      sentence += Math.max(1, page.syntax.bounds.length - 1);
    }
    const attributions = new Attributions(attributor.found);
    const refutations = new Refutations(pages, attributions);
    const said = new Set<number>();
    const chorus = this.framer.chorusOf(pages);
    const wordings = pages.map((page, index) =>
      this.framer.read({
        page,
        before: pages[index - 1],
        attributionsAt: (at) => attributions.in(page, at),
        refutationAt: (word) => refutations.over(page, word),
        said,
        chorus,
      }),
    );
    return { pages, attributions, refutations, possible: attributor.possible, wordings };
  }
}

/** Opens the tables once; the engine keeps no state between scans. */
export function createEngine(tables: Tables): Engine {
  const reader = new Reader(tables);
  return {
    scan(passages, strictness = 'normal') {
      const { flags, voices } = settle(reader.read(passages), reader.lexicon);
      return { flags: flags.filter(({ confidence }) => SHOWN[strictness].includes(confidence)), voices };
    },
  };
}
