/** Tables in, a reader of passages out. */
import { Attributor } from './attribution';
import type { Attributions } from './attributions';
import { Refutations } from './debunk';
import { Discourse } from './discourse';
import { Framer, type Scene, type Wording } from './framing';
import { type Lexicon, openLexicon, withOwn } from './hits';
import type { OwnEntry } from './own';
import { type Page, readPages } from './reading';
import { settle } from './settle';
import { drain, type Steps } from './steps';
import type { Tables } from './terms';
import { type Passage, type Reading, SHOWN, type Strictness } from './types';

export type Engine = {
  /**
   * Reads the passages of one article in order (pronouns may look back across them), all in the language of the tables.
   * @param strictness how well founded flags must be; what a stricter setting shows, a wider one shows as well
   * @returns flags and voices in reading order; all offsets are UTF-16, half-open, into `passages[i].text`.
   */
  scan(passages: readonly Passage[], strictness?: Strictness): Reading;
  /**
   * The same in steps: it yields several times for each passage, and no step is more than the work on one passage. The
   * passages must not change meanwhile; several readings may run in turns.
   */
  read(passages: readonly Passage[], strictness?: Strictness): Steps<Reading>;
};

/** Name of the lexicon's class of words for Ukraine; the sign `ukraine` looks for it. */
const UKRAINE = 'ukraine';

/** All that is known of an article before it is settled: `settle` takes it, and `inspect` shows it. */
export type Findings = {
  readonly pages: readonly Page[];
  readonly attributions: Attributions;
  readonly refutations: Refutations;
  /** What only a reader of the wide setting wants to see; no rule rests on it. */
  readonly possible: Attributions;
  /** Wordings of each page. */
  readonly wordings: readonly (readonly Wording[])[];
};

/** Reads articles in the language of the tables; keeps no state between them. */
export class Reader {
  readonly lexicon: Lexicon;
  private readonly framer: Framer;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.framer = new Framer(this.lexicon, this.lexicon.classOf.get(UKRAINE) ?? -1);
  }

  /** Every pass over the article yields after each passage. */
  *read(passages: readonly Passage[]): Steps<Findings> {
    const pages = yield* readPages(passages, this.lexicon);
    const attributor = new Attributor(new Discourse(this.lexicon));
    let sentence = 0;
    for (const page of pages) {
      attributor.pages.push(page);
      attributor.read(page, sentence);
      sentence += Math.max(1, page.syntax.bounds.length - 1);
      yield;
    }
    const { found: attributions, possible } = attributor;
    const refutations = new Refutations(pages, attributions);
    const chorus = new Set<number>();
    for (const page of pages) {
      refutations.read(page);
      this.framer.joinChorus(page, chorus);
      yield;
    }
    const said = new Set<number>();
    const wordings: Wording[][] = [];
    for (const page of pages) {
      const scene: Scene = {
        page,
        before: pages[page.index - 1],
        attributionsAt: (at) => attributions.in(page, at),
        refutationAt: (word) => refutations.over(page, word),
        said,
        chorus,
      };
      wordings.push(this.framer.read(scene));
      yield;
    }
    return { pages, attributions, refutations, possible, wordings };
  }
}

/** An engine that can be given a reader's own entries. */
export type BareEngine = Engine & {
  /** The same engine with these entries beside the lexicon's, in place of others that it may have been given. */
  with(own: readonly OwnEntry[]): Engine;
};

/** Opens the tables once; the engine keeps no state between articles. */
export function createEngine(tables: Tables): BareEngine {
  const lexicon = openLexicon(tables);
  return { ...engineOf(lexicon), with: (own) => engineOf(withOwn(lexicon, own)) };
}

function engineOf(lexicon: Lexicon): Engine {
  const reader = new Reader(lexicon);
  function* read(passages: readonly Passage[], strictness: Strictness = 'normal'): Steps<Reading> {
    const findings = yield* reader.read(passages);
    const { flags, voices } = yield* settle(findings, lexicon);
    return { flags: flags.filter(({ confidence }) => SHOWN[strictness].includes(confidence)), voices };
  }
  return { read, scan: (passages, strictness) => drain(read(passages, strictness)) };
}
